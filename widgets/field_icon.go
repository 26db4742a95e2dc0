package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// tapArea is what can be tapped but never has the keyboard: something inside a
// field that has keys for it. It is embedded in place of widget.BaseWidget.
type tapArea struct {
	widget.BaseWidget
	onTapped func()
	hovered  bool
}

var (
	_ fyne.Tappable      = (*tapArea)(nil)
	_ desktop.Hoverable  = (*tapArea)(nil)
	_ desktop.Cursorable = (*tapArea)(nil)
)

// Tapped does what the area is for.
func (t *tapArea) Tapped(*fyne.PointEvent) { call(t.onTapped) }

// Cursor is the pointing hand.
func (t *tapArea) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn marks the area as under the pointer.
func (t *tapArea) MouseIn(*desktop.MouseEvent) { t.setHovered(true) }

// MouseMoved does nothing.
func (t *tapArea) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark away.
func (t *tapArea) MouseOut() { t.setHovered(false) }

func (t *tapArea) setHovered(hovered bool) {
	t.hovered = hovered
	t.Refresh()
}

// iconTap is a picture that can be tapped.
type iconTap struct {
	tapArea
	icon assets.IconName
}

func newIconTap(icon assets.IconName, onTapped func()) *iconTap {
	t := &iconTap{icon: icon}
	t.onTapped = onTapped
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer is used by Fyne.
func (t *iconTap) CreateRenderer() fyne.WidgetRenderer {
	picture := canvas.NewImageFromResource(nil)
	picture.FillMode = canvas.ImageFillContain
	r := &iconTapRenderer{WidgetRenderer: widget.NewSimpleRenderer(picture), tap: t, picture: picture}
	r.Refresh()
	return r
}

type iconTapRenderer struct {
	fyne.WidgetRenderer
	tap     *iconTap
	picture *canvas.Image
	drawn   iconLook
}

// iconLook is all that the picture of an icon depends on.
type iconLook struct {
	icon  assets.IconName
	color color.Color
	scale float32
}

const fieldIcon float32 = 16

func (r *iconTapRenderer) MinSize() fyne.Size {
	return fyne.NewSize(fieldIcon+2*8, fieldIcon)
}

func (r *iconTapRenderer) Layout(size fyne.Size) {
	r.picture.Resize(fyne.NewSquareSize(fieldIcon))
	r.picture.Move(fyne.NewPos((size.Width-fieldIcon)/2, (size.Height-fieldIcon)/2))
}

func (r *iconTapRenderer) Refresh() {
	ink := fyne.ThemeColorName(assets.ColorDim)
	if r.tap.hovered {
		ink = colorInk
	}
	look := iconLook{r.tap.icon, colorOf(r.tap, ink), scaleOf(r.tap)}
	if look == r.drawn { // Fyne would read the picture again
		return
	}
	r.drawn = look
	r.picture.Resource = assets.IconIn(r.tap.icon, ink)
	r.picture.Refresh()
}

// scaleOf is how many pixels a length of one has where o is drawn, 0 where it is not.
func scaleOf(o fyne.CanvasObject) float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		return c.Scale()
	}
	return 0
}

// shiftHeld tells whether Shift is down; a driver that does not know says no.
func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}
