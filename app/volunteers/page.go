// Package volunteers is the register of volunteers on screen: list, card and editor.
package volunteers

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/app/page"
	"saya/app/record"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Page is the section Volunteers.
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
	chips := make([]list.Chip, 0, 4)
	for _, s := range []data.VolunteerStatus{data.Active, data.OnLeave, data.Left} {
		chips = append(chips, list.Chip{ID: string(s), Text: t.Status("volunteer", string(s))})
	}
	chips = append(chips, list.Chip{ID: chipAll, Text: t.T("common.all")})
	c := list.Config{
		ID: "volunteers", Title: t.T("shell.volunteers"), Hint: t.T("volunteers.search_hint"),
		New: t.T("volunteers.new"), Empty: t.T("volunteers.empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: p.columns(), Sort: widgets.Sort{Column: colName}, Chips: chips,
		Source: p.model.source, Actions: []fyne.CanvasObject{p.env.ImportButton()},
		Count: func(n int) string { return t.T("common.volunteers", "Count", n) },
		Card:  p.card, Edit: p.edit, Shows: cares,
	}
	if !p.env.May(data.KeepVolunteers) {
		c.New, c.Edit = "", nil
	}
	return c
}

func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	right := fyne.TextAlignTrailing
	return []widgets.Column{
		{ID: colNumber, Title: t.T("common.number_sign"), Width: 62, Style: widgets.StyleDim},
		{ID: colName, Title: t.T("field.full_name"), Flexible: true, MinWidth: 210},
		{ID: colDirection, Title: t.T("field.direction"), Width: 112, NoSort: true, Spare: 1},
		{ID: colStatus, Title: t.T("field.status"), Width: 110, Style: widgets.StyleTag},
		{ID: colPhone, Title: t.T("field.phone"), Width: 122, NoSort: true, Spare: 3},
		{ID: colHours, Title: t.T("volunteers.hours_30"), Width: 104, Align: right},
		{ID: colLast, Title: t.T("volunteers.last"), Width: 100, Style: widgets.StyleDim, Spare: 2},
	}
}

// Scenes implements [page.Page].
func (p *Page) Scenes() []page.Scene {
	return []page.Scene{
		{Name: "card", Show: func() { p.ChooseRow(1) }},
		{Name: "edit", Show: func() { p.Edit(p.Chosen()) }},
		{Name: "wrong", Show: func() { p.New(); p.Save() }},
	}
}

func (p *Page) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	c, err := p.model.load(ctx, id)
	if err != nil {
		return nil, err
	}
	history, err := record.ReadHistory(ctx, p.env, store.Volunteers, id)
	return func() fyne.CanvasObject { return p.cardView(c, history) }, err
}

func (p *Page) edit(ctx context.Context, id int64) (func() *list.Panel, error) {
	v, err := p.model.blank(), error(nil)
	if id != 0 {
		v, err = p.env.Store.Volunteer(ctx, id)
	}
	return func() *list.Panel {
		e := newEditor(p.env, v)
		return &list.Panel{
			Shell: e.shell, Start: e.form.FocusFirst, Done: p.env.T("volunteers.saved"), Saved: func() int64 { return e.saved },
			Subject: page.Subject{DraftKey: data.DraftKey{Record: id}, Version: v.Version, Table: store.Volunteers},
		}
	}, err
}
