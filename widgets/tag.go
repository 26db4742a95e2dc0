package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Tone says how a text is meant, and colours it. A tone never stands alone:
// the word beside it says the same.
type Tone int

// The tones there are.
const (
	TonePlain Tone = iota
	ToneDim
	ToneAccent
	ToneOk
	ToneWarn
	ToneBad
	ToneInfo
)

// Ink is the name of the colour of text of this tone.
func (t Tone) Ink() fyne.ThemeColorName {
	switch t {
	case ToneDim:
		return assets.ColorDim
	case ToneAccent:
		return theme.ColorNamePrimary
	case ToneOk:
		return assets.ColorOk
	case ToneWarn:
		return assets.ColorWarn
	case ToneBad:
		return assets.ColorBad
	case ToneInfo:
		return assets.ColorInfo
	default:
		return theme.ColorNameForeground
	}
}

// Soft is the name of the colour of the surface under a tag of this tone.
func (t Tone) Soft() fyne.ThemeColorName {
	switch t {
	case ToneAccent:
		return assets.ColorAccentSoft
	case ToneOk:
		return assets.ColorOkSoft
	case ToneWarn:
		return assets.ColorWarnSoft
	case ToneBad:
		return assets.ColorBadSoft
	case ToneInfo:
		return assets.ColorInfoSoft
	default:
		return assets.ColorGreySoft
	}
}

// onTag is the tone of the text of a tag: a plain tag is a quiet one.
func (t Tone) onTag() Tone {
	if t == TonePlain {
		return ToneDim
	}
	return t
}

// A tag is tagHeight high, its text stands tagPadding from its ends.
const (
	tagHeight  float32 = 20
	tagPadding float32 = 9
)

// Tag is a word on a rounded soft surface of its tone.
type Tag struct {
	widget.BaseWidget
	Text string
	Tone Tone
}

// NewTag returns a tag with a word.
func NewTag(text string, tone Tone) *Tag {
	t := &Tag{Text: text, Tone: tone}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer draws the tag.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &tagRenderer{tag: t, surface: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	r.text.Alignment = fyne.TextAlignCenter
	r.style()
	return r
}

type tagRenderer struct {
	tag     *Tag
	surface *canvas.Rectangle
	text    *canvas.Text
}

func (r *tagRenderer) style() {
	r.surface.FillColor = colorOf(r.tag, r.tag.Tone.Soft())
	r.surface.CornerRadius = tagHeight / 2
	r.text.Color = colorOf(r.tag, r.tag.Tone.onTag().Ink())
	r.text.TextSize = sizeOf(r.tag, assets.SizeSmall)
}

func (r *tagRenderer) MinSize() fyne.Size {
	width := fyne.MeasureText(r.tag.Text, r.text.TextSize, r.text.TextStyle).Width
	return fyne.NewSize(width+2*tagPadding, tagHeight)
}

func (r *tagRenderer) Layout(size fyne.Size) {
	y := (size.Height - tagHeight) / 2
	for _, o := range r.Objects() {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, tagHeight))
	}
	r.text.Text = cutText(r.tag.Text, size.Width-2*tagPadding, measure(r.text))
}

func (r *tagRenderer) Refresh() {
	r.style()
	r.Layout(r.tag.Size())
	r.surface.Refresh()
	r.text.Refresh()
}

func (r *tagRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.surface, r.text}
}

func (r *tagRenderer) Destroy() {}
