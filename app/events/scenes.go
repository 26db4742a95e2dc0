package events

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/data"
)

// Scenes implements [page.Page]. They need a runner that works in the foreground. The plain cards come last: they lose
// nothing when the next section is opened.
func (p *Page) Scenes() []page.Scene {
	upcoming := data.EventFilter{
		Days: data.Period{From: p.env.Today().AddDays(1)}, Statuses: []data.EventStatus{data.Planned, data.Confirmed},
	}
	past := data.EventFilter{Days: data.Period{To: p.env.Today()}, Statuses: upcoming.Statuses}
	held := data.EventFilter{Statuses: []data.EventStatus{data.Held}}
	held.Desc = true
	with := func(f data.EventFilter, residents data.Presence) data.EventFilter {
		f.Residents = residents
		return f
	}
	return []page.Scene{
		{Name: "month", Show: func() { p.calendar(p.env.Today()) }},
		{Name: "month_empty", Show: func() { p.calendar(p.env.Today().AddDays(-3650)) }},
		{Name: "month_card", Show: func() {
			p.calendar(p.env.Today())
			p.scene(with(upcoming, data.WithoutResidents), func(c card) { p.ShowMonth() })
		}},
		{Name: "repeat", Show: func() { p.scene(with(upcoming, data.WithoutResidents), func(c card) { p.repeat(c.event.ID) }) }},
		{Name: "like", Show: func() { p.scene(with(held, data.WithoutResidents), func(c card) { p.like(c.event.ID) }) }},
		{Name: "call_off", Show: func() { p.scene(upcoming, func(c card) { p.callOff([]int64{c.event.ID}) }) }},
		{Name: "several", Show: func() { p.scene(upcoming, func(card) { p.Narrow(chipAll); p.ChooseRows(3) }) }},
		{Name: "edit", Show: func() { p.scene(with(upcoming, data.WithoutResidents), func(c card) { p.Edit(c.event.ID) }) }},
		{Name: "wrong", Show: func() { p.scene(upcoming, func(card) { p.New(); p.Save() }) }},
		{Name: "conflict", Show: func() { p.scene(upcoming, p.collide) }},
		{Name: "venue", Show: func() { p.scene(upcoming, func(c card) { editVenue(p.env, func(data.Venue) {}) }) }},
		{Name: "minor", Show: func() { p.scene(with(upcoming, data.WithResidents), p.refuse) }},
		{Name: "candidates", Show: func() { p.scene(with(upcoming, data.WithResidents), p.offer) }},
		{Name: "candidates_last", Show: func() { p.scene(with(upcoming, data.WithResidents), p.offerLast) }},
		{Name: "attendance", Show: func() { p.scene(past, p.attend) }},
		{Name: "residents", Show: func() { p.scene(with(upcoming, data.WithResidents), func(card) {}) }},
		{Name: "hours", Show: func() { p.scene(with(held, data.WithoutResidents), func(card) {}) }},
		{Name: "card", Show: func() { p.scene(with(upcoming, data.WithoutResidents), func(card) {}) }},
	}
}

// calendar shows the month of a day with nothing beside it.
func (p *Page) calendar(day data.Date) {
	p.env.Window.Modals().CloseAll()
	p.Leave(func() {
		p.Show(0)
		p.ShowMonth()
		p.month.grid.SetDay(day.Time())
	})
}

// scene shows the card of the first event of a filter that has volunteers, and then something of it.
func (p *Page) scene(f data.EventFilter, then func(card)) {
	p.env.Window.Modals().CloseAll()
	p.month.views.SetID(viewList)
	var c card
	p.env.Run.Go(func(ctx context.Context) error {
		ids, err := p.env.Store.Events(ctx, f)
		for _, id := range ids {
			if c, err = p.model.load(ctx, id); err != nil || len(c.people) > 0 {
				return err
			}
		}
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		if c.event.ID == 0 { // a centre without such events
			return
		}
		p.Show(c.event.ID)
		then(c)
	})
}

// collide saves a copy of an event in its place and time.
func (p *Page) collide(c card) {
	copied := c.event
	copied.ID, copied.Version = 0, 0
	lists, err := p.model.choices(context.Background(), copied)
	if err != nil {
		p.env.Window.Fail(err)
		return
	}
	e := newEditor(p.env, p.model, copied, lists, nil)
	e.fields.residents.SetID(answer(copied.Residents))
	p.Open(e.panel())
	p.Save()
}

// offer shows who can be given a place.
func (p *Page) offer(c card) {
	if len(c.needs) > 0 {
		p.assign(c.needs[0]).volunteer.Tapped(nil)
	}
}

// offerLast shows the end of those who can be given a place.
func (p *Page) offerLast(c card) {
	p.offer(c)
	canvas := fyne.CurrentApp().Driver().CanvasForObject(p.Content())
	for range offered {
		if f := canvas.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
	}
}

// refuse chooses a minor for an event where residents are present.
func (p *Page) refuse(c card) {
	if len(c.needs) == 0 {
		return
	}
	f := p.assign(c.needs[0])
	young := data.VolunteerFilter{BornAfter: p.env.Today().AddDays(-17 * 365)}
	found, err := p.env.Volunteers(context.Background(), "", young)
	if err != nil || len(found) == 0 {
		return
	}
	f.volunteer.SetSelected(found[0])
}
