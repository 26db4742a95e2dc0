// Package projects is the projects of the centre, which the law calls volunteer programmes, on screen: list, card and
// editor.
package projects

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

// Page is the section Projects.
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
		ID: "projects", Title: t.T("projects.title"), Hint: t.T("projects.search_hint"),
		New: t.T("projects.new"), Empty: t.T("projects.empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: p.columns(), Order: list.By(colTerm, true),
		Chips:  []list.Chip{{ID: chipCurrent, Text: t.T("projects.chip_current")}, {ID: chipAll, Text: t.T("common.all")}},
		Source: p.model.source, Count: func(n int) string { return t.T("projects.count", "Count", n) },
		Counts: p.model.counts, Filters: p.filters(), Export: t.T("projects.title"),
		Card: p.card, Edit: p.edit, Shows: cares,
	}
	if !p.env.May(data.KeepEvents) {
		c.New, c.Edit = "", nil
	}
	return c
}

func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	right := fyne.TextAlignTrailing
	return []widgets.Column{
		{ID: colName, Title: t.T("field.name"), Flexible: true, MinWidth: 220},
		{ID: colTerm, Title: t.T("projects.term"), Width: 190},
		{ID: colState, Title: t.T("projects.state"), Width: 120, Style: widgets.StyleTag, NoSort: true},
		{ID: colPlanned, Title: t.T("projects.planned"), Width: 130, Align: right, NoSort: true, Spare: 2},
		{ID: colHeld, Title: t.T("projects.held"), Width: 110, Align: right},
		{ID: colDirection, Title: t.T("field.direction"), Width: 140, Style: widgets.StyleDim, NoSort: true, Spare: 1},
	}
}

func (p *Page) filters() []list.Filter {
	fixed := func(choices []data.Choice) func(context.Context) ([]widgets.Option, error) {
		return func(context.Context) ([]widgets.Option, error) { return p.env.Choices(choices), nil }
	}
	return []list.Filter{
		{ID: filterDirection, Text: p.env.T("field.direction"), Options: fixed(p.env.Directions)},
		{ID: filterKind, Text: p.env.T("field.law_kind"), Options: fixed(p.env.Kinds)},
	}
}

func (p *Page) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	c, err := p.model.load(ctx, id)
	if err != nil {
		return nil, err
	}
	history, err := record.ReadHistory(ctx, p.env, store.Projects, id)
	return func() fyne.CanvasObject { return p.cardView(c, history) }, err
}

func (p *Page) edit(ctx context.Context, id int64) (func() *list.Panel, error) {
	project, err := data.Project{}, error(nil)
	if id != 0 {
		project, err = p.env.Store.Project(ctx, id)
	}
	return func() *list.Panel { return newEditor(p.env, project).panel() }, err
}

// Scenes implements [page.Page].
func (p *Page) Scenes() []page.Scene {
	return []page.Scene{
		{Name: "edit", Show: func() { p.ChooseRow(0); p.Edit(p.Chosen()) }},
		{Name: "wrong", Show: func() { p.New(); p.Save() }},
		{Name: "card", Show: func() { p.ChooseRow(0) }},
	}
}
