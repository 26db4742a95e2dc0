package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Text is one line in a colour and size of the theme, cut with an ellipsis where it does not fit. Unlike a stock
// label it has no padding, so that texts line up with what stands above and below them.
type Text struct {
	widget.BaseWidget
	Text     string
	TextSize fyne.ThemeSizeName
	Color    fyne.ThemeColorName
	Bold     bool
	Align    fyne.TextAlign
	// Cut lets the text be narrower than it is long; otherwise its whole width is asked for.
	Cut bool
}

// NewText returns a line of plain text.
func NewText(text string) *Text {
	return newText(&Text{Text: text, TextSize: theme.SizeNameText, Color: theme.ColorNameForeground})
}

// NewDimText returns a line of secondary text.
func NewDimText(text string) *Text {
	return newText(&Text{Text: text, TextSize: assets.SizeSmall, Color: assets.ColorDim})
}

// NewTitle returns the name of a section.
func NewTitle(text string) *Text {
	return newText(&Text{Text: text, TextSize: assets.SizeTitle, Color: theme.ColorNameForeground, Bold: true})
}

// NewHeading returns the name of a person or event on its card; it wraps to the width of its place.
func NewHeading(text string) fyne.CanvasObject {
	heading := newTextBlock(text, theme.ColorNameForeground, assets.SizeCardTitle)
	heading.Style.Bold = true
	return heading
}

func newText(t *Text) *Text {
	t.ExtendBaseWidget(t)
	return t
}

// SetText shows another text.
func (t *Text) SetText(text string) {
	if t.Text != text {
		t.Text = text
		t.Refresh()
	}
}

// isCut tells whether the text is wider than its place.
func (t *Text) isCut() bool {
	width := fyne.MeasureText(oneLine(t.Text), sizeOf(t, t.TextSize), fyne.TextStyle{Bold: t.Bold}).Width
	return t.Cut && width > t.BaseWidget.Size().Width
}

// CreateRenderer draws the text.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{of: t, drawn: canvas.NewText("", nil)}
	r.paint()
	return r
}

type textRenderer struct {
	of    *Text
	drawn *canvas.Text
}

func (r *textRenderer) paint() {
	t := r.of
	r.drawn.TextStyle.Bold = t.Bold
	r.drawn.Alignment = t.Align
	paintText(r.drawn, t, t.Color, t.TextSize)
}

func (r *textRenderer) MinSize() fyne.Size {
	t := r.of
	size := fyne.MeasureText(t.Text, sizeOf(t, t.TextSize), fyne.TextStyle{Bold: t.Bold})
	if t.Cut {
		size.Width = 0
	}
	return size
}

func (r *textRenderer) Layout(size fyne.Size) {
	r.drawn.Text = r.of.Text
	if r.of.Cut {
		r.drawn.Text = cutText(r.of.Text, size.Width, measure(r.drawn))
	}
	r.drawn.Resize(size)
	r.drawn.Refresh()
}

func (r *textRenderer) Refresh() {
	r.paint()
	r.Layout(r.of.BaseWidget.Size())
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.drawn} }

func (r *textRenderer) Destroy() {}

// NewParagraph returns secondary text that wraps to the width of its place.
func NewParagraph(text string) fyne.CanvasObject { return newDimBlock(text) }

// NewBody returns plain text that wraps to the width of its place.
func NewBody(text string) fyne.CanvasObject {
	return newTextBlock(text, theme.ColorNameForeground, theme.SizeNameText)
}
