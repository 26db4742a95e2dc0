// Package groups is the groups of volunteers on screen: list, card with the members, editor.
package groups

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/app/page"
	"saya/app/record"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Page is the section Groups.
type Page struct {
	*list.Page
	env   page.Env
	model *model
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env, model: &model{env: env}}
	p.Page = list.New(env, p.config())
	return p
}

func (p *Page) config() list.Config {
	t := p.env.Text
	c := list.Config{
		ID: "groups", Title: t.T("groups.title"), Hint: t.T("groups.search_hint"),
		New: t.T("groups.new"), Empty: t.T("groups.empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: p.columns(), Order: list.By(colName, false),
		Chips:  []list.Chip{{ID: chipCurrent, Text: t.T("groups.chip_current")}, {ID: chipAll, Text: t.T("common.all")}},
		Source: p.model.source, Counts: p.model.counts, Acts: p.acts, Export: t.T("groups.title"),
		Count: func(n int) string { return t.T("groups.count", "Count", n) },
		Card:  p.card, Edit: p.edit, Shows: cares,
	}
	if !p.env.May(data.KeepVolunteers) {
		c.New, c.Edit, c.Acts = "", nil, nil
	}
	return c
}

func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	return []widgets.Column{
		{ID: colName, Title: t.T("field.name"), Flexible: true, MinWidth: 200},
		{ID: colLeader, Title: t.T("field.leader_id"), Width: 190, NoSort: true, Spare: 1},
		{ID: colMembers, Title: t.T("groups.members"), Width: 110, Align: fyne.TextAlignTrailing, NoSort: true},
		{ID: colFormed, Title: t.T("field.formed_on"), Width: 120, Style: widgets.StyleDim, NoSort: true, Spare: 2},
		{ID: colEnded, Title: t.T("field.ended_on"), Width: 120, Style: widgets.StyleDim, NoSort: true, Spare: 3},
	}
}

// acts are what can be done with a chosen group.
func (p *Page) acts(ids []int64) []widgets.MenuItem {
	if len(ids) != 1 {
		return nil
	}
	return []widgets.MenuItem{{Text: p.env.T("groups.end"), Icon: assets.IconBan, Do: func() { p.end(ids[0]) }}}
}

// end lets a group end today. Who is in it stays: people came together there.
func (p *Page) end(id int64) {
	p.env.Run.Go(func(ctx context.Context) error {
		g, err := p.env.Store.Group(ctx, id)
		if err != nil || g.EndedOn != "" {
			return err
		}
		g.EndedOn = p.env.Today()
		_, err = p.env.Store.SaveGroup(ctx, p.env.Actor, g)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.env.Window.Say(p.env.T("groups.ended"), true)
	})
}

func (p *Page) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	c, err := p.model.load(ctx, id)
	if err != nil {
		return nil, err
	}
	history, err := record.ReadHistory(ctx, p.env, store.Groups, id)
	return func() fyne.CanvasObject { return p.cardView(c, history) }, err
}

func (p *Page) edit(ctx context.Context, id int64) (func() *list.Panel, error) {
	c, err := card{group: data.GroupRow{Group: data.Group{FormedOn: p.env.Today()}}}, error(nil)
	if id != 0 {
		c, err = p.model.load(ctx, id)
	}
	return func() *list.Panel { return newEditor(p.env, c.group.Group, c.leader).panel() }, err
}

// Scenes implements [page.Page].
func (p *Page) Scenes() []page.Scene {
	return []page.Scene{
		{Name: "edit", Show: func() { p.ChooseRow(0); p.Edit(p.Chosen()) }},
		{Name: "wrong", Show: func() { p.New(); p.Save() }},
		{Name: "card", Show: func() { p.Show(p.Chosen()); p.ChooseRow(0) }},
	}
}
