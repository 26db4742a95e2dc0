package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// rowPart is a piece of a row.
type rowPart struct{ x, width float32 }

// shareRow divides a row among texts: each gets what it needs and an equal
// share of the rest; where there is too little, all lose alike.
func shareRow(needs []float32, width float32) []rowPart {
	total := float32(0)
	for _, need := range needs {
		total += need
	}
	cells := make([]rowPart, len(needs))
	x := float32(0)
	for i, need := range needs {
		if total > width {
			need *= width / total
		} else {
			need += (width - total) / float32(len(needs))
		}
		cells[i] = rowPart{x: x, width: need}
		x += need
	}
	return cells
}

func textWidths(w fyne.Widget, options []Option, padding float32) []float32 {
	size := sizeOf(w, theme.SizeNameText)
	widths := make([]float32, len(options))
	for i, o := range options {
		widths[i] = fyne.MeasureText(o.Text, size, fyne.TextStyle{Bold: true}).Width + padding
	}
	return widths
}

const segmentPadding float32 = 16

func (s *Segments) cells(width float32) []rowPart { return shareRow(s.needs(), width) }

// needs are the widths of the options when nothing is cut.
func (s *Segments) needs() []float32 {
	captions := make([]Option, len(s.options))
	for i := range s.options {
		captions[i].Text = s.caption(i)
	}
	return textWidths(s, captions, segmentPadding)
}

// WholeWidth is the width at which no option is cut.
func (s *Segments) WholeWidth() (width float32) {
	for _, need := range s.needs() {
		width += need
	}
	return width
}

// CreateRenderer is used by Fyne.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentsRenderer{field: s, frame: canvas.NewRectangle(nil), border: canvas.NewRectangle(nil)}
	for range s.options {
		r.boxes = append(r.boxes, canvas.NewRectangle(nil))
		r.texts = append(r.texts, centred())
		r.lines = append(r.lines, canvas.NewRectangle(nil))
	}
	r.paint()
	return r
}

type segmentsRenderer struct {
	field         *Segments
	frame, border *canvas.Rectangle
	boxes, lines  []*canvas.Rectangle
	texts         []*canvas.Text
}

func (r *segmentsRenderer) paint() {
	s := r.field
	paintFrame(r.frame, s, s.look())
	paintFrame(r.border, s, s.look())
	r.border.FillColor = seeThrough(r.border.StrokeColor)
	r.frame.StrokeWidth = 0
	for i, text := range r.texts {
		chosen := i == s.chosen
		r.boxes[i].FillColor = color.Transparent
		ink := s.ink()
		if i == s.pointer && s.offers() {
			r.boxes[i].FillColor = colorOf(s, theme.ColorNameHover)
		}
		if chosen {
			r.boxes[i].FillColor = colorOf(s, assets.ColorAccentSoft)
		}
		if chosen && !s.disabled {
			ink = colorAccent
		}
		text.TextStyle.Bold = chosen
		paintText(text, s, ink, theme.SizeNameText)
		r.lines[i].FillColor = colorOf(s, assets.ColorLine)
		r.lines[i].Hidden = i == 0 || chosen || i-1 == s.chosen
		r.round(i)
	}
}

// round gives the first and the last box the corners of the frame.
func (r *segmentsRenderer) round(i int) {
	radius, box := r.frame.CornerRadius, r.boxes[i]
	if i == 0 {
		box.TopLeftCornerRadius, box.BottomLeftCornerRadius = radius, radius
	}
	if i == len(r.boxes)-1 {
		box.TopRightCornerRadius, box.BottomRightCornerRadius = radius, radius
	}
	box.Refresh()
}

func (r *segmentsRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	r.border.Resize(size)
	for i, cell := range r.field.cells(size.Width) {
		r.boxes[i].Move(fyne.NewPos(cell.x, 0))
		r.boxes[i].Resize(fyne.NewSize(cell.width, size.Height))
		r.lines[i].Move(fyne.NewPos(cell.x, 8))
		r.lines[i].Resize(fyne.NewSize(1, size.Height-16))
		text := r.texts[i]
		text.Text = cutText(r.field.caption(i), cell.width-6, measure(text))
		height := text.MinSize().Height
		text.Move(fyne.NewPos(cell.x, (size.Height-height)/2))
		text.Resize(fyne.NewSize(cell.width, height))
	}
}

func (r *segmentsRenderer) MinSize() fyne.Size {
	width := float32(0)
	for _, need := range r.field.needs() {
		width += min(need, 72)
	}
	return fyne.NewSize(width, sizeOf(r.field, assets.SizeControl))
}

func (r *segmentsRenderer) Refresh() {
	r.paint()
	r.Layout(r.field.Size())
	canvas.Refresh(r.field)
}

func (r *segmentsRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.frame}
	for i := range r.boxes {
		objects = append(objects, r.boxes[i], r.lines[i], r.texts[i])
	}
	return append(objects, r.border)
}

func (r *segmentsRenderer) Destroy() {}
