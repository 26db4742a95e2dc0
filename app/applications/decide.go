package applications

import (
	"context"

	"saya/app/page"
	"saya/data"
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

// decline closes an application with a reason from the list, after asking for it.
func (p *Page) decline(id int64) {
	t, form, reason := p.env.Text, p.env.Form(), p.env.Select(page.Statuses(p.env, "declined_reason", data.DeclinedReasons()...)...)
	item := p.env.Item("reason", reason)
	item.Required, item.Wide = true, true
	form.Add(item)
	form.Note(t.T("applications.answer", "Text", t.T("status.declined_text")))
	code := ""
	d := &page.FormDialog{
		Title: t.T("applications.decline_title"), Form: form, Yes: t.T("applications.decline"),
		Read:  func() { code = reason.ID() },
		Save:  func(ctx context.Context) error { return p.env.Store.DeclineApplication(ctx, p.env.Actor, id, code) },
		Saved: func() { p.env.Window.Say(t.T("applications.declined"), true) },
	}
	d.Show(p.env)
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
