package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/assets"
	"saya/widgets"
)

// Fact is one line of a card: what it is and what it says.
type Fact struct {
	Label, Value string
	Full         string // a secret, of which Value is the masked form: shown when asked for
	Tip          string // of the button that shows it

	copy *widgets.Button // see SecretFact; nil for none
}

// Facts lays lines of a card out in two columns, nothing cut. Lines without a value are left out.
func Facts(facts ...Fact) fyne.CanvasObject { return FactLists(facts)[0] }

// FactLists lays several lists out that stand under each other: the values of all are in one column.
func FactLists(lists ...[]Fact) []fyne.CanvasObject {
	pairs := make([]*fyne.Container, len(lists))
	for i, facts := range lists {
		pairs[i] = newPairs(facts)
	}
	widgets.AlignPairs(pairs...)
	out := make([]fyne.CanvasObject, len(pairs))
	for i, p := range pairs {
		out[i] = p
	}
	return out
}

func newPairs(facts []Fact) *fyne.Container {
	texts := make([]fyne.CanvasObject, 0, 2*len(facts))
	for _, f := range facts {
		if f.Value != "" {
			texts = append(texts, widgets.NewTerm(f.Label), f.view())
		}
	}
	return widgets.NewPairs(14, 9, texts...)
}

// view is the value with its buttons.
func (f Fact) view() fyne.CanvasObject {
	if f.Full != "" && f.Full != f.Value {
		return f.masked()
	}
	if f.copy == nil {
		return widgets.NewBody(f.Value)
	}
	return widgets.NewValue(f.Value, f.copy)
}

// masked is a masked value; the eye beside it shows it whole and hides it again.
func (f Fact) masked() fyne.CanvasObject {
	eye := widgets.NewQuietButton("", assets.IconShow, nil)
	eye.Compact, eye.Tip = true, f.Tip
	ends := []fyne.CanvasObject{eye}
	if f.copy != nil {
		ends = append(ends, f.copy)
	}
	text, shown := widgets.NewValue(f.Value, ends...), false
	eye.OnTapped = func() {
		if shown = !shown; shown {
			text.SetText(f.Full)
			eye.Icon = assets.IconHide
		} else {
			text.SetText(f.Value)
			eye.Icon = assets.IconShow
		}
		eye.Refresh()
	}
	return text
}

// panelSide is the space at the sides of a card and below it.
const panelSide float32 = 18

// Panel is the surface beside a list: a card with its head, body and the line to the left of it.
func Panel(head, body fyne.CanvasObject) fyne.CanvasObject {
	scroll := widgets.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, panelSide, panelSide, panelSide), body))
	top := container.New(layout.NewCustomPaddedLayout(16, 12, panelSide, panelSide), head)
	return widgets.NewSurface(assets.ColorPanel, container.New(panelLayout{}, widgets.NewLine(), top, scroll))
}

// panelLayout puts a hairline to the left of a head and what scrolls below it. Both hold texts that wrap.
type panelLayout struct{}

func (panelLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line, top, scroll := objects[0], objects[1], objects[2]
	line.Resize(fyne.NewSize(1, size.Height))
	width := size.Width - 1
	top.Move(fyne.NewPos(1, 0))
	top.Resize(fyne.NewSize(width, top.MinSize().Height))
	height := top.MinSize().Height // of texts that know their width by now
	top.Resize(fyne.NewSize(width, height))
	scroll.Move(fyne.NewPos(1, height))
	scroll.Resize(fyne.NewSize(width, max(0, size.Height-height)))
	scroll.Refresh()
}

func (panelLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	top, scroll := objects[1].MinSize(), objects[2].MinSize()
	return fyne.NewSize(max(top.Width, scroll.Width)+1, top.Height+scroll.Height)
}
