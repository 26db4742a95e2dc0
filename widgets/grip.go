package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// GripWidth is how wide the strip is in which the border of two panels can be caught.
const GripWidth float32 = 7

// Grip is the border between two panels side by side: pulled, it tells by how much; double-clicked, that the usual
// place is wanted.
type Grip struct {
	widget.BaseWidget
	OnPulled func(dx float32)
	OnDone   func() // a pull has ended
	OnReset  func()

	line *canvas.Rectangle
}

var (
	_ fyne.Draggable      = (*Grip)(nil)
	_ fyne.DoubleTappable = (*Grip)(nil)
	_ desktop.Cursorable  = (*Grip)(nil)
	_ desktop.Hoverable   = (*Grip)(nil)
)

// NewGrip returns a border that nobody listens to yet.
func NewGrip() *Grip {
	g := &Grip{line: canvas.NewRectangle(nil)}
	g.line.Hide()
	g.ExtendBaseWidget(g)
	return g
}

// Dragged tells how far the border was pulled to the right since the last time.
func (g *Grip) Dragged(e *fyne.DragEvent) {
	if g.OnPulled != nil {
		g.OnPulled(e.Dragged.DX)
	}
}

// DragEnd tells that the pull has ended.
func (g *Grip) DragEnd() { call(g.OnDone) }

// DoubleTapped asks for the usual place.
func (g *Grip) DoubleTapped(*fyne.PointEvent) { call(g.OnReset) }

// Cursor shows that the border can be pulled sideways.
func (g *Grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn shows the border.
func (g *Grip) MouseIn(*desktop.MouseEvent) { g.line.Show() }

// MouseMoved does nothing.
func (g *Grip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides the border.
func (g *Grip) MouseOut() { g.line.Hide() }

// CreateRenderer draws the border while the pointer is over it.
func (g *Grip) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	r := &gripRenderer{grip: g}
	r.Refresh()
	return r
}

type gripRenderer struct{ grip *Grip }

func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSize(GripWidth, 1) }

func (r *gripRenderer) Layout(size fyne.Size) {
	r.grip.line.Move(fyne.NewPos((size.Width-2)/2, 0))
	r.grip.line.Resize(fyne.NewSize(2, size.Height))
}

func (r *gripRenderer) Refresh() {
	r.grip.line.FillColor = colorOf(r.grip, theme.ColorNamePrimary)
	r.grip.line.Refresh()
}

func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.grip.line} }

func (r *gripRenderer) Destroy() {}
