// Package person is what the editors of volunteers and of applications have in common: the fields of a person.
package person

import (
	"strings"

	"saya/app/page"
	"saya/data"
	"saya/data/fold"
	"saya/data/reference"
	"saya/widgets"
)

// Fields are the fields of a person; their names in a form are those of the rules' refusals.
type Fields struct {
	env                                     page.Env
	surname, given, patronymic, preferred   *widgets.Entry
	birth                                   *widgets.DateField
	sex                                     *widgets.Segments
	iin, phones, email, messenger, district *widgets.Entry
	region                                  *widgets.SearchSelect
	workplace, faculty                      *widgets.Entry
	studyYear                               *widgets.NumberField
	specialty                               *widgets.SearchSelect
	directions, skills, languages           *widgets.MultiSelect
	times                                   *times
	emergencyName, emergencyPhone           *widgets.Entry
	guardianName, guardianPhone             *widgets.Entry
	guardianConsent                         *widgets.DateField
	source, note                            *widgets.Entry
}

// unknown is the choice of a sex that is not known.
const unknown = "unknown"

// NewFields returns empty fields.
func NewFields(env page.Env) *Fields {
	f := &Fields{
		env:     env,
		surname: widgets.NewEntry(), given: widgets.NewEntry(), patronymic: widgets.NewEntry(), preferred: widgets.NewEntry(),
		iin: widgets.NewEntry(), phones: widgets.NewEntry(), email: widgets.NewEntry(), messenger: widgets.NewEntry(),
		district: widgets.NewEntry(), workplace: widgets.NewEntry(), faculty: widgets.NewEntry(),
		emergencyName: widgets.NewEntry(), emergencyPhone: widgets.NewEntry(),
		guardianName: widgets.NewEntry(), guardianPhone: widgets.NewEntry(), source: widgets.NewEntry(), note: widgets.NewNote(3),
		birth: env.DateField(), guardianConsent: env.DateField(), studyYear: widgets.NewNumberField(),
		sex:        widgets.NewSegments(page.Statuses(env, "sex", data.Female, data.Male, unknown)...),
		specialty:  env.Select(page.Statuses(env, "specialty", data.Creative, data.Technical, data.OtherSpecialty)...),
		region:     env.Select(env.Choices(reference.Regions())...),
		directions: widgets.NewMultiSelect(fold.Key, env.SelectTexts()),
		skills:     widgets.NewTagsField(fold.Key, env.SelectTexts()),
		languages:  newLanguages(env), times: newTimes(env),
	}
	f.directions.SetOptions(env.Choices(env.Directions))
	f.region.Optional, f.specialty.Optional = true, true
	f.iin.Rule, f.email.Rule = data.CheckIIN, checkEmail
	for _, phone := range []*widgets.Entry{f.phones, f.emergencyPhone, f.guardianPhone} {
		phone.Format, phone.Rule = showPhones, checkPhones
	}
	f.note.MaxRunes = data.MaxText
	for _, name := range f.names() {
		name.MaxRunes = data.MaxName
	}
	for _, line := range []*widgets.Entry{f.email, f.workplace, f.faculty, f.source} {
		line.MaxRunes = data.MaxLine
	}
	f.phones.OnCopied, f.birth.OnCopied = env.CopySecret, env.CopySecret
	for _, t := range f.texts(&data.Person{}) {
		t.field.OnCopied = env.CopySecret
	}
	return f
}

// names are the entries of one name or word each.
func (f *Fields) names() []*widgets.Entry {
	return []*widgets.Entry{
		f.surname, f.given, f.patronymic, f.preferred, f.messenger, f.district, f.emergencyName, f.guardianName,
	}
}

// text is an entry and the text of a person that it shows.
type text struct {
	field *widgets.Entry
	value *string
}

// texts are the entries that show what is stored as it is.
func (f *Fields) texts(p *data.Person) []text {
	return []text{
		{f.surname, &p.Surname},
		{f.given, &p.Given},
		{f.patronymic, &p.Patronymic},
		{f.preferred, &p.Preferred},
		{f.iin, &p.IIN},
		{f.email, &p.Email},
		{f.messenger, &p.Messenger},
		{f.district, &p.District},
		{f.workplace, &p.Workplace},
		{f.faculty, &p.Faculty},
		{f.emergencyName, &p.EmergencyName},
		{f.emergencyPhone, &p.EmergencyPhone},
		{f.guardianName, &p.GuardianName},
		{f.guardianPhone, &p.GuardianPhone},
		{f.source, &p.Source},
		{f.note, &p.Note},
	}
}

// Set shows a person in the fields.
func (f *Fields) Set(p data.Person) {
	p.EmergencyPhone, p.GuardianPhone = showPhones(p.EmergencyPhone), showPhones(p.GuardianPhone)
	for _, t := range f.texts(&p) {
		t.field.SetText(*t.value)
	}
	f.phones.SetText(showPhones(strings.Join(p.Phones, ",")))
	page.SetDate(f.birth, p.Birth)
	page.SetDate(f.guardianConsent, p.GuardianConsent)
	if p.StudyYear > 0 {
		f.studyYear.SetValue(int64(p.StudyYear))
	}
	f.sex.SetID(unknown)
	if p.Sex != data.SexUnknown {
		f.sex.SetID(string(p.Sex))
	}
	Keep(f.region, p.Region)
	f.specialty.SetID(string(p.Specialty))
	f.directions.SetSelected(options(p.Directions, f.env.Direction))
	f.skills.SetSelected(options(p.Skills, func(word string) string { return word }))
	f.languages.SetSelected(languageOptions(f.env, p.Languages))
	f.times.set(p.Availability)
}

// Keep chooses what a code stands for. One that is offered no more stays as it is: saving takes nothing away.
func Keep(s *widgets.SearchSelect, code string) {
	s.SetID(code)
	if s.ID() != code {
		s.SetSelected(widgets.Option{ID: code, Text: code})
	}
}

// Read puts what stands in the fields into a person.
func (f *Fields) Read(p *data.Person) {
	for _, t := range f.texts(p) {
		*t.value = t.field.Value()
	}
	p.Phones = splitList(f.phones.Value())
	p.Birth, p.GuardianConsent = page.Date(f.birth), page.Date(f.guardianConsent)
	year, _ := f.studyYear.Value()
	p.StudyYear = int(year)
	p.Sex = data.SexUnknown
	if id := f.sex.ID(); id != unknown {
		p.Sex = data.Sex(id)
	}
	p.Region, p.Specialty = f.region.ID(), data.Specialty(f.specialty.ID())
	p.Directions, p.Skills = f.directions.IDs(), f.skills.IDs()
	p.Languages, p.Availability = readLanguages(f.languages), f.times.read()
}

// options are codes as they are chosen, those that are offered no more too.
func options(codes []string, name func(code string) string) []widgets.Option {
	out := make([]widgets.Option, len(codes))
	for i, code := range codes {
		out[i] = widgets.Option{ID: code, Text: name(code)}
	}
	return out
}
