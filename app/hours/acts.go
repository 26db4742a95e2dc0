package hours

import (
	"context"
	"errors"

	"saya/app/work"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// acts are what can be done with chosen entries; of several, what fits any of them.
func (p *Page) acts(ids []int64) []widgets.MenuItem {
	t := p.env.Text
	var out []widgets.MenuItem
	for _, a := range []struct {
		act
		text string
		icon assets.IconName
		do   func([]data.HoursRow)
	}{
		{actApprove, "hours.approve", assets.IconCheck, func(some []data.HoursRow) { work.Approve(p.env, some) }},
		{actSubmit, "hours.entry_save", assets.IconForward, p.submit},
		{actReturn, "hours.return_many", assets.IconUndo, func(some []data.HoursRow) { work.Return(p.env, some) }},
		{actDelete, "audit.delete", assets.IconDelete, p.deleteMany},
	} {
		if p.model.offered(a.act, ids) {
			out = append(out, widgets.MenuItem{Text: t.T(a.text), Icon: a.icon, Do: func() { p.with(a.act, ids, a.do) }})
		}
	}
	return out
}

// with does something with those of some entries that an act fits, as they are now.
func (p *Page) with(a act, ids []int64, do func([]data.HoursRow)) {
	var entries []data.HoursRow
	p.env.Run.Go(func(ctx context.Context) (err error) {
		entries, err = p.env.Store.HoursRows(ctx, ids)
		return err
	}, func(err error) {
		entries = fitting(a, entries)
		if err == nil && len(entries) == 0 {
			err = &data.Error{Code: data.Conflict, Key: a.none()}
		}
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		do(entries)
	})
}

// ApproveShown approves what the list shows and waits for approval, after a question that says how much it is.
func (p *Page) ApproveShown() {
	p.with(actApprove, p.model.shown.IDs(), func(entries []data.HoursRow) {
		t := p.env.Text
		p.env.Window.Modals().Confirm(t.T("hours.approve_title", "Count", len(entries)),
			t.T("hours.approve_text", "Hours", t.Hours(minutes(entries))), widgets.Action{
				Text: t.T("hours.approve"), Kind: widgets.ButtonPrimary, Do: func() { work.Approve(p.env, entries) },
			}, t.T("common.cancel"))
	})
}

// submit hands entries in for approval.
func (p *Page) submit(entries []data.HoursRow) {
	p.batch(entries, batch{
		title: "hours.submitting", done: "hours.submitted", write: p.env.Store.SubmitHours, again: p.submit,
	})
}

func (p *Page) deleteMany(entries []data.HoursRow) {
	p.batch(entries, batch{
		title: "hours.deleting", done: "hours.deleted", again: p.deleteMany,
		write: func(ctx context.Context, actor data.Actor, ids []int64) error {
			return p.env.Store.DeleteHours(ctx, actor, ids...)
		},
	})
}

func (p *Page) deleteOne(ctx context.Context, actor data.Actor, id int64) error {
	return p.env.Store.DeleteHours(ctx, actor, id)
}

// batch is one act on several entries: the keys of what is said while it runs and when it is done, and how to do it
// without some of them.
type batch struct {
	title, done string
	write       func(ctx context.Context, actor data.Actor, ids []int64) error
	again       func([]data.HoursRow)
}

// batch does something with entries in one batch and says that it is done, with an offer to take it back.
func (p *Page) batch(entries []data.HoursRow, b batch) {
	work.Do(p.env, p.env.T(b.title), len(entries), func(ctx context.Context) error {
		return b.write(ctx, p.env.Actor, work.IDs(entries))
	}, func(err error) {
		var refused data.HoursRefusals
		switch {
		case errors.As(err, &refused):
			work.ShowRefusals(p.env, entries, refused, work.Refused{
				Title: "hours.left_title", Text: "hours.left_text", Rest: "hours.left_rest", Again: b.again,
			})
		case err != nil:
			p.env.Window.Fail(err)
		default:
			p.env.Window.Say(p.env.T(b.done, "Count", len(entries)), true)
		}
	})
}

// Propose makes entries for everyone who came to an event and has none yet.
func (p *Page) Propose() {
	var ids []int64
	left := 0
	p.env.Run.Go(func(ctx context.Context) (err error) {
		ids, left, err = p.env.Store.ProposeAllHours(ctx, p.env.Actor)
		return err
	}, func(err error) {
		t := p.env.Text
		switch {
		case err != nil:
			p.env.Window.Fail(err)
		case left > 0:
			p.env.Window.Say(t.T("hours.proposed", "Count", len(ids))+" "+t.T("hours.proposed_left", "Count", left), len(ids) > 0)
		case len(ids) == 0:
			p.env.Window.Say(t.T("hours.proposed_none"), false)
		default:
			p.env.Window.Say(t.T("hours.proposed", "Count", len(ids)), true)
		}
	})
}
