package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// paintText gives a drawn text the colours and size of the theme.
func paintText(t *canvas.Text, w fyne.Widget, color fyne.ThemeColorName, size fyne.ThemeSizeName) {
	t.Color = colorOf(w, color)
	t.TextSize = sizeOf(w, size)
	t.Refresh()
}

// textBlock is a text that wraps to its width, without the padding of a stock
// label. Its height depends on its width: who lays it out asks HeightFor.
type textBlock struct {
	widget.BaseWidget
	Text  string
	Mark  string // drawn in the accent after the last word, as * for required
	Color fyne.ThemeColorName
	Scale fyne.ThemeSizeName
	Style fyne.TextStyle
	Align fyne.TextAlign
	Cut   bool // one line, cut with an ellipsis, in place of wrapping

	width   float32
	wrapped wrapping
}

// wrapping is a text as it was wrapped last: a form asks for its height several times before it is drawn.
type wrapping struct {
	text        string
	width, size float32
	style       fyne.TextStyle
	lines       []string
}

func newTextBlock(text string, color fyne.ThemeColorName, size fyne.ThemeSizeName) *textBlock {
	t := &textBlock{Text: text, Color: color, Scale: size}
	t.ExtendBaseWidget(t)
	return t
}

// SetText shows another text.
func (t *textBlock) SetText(text string) {
	if t.Text != text {
		t.Text = text
		t.Refresh()
	}
}

// Resize wraps the text anew.
func (t *textBlock) Resize(size fyne.Size) {
	t.width = size.Width
	t.BaseWidget.Resize(size)
}

// HeightFor is the height the text needs when it is as wide as width.
func (t *textBlock) HeightFor(width float32) float32 {
	if t.Text == "" {
		return 0
	}
	return float32(len(t.lines(width))) * t.lineHeight()
}

func (t *textBlock) lines(width float32) []string {
	width, size, last := width-t.markWidth(), sizeOf(t, t.Scale), &t.wrapped
	if t.Cut && width > 0 {
		return []string{cutText(t.Text, width, func(s string) float32 { return fyne.MeasureText(s, size, t.Style).Width })}
	}
	if last.lines == nil || last.text != t.Text || last.width != width || last.size != size || last.style != t.Style {
		*last = wrapping{t.Text, width, size, t.Style, wrapLines(t.Text, width, size, t.Style)}
	}
	return last.lines
}

// widest is how wide the widest of its lines is when the text is as wide as width.
func (t *textBlock) widest(width float32) (widest float32) {
	for _, line := range t.lines(width) {
		widest = max(widest, fyne.MeasureText(line, sizeOf(t, t.Scale), t.Style).Width)
	}
	return widest
}

func (t *textBlock) markWidth() float32 {
	if t.Mark == "" {
		return 0
	}
	return fyne.MeasureText(" "+t.Mark, sizeOf(t, t.Scale), t.Style).Width
}

func (t *textBlock) lineHeight() float32 {
	return fyne.MeasureText("Қу", sizeOf(t, t.Scale), t.Style).Height
}

// CreateRenderer is used by Fyne.
func (t *textBlock) CreateRenderer() fyne.WidgetRenderer {
	return &textBlockRenderer{block: t}
}

type textBlockRenderer struct {
	block   *textBlock
	objects []fyne.CanvasObject
}

func (r *textBlockRenderer) Layout(size fyne.Size) {
	r.objects = nil
	t := r.block
	if t.Text == "" {
		return
	}
	lines := t.lines(size.Width)
	for i, line := range lines {
		r.add(line, t.Color, fyne.NewPos(0, float32(i)*t.lineHeight()), size.Width)
	}
	if t.Mark != "" {
		last := fyne.MeasureText(lines[len(lines)-1]+" ", sizeOf(t, t.Scale), t.Style).Width
		r.add(t.Mark, colorAccent, fyne.NewPos(last, float32(len(lines)-1)*t.lineHeight()), size.Width)
	}
}

func (r *textBlockRenderer) add(line string, color fyne.ThemeColorName, at fyne.Position, width float32) {
	text := canvas.NewText(line, colorOf(r.block, color))
	text.TextSize = sizeOf(r.block, r.block.Scale)
	text.TextStyle = r.block.Style
	text.Alignment = r.block.Align
	text.Move(at)
	text.Resize(fyne.NewSize(width, r.block.lineHeight()))
	r.objects = append(r.objects, text)
}

// MinSize is the height at the present width; a text that was never laid out
// asks for one line.
func (r *textBlockRenderer) MinSize() fyne.Size {
	t := r.block
	if t.width == 0 {
		return fyne.NewSize(0, t.lineHeight())
	}
	return fyne.NewSize(0, t.HeightFor(t.width))
}

func (r *textBlockRenderer) Refresh() {
	r.Layout(r.block.BaseWidget.Size())
	canvas.Refresh(r.block)
}

func (r *textBlockRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *textBlockRenderer) Destroy() {}

func newDimBlock(text string) *textBlock {
	return newTextBlock(text, assets.ColorDim, assets.SizeSmall)
}
