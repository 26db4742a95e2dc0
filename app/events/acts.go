package events

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// acts are what can be done with the chosen events.
func (p *Page) acts(ids []int64) []widgets.MenuItem {
	t := p.env.Text
	if !p.env.May(data.KeepEvents) {
		return nil
	}
	var items []widgets.MenuItem
	if len(ids) == 1 {
		items = append(items,
			widgets.MenuItem{Text: t.T("events.like"), Icon: assets.IconCopy, Keys: p.keyOf("like"), Do: func() { p.like(ids[0]) }},
			widgets.MenuItem{Text: t.T("events.repeat"), Icon: assets.IconCalendar, Do: func() { p.repeat(ids[0]) }},
		)
	}
	return append(items,
		widgets.MenuItem{Text: t.T("events.confirm"), Icon: assets.IconCheck, Do: func() { p.confirmMany(ids) }},
		widgets.MenuItem{Text: t.T("events.cancel"), Icon: assets.IconBan, Do: func() { p.callOff(ids) }},
		widgets.MenuItem{Text: t.T("audit.delete"), Icon: assets.IconDelete, Do: func() { p.deleteMany(ids) }},
	)
}

// menu offers the acts of one event where it was pressed in the month.
func (p *Page) menu(id int64, at fyne.Position) {
	if items := p.acts([]int64{id}); len(items) > 0 {
		widgets.ShowMenuAt(p.month.grid, at, items...)
	}
}

// moreActs are what is seldom done with the event of a card.
func (p *Page) moreActs(e data.Event) []widgets.MenuItem {
	t := p.env.Text
	items := []widgets.MenuItem{{Text: t.T("events.repeat"), Icon: assets.IconCalendar, Do: func() { p.repeat(e.ID) }}}
	if e.Series != 0 {
		items = append(items,
			widgets.MenuItem{Text: t.T("events.cancel_rest"), Icon: assets.IconBan, Do: func() { p.rest(e.ID, p.callOff) }},
			widgets.MenuItem{Text: t.T("events.delete_rest"), Icon: assets.IconDelete, Do: func() { p.rest(e.ID, p.deleteMany) }},
		)
	}
	return append(items, widgets.MenuItem{Text: t.T("audit.delete"), Icon: assets.IconDelete, Do: func() { p.deleteMany([]int64{e.ID}) }})
}

// rest does something to an event and those of its series that follow.
func (p *Page) rest(id int64, do func([]int64)) {
	var ids []int64
	p.env.Run.Go(func(ctx context.Context) (err error) {
		ids, err = p.env.Store.RestOfSeries(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		do(ids)
	})
}

func (p *Page) confirmMany(ids []int64) {
	p.many(len(ids), func(ctx context.Context) ([]data.Unchanged, error) {
		return p.env.Store.SetEventStatus(ctx, p.env.Actor, ids, data.Confirmed, "")
	}, "events.confirmed")
}

// callOff asks why events are called off and does it.
func (p *Page) callOff(ids []int64) {
	t := p.env.Text
	why, form, reason := widgets.NewNote(2), p.env.Form(), ""
	form.Note(t.T("events.cancel_text"))
	form.Add(widgets.Item{Name: "cancel_reason", Label: t.T("field.cancel_reason"), Wide: true, Field: why})
	why.MaxRunes = data.MaxText
	d := &page.FormDialog{
		Title: t.T("events.cancel_title", "Count", len(ids)), Form: form, Yes: t.T("events.cancel"), No: t.T("common.back"),
		Read: func() { reason = why.Value() },
	}
	if len(ids) == 1 {
		d.Subject = page.Subject{DraftKey: draftKey(formCallOff, ids[0], 0)}
		d.About = page.About(p.env.EventNamed, ids[0])
	}
	var left []data.Unchanged
	d.Save = func(ctx context.Context) (err error) {
		left, err = p.env.Store.SetEventStatus(ctx, p.env.Actor, ids, data.Cancelled, reason)
		if err == nil && len(left) == len(ids) {
			err = errAllLeft
		}
		return err
	}
	d.Settle = func(err error) bool {
		if !errors.Is(err, errAllLeft) {
			return false
		}
		if same := p.leftAlike(left); same == nil || len(form.SetErrors(same)) > 0 {
			p.said(len(ids), left, "events.called_off")
		}
		return true
	}
	d.Saved = func() { p.said(len(ids), left, "events.called_off") }
	d.Show(p.env)
}

// errAllLeft is the end of an act that left every event as it was.
var errAllLeft = errors.New("every event was left as it was")

// leftAlike are the sentences by field when the same is refused of all events, else nil.
func (p *Page) leftAlike(left []data.Unchanged) map[string]string {
	why := make([]error, len(left))
	for i, l := range left {
		why[i] = l.Why
	}
	return p.env.SameFields(why)
}

// deleteMany deletes events, of several after asking.
func (p *Page) deleteMany(ids []int64) {
	t := p.env.Text
	if len(ids) == 1 {
		p.do(func(ctx context.Context) error { return p.env.Store.DeleteEvent(ctx, p.env.Actor, ids[0]) }, t.T("audit.deleted.events"))
		return
	}
	p.env.Window.Modals().Confirm(t.T("events.delete_title", "Count", len(ids)), t.T("events.delete_text"), widgets.Action{
		Text: t.T("audit.delete"), Kind: widgets.ButtonDanger, Do: func() {
			p.many(len(ids), func(ctx context.Context) ([]data.Unchanged, error) {
				return p.env.Store.DeleteEvents(ctx, p.env.Actor, ids)
			}, "events.deleted")
		},
	}, t.T("common.back"))
}

// many does something to n events and says what came of it.
func (p *Page) many(n int, do func(context.Context) ([]data.Unchanged, error), done string) {
	var left []data.Unchanged
	p.env.Run.Go(func(ctx context.Context) (err error) {
		left, err = do(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.said(n, left, done)
	})
}

// said says of how many of n events something was done, with an offer to take it back, and names the others.
func (p *Page) said(n int, left []data.Unchanged, done string) {
	if n > len(left) {
		p.env.Window.Say(p.env.T(done, "Count", n-len(left)), true)
	}
	if len(left) == 0 {
		return
	}
	var rows []data.EventRow
	p.env.Run.Go(func(ctx context.Context) (err error) {
		ids := make([]int64, len(left))
		for i, l := range left {
			ids[i] = l.ID
		}
		rows, err = p.env.Store.EventRows(ctx, ids)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		names := map[int64]string{}
		for _, r := range rows {
			names[r.ID] = r.Title.In(p.env.Lang()) + ", " + p.env.Text.Date(r.Start.Date().Time())
		}
		p.unchanged(p.env.T("events.unchanged_title", "Count", len(left)), left, names)
	})
}

// unchanged names the records that an act left as they were, each with why.
func (p *Page) unchanged(title string, left []data.Unchanged, names map[int64]string) {
	form := p.env.Form()
	for _, l := range left {
		form.Note(names[l.ID] + ". " + p.env.Sentence(l.Why))
	}
	p.env.Window.Modals().Show(widgets.Dialog{
		Title: title, Content: form, Width: conflictWidth,
		Actions: []widgets.Action{{Text: p.env.T("common.close"), Cancel: true, Default: true}},
	})
}
