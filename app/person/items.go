package person

import (
	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// Call adds what is said in a call to a form: who calls, where to call back, what for. Only the given name is asked for:
// people apply with it and a telephone.
func (f *Fields) Call(form *widgets.Form, more ...widgets.Item) {
	form.Section(f.env.T("person.section_call"))
	form.Add(f.env.Item("surname", f.surname), f.givenItem(), f.phonesItem(), f.env.Item("directions", f.directions))
	form.Add(append(more, f.env.Item("source", f.source), f.noteItem())...)
}

// Names adds who someone is to a form.
func (f *Fields) Names(form *widgets.Form) {
	form.Section(f.env.T("person.section_names"))
	form.Add(f.env.Item("surname", f.surname), f.givenItem())
	f.more(form)
}

// Person adds what a call leaves open of who someone is to a form.
func (f *Fields) Person(form *widgets.Form) {
	form.Section(f.env.T("person.section_names"))
	f.more(form)
}

func (f *Fields) more(form *widgets.Form) {
	form.Add(f.env.Item("patronymic", f.patronymic), f.env.Item("preferred", f.preferred), f.env.Item("birth", f.birth),
		f.env.Item("sex", f.sex), f.env.Item("iin", f.iin))
}

// Contacts adds how to reach someone to a form, her telephones unless they stand in it already, and who answers for a
// minor.
func (f *Fields) Contacts(form *widgets.Form, phones bool) {
	form.Section(f.env.T("person.section_contacts"))
	if phones {
		form.Add(f.phonesItem())
	}
	form.Add(f.env.Item("email", f.email), f.env.Item("messenger", f.messenger), f.env.Item("region", f.region),
		f.env.Item("district", f.district), f.env.Item("emergency_name", f.emergencyName),
		f.env.Item("emergency_phone", f.emergencyPhone), f.env.Item("guardian_name", f.guardianName),
		f.env.Item("guardian_phone", f.guardianPhone), f.env.Item("guardian_consent", f.guardianConsent))
}

// Help adds what someone can do to a form, and after more of the editor's own when she can.
func (f *Fields) Help(form *widgets.Form, more ...widgets.Item) {
	form.Section(f.env.T("person.section_help"))
	form.Add(more...)
	form.Add(f.env.Item("skills", f.skills), f.env.Item("languages", f.languages), f.env.Item("specialty", f.specialty),
		f.env.Item("workplace", f.workplace), f.env.Item("faculty", f.faculty), f.env.Item("study_year", f.studyYear))
	form.Section(f.env.T("person.section_times"))
	f.times.add(form)
}

// Rest adds where someone heard of the centre, and the note, to a form, after more of the editor's own.
func (f *Fields) Rest(form *widgets.Form, more ...widgets.Item) {
	form.Section(f.env.T("person.section_rest"))
	form.Add(append(more, f.env.Item("source", f.source), f.noteItem())...)
}

// Directions is the field of directions for a form.
func (f *Fields) Directions() widgets.Item { return f.env.Item("directions", f.directions) }

func (f *Fields) givenItem() widgets.Item {
	given := f.env.Item("given", f.given)
	given.Required = true
	return given
}

func (f *Fields) phonesItem() widgets.Item {
	phones := f.env.Item("phones", f.phones)
	phones.Hint, phones.Wide = f.env.T("person.hint_phones"), true
	return phones
}

func (f *Fields) noteItem() widgets.Item {
	note := f.env.Item("note", f.note)
	note.Hint, note.Wide = f.env.T("person.hint_note"), true
	return note
}

// guardianFields are those that are only for minors.
func guardianFields() []string {
	return []string{"guardian_name", "guardian_phone", "guardian_consent"}
}

// answersForHerself tells whether nobody needs to answer for a person: she is known to be of age.
func answersForHerself(env page.Env, p data.Person) bool {
	years, ok := p.AgeOn(env.Today())
	return ok && years >= data.AdultAge && p.GuardianName == "" && p.GuardianPhone == "" && p.GuardianConsent == ""
}
