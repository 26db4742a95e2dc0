package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// BarChart is lying bars under each other, each with its label before and its
// value after it. A label that has no room stands in full over the bar while
// the pointer is there.
type BarChart struct {
	widget.BaseWidget
	Bars  []Bar
	Tone  Tone   // TonePlain means the accent
	Empty string // a sentence over bars that are all of nothing

	pointed bool
	over    int // bar under the pointer
}

var _ desktop.Hoverable = (*BarChart)(nil)

// NewBarChart returns a chart of lying bars.
func NewBarChart(bars []Bar, tone Tone) *BarChart {
	c := &BarChart{Bars: bars, Tone: tone}
	c.ExtendBaseWidget(c)
	return c
}

// MouseIn shows the label of the bar under the pointer in full.
func (c *BarChart) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved shows the label of the bar under the pointer in full.
func (c *BarChart) MouseMoved(e *desktop.MouseEvent) {
	over := int(e.Position.Y / barLine)
	if over >= 0 && over < len(c.Bars) && (!c.pointed || c.over != over) {
		c.pointed, c.over = true, over
		c.Refresh()
	}
}

// MouseOut cuts the label again.
func (c *BarChart) MouseOut() {
	c.pointed = false
	c.Refresh()
}

const (
	barLine   float32 = 24 // a bar and the space to the next
	barHeight float32 = 14
	barRadius float32 = 3
	barGap    float32 = 10 // between label, bar and value
	barMin    float32 = 60 // least length of the longest bar
	labelPart float32 = 0.4
)

// CreateRenderer draws the chart.
func (c *BarChart) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &barRenderer{chart: c, empty: newEmptyText()}
	r.provide()
	r.style()
	return r
}

type barRenderer struct {
	chart *BarChart
	bars  []barObjects
	empty *Text
}

type barObjects struct {
	label, value  *canvas.Text
	track, filled *canvas.Rectangle
}

func (r *barRenderer) provide() {
	if len(r.bars) == len(r.chart.Bars) {
		return
	}
	r.bars = make([]barObjects, len(r.chart.Bars))
	for i := range r.bars {
		r.bars[i] = barObjects{
			label: canvas.NewText("", nil), value: canvas.NewText("", nil),
			track: canvas.NewRectangle(nil), filled: canvas.NewRectangle(nil),
		}
		r.bars[i].value.Alignment = fyne.TextAlignTrailing
	}
}

func (r *barRenderer) style() {
	c, tone := r.chart, chartTone(r.chart.Tone)
	for i, b := range c.Bars {
		o := r.bars[i]
		o.value.Text = b.Text
		for _, t := range []*canvas.Text{o.label, o.value} {
			t.TextSize, t.Color = sizeOf(c, theme.SizeNameText), colorOf(c, TonePlain.Ink())
		}
		o.track.FillColor, o.track.CornerRadius = colorOf(c, tone.Soft()), barRadius
		o.filled.FillColor, o.filled.CornerRadius = colorOf(c, tone.Ink()), barRadius
	}
	r.empty.Text = ""
	if largest(c.Bars) == 0 {
		r.empty.Text = c.Empty
	}
}

// whole tells whether the label of a bar stands in full over the bar, which is hidden meanwhile.
func (r *barRenderer) whole(i int, label float32) bool {
	c := r.chart
	return c.pointed && c.over == i && measure(r.bars[i].label)(oneLine(c.Bars[i].Label)) > label
}

// texts returns the widths of the widest label and the widest value.
func (r *barRenderer) texts() (label, value float32) {
	for i, o := range r.bars {
		label = max(label, measure(o.label)(oneLine(r.chart.Bars[i].Label)))
		value = max(value, o.value.MinSize().Width)
	}
	return label, value
}

func (r *barRenderer) MinSize() fyne.Size {
	_, value := r.texts()
	return fyne.NewSize(barMin/(1-labelPart)+value+2*barGap, barLine*float32(len(r.bars)))
}

func (r *barRenderer) Layout(size fyne.Size) {
	label, value := r.texts()
	label = min(label, max(labelPart*size.Width, size.Width-value-2*barGap-barMin))
	x := label + barGap
	length := max(0, size.Width-x-barGap-value)
	most := largest(r.chart.Bars)
	for i, b := range r.chart.Bars {
		o, y := r.bars[i], barLine*float32(i)
		room, whole := label, r.whole(i, label)
		if whole {
			room = x + length
		}
		setVisible(o.track, !whole)
		setVisible(o.filled, !whole)
		o.label.Text = cutText(b.Label, room, measure(o.label))
		o.label.Move(fyne.NewPos(0, y))
		o.label.Resize(fyne.NewSize(room, barLine))
		o.track.Move(fyne.NewPos(x, y+(barLine-barHeight)/2))
		o.track.Resize(fyne.NewSize(length, barHeight))
		o.filled.Move(o.track.Position())
		o.filled.Resize(fyne.NewSize(length*b.share(most), barHeight))
		o.value.Move(fyne.NewPos(x+length+barGap, y))
		o.value.Resize(fyne.NewSize(value, barLine))
	}
	r.empty.Move(fyne.NewPos(x, 0))
	r.empty.Resize(fyne.NewSize(length, size.Height))
}

func (r *barRenderer) Refresh() {
	r.provide()
	r.style()
	r.Layout(r.chart.Size())
	canvas.Refresh(r.chart)
}

func (r *barRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 4*len(r.bars)+1)
	for _, o := range r.bars {
		objects = append(objects, o.label, o.track, o.filled, o.value)
	}
	return append(objects, r.empty)
}

func (r *barRenderer) Destroy() {}
