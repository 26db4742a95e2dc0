package list

import (
	"slices"

	"fyne.io/fyne/v2"

	"saya/app/page"
)

// Scenes are the states that every list has: what is open above it, several chosen rows, nothing found. Sections add
// their own; the list is as it was after the last one.
func (p *Page) Scenes() []page.Scene {
	at := fyne.NewPos(420, 240)
	scenes := []page.Scene{
		{Name: "menu", Show: p.scene(func() {
			p.ChooseRow(1)
			p.menu(p.chosen, at)
		})},
		{Name: "header", Show: p.scene(func() { p.columnMenu(1, at) })},
		{Name: "columns", Show: p.scene(p.askColumns)},
		{Name: "view", Show: p.scene(p.offerViews)},
	}
	if len(p.config.Filters) > 0 {
		scenes = append(scenes,
			page.Scene{Name: "filters", Show: p.scene(p.offerFilters)},
			page.Scene{Name: "options", Show: p.scene(func() { p.offerOptions(p.config.Filters[0]) })},
		)
	}
	if i := slices.IndexFunc(p.config.Filters, func(f Filter) bool { return f.Search != nil }); i >= 0 {
		scenes = append(scenes, page.Scene{Name: "searched", Show: p.scene(func() { p.offerOptions(p.config.Filters[i]) })})
	}
	if p.config.Acts != nil {
		scenes = append(scenes, page.Scene{Name: "chosen", Show: p.scene(func() { p.ChooseRows(3) })})
	}
	if p.exports() {
		scenes = append(scenes, page.Scene{Name: "export", Show: p.scene(p.askExport)})
	}
	return append(scenes,
		page.Scene{Name: "nothing", Show: p.scene(func() {
			p.query.Search = "qwertyuiop" // nobody's name
			p.search.SetText(p.query.Search)
			p.narrow()
		})},
		page.Scene{Name: "list", Show: p.scene(func() {})},
	)
}

// scene shows something on the list as it is, without what was open before.
func (p *Page) scene(show func()) func() {
	return func() {
		p.env.Window.Modals().CloseAll()
		if c := fyne.CurrentApp().Driver().CanvasForObject(p.root); c != nil {
			for top := c.Overlays().Top(); top != nil; top = c.Overlays().Top() {
				c.Overlays().Remove(top)
			}
		}
		p.query.Search = ""
		p.search.SetText("")
		p.chooseOne()
		p.reload()
		show()
	}
}
