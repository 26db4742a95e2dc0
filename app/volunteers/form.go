package volunteers

import (
	"saya/app/page"
	"saya/app/person"
	"saya/data"
	"saya/data/reference"
	"saya/widgets"
)

// fields are the fields of the editor; their names in the form are those of the rules' refusals.
type fields struct {
	person                           *person.Fields
	status, leftReason, naming, form *widgets.SearchSelect
	group                            *widgets.SearchSelect
	accepted, leaveSince, leftOn     *widgets.DateField
	coordinator, consentThird        *widgets.CheckField
	consentOn, consentUntil          *widgets.DateField
	confidential, ethicsOn           *widgets.DateField
	ethicsEdition, awards            *widgets.Entry
}

func newFields(env page.Env, groups []widgets.Option) *fields {
	f := &fields{
		person:     person.NewFields(env),
		status:     env.Select(page.Statuses(env, "volunteer", data.Active, data.OnLeave, data.Left)...),
		leftReason: env.Select(page.Statuses(env, "left_reason", data.LeftReasons()...)...),
		naming:     env.Select(page.Statuses(env, "naming", data.NotNamed, data.ByNumber, data.ByName)...),
		form:       env.Select(env.Choices(reference.ActivityForms())...),
		group:      env.Select(groups...),
		accepted:   env.DateField(), leaveSince: env.DateField(), leftOn: env.DateField(),
		coordinator: widgets.NewCheckField(env.T("field.coordinator")), consentThird: widgets.NewCheckField(env.T("field.consent_third")),
		consentOn: env.DateField(), consentUntil: env.DateField(), confidential: env.DateField(), ethicsOn: env.DateField(),
		ethicsEdition: widgets.NewEntry(), awards: widgets.NewNote(2),
	}
	f.leftReason.Optional, f.group.Optional = true, true
	f.awards.MaxRunes, f.ethicsEdition.MaxRunes = data.MaxText, data.MaxName
	return f
}

// day is a date field and the day of a volunteer that it shows.
type day struct {
	field *widgets.DateField
	value *data.Date
}

func (f *fields) days(v *data.Volunteer) []day {
	return []day{
		{f.accepted, &v.Accepted},
		{f.leaveSince, &v.LeaveSince},
		{f.leftOn, &v.LeftOn},
		{f.consentOn, &v.ConsentOn},
		{f.consentUntil, &v.ConsentUntil},
		{f.confidential, &v.Confidential},
		{f.ethicsOn, &v.EthicsOn},
	}
}

// set shows a volunteer in the fields.
func (f *fields) set(v data.Volunteer) {
	f.person.Set(v.Person)
	for _, d := range f.days(&v) {
		page.SetDate(d.field, *d.value)
	}
	f.status.SetID(string(v.Status))
	person.Keep(f.leftReason, v.LeftReason)
	f.naming.SetID(string(v.Naming))
	person.Keep(f.form, v.Form)
	person.Keep(f.group, page.Key(v.GroupID))
	f.coordinator.SetChecked(v.Coordinator)
	f.consentThird.SetChecked(v.ConsentThird)
	f.ethicsEdition.SetText(v.EthicsEdition)
	f.awards.SetText(v.Awards)
}

// read puts what stands in the fields into a volunteer.
func (f *fields) read(v *data.Volunteer) {
	f.person.Read(&v.Person)
	for _, d := range f.days(v) {
		*d.value = page.Date(d.field)
	}
	v.Status, v.LeftReason = data.VolunteerStatus(f.status.ID()), f.leftReason.ID()
	v.Naming, v.Form = data.Naming(f.naming.ID()), f.form.ID()
	v.GroupID = page.ID(f.group.ID())
	v.Coordinator, v.ConsentThird = f.coordinator.Checked(), f.consentThird.Checked()
	v.EthicsEdition, v.Awards = f.ethicsEdition.Value(), f.awards.Value()
}
