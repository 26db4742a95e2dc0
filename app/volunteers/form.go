package volunteers

import (
	"strings"

	"saya/app/page"
	"saya/data"
	"saya/data/fold"
	"saya/data/reference"
	"saya/widgets"
)

// fields are the fields of the editor; their names in the form are those of the rules' refusals.
type fields struct {
	surname, given, patronymic, preferred   *widgets.Entry
	birth                                   *widgets.DateField
	sex                                     *widgets.Segments
	iin, phones, email, messenger, district *widgets.Entry
	region                                  *widgets.SearchSelect
	workplace, faculty                      *widgets.Entry
	studyYear                               *widgets.NumberField
	specialty                               *widgets.SearchSelect
	directions, skills                      *widgets.MultiSelect
	emergencyName, emergencyPhone           *widgets.Entry
	guardianName, guardianPhone             *widgets.Entry
	guardianConsent                         *widgets.DateField
	status, leftReason, naming, form        *widgets.SearchSelect
	accepted, leaveSince, leftOn            *widgets.DateField
	coordinator, consentThird               *widgets.CheckField
	consentOn, consentUntil                 *widgets.DateField
	confidential, ethicsOn                  *widgets.DateField
	ethicsEdition, source                   *widgets.Entry
	awards, note                            *widgets.Entry
}

func newFields(env page.Env) *fields {
	f := &fields{
		surname: widgets.NewEntry(), given: widgets.NewEntry(), patronymic: widgets.NewEntry(), preferred: widgets.NewEntry(),
		iin: widgets.NewEntry(), phones: widgets.NewEntry(), email: widgets.NewEntry(), messenger: widgets.NewEntry(),
		district: widgets.NewEntry(), workplace: widgets.NewEntry(), faculty: widgets.NewEntry(),
		emergencyName: widgets.NewEntry(), emergencyPhone: widgets.NewEntry(),
		guardianName: widgets.NewEntry(), guardianPhone: widgets.NewEntry(),
		ethicsEdition: widgets.NewEntry(), source: widgets.NewEntry(), awards: widgets.NewNote(2), note: widgets.NewNote(3),
		studyYear: widgets.NewNumberField(),
		birth:     env.DateField(), guardianConsent: env.DateField(), accepted: env.DateField(), leaveSince: env.DateField(),
		leftOn: env.DateField(), consentOn: env.DateField(), consentUntil: env.DateField(), confidential: env.DateField(),
		ethicsOn:    env.DateField(),
		sex:         widgets.NewSegments(page.Statuses(env, "sex", data.Female, data.Male, "unknown")...),
		specialty:   env.Select(page.Statuses(env, "specialty", data.Creative, data.Technical, data.OtherSpecialty)...),
		status:      env.Select(page.Statuses(env, "volunteer", data.Active, data.OnLeave, data.Left)...),
		leftReason:  env.Select(page.Statuses(env, "left_reason", data.LeftReasons()...)...),
		naming:      env.Select(page.Statuses(env, "naming", data.NotNamed, data.ByNumber, data.ByName)...),
		form:        env.Select(env.Choices(reference.ActivityForms())...),
		region:      env.Select(env.Choices(reference.Regions())...),
		directions:  widgets.NewMultiSelect(fold.Key, env.SelectTexts()),
		skills:      widgets.NewTagsField(fold.Key, env.SelectTexts()),
		coordinator: widgets.NewCheckField(env.T("field.coordinator")), consentThird: widgets.NewCheckField(env.T("field.consent_third")),
	}
	f.directions.SetOptions(env.Choices(env.Directions))
	f.region.Optional, f.specialty.Optional, f.leftReason.Optional = true, true, true
	f.iin.Rule = data.CheckIIN
	f.email.Rule = checkEmail
	for _, phone := range []*widgets.Entry{f.phones, f.emergencyPhone, f.guardianPhone} {
		phone.Format, phone.Rule = showPhones, checkPhones
	}
	return f
}

// showPhones writes each number of a line as people read it.
func showPhones(line string) string {
	numbers := splitList(line)
	for i, n := range numbers {
		if e164, err := data.ParsePhone(n); err == nil {
			numbers[i] = data.ShowPhone(e164)
		}
	}
	return strings.Join(numbers, ", ")
}

func checkEmail(address string) error {
	if data.ValidEmail(address) {
		return nil
	}
	return &data.Error{Code: data.Invalid, Key: "errors.email"}
}

func checkPhones(line string) error {
	for _, n := range splitList(line) {
		if _, err := data.ParsePhone(n); err != nil {
			return &data.Error{Code: data.Invalid, Key: "errors.phone"}
		}
	}
	return nil
}

func splitList(line string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ';' }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// set shows a volunteer in the fields.
func (f *fields) set(v data.Volunteer) {
	for _, e := range []struct {
		field *widgets.Entry
		text  string
	}{
		{f.surname, v.Surname},
		{f.given, v.Given},
		{f.patronymic, v.Patronymic},
		{f.preferred, v.Preferred},
		{f.iin, v.IIN},
		{f.phones, showPhones(strings.Join(v.Phones, ","))},
		{f.email, v.Email},
		{f.messenger, v.Messenger},
		{f.district, v.District},
		{f.workplace, v.Workplace},
		{f.faculty, v.Faculty},
		{f.emergencyName, v.EmergencyName},
		{f.emergencyPhone, showPhones(v.EmergencyPhone)},
		{f.guardianName, v.GuardianName},
		{f.guardianPhone, showPhones(v.GuardianPhone)},
		{f.ethicsEdition, v.EthicsEdition},
		{f.source, v.Source},
		{f.awards, v.Awards},
		{f.note, v.Note},
	} {
		e.field.SetText(e.text)
	}
	for _, d := range []struct {
		field *widgets.DateField
		day   data.Date
	}{
		{f.birth, v.Birth},
		{f.guardianConsent, v.GuardianConsent},
		{f.accepted, v.Accepted},
		{f.leaveSince, v.LeaveSince},
		{f.leftOn, v.LeftOn},
		{f.consentOn, v.ConsentOn},
		{f.consentUntil, v.ConsentUntil},
		{f.confidential, v.Confidential},
		{f.ethicsOn, v.EthicsOn},
	} {
		page.SetDate(d.field, d.day)
	}
	if v.StudyYear > 0 {
		f.studyYear.SetValue(int64(v.StudyYear))
	}
	f.sex.SetID(orUnknown(string(v.Sex)))
	f.region.SetID(v.Region)
	f.specialty.SetID(string(v.Specialty))
	f.directions.SetIDs(v.Directions)
	f.skills.SetSelected(words(v.Skills))
	f.status.SetID(string(v.Status))
	f.leftReason.SetID(v.LeftReason)
	f.naming.SetID(string(v.Naming))
	f.form.SetID(v.Form)
	f.coordinator.SetChecked(v.Coordinator)
	f.consentThird.SetChecked(v.ConsentThird)
}

// read puts what stands in the fields into a volunteer.
func (f *fields) read(v *data.Volunteer) {
	v.Surname, v.Given, v.Patronymic = f.surname.Value(), f.given.Value(), f.patronymic.Value()
	v.Preferred, v.IIN, v.Phones = f.preferred.Value(), f.iin.Value(), splitList(f.phones.Value())
	v.Email, v.Messenger, v.District = f.email.Value(), f.messenger.Value(), f.district.Value()
	v.Workplace, v.Faculty = f.workplace.Value(), f.faculty.Value()
	v.EmergencyName, v.EmergencyPhone = f.emergencyName.Value(), f.emergencyPhone.Value()
	v.GuardianName, v.GuardianPhone = f.guardianName.Value(), f.guardianPhone.Value()
	v.EthicsEdition, v.Source, v.Awards, v.Note = f.ethicsEdition.Value(), f.source.Value(), f.awards.Value(), f.note.Value()
	v.Birth, v.GuardianConsent, v.Accepted = page.Date(f.birth), page.Date(f.guardianConsent), page.Date(f.accepted)
	v.LeaveSince, v.LeftOn = page.Date(f.leaveSince), page.Date(f.leftOn)
	v.ConsentOn, v.ConsentUntil = page.Date(f.consentOn), page.Date(f.consentUntil)
	v.Confidential, v.EthicsOn = page.Date(f.confidential), page.Date(f.ethicsOn)
	year, _ := f.studyYear.Value()
	v.StudyYear = int(year)
	v.Sex = data.Sex(knownOnly(f.sex.ID()))
	v.Region, v.Specialty = f.region.ID(), data.Specialty(f.specialty.ID())
	v.Directions, v.Skills = f.directions.IDs(), f.skills.IDs()
	v.Status, v.LeftReason = data.VolunteerStatus(f.status.ID()), f.leftReason.ID()
	v.Naming, v.Form = data.Naming(f.naming.ID()), f.form.ID()
	v.Coordinator, v.ConsentThird = f.coordinator.Checked(), f.consentThird.Checked()
}

const unknown = "unknown"

func orUnknown(id string) string {
	if id == "" {
		return unknown
	}
	return id
}

func knownOnly(id string) string {
	if id == unknown {
		return ""
	}
	return id
}

func words(list []string) []widgets.Option {
	out := make([]widgets.Option, len(list))
	for i, w := range list {
		out[i] = widgets.Option{ID: w, Text: w}
	}
	return out
}
