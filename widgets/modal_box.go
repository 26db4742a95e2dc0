package widgets

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

const (
	dialogWidth   float32 = 420
	dialogPadding float32 = 20
	dialogMargin  float32 = 16 // to the edges of the window
	dialogGap     float32 = 12
)

// dialogBox is the inside of a dialog: title, text and content, which scroll
// where the window is too small, and the buttons.
type dialogBox struct {
	widget.BaseWidget
	width   float32
	title   *textBlock
	text    *textBlock
	content fyne.CanvasObject
	body    *fyne.Container
	scroll  *Scroll
	buttons []*Button
}

func newDialogBox(d *Modal) *dialogBox {
	b := &dialogBox{width: d.dialog.Width, content: d.dialog.Content}
	if b.width == 0 {
		b.width = dialogWidth
	}
	b.title = newTextBlock(d.dialog.Title, colorInk, theme.SizeNameSubHeadingText)
	b.title.Style.Bold = true
	b.text = newTextBlock(d.dialog.Text, colorInk, theme.SizeNameText)
	b.body = &fyne.Container{Layout: dialogBody{box: b}, Objects: []fyne.CanvasObject{b.text}}
	if form, ok := b.content.(*Form); ok {
		form.Padding = dialogPadding
	}
	if b.content != nil {
		b.body.Objects = append(b.body.Objects, b.content)
	}
	b.scroll = NewVScroll(b.body)
	for i, action := range d.dialog.Actions {
		b.buttons = append(b.buttons, newButtonOf(action.Kind, action.Text, action.Icon, func() { d.press(i) }))
	}
	b.ExtendBaseWidget(b)
	return b
}

// place centres the box, a little above the middle, inside the window.
func (b *dialogBox) place(area fyne.Size) (fyne.Position, fyne.Size) {
	width := min(b.width, area.Width-2*dialogMargin)
	height := min(b.HeightFor(width), area.Height-2*dialogMargin)
	x, y := (area.Width-width)/2, (area.Height-height)*0.42
	return fyne.NewPos(floor(x), floor(max(dialogMargin, y))), fyne.NewSize(width, height)
}

// floor is a length in whole pixels: between two, hairlines at opposite edges are drawn unlike.
func floor(length float32) float32 { return float32(math.Floor(float64(length))) }

func ceil(length float32) float32 { return float32(math.Ceil(float64(length))) }

// HeightFor is the height at which nothing has to be scrolled.
func (b *dialogBox) HeightFor(width float32) float32 {
	inner := width - 2*dialogPadding
	height := 2*dialogPadding + b.title.HeightFor(inner) + b.bodyHeight(inner)
	for _, part := range []float32{b.title.HeightFor(inner), b.buttonsHeight(inner)} {
		if part > 0 {
			height += dialogGap
		}
	}
	return height + b.buttonsHeight(inner)
}

// bodyHeight is that of text and content where there is room for all of it.
func (b *dialogBox) bodyHeight(width float32) float32 {
	height := b.text.HeightFor(width)
	if b.content == nil {
		return height
	}
	if height > 0 {
		height += dialogGap
	}
	width += 2 * bleed(b.content)
	if _, tall := b.content.(tallFor); !tall && b.content.Size().Width != width { // texts in it wrap, and know it only then
		b.content.Resize(fyne.NewSize(width, b.content.MinSize().Height))
	}
	return height + heightFor(b.content, width)
}

// bleed is how far content goes into the padding at both sides: a form scrolls by itself and has the padding inside, so
// that the frames of its fields are not cut.
func bleed(content fyne.CanvasObject) float32 {
	switch content := content.(type) {
	case *Form:
		return dialogPadding
	case *Stretch:
		if content.bleeds {
			return dialogPadding
		}
	}
	return 0
}

// buttonsHeight is that of one row of buttons, or of a column where they are
// too wide together.
func (b *dialogBox) buttonsHeight(width float32) float32 {
	if len(b.buttons) == 0 {
		return 0
	}
	control := sizeOf(b, assets.SizeControl)
	if b.buttonsFit(width) {
		return control + 4
	}
	return float32(len(b.buttons))*(control+8) - 4
}

func (b *dialogBox) buttonsFit(width float32) bool {
	total := float32(-8)
	for _, button := range b.buttons {
		total += button.MinSize().Width + 8
	}
	return total <= width
}

// CreateRenderer is used by Fyne.
func (b *dialogBox) CreateRenderer() fyne.WidgetRenderer {
	r := &dialogRenderer{WidgetRenderer: widget.NewSimpleRenderer(b.scroll), box: b}
	r.order(b.buttons)
	return r
}

type dialogRenderer struct {
	fyne.WidgetRenderer
	box     *dialogBox
	objects []fyne.CanvasObject
}

func (r *dialogRenderer) Objects() []fyne.CanvasObject { return r.objects }

// order takes over in which order the buttons stand: Tab goes through the objects.
func (r *dialogRenderer) order(buttons []*Button) {
	r.objects = []fyne.CanvasObject{r.box.title, r.box.scroll}
	for _, button := range buttons {
		r.objects = append(r.objects, button)
	}
}

func (r *dialogRenderer) Layout(size fyne.Size) {
	b := r.box
	inner := size.Width - 2*dialogPadding
	y := dialogPadding
	if height := b.title.HeightFor(inner); height > 0 {
		b.title.Move(fyne.NewPos(dialogPadding, y))
		b.title.Resize(fyne.NewSize(inner, height))
		y += height + dialogGap
	}
	bottom := size.Height - dialogPadding - b.buttonsHeight(inner)
	r.layoutButtons(fyne.NewPos(dialogPadding, bottom), inner)
	if len(b.buttons) > 0 {
		bottom -= dialogGap
	}
	// The scroll reaches to the edge, so that its bar stands beside the content, and over the outlines of its fields.
	b.scroll.Move(fyne.NewPos(0, y-rollInset))
	b.scroll.Resize(fyne.NewSize(size.Width, bottom-y+2*rollInset))
	b.scroll.Refresh()
}

func (r *dialogRenderer) layoutButtons(at fyne.Position, width float32) {
	b := r.box
	if b.buttonsFit(width) {
		r.order(b.buttons)
		x := at.X + width
		for i := len(b.buttons) - 1; i >= 0; i-- {
			size := b.buttons[i].MinSize()
			x -= size.Width
			b.buttons[i].Move(fyne.NewPos(x, at.Y+4))
			b.buttons[i].Resize(size)
			x -= 8
		}
		return
	}
	down := slices.Clone(b.buttons)
	slices.Reverse(down) // the last one, which is the main one, on top
	r.order(down)
	for i, button := range down {
		height := button.MinSize().Height
		button.Move(at.AddXY(0, 4+float32(i)*(height+8)))
		button.Resize(fyne.NewSize(width, height))
	}
}

func (r *dialogRenderer) MinSize() fyne.Size { return fyne.NewSize(0, 0) }

func (r *dialogRenderer) Refresh() {
	r.Layout(r.box.Size())
	r.WidgetRenderer.Refresh()
	for _, o := range r.objects {
		o.Refresh()
	}
}

// dialogBody lays out the scrolling part.
type dialogBody struct{ box *dialogBox }

func (l dialogBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inner, y := size.Width-2*dialogPadding, rollInset
	for _, o := range objects {
		over := bleed(o)
		height := heightFor(o, inner+2*over)
		if _, gives := o.(*Stretch); gives {
			height = max(o.MinSize().Height, min(height, size.Height-rollInset-y))
		}
		o.Move(fyne.NewPos(dialogPadding-over, y))
		o.Resize(fyne.NewSize(inner+2*over, height))
		if height > 0 {
			y += height + dialogGap
		}
	}
}

func (l dialogBody) MinSize([]fyne.CanvasObject) fyne.Size {
	width := max(0, l.box.Size().Width-2*dialogPadding)
	height := l.box.bodyHeight(width)
	if s, gives := l.box.content.(*Stretch); gives {
		height -= s.HeightFor(width) - s.MinSize().Height
	}
	return fyne.NewSize(0, height+2*rollInset)
}
