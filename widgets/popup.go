package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// popupPlace says where a popup stands in a canvas of the given size.
type popupPlace func(area fyne.Size) (fyne.Position, fyne.Size)

// popup shows content above the page until it is closed; a tap beside it
// closes it. The field that opened it keeps its place in the order of Tab.
type popup struct {
	layer   *layer
	onClose func()
}

// showPopup opens content on the canvas of anchor. OnClose hears every way of
// closing, once.
func showPopup(anchor, content fyne.CanvasObject, place popupPlace, onClose func()) *popup {
	p := &popup{onClose: onClose}
	p.layer = newLayer(canvasOf(anchor), content, place)
	p.layer.onOutside = p.close
	p.layer.show()
	return p
}

// close takes the popup away.
func (p *popup) close() {
	if !p.layer.shown() {
		return
	}
	p.layer.hide()
	if p.onClose != nil {
		p.onClose()
	}
}

// focus gives one of the popup's widgets the keyboard.
func (p *popup) focus(w fyne.Focusable) { p.layer.canvas.Focus(w) }

// popupMargin is the space between a popup and the edges of the window.
const popupMargin float32 = 8

// kept moves a popup of this size into the window.
func kept(area fyne.Size, x, y float32, size fyne.Size) (fyne.Position, fyne.Size) {
	size = size.Min(area.SubtractWidthHeight(2*popupMargin, 2*popupMargin))
	within := func(at, length, room float32) float32 { return max(popupMargin, min(at, room-popupMargin-length)) }
	return fyne.NewPos(within(x, size.Width, area.Width), within(y, size.Height, area.Height)), size
}

// below places a popup of this size under its anchor, or above it where there
// is no room, inside the window in any case.
func below(anchor fyne.CanvasObject, size func() fyne.Size) popupPlace {
	const gap = 4
	return func(area fyne.Size) (fyne.Position, fyne.Size) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor)
		want := size()
		y := at.Y + anchor.Size().Height + gap
		if y+want.Height > area.Height-popupMargin {
			y = at.Y - gap - want.Height
		}
		return kept(area, at.X, y, want)
	}
}

// over places a popup on top of its anchor, growing downwards: a field that
// opens in its own place.
func over(anchor fyne.CanvasObject, size func() fyne.Size) popupPlace {
	return func(area fyne.Size) (fyne.Position, fyne.Size) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor)
		return kept(area, at.X, at.Y, size())
	}
}

// layer is one overlay as large as the canvas with its content somewhere in
// it. It takes every tap and the pointer, so that nothing under it answers.
type layer struct {
	widget.BaseWidget
	canvas    fyne.Canvas
	content   fyne.CanvasObject
	place     popupPlace
	dimmed    bool
	onOutside func()
	// onShortcut is first to hear the shortcuts that what has the keyboard here does not use; true when used.
	onShortcut func(fyne.Shortcut) bool
	tips       *Tips
}

var (
	_ fyne.Tappable          = (*layer)(nil)
	_ fyne.SecondaryTappable = (*layer)(nil)
	_ fyne.Scrollable        = (*layer)(nil)
	_ desktop.Hoverable      = (*layer)(nil)
	_ desktop.Cursorable     = (*layer)(nil)
)

func newLayer(c fyne.Canvas, content fyne.CanvasObject, place popupPlace) *layer {
	l := &layer{canvas: c, content: content, place: place, tips: NewTips()}
	if root, ok := c.Content().(*Root); ok {
		l.tips.After = root.tips.After
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *layer) show() {
	l.canvas.Overlays().Add(l)
	l.Resize(l.canvas.Size())
}

// hide takes the layer away; its focused widget is told first, since Fyne
// forgets it without a word.
func (l *layer) hide() {
	if !l.shown() {
		return
	}
	l.tips.Dismiss()
	if l.canvas.Overlays().Top() == fyne.CanvasObject(l) {
		l.canvas.Unfocus()
	}
	l.canvas.Overlays().Remove(l)
}

func (l *layer) shown() bool {
	for _, o := range l.canvas.Overlays().List() {
		if o == fyne.CanvasObject(l) {
			return true
		}
	}
	return false
}

// Tapped is a tap beside the content.
func (l *layer) Tapped(*fyne.PointEvent) {
	if l.onOutside != nil {
		l.onOutside()
	}
}

// TappedSecondary is a tap with the other button beside the content.
func (l *layer) TappedSecondary(e *fyne.PointEvent) { l.Tapped(e) }

// Scrolled keeps what is under the layer still.
func (l *layer) Scrolled(*fyne.ScrollEvent) {}

// MouseIn keeps what is under the layer from answering the pointer.
func (l *layer) MouseIn(*desktop.MouseEvent) {}

// MouseMoved does nothing.
func (l *layer) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (l *layer) MouseOut() {}

// Cursor tells the Root below that the pointer moved: Fyne asks only the topmost overlay.
func (l *layer) Cursor() desktop.Cursor {
	if root, ok := l.canvas.Content().(*Root); ok {
		return root.Cursor()
	}
	return desktop.DefaultCursor
}

// CreateRenderer is used by Fyne.
func (l *layer) CreateRenderer() fyne.WidgetRenderer {
	r := &layerRenderer{layer: l, shade: canvas.NewRectangle(nil), surface: canvas.NewRectangle(nil)}
	r.catcher = newCatcher()
	r.paint()
	return r
}

type layerRenderer struct {
	layer          *layer
	shade, surface *canvas.Rectangle
	catcher        *catcher
}

func (r *layerRenderer) paint() {
	r.shade.FillColor = colorOf(r.layer, theme.ColorNameShadow)
	r.shade.Hidden = !r.layer.dimmed
	radius := theme.SizeNamePopupRadius
	if r.layer.dimmed {
		radius = theme.SizeNameDialogRadius
	}
	raise(r.surface, r.layer, radius)
}

func (r *layerRenderer) Layout(size fyne.Size) {
	r.shade.Resize(size)
	at, want := r.layer.place(size)
	for _, o := range []fyne.CanvasObject{r.surface, r.catcher, r.layer.content} {
		o.Move(at)
		o.Resize(want)
	}
	if !r.layer.dimmed { // as far as the outline of a field with the keyboard: nothing of its width below looks out beside it
		r.surface.Move(at.SubtractXY(1, 1))
		r.surface.Resize(want.AddWidthHeight(2, 2))
	}
	r.layer.tips.Resize(size)
}

func (r *layerRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *layerRenderer) Refresh() {
	r.paint()
	r.Layout(r.layer.Size())
	r.layer.content.Refresh()
	canvas.Refresh(r.layer)
}

func (r *layerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.shade, r.surface, r.catcher, r.layer.content, r.layer.tips}
}

func (r *layerRenderer) Destroy() {}

// catcher lies under the content of a layer: a tap between its widgets is not
// a tap beside it.
type catcher struct{ widget.BaseWidget }

func newCatcher() *catcher {
	c := &catcher{}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped does nothing.
func (c *catcher) Tapped(*fyne.PointEvent) {}

// CreateRenderer is used by Fyne.
func (c *catcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
