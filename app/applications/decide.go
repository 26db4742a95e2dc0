package applications

import (
	"context"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// screen takes a new application into screening.
func (p *Page) screen(a data.Application) {
	a.Status = data.Screening
	p.do(func(ctx context.Context) error {
		_, err := p.env.Store.SaveApplication(ctx, p.env.Actor, a)
		return err
	}, "applications.screened")
}

// accept makes a volunteer of the applicant. What a volunteer may not lack is asked for in the editor.
func (p *Page) accept(a data.Application) {
	p.env.Run.Go(func(ctx context.Context) error {
		_, err := p.env.Store.AcceptApplication(ctx, p.env.Actor, a.ID)
		return err
	}, func(err error) {
		if data.IsCode(err, data.Invalid) {
			p.complete(a, err)
			return
		}
		p.done(err, "applications.accepted")
	})
}

// complete opens the editor on what keeps an application from being accepted.
func (p *Page) complete(a data.Application, refused error) {
	e := newEditor(p.env, a)
	p.Open(e.panel())
	fields, _ := p.env.FieldErrors(refused)
	e.form.SetErrors(fields)
	p.env.Window.Fail(refused)
}

// formDecline names the form of a refusal in drafts.
const formDecline = "decline"

// decline closes applications with one reason from the list, after asking for it.
func (p *Page) decline(ids []int64) {
	t, form, reason := p.env.Text, p.env.Form(), p.env.Select(page.Statuses(p.env, "declined_reason", data.DeclinedReasons()...)...)
	item := p.env.Item("reason", reason)
	item.Required, item.Wide = true, true
	form.Add(item)
	form.Note(t.T("applications.answer", "Text", t.T("status.declined_text")))
	code := ""
	d := &page.FormDialog{
		Title: t.T("applications.decline_title", "Count", len(ids)), Form: form, Yes: t.T("applications.decline"),
		Read:  func() { code = reason.ID() },
		Save:  func(ctx context.Context) error { return p.env.Store.DeclineApplications(ctx, p.env.Actor, ids, code) },
		Saved: func() { p.env.Window.Say(t.T("applications.declined", "Count", len(ids)), true) },
	}
	if len(ids) == 1 { // what is asked of several cannot be found again
		d.Subject.DraftKey = data.DraftKey{Section: "applications", Form: formDecline, Record: ids[0]}
		d.About = func(ctx context.Context) (string, error) {
			a, err := p.env.Store.Application(ctx, ids[0])
			return a.FullName(), err
		}
	}
	d.Show(p.env)
}

// resume opens the refusal of which a draft was kept.
func (p *Page) resume(_ context.Context, d data.FormDraft) (func(), error) {
	return func() { p.decline([]int64{d.Record}) }, nil
}

// acts are what can be done with chosen applications: the next step of one, and the refusal of all that wait.
func (p *Page) acts(ids []int64) []widgets.MenuItem {
	t := p.env.Text
	var items []widgets.MenuItem
	one := func(next data.ApplicationStatus, key string, icon assets.IconName, do func(data.Application)) {
		if len(ids) == 1 && len(p.model.can(ids, next)) == 1 {
			items = append(items, widgets.MenuItem{Text: t.T(key), Icon: icon, Do: func() { p.with(ids[0], do) }})
		}
	}
	one(data.Screening, "applications.screen", assets.IconSearch, p.screen)
	one(data.Accepted, "applications.accept", assets.IconCheck, p.accept)
	if open := p.model.can(ids, data.Declined); len(open) > 0 {
		items = append(items, widgets.MenuItem{Text: t.T("applications.decline"), Icon: assets.IconBan, Do: func() { p.decline(open) }})
	}
	one(data.Withdrawn, "applications.withdraw", assets.IconUndo, func(a data.Application) { p.withdraw(a.ID) })
	return items
}

// with reads an application and does something with it.
func (p *Page) with(id int64, do func(data.Application)) {
	var a data.Application
	p.env.Run.Go(func(ctx context.Context) (err error) {
		a, err = p.env.Store.Application(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		do(a)
	})
}

// withdraw closes an application that the applicant took back.
func (p *Page) withdraw(id int64) {
	p.do(func(ctx context.Context) error {
		return p.env.Store.WithdrawApplication(ctx, p.env.Actor, id)
	}, "applications.withdrawn")
}

// do writes something in the background and says with a text that it is done.
func (p *Page) do(write func(context.Context) error, said string) {
	p.env.Run.Go(write, func(err error) { p.done(err, said) })
}

// done says how a change ended and offers to take it back.
func (p *Page) done(err error, said string) {
	if err != nil {
		p.env.Window.Fail(err)
		return
	}
	p.env.Window.Say(p.env.T(said), true)
}
