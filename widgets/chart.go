package widgets

import (
	"cmp"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Bar is one value of a chart, with its prepared texts.
type Bar struct {
	Label string
	Text  string // the value as people read it
	Tip   string // value and label in full, while the column is pointed at; "" means Text
	Value float64
}

// share is how much of the longest bar this one is, 0 to 1. What is no length,
// below zero or not a number, is none.
func (b Bar) share(largest float64) float32 {
	if largest <= 0 || !(b.Value > 0) {
		return 0
	}
	return float32(min(1, b.Value/largest))
}

// newEmptyText returns the sentence of a chart that has nothing to show.
func newEmptyText() *Text {
	return newText(&Text{TextSize: theme.SizeNameText, Color: assets.ColorDim, Align: fyne.TextAlignCenter, Cut: true})
}

// placeEmpty puts that sentence into the middle of the place of the bars.
func placeEmpty(t *Text, size fyne.Size) {
	height := t.MinSize().Height
	t.Move(fyne.NewPos(0, (size.Height-height)/2))
	t.Resize(fyne.NewSize(size.Width, height))
	t.Refresh()
}

func largest(bars []Bar) float64 {
	value := 0.0
	for _, b := range bars {
		if b.Value > value && !math.IsInf(b.Value, 1) {
			value = b.Value
		}
	}
	return value
}

// ColumnChart is upright columns with a label under each, for the months of a
// year. The value of the last column, or of the one pointed at, stands above
// it, and that column is the strongest.
type ColumnChart struct {
	widget.BaseWidget
	Bars  []Bar
	Tone  Tone   // TonePlain means the accent
	Empty string // a sentence over columns that are all of nothing

	pointed bool
	over    int // column pointed at
}

var _ desktop.Hoverable = (*ColumnChart)(nil)

// NewColumnChart returns a chart of upright columns.
func NewColumnChart(bars []Bar) *ColumnChart {
	c := &ColumnChart{Bars: bars}
	c.ExtendBaseWidget(c)
	return c
}

// MouseIn shows the value of the column under the pointer.
func (c *ColumnChart) MouseIn(e *desktop.MouseEvent) { c.hoverOver(e.Position.X) }

// MouseMoved shows the value of the column under the pointer.
func (c *ColumnChart) MouseMoved(e *desktop.MouseEvent) { c.hoverOver(e.Position.X) }

// MouseOut shows the value of the last column again.
func (c *ColumnChart) MouseOut() { c.unpoint() }

func (c *ColumnChart) hoverOver(x float32) {
	if i := c.at(x); i >= 0 {
		c.point(i)
	}
}

// at is the column at a distance from the left, -1 for none.
func (c *ColumnChart) at(x float32) int {
	width := c.Size().Width
	if width <= 0 || len(c.Bars) == 0 {
		return -1
	}
	return max(0, min(len(c.Bars)-1, int(x/width*float32(len(c.Bars)))))
}

// point shows the value of a column.
func (c *ColumnChart) point(i int) {
	if !c.pointed || c.over != i {
		c.pointed, c.over = true, i
		c.Refresh()
	}
}

// unpoint shows the value of the last column again.
func (c *ColumnChart) unpoint() {
	c.pointed = false
	c.Refresh()
}

// chartTone is the tone of bars; plain ones are in the accent.
func chartTone(t Tone) Tone {
	if t == TonePlain {
		return ToneAccent
	}
	return t
}

const (
	columnRadius    float32 = 4
	columnGap       float32 = 0.22 // between two columns, in parts of the width for each
	columnMost      float32 = 88   // width: one column alone is no wall
	columnQuiet     float64 = 0.75 // share of the colour in columns that are not named
	columnLeast     float32 = 2    // height of a column of nothing
	columnMinHeight float32 = 90
	columnMinWidth  float32 = 26
)

// CreateRenderer draws the chart.
func (c *ColumnChart) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &columnRenderer{chart: c, value: canvas.NewText("", nil), empty: newEmptyText()}
	r.value.Alignment = fyne.TextAlignCenter
	r.provide()
	r.style()
	return r
}

type columnRenderer struct {
	chart   *ColumnChart
	columns []*canvas.Rectangle
	labels  []*canvas.Text
	value   *canvas.Text
	empty   *Text
}

func (r *columnRenderer) provide() {
	if len(r.columns) == len(r.chart.Bars) {
		return
	}
	r.columns, r.labels = nil, nil
	for range r.chart.Bars {
		r.columns = append(r.columns, canvas.NewRectangle(nil))
		label := canvas.NewText("", nil)
		label.Alignment = fyne.TextAlignCenter
		r.labels = append(r.labels, label)
	}
}

// named is the column whose value is written: the one pointed at or the last.
func (r *columnRenderer) named() int {
	if c := r.chart; c.pointed && c.over < len(c.Bars) {
		return c.over
	}
	return len(r.chart.Bars) - 1
}

func (r *columnRenderer) style() {
	c, small := r.chart, sizeOf(r.chart, assets.SizeSmall)
	ink := colorOf(c, chartTone(c.Tone).Ink())
	quiet := mix(colorOf(c, assets.ColorPanel), ink, columnQuiet)
	for i, b := range c.Bars {
		r.columns[i].FillColor = quiet
		if i == r.named() {
			r.columns[i].FillColor = ink
		}
		r.columns[i].TopLeftCornerRadius, r.columns[i].TopRightCornerRadius = columnRadius, columnRadius
		r.labels[i].Text, r.labels[i].TextSize = b.Label, small-1
		r.labels[i].Color = colorOf(c, ToneDim.Ink())
	}
	r.value.TextSize, r.value.Color = small, colorOf(c, TonePlain.Ink())
	r.value.TextStyle.Bold = true
	r.value.Text = r.written()
	r.empty.Text = ""
	if largest(c.Bars) == 0 {
		r.empty.Text = c.Empty
	}
}

// written is the value that stands above the named column.
func (r *columnRenderer) written() string {
	c, named := r.chart, r.named()
	switch {
	case named < 0 || largest(c.Bars) == 0 && c.Empty != "":
		return ""
	case c.pointed:
		return cmp.Or(c.Bars[named].Tip, c.Bars[named].Text)
	}
	return c.Bars[named].Text
}

func (r *columnRenderer) MinSize() fyne.Size {
	return fyne.NewSize(columnMinWidth*float32(len(r.chart.Bars)), columnMinHeight)
}

func (r *columnRenderer) Layout(size fyne.Size) {
	n := len(r.chart.Bars)
	if n == 0 {
		return
	}
	cell := size.Width / float32(n)
	width := floor(min(cell*(1-columnGap), columnMost))
	top := r.value.MinSize().Height
	foot := fyne.MeasureText("0", r.value.TextSize, r.value.TextStyle).Height + 2
	height, most := size.Height-top-foot, largest(r.chart.Bars)
	for i, b := range r.chart.Bars {
		x, tall := cell*float32(i), floor(max(columnLeast, height*b.share(most)))
		r.columns[i].Move(fyne.NewPos(floor(x+(cell-width)/2), floor(top+height)-tall)) // they end on one line of pixels
		r.columns[i].Resize(fyne.NewSize(width, tall))
		// A label has the gaps beside its column too.
		r.labels[i].Move(fyne.NewPos(x, size.Height-foot+2))
		r.labels[i].Resize(fyne.NewSize(cell, foot-2))
	}
	placeEmpty(r.empty, fyne.NewSize(size.Width, size.Height-foot))
	r.placeValue(size, top)
}

// placeValue writes the value above its column, inside the chart.
func (r *columnRenderer) placeValue(size fyne.Size, height float32) {
	column := r.columns[r.named()]
	width := r.value.MinSize().Width
	x := column.Position().X + (column.Size().Width-width)/2
	r.value.Move(fyne.NewPos(max(0, min(x, size.Width-width)), column.Position().Y-height))
	r.value.Resize(fyne.NewSize(width, height))
}

func (r *columnRenderer) Refresh() {
	r.provide()
	r.style()
	r.Layout(r.chart.Size())
	canvas.Refresh(r.chart)
}

func (r *columnRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 2*len(r.columns)+2)
	for i := range r.columns {
		objects = append(objects, r.columns[i], r.labels[i])
	}
	return append(objects, r.value, r.empty)
}

func (r *columnRenderer) Destroy() {}
