package volunteers

import (
	"context"

	"saya/app/page"
	"saya/data"
)

// Scenes implements [page.Page]. They need a runner that works in the foreground.
func (p *Page) Scenes() []page.Scene {
	tab := func(tab int) func() {
		return func() {
			p.tab = tab
			p.scene(func([]int64) {})
		}
	}
	return append(p.Page.Scenes(), []page.Scene{
		{Name: "edit", Show: func() { p.scene(func(ids []int64) { p.Edit(ids[0]) }) }},
		{Name: "wrong", Show: func() { p.scene(func([]int64) { p.New(); p.Save() }) }},
		{Name: "paper", Show: func() { p.scene(func(ids []int64) { p.editPaper(data.Clearance{VolunteerID: ids[0]}) }) }},
		{Name: "status", Show: func() { p.scene(func(ids []int64) { p.setStatus(ids[:3]) }) }},
		{Name: "refused", Show: func() { p.scene(p.refuse) }},
		{Name: "schedule", Show: tab(tabSchedule)},
		{Name: "papers", Show: tab(tabPapers)},
		{Name: "hours", Show: tab(tabHours)},
		{Name: "history", Show: func() { p.tab = tabHistory; p.scene(p.amend) }},
		{Name: "card", Show: tab(tabGeneral)},
	}...)
}

// scene shows the card of a volunteer who does much, and then something of her and those after her.
func (p *Page) scene(then func(ids []int64)) {
	p.env.Window.Modals().CloseAll()
	var ids []int64
	p.env.Run.Go(func(ctx context.Context) (err error) {
		ids, err = p.env.Store.Volunteers(ctx, data.VolunteerFilter{
			Listing: data.Listing{Order: data.OrderByMinutes, Desc: true, Limit: 5}, Statuses: []data.VolunteerStatus{data.Active},
		})
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		if len(ids) == 5 { // else a centre that is hardly in use
			p.Show(ids[0])
			then(ids)
		}
	})
}

// amend changes a volunteer once, so that she has a history.
func (p *Page) amend(ids []int64) {
	p.env.Run.Go(func(ctx context.Context) error {
		v, err := p.env.Store.Volunteer(ctx, ids[0])
		if err != nil || v.Preferred == v.Given { // as it was for earlier pictures
			return err
		}
		v.Preferred = v.Given
		_, err = p.env.Store.SaveVolunteer(ctx, p.env.Actor, v)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
		}
	})
}

// refuse names minors outside.
func (p *Page) refuse([]int64) {
	minors, err := p.env.Store.Volunteers(context.Background(), data.VolunteerFilter{BornAfter: p.env.Today().AddDays(-17 * 365)})
	if err != nil {
		p.env.Window.Fail(err)
		return
	}
	p.do(minors, data.VolunteerChange{Naming: data.ByName})
}
