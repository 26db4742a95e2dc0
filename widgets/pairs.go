package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// The terms take no more than pairsTerm, or this part of a wide place; in a narrow one no more than half. Longer ones
// wrap: what is said is looked for more often than what it is.
const (
	pairsTerm float32 = 150
	pairsWide float32 = 0.34
	pairsMost float32 = 0.5
)

// pairsLayout is lines of a term and what is said of it.
type pairsLayout struct {
	gap, lineGap float32
	width        float32             // of the last layout
	beside       []fyne.CanvasObject // pairs above or below, of which the terms share a column with these
}

// NewTerm returns the name of a value: secondary text of plain size that wraps.
func NewTerm(text string) fyne.CanvasObject {
	return newTextBlock(text, assets.ColorDim, theme.SizeNameText)
}

// NewPairs lays texts that wrap out in lines of two, lineGap apart: a term and what is said of it. The column of the
// terms is as wide as the longest of them, within limits. What it needs in height follows the width it
// was last given, as with [NewFlow].
func NewPairs(gap, lineGap float32, texts ...fyne.CanvasObject) *fyne.Container {
	return container.New(&pairsLayout{gap: gap, lineGap: lineGap}, texts...)
}

// AlignPairs gives pairs of [NewPairs] that stand under each other, in places of one width, one column of terms.
func AlignPairs(pairs ...*fyne.Container) {
	var all []fyne.CanvasObject
	for _, p := range pairs {
		all = append(all, p.Objects...)
	}
	for _, p := range pairs {
		if l, ok := p.Layout.(*pairsLayout); ok {
			l.beside = all
		}
	}
}

// naturallyWide is a text that knows how wide it is on one line.
type naturallyWide interface{ naturalWidth() float32 }

func (t *textBlock) naturalWidth() float32 {
	return fyne.MeasureText(t.Text, sizeOf(t, t.Scale), t.Style).Width
}

func (l *pairsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.arrange(objects, l.width, nil))
}

func (l *pairsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

func (l *pairsLayout) arrange(objects []fyne.CanvasObject, width float32, place placer) float32 {
	terms := l.terms(objects, width)
	texts := max(0, width-terms-l.gap)
	y := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		if i > 0 {
			y += l.lineGap
		}
		term, text := heightFor(objects[i], terms), heightFor(objects[i+1], texts)
		place.put(objects[i], fyne.NewPos(0, y), fyne.NewSize(terms, term))
		place.put(objects[i+1], fyne.NewPos(terms+l.gap, y), fyne.NewSize(texts, text))
		y += max(term, text)
	}
	return y
}

// terms is the width of the column of the terms.
func (l *pairsLayout) terms(objects []fyne.CanvasObject, width float32) float32 {
	if l.beside != nil {
		objects = l.beside
	}
	widest := float32(0)
	for i := 0; i < len(objects); i += 2 {
		if term, ok := objects[i].(naturallyWide); ok {
			widest = max(widest, term.naturalWidth()+1)
		}
	}
	if width == 0 {
		return widest
	}
	return min(widest, max(pairsTerm, width*pairsWide), width*pairsMost)
}
