package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ColumnChooser makes the columns of a chart lead somewhere: a column is
// pressed, or chosen with Left, Right, Home and End and pressed with Enter or
// Space.
type ColumnChooser struct {
	Base
	Chart    *ColumnChart
	OnChosen func(column int)
}

var _ fyne.Tappable = (*ColumnChooser)(nil)

// NewColumnChooser returns a chart whose columns are pressed.
func NewColumnChooser(chart *ColumnChart, onChosen func(column int)) *ColumnChooser {
	c := &ColumnChooser{Chart: chart, OnChosen: onChosen}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped presses the column under the pointer.
func (c *ColumnChooser) Tapped(e *fyne.PointEvent) {
	Focus(c)
	c.choose(c.Chart.at(e.Position.X))
}

func (c *ColumnChooser) choose(column int) {
	if column >= 0 && column < len(c.Chart.Bars) && c.OnChosen != nil {
		c.OnChosen(column)
	}
}

// FocusGained points at the last column.
func (c *ColumnChooser) FocusGained() {
	c.Chart.point(max(0, len(c.Chart.Bars)-1))
	c.Base.FocusGained()
}

// FocusLost points at nothing.
func (c *ColumnChooser) FocusLost() {
	c.Chart.unpoint()
	c.Base.FocusLost()
}

// TypedKey moves from column to column and presses one.
func (c *ColumnChooser) TypedKey(e *fyne.KeyEvent) {
	last := len(c.Chart.Bars) - 1
	switch e.Name {
	case fyne.KeyLeft:
		c.Chart.point(max(0, c.Chart.over-1))
	case fyne.KeyRight:
		c.Chart.point(max(0, min(last, c.Chart.over+1)))
	case fyne.KeyHome:
		c.Chart.point(0)
	case fyne.KeyEnd:
		c.Chart.point(max(0, last))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.choose(c.Chart.over)
	default:
		c.Base.TypedKey(e)
	}
}

// CreateRenderer draws the chart and the focus around it.
func (c *ColumnChooser) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &chooserRenderer{chooser: c, ring: newFocusRing()}
	r.WidgetRenderer = widget.NewSimpleRenderer(c.Chart)
	r.Refresh()
	return r
}

// chooserRing is how far the focus stands outside of the chart.
const chooserRing float32 = 4

type chooserRenderer struct {
	fyne.WidgetRenderer
	chooser *ColumnChooser
	ring    *canvas.Rectangle
}

func (r *chooserRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Move(fyne.NewPos(-chooserRing, -chooserRing))
	r.ring.Resize(size.AddWidthHeight(2*chooserRing, 2*chooserRing))
}

func (r *chooserRenderer) Refresh() {
	showFocusRing(r.ring, r.chooser, r.chooser.focused, sizeOf(r.chooser, theme.SizeNameSelectionRadius))
}

func (r *chooserRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.chooser.Chart, r.ring}
}
