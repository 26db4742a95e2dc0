package person

import "saya/widgets"

// Names adds who someone is to a form. Only the given name is asked for: people apply with it and a telephone.
func (f *Fields) Names(form *widgets.Form) {
	form.Section(f.env.T("person.section_names"))
	given := f.env.Item("given", f.given)
	given.Required = true
	form.Add(f.env.Item("surname", f.surname), given, f.env.Item("patronymic", f.patronymic),
		f.env.Item("preferred", f.preferred), f.env.Item("birth", f.birth), f.env.Item("sex", f.sex), f.env.Item("iin", f.iin))
}

// Contacts adds how to reach someone to a form.
func (f *Fields) Contacts(form *widgets.Form) {
	form.Section(f.env.T("person.section_contacts"))
	phones := f.env.Item("phones", f.phones)
	phones.Hint, phones.Wide = f.env.T("person.hint_phones"), true
	form.Add(phones, f.env.Item("email", f.email), f.env.Item("messenger", f.messenger), f.env.Item("region", f.region),
		f.env.Item("district", f.district), f.env.Item("emergency_name", f.emergencyName),
		f.env.Item("emergency_phone", f.emergencyPhone))
}

// Help adds what someone can do to a form.
func (f *Fields) Help(form *widgets.Form) {
	form.Section(f.env.T("person.section_help"))
	form.Add(f.env.Item("directions", f.directions), f.env.Item("skills", f.skills), f.env.Item("specialty", f.specialty),
		f.env.Item("workplace", f.workplace), f.env.Item("faculty", f.faculty), f.env.Item("study_year", f.studyYear))
}

// Guardian adds who answers for a minor to a form.
func (f *Fields) Guardian(form *widgets.Form) {
	form.Section(f.env.T("person.section_guardian"))
	form.Add(f.env.Item("guardian_name", f.guardianName), f.env.Item("guardian_phone", f.guardianPhone),
		f.env.Item("guardian_consent", f.guardianConsent))
}

// Rest adds where someone heard of the centre, and the note, to a form, after more of the editor's own.
func (f *Fields) Rest(form *widgets.Form, more ...widgets.Item) {
	form.Section(f.env.T("person.section_rest"))
	note := f.env.Item("note", f.note)
	note.Hint, note.Wide = f.env.T("person.hint_note"), true
	form.Add(append(more, f.env.Item("source", f.source), note)...)
}
