package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/assets"
	"saya/widgets"
)

// Tab is one of the parts of a card.
type Tab struct {
	Text string
	Draw func() fyne.CanvasObject // called when the part is first shown
}

// Tabs is [Panel] with a body in parts. chosen is the part that is shown first, and follows: cards that are drawn one
// after the other stay at the same part.
func Tabs(head fyne.CanvasObject, chosen *int, parts ...Tab) fyne.CanvasObject {
	items := make([]widgets.TabItem, len(parts))
	places := make([]*fyne.Container, len(parts))
	for i, part := range parts {
		places[i] = container.NewStack()
		items[i] = widgets.TabItem{Text: part.Text, Content: places[i]}
	}
	tabs := widgets.NewTabs(items...)
	tabs.Padding = panelSide
	show := func(i int) {
		*chosen = i
		if len(places[i].Objects) == 0 {
			places[i].Add(widgets.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, panelSide, panelSide, panelSide), parts[i].Draw())))
		}
	}
	tabs.OnChanged = show
	tabs.Select(*chosen)
	show(*chosen)
	top := container.New(layout.NewCustomPaddedLayout(16, 12, panelSide, panelSide), head)
	return widgets.NewSurface(assets.ColorPanel, container.New(panelLayout{}, widgets.NewLine(), top, tabs))
}
