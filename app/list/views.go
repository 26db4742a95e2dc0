package list

import (
	"context"
	"maps"
	"slices"
	"strings"

	"saya/app/page"
	"saya/assets"
	"saya/widgets"
)

// view is a look of the list under a name.
type view struct {
	Name string
	look
}

// viewLongest is how many letters the name of a view may have.
const viewLongest = 40

// viewNow is the place of the view that the list shows, -1 for none of them. Widths do not tell views apart.
func (p *Page) viewNow() int {
	now := p.look()
	return slices.IndexFunc(p.kept.views, func(v view) bool { return v.same(now) })
}

func (l look) same(other look) bool {
	return l.Chip == other.Chip && l.Sort == other.Sort && maps.Equal(l.Filters, other.Filters) &&
		slices.EqualFunc(l.Columns, other.Columns, func(a, b keptColumn) bool { return a.ID == b.ID && a.Hidden == b.Hidden })
}

// offerViews opens the menu of views, with what else can be done with the look of the list.
func (p *Page) offerViews() {
	t, now := p.env.T, p.viewNow()
	var items []widgets.MenuItem
	for i, v := range p.kept.views {
		icon := assets.IconName("")
		if i == now {
			icon = assets.IconCheck
		}
		items = append(items, widgets.MenuItem{Text: v.Name, Icon: icon, Do: func() { p.showView(v.look) }})
	}
	if now >= 0 {
		items = append(items,
			widgets.MenuItem{Text: t("list.rename_view"), Icon: assets.IconEdit, Do: func() { p.nameView(now) }},
			widgets.MenuItem{Text: t("list.delete_view"), Icon: assets.IconDelete, Do: func() { p.deleteView(now) }},
		)
	} else {
		items = append(items, widgets.MenuItem{Text: t("list.save_view"), Icon: assets.IconSave, Do: func() { p.nameView(-1) }})
	}
	items = append(items,
		widgets.MenuItem{Text: t("list.columns"), Icon: assets.IconSheet, Do: p.askColumns},
		widgets.MenuItem{Text: t("list.defaults"), Icon: assets.IconUndo, Do: p.restoreDefaults},
	)
	widgets.ShowMenu(p.above.view, items...)
}

// showView shows the list as a view has it; the search stays.
func (p *Page) showView(l look) {
	p.kept.told = true
	p.pose(l)
	p.arrange(l.Columns)
	p.nameFilters()
	p.narrow()
	p.focusRows()
}

// restoreDefaults shows the list as the section has it.
func (p *Page) restoreDefaults() {
	p.split.width = 0
	p.split.content.Refresh()
	p.showView(look{Columns: keptColumns(p.kept.defaults)})
}

// nameView asks for the name of the present look, or for another one of a view.
func (p *Page) nameView(i int) {
	form, name := p.env.Form(), widgets.NewEntry()
	name.MaxRunes = viewLongest
	title := p.env.T("list.save_view")
	if i >= 0 {
		title = p.env.T("list.rename_view")
		name.SetText(p.kept.views[i].Name)
	}
	form.Add(widgets.Item{Name: "name", Label: p.env.T("list.view_name"), Required: true, Wide: true, Field: name})
	typed := ""
	dialog := &page.FormDialog{
		Title: title, Form: form,
		Read:  func() { typed = strings.Join(strings.Fields(name.Value()), " ") },
		Save:  func(context.Context) error { return nil },
		Saved: func() { p.saveView(i, typed) },
	}
	dialog.Show(p.env)
}

// saveView keeps the present look under a name, in place of a view that has it already, or gives a view another name.
func (p *Page) saveView(i int, name string) {
	v := view{Name: name, look: p.look()}
	if i >= 0 {
		v.look = p.kept.views[i].look
		p.kept.views = slices.Delete(p.kept.views, i, i+1)
	}
	p.kept.views = slices.DeleteFunc(p.kept.views, func(o view) bool { return o.Name == name })
	p.kept.views = append(p.kept.views, v)
	p.markChips()
	p.keep()
}

func (p *Page) deleteView(i int) {
	p.kept.views = slices.Delete(p.kept.views, i, i+1)
	p.markChips()
	p.keep()
}
