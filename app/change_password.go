package app

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/assets"
	"saya/data/store"
	"saya/widgets"
)

// choosePassword asks for another password instead of the one that was given for once, before anything else.
func (p *Program) choosePassword() {
	s := p.session
	f := page.NewPasswordForm(p.env(), false, s.account.Name, s.centre.ShortName)
	p.askPassword(asked{
		title: "start.choose_title", text: "start.choose_text", form: f.Form, back: p.Switch,
		save: func(ctx context.Context) error {
			return s.store.ChangePassword(ctx, s.store.Actor(), s.password, f.Next)
		},
		read: f.Read,
		done: func() {
			s.account.MustChange = false
			p.goOn()
		},
	})
}

// recoverAccount lets whoever has the centre's recovery code set a new password of an account.
func (p *Program) recoverAccount(dir, name string) {
	account, code := widgets.NewEntry(), widgets.NewEntry()
	account.SetText(name)
	form := p.env().Form()
	first, second := p.env().Item("account_name", account), p.env().Item("recovery_code", code)
	first.Required, first.Wide, second.Required, second.Wide = true, true, true, true
	second.Hint = p.Text.T("start.code_hint")
	form.Add(first, second)
	next, _ := page.AddPassword(p.env(), form, func() []string { return []string{account.Value()} })
	back := func() { p.signIn(signingIn{dir: dir, name: name}) }
	var typed struct{ account, code, password string }
	p.askPassword(asked{
		title: "start.recover_title", text: "start.recover_text", form: form, back: back,
		read: func() { typed.account, typed.code, typed.password = account.Value(), code.Value(), next.Value() },
		save: func(ctx context.Context) error {
			p.ending.Wait()
			return store.RecoverAccount(ctx, dir, typed.code, typed.account, typed.password, p.Now)
		},
		done: func() {
			p.signIn(signingIn{dir: dir, name: typed.account, note: p.Text.T("start.recovered")})
		},
	})
}

// asked is a page that sets a password.
type asked struct {
	title, text string // keys
	form        *widgets.Form
	read        func()
	save        func(context.Context) error // off the UI goroutine
	back, done  func()
}

func (p *Program) askPassword(a asked) {
	t, message := p.Text, widgets.NewMessage()
	var save *widgets.Button
	submit := func() {
		if save.Busy() {
			return
		}
		if !a.form.Validate() {
			p.settle()
			return
		}
		a.read()
		save.SetBusy(true)
		a.form.SetLocked(true)
		shown := p.shown
		p.run.Go(a.save, func(err error) {
			save.SetBusy(false)
			a.form.SetLocked(false)
			switch {
			case shown != p.shown:
			case err != nil:
				message.SetText(p.refuse(a.form, err))
				p.settle()
			default:
				a.done()
			}
		})
	}
	save = widgets.NewPrimaryButton(t.T("start.set_password"), "", submit)
	a.form.OnChanged = p.settle
	p.show(front{content: panel(column(signInWidth+40,
		widgets.NewHeading(t.T(a.title)), widgets.NewBody(t.T(a.text)), a.form, message,
		buttons([]fyne.CanvasObject{widgets.NewButton(t.T("common.back"), assets.IconBack, a.back)}, []fyne.CanvasObject{save}),
	)), enter: submit, again: a.back})
	a.form.FocusFirst()
}

// refuse says what was refused at the fields of a form; what belongs to none of them is returned.
func (p *Program) refuse(form *widgets.Form, err error) string {
	fields, rest := p.env().FieldErrors(err)
	if more := form.SetErrors(fields); rest != nil || len(more) > 0 {
		return p.env().Sentence(err)
	}
	return ""
}
