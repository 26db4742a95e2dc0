// Package venues is the venues of the centre on screen: list, card and editor.
package venues

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/app/page"
	"saya/app/record"
	"saya/assets"
	"saya/data"
	"saya/data/reference"
	"saya/data/store"
	"saya/widgets"
)

// Page is the section Venues.
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
		ID: "venues", Title: t.T("venues.title"), Hint: t.T("venues.search_hint"),
		New: t.T("venues.new"), Empty: t.T("venues.empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: p.columns(), Order: list.By(colName, false),
		Chips:  []list.Chip{{ID: chipCurrent, Text: t.T("venues.chip_current")}, {ID: chipAll, Text: t.T("common.all")}},
		Source: p.model.source, Count: func(n int) string { return t.T("venues.count", "Count", n) },
		Counts: p.model.counts, Filters: p.filters(), Acts: p.acts, Export: t.T("venues.title"),
		Card: p.card, Edit: p.edit, Shows: cares,
	}
	if !p.env.May(data.KeepEvents) {
		c.New, c.Edit, c.Acts = "", nil, nil
	}
	return c
}

func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	right := fyne.TextAlignTrailing
	return []widgets.Column{
		{ID: colName, Title: t.T("field.name"), Flexible: true, MinWidth: 190},
		{ID: colAddress, Title: t.T("field.address"), Width: 220, Style: widgets.StyleDim, NoSort: true, Spare: 2},
		{ID: colAccess, Title: t.T("venues.access"), Width: 110, Style: widgets.StyleTag, NoSort: true},
		{ID: colWomen, Title: t.T("field.women_only"), Width: 170, Style: widgets.StyleTag, NoSort: true, Spare: 3},
		{ID: colCapacity, Title: t.T("field.capacity"), Width: 130, Align: right, Spare: 1},
		{ID: colParallel, Title: t.T("field.parallel"), Width: 190, Align: right, NoSort: true, Spare: 4},
		{ID: colComing, Title: t.T("venues.coming"), Width: 130, Align: right},
	}
}

func (p *Page) filters() []list.Filter {
	t := p.env.Text
	fixed := func(options ...widgets.Option) func(context.Context) ([]widgets.Option, error) {
		return func(context.Context) ([]widgets.Option, error) { return options, nil }
	}
	return []list.Filter{
		{ID: filterAccess, Text: t.T("venues.access"), Options: fixed(
			widgets.Option{ID: string(data.No), Text: t.T("venues.open")}, widgets.Option{ID: string(data.Yes), Text: t.T("venues.closed")})},
		{ID: filterWomen, Text: t.T("field.women_only"), Options: fixed(
			widgets.Option{ID: string(data.Yes), Text: t.T("common.yes")}, widgets.Option{ID: string(data.No), Text: t.T("common.no")})},
		{ID: filterRegion, Text: t.T("field.region"), Options: fixed(p.env.Choices(reference.Regions())...)},
	}
}

// acts are what can be done with chosen venues.
func (p *Page) acts(ids []int64) []widgets.MenuItem {
	t := p.env.Text
	var items []widgets.MenuItem
	if len(ids) == 1 {
		items = append(items, widgets.MenuItem{Text: t.T("common.edit"), Icon: assets.IconEdit, Do: func() { p.Edit(ids[0]) }})
	}
	return append(items,
		widgets.MenuItem{Text: t.T("venues.retire"), Icon: assets.IconBan, Do: func() { p.retire(ids, true) }},
		widgets.MenuItem{Text: t.T("venues.offer"), Icon: assets.IconCheck, Do: func() { p.retire(ids, false) }})
}

// retire says of venues whether they are still offered.
func (p *Page) retire(ids []int64, retired bool) {
	said := "venues.was_offered"
	if retired {
		said = "venues.was_retired"
	}
	p.env.Run.Go(func(ctx context.Context) error {
		return p.env.Store.RetireVenues(ctx, p.env.Actor, ids, retired)
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.env.Window.Say(p.env.T(said, "Count", len(ids)), true)
	})
}

func (p *Page) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	c, err := p.model.load(ctx, id)
	if err != nil {
		return nil, err
	}
	history, err := record.ReadHistory(ctx, p.env, store.Venues, id)
	return func() fyne.CanvasObject { return p.cardView(c, history) }, err
}

// Scenes implements [page.Page].
func (p *Page) Scenes() []page.Scene {
	return []page.Scene{
		{Name: "edit", Show: func() { p.ChooseRow(0); p.Edit(p.Chosen()) }},
		{Name: "wrong", Show: func() { p.New(); p.Save() }},
		{Name: "closed", Show: p.sceneClosed},
		{Name: "card", Show: func() { p.ChooseRow(0) }},
	}
}

// sceneClosed shows the card of a closed venue, if there is one.
func (p *Page) sceneClosed() {
	ids, err := p.env.Store.Venues(context.Background(), data.VenueFilter{Closed: data.Yes})
	if err == nil && len(ids) > 0 {
		p.Show(ids[0])
	}
}
