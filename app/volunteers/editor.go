package volunteers

import (
	"context"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// editor is the panel in which a volunteer is entered or changed.
type editor struct {
	shell  *widgets.EditorShell
	form   *widgets.Form
	fields *fields
	saved  int64 // the record's id after a save
}

// newEditor opens an editor on a volunteer; one without an id is new.
func newEditor(env page.Env, v data.Volunteer, groups []widgets.Option) *editor {
	e := &editor{form: env.Form(), fields: newFields(env, groups)}
	e.fields.set(v)
	e.layout(env)
	e.fields.status.OnChanged = func(widgets.Option) { e.follow() }
	e.follow()
	e.fields.person.Watch(e.form, v.ID)
	e.form.MarkClean()
	title := env.T("volunteers.edit_title")
	if v.ID == 0 {
		title = env.T("volunteers.new_title")
	}
	e.shell = env.Editor(title, e.form, func() { e.fields.read(&v) }, func(ctx context.Context) (err error) {
		e.saved, err = env.Store.SaveVolunteer(ctx, env.Actor, v)
		return err
	})
	e.shell.Subtitle = v.FullName()
	return e
}

func (e *editor) follow() { follow(e.form, data.VolunteerStatus(e.fields.status.ID())) }

// layout puts the fields into the form, the most asked first.
func (e *editor) layout(env page.Env) {
	f, required := e.fields, func(i widgets.Item) widgets.Item {
		i.Required = true
		return i
	}
	coordinator := widgets.Item{Name: "coordinator", Field: f.coordinator} // a tick box has its label itself
	third := widgets.Item{Name: "consent_third", Field: f.consentThird}
	naming := env.Item("naming", f.naming)
	naming.Hint, naming.Wide = env.T("volunteers.hint_naming"), true
	f.person.Names(e.form)
	e.form.SetRequired("surname", true)
	f.person.Contacts(e.form, true)
	f.person.Help(e.form, f.person.Directions(), env.Item("form", f.form), env.Item("group_id", f.group), coordinator)
	e.form.Section(env.T("volunteers.section_papers"))
	e.form.Add(env.Item("consent_on", f.consentOn), env.Item("consent_until", f.consentUntil),
		third, naming, env.Item("confidential_on", f.confidential),
		env.Item("ethics_on", f.ethicsOn), env.Item("ethics_edition", f.ethicsEdition))
	e.form.Section(env.T("volunteers.section_status"))
	e.form.Add(required(env.Item("status", f.status)), required(env.Item("accepted", f.accepted)),
		env.Item("leave_since", f.leaveSince), env.Item("left_on", f.leftOn), env.Item("left_reason", f.leftReason))
	f.person.Rest(e.form, env.Item("awards", f.awards))
}
