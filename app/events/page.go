// Package events is the events of the centre on screen: list, card with needs and hours, editor, attendance desk.
package events

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

// Page is the section Events.
type Page struct {
	*list.Page
	env   page.Env
	model *model
	month *month
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env, model: &model{env: env}}
	p.month = newMonth(p)
	p.Page = list.New(env, p.config())
	p.month.again()
	return p
}

// Key implements [page.Page].
func (p *Page) Key(e *fyne.KeyEvent) bool {
	return p.Page.Key(e) || p.Chosen() != 0 && p.keys().Press(e.Name, 0)
}

// Keys implements [page.Keyed].
func (p *Page) Keys() []widgets.KeySet {
	sets := p.Page.Keys()
	if keys := p.keys(); len(keys) > 0 {
		sets = append([]widgets.KeySet{{Name: "events", Keys: keys}}, sets...)
	}
	return sets
}

// keyOf is the key of an act, "" for none.
func (p *Page) keyOf(act string) string {
	for _, k := range p.keys() {
		if k.Does == act {
			return k.Label()
		}
	}
	return ""
}

// keys act on the chosen event while no editor is open.
func (p *Page) keys() (keys widgets.Hotkeys) {
	if p.Editing() {
		return nil
	}
	if p.env.May(data.KeepEvents) {
		keys = append(keys, widgets.Hotkey{Does: "like", Key: fyne.KeyF6, Do: func() { p.like(p.Chosen()) }})
	}
	if p.env.May(data.MarkAttendance) {
		keys = append(keys, widgets.Hotkey{Does: "desk", Key: fyne.KeyF7, Do: func() { p.openDesk(p.Chosen()) }})
	}
	return keys
}

func (p *Page) config() list.Config {
	t := p.env.Text
	c := list.Config{
		ID: "events", Title: t.T("shell.events"), Hint: t.T("events.search_hint"),
		New: t.T("events.new"), Empty: t.T("events.empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: p.columns(), Order: order,
		Chips: []list.Chip{
			{ID: chipUpcoming, Text: t.T("events.chip_upcoming")},
			{ID: chipShort, Text: t.T("events.chip_short")},
			{ID: chipUnmarked, Text: t.T("events.chip_unmarked")},
			{ID: chipHours, Text: t.T("events.chip_hours")},
			{ID: chipPast, Text: t.T("events.chip_past")},
			{ID: chipAll, Text: t.T("common.all")},
		},
		Source: func(q list.Query) list.Source {
			p.month.narrowed(q)
			return p.model.source(q)
		},
		Instead: func(view string) {
			p.month.kept = view
			p.month.again()
		},
		Counts: p.model.counts, Filters: p.filters(), Acts: p.acts, Export: t.T("shell.events"),
		Actions: []fyne.CanvasObject{p.month.views, p.env.ImportButton()},
		Count:   func(n int) string { return t.T("common.events", "Count", n) },
		Card:    p.card, Edit: p.edit, Resume: p.resume, Shows: cares,
	}
	if !p.env.May(data.KeepEvents) {
		c.New, c.Edit, c.Acts = "", nil, nil
	}
	return c
}

func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	return []widgets.Column{
		{ID: colWhen, Title: t.T("events.when"), Width: 128},
		{ID: colTitle, Title: t.T("field.title"), Flexible: true, MinWidth: 230, Width: 330, Icons: true},
		{ID: colPlaces, Title: t.T("events.places"), Width: 92, Style: widgets.StyleTag, NoSort: true},
		{ID: colStatus, Title: t.T("field.status"), Width: 132, Style: widgets.StyleTag, Spare: 1},
		{ID: colResidents, Title: t.T("events.residents"), Width: 132, Style: widgets.StyleTag, NoSort: true, Hidden: true, Spare: 2},
		{ID: colVenue, Title: t.T("field.venue"), Width: 178, MinWidth: 130, NoSort: true, Spare: 3},
		{ID: colType, Title: t.T("field.type"), Width: 250, Style: widgets.StyleDim, NoSort: true, Spare: 5},
		{ID: colCoordinator, Title: t.T("field.coordinator_id"), Width: 146, Style: widgets.StyleDim, NoSort: true, Spare: 4},
	}
}

func (p *Page) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	c, err := p.model.load(ctx, id)
	if err != nil {
		return nil, err
	}
	history, err := record.ReadHistory(ctx, p.env, store.Events, id)
	return func() fyne.CanvasObject {
		p.month.follow(c.event)
		return p.cardView(c, history)
	}, err
}

func (p *Page) edit(ctx context.Context, id int64) (func() *list.Panel, error) {
	event, err := p.model.blank(), error(nil)
	if id != 0 {
		if event, err = p.env.Store.Event(ctx, id); err != nil {
			return nil, err
		}
	}
	c, err := p.model.choices(ctx, event)
	return func() *list.Panel {
		if id == 0 && p.month.on() {
			event.Start = data.Local(data.DateOf(p.month.grid.Day())) // the day alone: the times are for her to say
		}
		return newEditor(p.env, p.model, event, c, nil).panel()
	}, err
}

// editRow opens the editor of an event, for who keeps them.
func (p *Page) editRow(id int64) {
	if p.env.May(data.KeepEvents) {
		p.Edit(id)
	}
}

// do writes something in the background and says that it is done, with an offer to take it back.
func (p *Page) do(write func(context.Context) error, done string) {
	p.env.Run.Go(write, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.env.Window.Say(done, true)
	})
}
