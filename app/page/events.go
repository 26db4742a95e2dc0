package page

import (
	"fyne.io/fyne/v2"

	"saya/data"
	"saya/widgets"
)

// EventLines are events on the card of something else, each with its day and a way to it.
func (e Env) EventLines(rows []data.EventRow) fyne.CanvasObject {
	lines := make([]fyne.CanvasObject, len(rows))
	for i, r := range rows {
		title := widgets.NewText(r.Title.In(e.Lang()))
		title.Cut = true
		day := widgets.NewDimText(e.Text.Date(r.Start.Date().Time()))
		lines[i] = widgets.NewPress(widgets.NewSpread(title, day), func() { e.Window.Open("events", r.ID) })
	}
	return widgets.NewLines(lines...)
}
