package list

import (
	"slices"

	"fyne.io/fyne/v2"

	"saya/assets"
	"saya/widgets"
)

// menu offers what can be done with a row or, when it is one of several that are chosen, with all of them.
func (p *Page) menu(id int64, at fyne.Position) {
	chosen := p.table.Selected()
	if !slices.Contains(chosen, id) { // the choice waits for an open editor
		return
	}
	var items []widgets.MenuItem
	if len(chosen) == 1 {
		items = append(items, widgets.MenuItem{
			Text: p.env.T("common.open"), Icon: assets.IconOpen, Do: func() { p.Leave(func() { p.Show(id) }) },
		})
		if p.config.Edit != nil {
			items = append(items, widgets.MenuItem{
				Text: p.env.T("common.edit"), Icon: assets.IconEdit, Keys: "Enter", Do: func() { p.Edit(id) },
			})
		}
	}
	items = append(items, p.actsFor(chosen)...)
	items = append(items, widgets.MenuItem{
		Text: p.env.T("list.copy"), Icon: assets.IconCopy, Keys: "Ctrl+C", Do: func() { p.copy(chosen) },
	})
	widgets.ShowMenuAt(p.table, at, items...)
}

func (p *Page) actsFor(ids []int64) []widgets.MenuItem {
	if p.config.Acts == nil {
		return nil
	}
	return p.config.Acts(ids)
}

// showActs shows above the list what can be done with several rows, or the filters again.
func (p *Page) showActs() {
	a, chosen := &p.above, p.table.Selected()
	several := len(chosen) > 1
	if several {
		items := p.actsFor(chosen)
		if !sameItems(items, a.items) || len(a.acts.Objects) == 0 {
			p.buildActs(items)
		}
		a.items = items
		a.acts.Objects[0].(*widgets.Text).SetText(p.env.T("list.chosen", "Count", len(chosen)))
	}
	if a.acts.Visible() != several {
		a.acts.Hidden, a.row.Hidden = !several, several
		p.root.Refresh()
	}
}

// sameItems tells whether two menus offer the same, so that the buttons of one serve the other.
func sameItems(a, b []widgets.MenuItem) bool {
	return slices.EqualFunc(a, b, func(a, b widgets.MenuItem) bool { return a.Text == b.Text && a.Icon == b.Icon })
}

// buildActs makes the buttons for several rows.
func (p *Page) buildActs(items []widgets.MenuItem) {
	a := &p.above
	count := widgets.NewText("")
	count.Bold = true
	clear := widgets.NewQuietButton("", assets.IconClose, func() { p.chooseOne(); p.focusRows() })
	clear.Compact, clear.Tip = true, p.env.T("list.clear")
	objects := []fyne.CanvasObject{count, clear}
	for i, item := range items {
		button := widgets.NewButton(item.Text, item.Icon, func() { a.items[i].Do() })
		button.Compact = true
		objects = append(objects, button)
	}
	a.acts.Objects = objects
	a.acts.Refresh()
}

// chooseOne leaves of several chosen rows the one beside the list, or none; false when there were no several.
func (p *Page) chooseOne() bool {
	if len(p.table.Selected()) < 2 {
		return false
	}
	p.choose(p.chosen)
	return true
}
