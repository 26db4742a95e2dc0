package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Trailed is a text that wraps, with buttons or tags on its first line. They may be higher than the line and make it no
// higher, so that lines with and without them stand equally far apart, and what is left of the text is level with it.
type Trailed struct {
	widget.BaseWidget
	text  fyne.CanvasObject
	ends  []fyne.CanvasObject
	after bool // directly after the text, else at the end of the place
}

// NewValue returns a plain text and what stands directly after it.
func NewValue(text string, ends ...fyne.CanvasObject) *Trailed {
	return newTrailed(&Trailed{text: NewBody(text), ends: ends, after: true})
}

// NewTrailed returns texts and what stands at the end of their first line.
func NewTrailed(texts fyne.CanvasObject, ends ...fyne.CanvasObject) *Trailed {
	return newTrailed(&Trailed{text: texts, ends: ends})
}

func newTrailed(t *Trailed) *Trailed {
	t.ExtendBaseWidget(t)
	return t
}

// SetText shows another plain text.
func (t *Trailed) SetText(text string) {
	if block, ok := t.text.(*textBlock); ok {
		block.SetText(text)
		t.Refresh()
	}
}

const trailedGap float32 = 4

// besides is the width of what is not text.
func (t *Trailed) besides() float32 {
	width := float32(0)
	for _, o := range visible(t.ends) {
		width += trailedGap + o.MinSize().Width
	}
	return width
}

// HeightFor is the height of the text when both are as wide as width.
func (t *Trailed) HeightFor(width float32) float32 {
	return max(t.line(), heightFor(t.text, max(0, width-t.besides())))
}

func (t *Trailed) line() float32 {
	return fyne.MeasureText("Қу", sizeOf(t, theme.SizeNameText), fyne.TextStyle{}).Height
}

// CreateRenderer is used by Fyne.
func (t *Trailed) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return &trailedRenderer{t}
}

type trailedRenderer struct{ of *Trailed }

func (r *trailedRenderer) Layout(size fyne.Size) {
	t := r.of
	width := max(0, size.Width-t.besides())
	if block, ok := t.text.(*textBlock); ok && t.after {
		width = min(width, block.widest(width)+1)
	}
	t.text.Resize(fyne.NewSize(width, size.Height))
	x := size.Width - t.besides()
	if t.after {
		x = width
	}
	for _, o := range visible(t.ends) {
		least := o.MinSize()
		x += trailedGap
		o.Move(fyne.NewPos(x, (t.line()-least.Height)/2))
		o.Resize(least)
		x += least.Width
	}
}

func (r *trailedRenderer) MinSize() fyne.Size {
	t := r.of
	return fyne.NewSize(t.besides(), t.HeightFor(t.Size().Width))
}

func (r *trailedRenderer) Refresh() {
	r.Layout(r.of.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *trailedRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.of.text}, r.of.ends...)
}

func (r *trailedRenderer) Destroy() {}
