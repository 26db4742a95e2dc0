package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// Chip is a filter in a rounded outline: a word, how many it finds, and
// whether it is on.
type Chip struct {
	Base
	Text     string
	Count    string          // prepared; "" for none
	Waits    bool            // the count is of what waits, and stands in a box of its own beside a word that could take it for its own
	Icon     assets.IconName // before the word; "" for none
	Selected bool
	Closable bool // shows a cross: pressing takes the filter away, Delete and Esc too
	OnTapped func()
}

var _ fyne.Tappable = (*Chip)(nil)

// NewChip returns a chip that is off.
func NewChip(text, count string, onTapped func()) *Chip {
	c := &Chip{Text: text, Count: count, OnTapped: onTapped}
	c.ExtendBaseWidget(c)
	return c
}

// SetSelected turns the look on or off; it presses nothing.
func (c *Chip) SetSelected(selected bool) {
	c.Selected = selected
	c.Refresh()
}

// Tapped presses the chip.
func (c *Chip) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// TypedKey presses the chip with Enter or Space, and one with a cross also
// with Delete, Backspace or Esc.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.Tapped(nil)
		return
	case fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyEscape:
		if c.Closable {
			c.Tapped(nil)
			return
		}
	}
	c.Base.TypedKey(e)
}

const (
	chipHeight   float32 = 28
	chipPadding  float32 = 10
	chipGap      float32 = 5
	chipIconSize float32 = 13
	chipBox      float32 = 18
	chipBoxEnds  float32 = 12
)

// CreateRenderer draws the chip.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &chipRenderer{
		chip:    c,
		surface: canvas.NewRectangle(nil),
		hover:   canvas.NewRectangle(nil),
		text:    canvas.NewText("", nil),
		count:   canvas.NewText("", nil),
		box:     canvas.NewRectangle(nil),
		icon:    newIcon(),
		cross:   newIcon(),
		ring:    newFocusRing(),
	}
	r.style()
	return r
}

type chipRenderer struct {
	chip           *Chip
	surface, hover *canvas.Rectangle
	box            *canvas.Rectangle // behind the count of what waits
	text, count    *canvas.Text
	icon, cross    *canvas.Image
	ring           *canvas.Rectangle
}

func (r *chipRenderer) style() {
	c := r.chip
	ink, fill, line := assets.ColorDim, assets.ColorPanel, assets.ColorLine
	if c.Selected {
		ink, fill, line = theme.ColorNamePrimary, assets.ColorAccentSoft, assets.ColorAccentSoft
	}
	r.surface.FillColor, r.surface.StrokeColor, r.surface.StrokeWidth = colorOf(c, fill), colorOf(c, line), 1
	r.surface.CornerRadius, r.hover.CornerRadius = chipHeight/2, chipHeight/2
	r.hover.FillColor, r.hover.Hidden = colorOf(c, theme.ColorNameHover), !c.hovered
	for _, t := range []*canvas.Text{r.text, r.count} {
		t.Color, t.TextSize = colorOf(c, ink), sizeOf(c, theme.SizeNameText)
		t.TextStyle.Bold = c.Selected
	}
	r.text.Text, r.count.Text = oneLine(c.Text), c.Count
	r.box.Hidden = !c.Waits || c.Count == ""
	r.box.FillColor, r.box.CornerRadius = colorOf(c, assets.ColorWarnSoft), chipBox/2
	if r.count.Alignment = fyne.TextAlignCenter; !r.box.Hidden {
		r.count.Color, r.count.TextSize = colorOf(c, assets.ColorWarn), sizeOf(c, assets.SizeSmall)
	}
	showIcon(r.icon, c.Icon, ink)
	cross := assets.IconName("")
	if c.Closable {
		cross = assets.IconClose
	}
	showIcon(r.cross, cross, ink)
	showFocusRing(r.ring, c, c.focused, chipHeight/2)
}

// newIcon returns a picture that keeps its proportions, hidden until showIcon.
func newIcon() *canvas.Image {
	image := &canvas.Image{FillMode: canvas.ImageFillContain}
	image.Hide()
	return image
}

// showIcon shows a picture in a colour of the theme, or nothing for "".
func showIcon(image *canvas.Image, name assets.IconName, color fyne.ThemeColorName) {
	image.Hidden = name == ""
	if name != "" {
		image.Resource = assets.IconIn(name, color)
	}
	image.Refresh()
}

// parts are the objects inside the outline that are shown, with their widths.
func (r *chipRenderer) parts() ([]fyne.CanvasObject, []float32) {
	objects, widths := []fyne.CanvasObject{}, []float32{}
	add := func(o fyne.CanvasObject, width float32, shown bool) {
		if shown {
			objects, widths = append(objects, o), append(widths, width)
		}
	}
	add(r.icon, chipIconSize, r.chip.Icon != "")
	add(r.text, r.text.MinSize().Width, r.text.Text != "")
	count := r.count.MinSize().Width
	if !r.box.Hidden {
		count = max(chipBox, count+chipBoxEnds)
	}
	add(r.count, count, r.count.Text != "")
	add(r.cross, chipIconSize, r.chip.Closable)
	return objects, widths
}

// MinSize is the same whether the chip is on, which is bold, or off: a choice moves no other chip.
func (r *chipRenderer) MinSize() fyne.Size {
	_, widths := r.parts()
	width := 2*chipPadding + contentWidth(widths)
	if !r.chip.Selected {
		for _, t := range []*canvas.Text{r.text, r.count} {
			width += fyne.MeasureText(t.Text, t.TextSize, fyne.TextStyle{Bold: true}).Width - t.MinSize().Width
		}
	}
	return fyne.NewSize(width, chipHeight)
}

func contentWidth(widths []float32) float32 {
	width := chipGap * float32(max(0, len(widths)-1))
	for _, w := range widths {
		width += w
	}
	return width
}

func (r *chipRenderer) Layout(size fyne.Size) {
	top := (size.Height - chipHeight) / 2
	for _, o := range []fyne.CanvasObject{r.surface, r.hover, r.ring} {
		o.Move(fyne.NewPos(0, top))
		o.Resize(fyne.NewSize(size.Width, chipHeight))
	}
	objects, widths := r.parts()
	x := (size.Width - contentWidth(widths)) / 2
	for i, o := range objects {
		o.Move(fyne.NewPos(x, top))
		o.Resize(fyne.NewSize(widths[i], chipHeight))
		if o == r.count {
			r.box.Move(fyne.NewPos(x, top+(chipHeight-chipBox)/2))
			r.box.Resize(fyne.NewSize(widths[i], chipBox))
		}
		x += widths[i] + chipGap
	}
}

func (r *chipRenderer) Refresh() {
	r.style()
	r.Layout(r.chip.Size())
	canvas.Refresh(r.chip)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.surface, r.hover, r.icon, r.text, r.box, r.count, r.cross, r.ring}
}

func (r *chipRenderer) Destroy() {}
