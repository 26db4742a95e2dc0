package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Figure is a card with one big number: what it counts above, how it changed
// below. All texts are prepared.
type Figure struct {
	widget.BaseWidget
	Label  string
	Value  string
	Change string // such as "+12"; "" for none
	Tone   Tone   // of the change: good, bad or neither
	Note   string // words after the change: compared with what
}

// NewFigure returns a figure.
func NewFigure(label, value string) *Figure {
	f := &Figure{Label: label, Value: value}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer draws the figure.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	r := &figureRenderer{
		figure: f,
		panel:  canvas.NewRectangle(nil),
		label:  newText(&Text{TextSize: theme.SizeNameText, Color: assets.ColorDim, Cut: true}),
		value:  newText(&Text{TextSize: assets.SizeFigure, Color: theme.ColorNameForeground, Bold: true, Cut: true}),
		change: newText(&Text{TextSize: theme.SizeNameText}),
		note:   newText(&Text{TextSize: theme.SizeNameText, Color: assets.ColorDim, Cut: true}),
	}
	r.take()
	return r
}

// changeGap is the space between the change and its note.
const changeGap float32 = 4

type figureRenderer struct {
	figure                     *Figure
	panel                      *canvas.Rectangle
	label, value, change, note *Text
}

func (r *figureRenderer) take() {
	f := r.figure
	stylePanel(r.panel, f)
	r.label.Text, r.value.Text, r.note.Text = f.Label, f.Value, f.Note
	r.change.Text, r.change.Color = f.Change, f.Tone.Ink()
}

func (r *figureRenderer) MinSize() fyne.Size {
	padding := sizeOf(r.figure, assets.SizeCard)
	value := fyne.MeasureText(r.figure.Value, sizeOf(r.figure, assets.SizeFigure), fyne.TextStyle{Bold: true})
	height := r.label.MinSize().Height + value.Height + r.note.MinSize().Height
	return fyne.NewSize(max(value.Width, r.change.MinSize().Width)+2*padding, height+2*padding-4)
}

func (r *figureRenderer) Layout(size fyne.Size) {
	r.panel.Resize(size)
	padding := sizeOf(r.figure, assets.SizeCard)
	at, width := fyne.NewPos(padding, padding-2), size.Width-2*padding
	for _, t := range []*Text{r.label, r.value} {
		height := t.MinSize().Height
		t.Move(at)
		t.Resize(fyne.NewSize(width, height))
		at.Y += height
	}
	change := r.change.MinSize()
	r.change.Move(at)
	r.change.Resize(change)
	if r.figure.Change != "" {
		at.X += change.Width + changeGap
	}
	r.note.Move(at)
	r.note.Resize(fyne.NewSize(max(0, padding+width-at.X), change.Height))
}

func (r *figureRenderer) Refresh() {
	r.take()
	r.Layout(r.figure.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *figureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.panel, r.label, r.value, r.change, r.note}
}

func (r *figureRenderer) Destroy() {}
