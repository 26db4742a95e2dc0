// Package applications is the requests to become a volunteer on screen: list, card with its decisions, editor.
package applications

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

// Page is the section Applications.
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
		ID: "applications", Title: t.T("shell.applications"), Hint: t.T("applications.search_hint"),
		New: t.T("applications.new"), Empty: t.T("applications.empty"), Nothing: t.T("applications.nothing"),
		Columns: p.columns(), Order: list.By(colReceived, false),
		Chips: p.chips(), Counts: p.model.counts, Acts: p.acts, Export: t.T("shell.applications"),
		Source: p.model.source, Actions: []fyne.CanvasObject{p.env.ImportButton()},
		Count: func(n int) string { return t.T("common.applications", "Count", n) },
		Card:  p.card, Edit: p.edit, Resume: p.resume, Shows: cares,
	}
	if !p.env.May(data.KeepVolunteers) {
		c.New, c.Edit, c.Acts = "", nil, nil
	}
	return c
}

func (p *Page) chips() []list.Chip {
	var out []list.Chip
	for _, id := range chips() {
		text := p.env.T("common.all")
		if id != chipAll {
			text = p.env.T("applications.chip." + id)
		}
		out = append(out, list.Chip{ID: id, Text: text})
	}
	return out
}

func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	return []widgets.Column{
		{ID: colReceived, Title: t.T("field.received_on"), Width: 112},
		{ID: colName, Title: t.T("field.full_name"), Flexible: true, MinWidth: 240},
		{ID: colPhone, Title: t.T("field.phone"), Width: 122, NoSort: true, Spare: 2},
		{ID: colDirections, Title: t.T("field.directions"), Width: 190, MinWidth: 120, Style: widgets.StyleDim, NoSort: true, Spare: 1},
		{ID: colStatus, Title: t.T("field.status"), Width: 142, Style: widgets.StyleTag},
		{ID: colWaiting, Title: t.T("field.waiting"), Width: 118, Align: fyne.TextAlignTrailing, Style: widgets.StyleTag},
	}
}

func (p *Page) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	c, err := p.model.load(ctx, id)
	if err != nil {
		return nil, err
	}
	history, err := record.ReadHistory(ctx, p.env, store.Applications, id)
	return func() fyne.CanvasObject { return p.cardView(c, history) }, err
}

func (p *Page) edit(ctx context.Context, id int64) (func() *list.Panel, error) {
	a, err := data.Application{ReceivedOn: p.env.Today()}, error(nil)
	if id != 0 {
		a, err = p.env.Store.Application(ctx, id)
	}
	return func() *list.Panel { return newEditor(p.env, a).panel() }, err
}

// Scenes implements [page.Page].
func (p *Page) Scenes() []page.Scene {
	return []page.Scene{
		{Name: "decline", Show: func() { p.ChooseRow(0); p.decline([]int64{p.Chosen()}) }},
		{Name: "edit", Show: func() { p.env.Window.Modals().CloseAll(); p.Edit(p.Chosen()) }},
		{Name: "new", Show: func() { p.New() }},
		{Name: "wrong", Show: func() { p.New(); p.Save() }},
		{Name: "card", Show: func() { p.Leave(func() { p.Show(p.Chosen()) }); p.ChooseRow(1) }},
	}
}
