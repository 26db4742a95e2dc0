package hours

import (
	"context"

	"saya/app/page"
	"saya/app/work"
	"saya/data"
)

// Scenes implements [page.Page]. They need a runner that works in the foreground. The plain cards come last: they lose
// nothing when the next section is opened.
func (p *Page) Scenes() []page.Scene {
	waiting := data.HoursFilter{Statuses: []data.HoursStatus{data.Submitted}}
	locked := data.HoursFilter{Statuses: []data.HoursStatus{data.Approved}}
	month := p.env.Today().Month()
	return append(p.Page.Scenes(), []page.Scene{
		{Name: "edit", Show: func() { p.scene(waiting, func(h data.HoursRow) { p.Edit(h.ID) }) }},
		{Name: "wrong", Show: func() { p.scene(waiting, func(data.HoursRow) { p.New(); p.Save() }) }},
		{Name: "return", Show: func() { p.scene(waiting, func(h data.HoursRow) { work.Return(p.env, []data.HoursRow{h}) }) }},
		{Name: "approve", Show: func() { p.scene(waiting, func(data.HoursRow) { p.ApproveShown() }) }},
		{Name: "refused", Show: func() { p.scene(waiting, p.refuse) }},
		{Name: "late", Show: func() { p.scene(waiting, func(h data.HoursRow) { work.Late(p.env, h) }) }},
		{Name: "month", Show: func() { p.scene(waiting, func(data.HoursRow) { p.OpenMonth(month) }) }},
		{Name: "month-locked", Show: func() { p.scene(waiting, func(data.HoursRow) { p.OpenMonth(month.Add(-3)) }) }},
		{Name: "locked", Show: func() { p.scene(locked, func(data.HoursRow) {}) }},
		{Name: "card", Show: func() { p.scene(waiting, func(data.HoursRow) {}) }},
	}...)
}

// scene shows the card of the first entry of a filter, and then something of it.
func (p *Page) scene(f data.HoursFilter, then func(data.HoursRow)) {
	p.env.Window.Modals().CloseAll()
	var h data.HoursRow
	p.env.Run.Go(func(ctx context.Context) error {
		ids, err := p.env.Store.HoursList(ctx, f)
		if err != nil || len(ids) == 0 { // a centre without such hours
			return err
		}
		h, err = p.model.load(ctx, ids[0])
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		if h.ID != 0 {
			p.Show(h.ID)
			then(h)
		}
	})
}

// refuse shows what stands against approving an entry.
func (p *Page) refuse(h data.HoursRow) {
	meets := data.CheckHours(h.Hours, []data.Hours{{
		ID: h.ID + 1, VolunteerID: h.VolunteerID, Day: h.Day, Start: h.Start, End: h.End, Minutes: data.MaxMinutesADay, Status: data.Approved,
	}})
	work.ShowRefusals(p.env, []data.HoursRow{h}, data.HoursRefusals{{ID: h.ID, Err: meets}}, work.Refused{
		Title: "hours.refused_title", Text: "hours.refused_text", Rest: "hours.approve_rest",
	})
}
