// Package volunteers is the register of volunteers on screen: list, card and editor, and what is done to many at once.
package volunteers

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/app/page"
	"saya/app/record"
	"saya/data"
	"saya/data/store"
)

// Page is the section Volunteers.
type Page struct {
	*list.Page
	env   page.Env
	model *model
	tab   int // of the card
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
		ID: "volunteers", Title: t.T("shell.volunteers"), Hint: t.T("volunteers.search_hint"),
		New: t.T("volunteers.new"), Empty: t.T("volunteers.empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: p.columns(), Order: list.By(colName, false), Chips: p.chips(), Counts: p.model.counts,
		Filters: p.filters(), Acts: p.acts, Export: t.T("shell.volunteers"),
		Source: p.model.source, Actions: []fyne.CanvasObject{p.env.ImportButton()},
		Count: func(n int) string { return t.T("common.volunteers", "Count", n) },
		Card:  p.card, Edit: p.edit, Resume: p.resume, Shows: cares,
	}
	if !p.env.May(data.KeepVolunteers) {
		c.New, c.Edit, c.Acts = "", nil, nil
	}
	return c
}

func (p *Page) chips() []list.Chip {
	t, out := p.env.Text, []list.Chip(nil)
	for _, id := range chips() {
		text := t.Status("volunteer", id)
		switch id {
		case string(data.Active):
			text = t.T("volunteers.chip_active")
		case string(data.Left):
			text = t.T("volunteers.chip_left")
		case chipMissing:
			text = t.T("volunteers.missing")
		case chipPapers:
			text = t.T("volunteers.chip_papers")
		case chipIdle:
			text = t.T("volunteers.chip_idle", "Days", data.IdleDays)
		case chipAll:
			text = t.T("common.all")
		}
		out = append(out, list.Chip{ID: id, Text: text})
	}
	return out
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
		if v, err = p.env.Store.Volunteer(ctx, id); err != nil {
			return nil, err
		}
	}
	groups, err := p.model.groups(ctx, v.GroupID)
	return func() *list.Panel {
		e := newEditor(p.env, v, groups)
		return &list.Panel{
			Shell: e.shell, Start: e.form.FocusFirst, Done: p.env.T("volunteers.saved"), Saved: func() int64 { return e.saved },
			Subject: page.Subject{DraftKey: data.DraftKey{Record: id}, Version: v.Version, Table: store.Volunteers},
		}
	}, err
}
