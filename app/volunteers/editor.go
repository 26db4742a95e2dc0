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
func newEditor(env page.Env, v data.Volunteer) *editor {
	e := &editor{form: env.Form(), fields: newFields(env)}
	e.fields.set(v)
	e.layout(env)
	e.fields.status.OnChanged = func(widgets.Option) { e.follow() }
	e.follow()
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

// follow shows what the status asks for: when leave began, when and why someone left.
func (e *editor) follow() {
	status := data.VolunteerStatus(e.fields.status.ID())
	e.form.SetVisible("leave_since", status == data.OnLeave)
	e.form.SetVisible("left_on", status == data.Left)
	e.form.SetVisible("left_reason", status == data.Left)
}

// layout puts the fields into the form, the most asked first.
func (e *editor) layout(env page.Env) {
	f, t := e.fields, env.Text
	item := func(name string, field widgets.Field) widgets.Item {
		return widgets.Item{Name: name, Label: t.T("field." + name), Field: field}
	}
	required := func(name string, field widgets.Field) widgets.Item {
		i := item(name, field)
		i.Required = true
		return i
	}
	hinted := func(name string, field widgets.Field, hint string) widgets.Item {
		i := item(name, field)
		i.Hint, i.Wide = t.T(hint), true
		return i
	}
	e.form.Section(t.T("volunteers.section_person"))
	e.form.Add(required("surname", f.surname), required("given", f.given), item("patronymic", f.patronymic),
		item("preferred", f.preferred), item("birth", f.birth), item("sex", f.sex), item("iin", f.iin))
	e.form.Section(t.T("volunteers.section_contacts"))
	e.form.Add(hinted("phones", f.phones, "volunteers.hint_list"), item("email", f.email), item("messenger", f.messenger),
		item("region", f.region), item("district", f.district), item("emergency_name", f.emergencyName),
		item("emergency_phone", f.emergencyPhone))
	e.form.Section(t.T("volunteers.section_help"))
	e.form.Add(item("directions", f.directions), item("skills", f.skills), item("specialty", f.specialty),
		item("form", f.form), item("workplace", f.workplace), item("faculty", f.faculty),
		item("study_year", f.studyYear), item("coordinator", f.coordinator))
	e.form.Section(t.T("volunteers.section_papers"))
	e.form.Add(item("consent_on", f.consentOn), item("consent_until", f.consentUntil), item("consent_third", f.consentThird),
		hinted("naming", f.naming, "volunteers.hint_naming"), item("confidential_on", f.confidential),
		item("ethics_on", f.ethicsOn), item("ethics_edition", f.ethicsEdition))
	e.form.Section(t.T("volunteers.section_status"))
	e.form.Add(required("status", f.status), required("accepted", f.accepted), item("leave_since", f.leaveSince),
		item("left_on", f.leftOn), item("left_reason", f.leftReason))
	e.form.Section(t.T("volunteers.section_guardian"))
	e.form.Add(item("guardian_name", f.guardianName), item("guardian_phone", f.guardianPhone),
		item("guardian_consent", f.guardianConsent))
	e.form.Add(item("source", f.source), item("awards", f.awards), hinted("note", f.note, "volunteers.hint_note"))
}
