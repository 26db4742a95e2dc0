package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// SearchButton looks like a field for searching and opens what searches everywhere.
type SearchButton struct {
	Base
	Text     string // what can be found, dim
	Keys     string // the keys that do the same, at the end; left out where there is no room
	OnTapped func()
}

var _ fyne.Tappable = (*SearchButton)(nil)

// NewSearchButton returns such a button.
func NewSearchButton(text, keys string, onTapped func()) *SearchButton {
	b := &SearchButton{Text: text, Keys: keys, OnTapped: onTapped}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped presses it.
func (b *SearchButton) Tapped(*fyne.PointEvent) { call(b.OnTapped) }

// TypedKey presses it with Enter.
func (b *SearchButton) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		call(b.OnTapped)
	default:
		b.Base.TypedKey(e)
	}
}

// TypedRune presses it with Space: as [Button] does, once the key is over.
func (b *SearchButton) TypedRune(r rune) {
	if r == ' ' {
		call(b.OnTapped)
	}
}

// CreateRenderer draws the button.
func (b *SearchButton) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &searchButtonRenderer{
		button: b, box: canvas.NewRectangle(nil), ring: newFocusRing(), icon: newIcon(),
		text: canvas.NewText("", nil), keys: canvas.NewText("", nil),
	}
	r.style()
	return r
}

const searchButtonPadding float32 = 10

type searchButtonRenderer struct {
	button     *SearchButton
	box, ring  *canvas.Rectangle
	icon       *canvas.Image
	text, keys *canvas.Text
}

func (r *searchButtonRenderer) style() {
	b := r.button
	radius := sizeOf(b, theme.SizeNameButtonRadius)
	r.box.CornerRadius, r.box.StrokeWidth = radius, 1
	r.box.FillColor, r.box.StrokeColor = colorOf(b, theme.ColorNameBackground), colorOf(b, assets.ColorEdge)
	if b.hovered {
		r.box.StrokeColor = colorOf(b, assets.ColorDim)
	}
	showIcon(r.icon, assets.IconSearch, assets.ColorDim)
	paintText(r.text, b, assets.ColorDim, theme.SizeNameText)
	paintText(r.keys, b, assets.ColorDim, assets.SizeSmall)
	showFocusRing(r.ring, b, b.focused, radius)
}

func (r *searchButtonRenderer) MinSize() fyne.Size {
	return fyne.NewSize(3*searchButtonPadding+buttonIcon, sizeOf(r.button, assets.SizeControl))
}

func (r *searchButtonRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.ring.Resize(size)
	r.icon.Move(fyne.NewPos(searchButtonPadding, (size.Height-buttonIcon)/2))
	r.icon.Resize(fyne.NewSquareSize(buttonIcon))
	x, right := searchButtonPadding+buttonIcon+buttonGap, size.Width-searchButtonPadding
	text, keys := measure(r.text)(r.button.Text), measure(r.keys)(r.button.Keys)
	r.keys.Text = ""
	if x+text+buttonGap+keys <= right {
		r.keys.Text = r.button.Keys
	}
	r.keys.Move(fyne.NewPos(right-keys, 0))
	r.keys.Resize(fyne.NewSize(keys, size.Height))
	r.text.Text = cutText(r.button.Text, right-x, measure(r.text))
	r.text.Move(fyne.NewPos(x, 0))
	r.text.Resize(fyne.NewSize(right-x, size.Height))
}

func (r *searchButtonRenderer) Refresh() {
	r.style()
	r.Layout(r.button.Size())
	canvas.Refresh(r.button)
}

func (r *searchButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.icon, r.text, r.keys, r.ring}
}

func (r *searchButtonRenderer) Destroy() {}
