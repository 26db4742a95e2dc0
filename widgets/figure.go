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
	Change string    // such as "+12"; "" for none
	Tone   Tone      // of the change: good, bad or neither
	Note   string    // words after the change: compared with what; left out where they have no room
	Before []float64 // how it was, the present value last: small columns beside the value, where they have room
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
		label:  newText(&Text{TextSize: assets.SizeSmall, Color: assets.ColorDim, Cut: true}),
		value:  newText(&Text{TextSize: assets.SizeFigure, Color: theme.ColorNameForeground, Bold: true, Cut: true}),
		change: newText(&Text{TextSize: theme.SizeNameText}),
		note:   newText(&Text{TextSize: theme.SizeNameText, Color: assets.ColorDim, Cut: true}),
	}
	for range f.Before {
		r.spark = append(r.spark, canvas.NewRectangle(nil))
	}
	r.take()
	return r
}

const (
	changeGap   float32 = 4 // between the change and its note
	sparkWidth  float32 = 5 // of a small column and the gap after it
	sparkGap    float32 = 2
	sparkHeight float32 = 24
)

type figureRenderer struct {
	figure                     *Figure
	panel                      *canvas.Rectangle
	label, value, change, note *Text
	spark                      []*canvas.Rectangle
}

func (r *figureRenderer) take() {
	f := r.figure
	stylePanel(r.panel, f)
	r.label.Text, r.value.Text, r.note.Text = f.Label, f.Value, f.Note
	r.change.Text, r.change.Color = f.Change, f.Tone.Ink()
	ink := colorOf(f, theme.ColorNamePrimary)
	for i, column := range r.spark {
		if column.FillColor = ink; i < len(r.spark)-1 {
			column.FillColor = mix(colorOf(f, assets.ColorPanel), ink, sparkQuiet)
		}
	}
}

// sparkQuiet is the share of the colour in the small columns before the last one.
const sparkQuiet = 0.45

func (r *figureRenderer) MinSize() fyne.Size {
	padding := sizeOf(r.figure, assets.SizeCard)
	value := fyne.MeasureText(r.figure.Value, sizeOf(r.figure, assets.SizeFigure), fyne.TextStyle{Bold: true})
	height := r.label.MinSize().Height + value.Height + r.note.MinSize().Height
	label := fyne.MeasureText(r.figure.Label, sizeOf(r.figure, assets.SizeSmall), fyne.TextStyle{})
	return fyne.NewSize(max(label.Width+1, value.Width, r.change.MinSize().Width)+2*padding, height+2*padding-4)
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
	r.placeSpark(fyne.NewPos(padding+width, at.Y), width)
	change := r.change.MinSize()
	r.change.Move(at)
	r.change.Resize(change)
	if r.figure.Change != "" {
		at.X += change.Width + changeGap
	}
	room := max(0, padding+width-at.X)
	r.note.Text = r.figure.noteFor(room)
	r.note.Move(at)
	r.note.Resize(fyne.NewSize(room, change.Height))
}

// noteFor is the note where it has room in a width.
func (f *Figure) noteFor(width float32) string {
	if fyne.MeasureText(f.Note, sizeOf(f, theme.SizeNameText), fyne.TextStyle{}).Width > width {
		return ""
	}
	return f.Note
}

// placeSpark stands the small columns on the line of the value, ending at corner; they give way to the value.
func (r *figureRenderer) placeSpark(corner fyne.Position, width float32) {
	f := r.figure
	value := fyne.MeasureText(f.Value, sizeOf(f, assets.SizeFigure), fyne.TextStyle{Bold: true}).Width
	fits := value+sparkWidth*float32(len(r.spark)+2) <= width
	bars := make([]Bar, len(f.Before))
	for i, v := range f.Before {
		bars[i].Value = v
	}
	most := largest(bars)
	for i, column := range r.spark {
		setVisible(column, fits && most > 0)
		tall := max(1, sparkHeight*bars[i].share(most))
		column.Move(fyne.NewPos(corner.X-sparkWidth*float32(len(r.spark)-i)+sparkGap, corner.Y-6-tall))
		column.Resize(fyne.NewSize(sparkWidth-sparkGap, tall))
	}
}

func (r *figureRenderer) Refresh() {
	r.take()
	r.Layout(r.figure.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *figureRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.panel, r.label, r.value, r.change, r.note}
	for _, column := range r.spark {
		objects = append(objects, column)
	}
	return objects
}

func (r *figureRenderer) Destroy() {}
