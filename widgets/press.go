package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Press makes content something that is pressed, by mouse or by Enter or Space:
// a figure that leads to its list, a line of what waits.
type Press struct {
	Base
	Content  fyne.CanvasObject
	OnTapped func()
	// Radius of the corners that hover and focus are drawn with; "" means that
	// of a selection.
	Radius fyne.ThemeSizeName
	Tip    string // what it means, shown when the pointer rests on it
	// Whole are texts of the content that Tip repeats: it is shown only while one of them is cut. nil for a tip that says
	// more.
	Whole []*Text
}

var _ fyne.Tappable = (*Press)(nil)

// NewPress returns content that is pressed.
func NewPress(content fyne.CanvasObject, onTapped func()) *Press {
	p := &Press{Content: content, OnTapped: onTapped}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped presses it.
func (p *Press) Tapped(*fyne.PointEvent) {
	if p.OnTapped != nil {
		p.OnTapped()
	}
}

// MouseIn marks it as under the pointer.
func (p *Press) MouseIn(e *desktop.MouseEvent) {
	p.Base.MouseIn(e)
	if len(p.Whole) == 0 || slices.ContainsFunc(p.Whole, (*Text).isCut) {
		hover(p, p.Tip, true)
	}
}

// MouseOut takes the mark away.
func (p *Press) MouseOut() {
	p.Base.MouseOut()
	hover(p, p.Tip, false)
}

// TypedKey presses it with Enter or Space.
func (p *Press) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.Tapped(nil)
	default:
		p.Base.TypedKey(e)
	}
}

// CreateRenderer draws the content, and hover and focus over it.
func (p *Press) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &pressRenderer{press: p, hover: canvas.NewRectangle(color.Transparent), ring: newFocusRing()}
	r.WidgetRenderer = widget.NewSimpleRenderer(p.Content)
	r.style()
	return r
}

type pressRenderer struct {
	fyne.WidgetRenderer
	press       *Press
	hover, ring *canvas.Rectangle
}

func (r *pressRenderer) style() {
	name := r.press.Radius
	if name == "" {
		name = theme.SizeNameSelectionRadius
	}
	radius := sizeOf(r.press, name)
	r.hover.CornerRadius = radius
	r.hover.FillColor = color.Transparent
	if r.press.hovered {
		r.hover.FillColor = colorOf(r.press, theme.ColorNameHover)
	}
	showFocusRing(r.ring, r.press, r.press.focused, radius)
}

func (r *pressRenderer) Layout(size fyne.Size) {
	for _, o := range r.Objects() {
		o.Resize(size)
	}
}

func (r *pressRenderer) Refresh() {
	r.style()
	canvas.Refresh(r.press)
}

func (r *pressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.press.Content, r.hover, r.ring}
}
