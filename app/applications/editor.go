package applications

import (
	"context"

	"saya/app/list"
	"saya/app/page"
	"saya/app/person"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// editor is the panel in which an application is entered, as when somebody calls, or changed. Its status is changed on
// the card.
type editor struct {
	env      page.Env
	shell    *widgets.EditorShell
	form     *widgets.Form
	person   *person.Fields
	received *widgets.DateField
	subject  page.Subject
	saved    int64 // the record's id after a save
}

// newEditor opens an editor on an application; one without an id is new.
func newEditor(env page.Env, a data.Application) *editor {
	e := &editor{env: env, form: env.Form(), person: person.NewFields(env), received: env.DateField()}
	e.person.Set(a.Person)
	page.SetDate(e.received, a.ReceivedOn)
	e.layout()
	e.person.Watch(e.form, a.VolunteerID)
	e.form.MarkClean()
	title := env.T("applications.edit_title")
	if a.ID == 0 {
		title = env.T("applications.new_title")
	}
	e.shell = env.Editor(title, e.form, func() { e.read(&a) }, func(ctx context.Context) (err error) {
		e.saved, err = env.Store.SaveApplication(ctx, env.Actor, a)
		return err
	})
	e.shell.Subtitle = a.FullName()
	e.subject = page.Subject{DraftKey: data.DraftKey{Record: a.ID}, Version: a.Version, Table: store.Applications}
	return e
}

func (e *editor) panel() *list.Panel {
	return &list.Panel{
		Shell: e.shell, Start: e.form.FocusFirst, Done: e.env.T("applications.saved"), Saved: func() int64 { return e.saved },
		Subject: e.subject,
	}
}

// layout puts the fields into the form, those of a call first.
func (e *editor) layout() {
	received := e.env.Item("received_on", e.received)
	received.Required = true
	e.person.Call(e.form, received)
	e.person.Person(e.form)
	e.person.Contacts(e.form, false)
	e.person.Help(e.form)
}

// read puts what stands in the fields into an application.
func (e *editor) read(a *data.Application) {
	e.person.Read(&a.Person)
	a.ReceivedOn = page.Date(e.received)
}
