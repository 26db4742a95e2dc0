package data

// DraftKey names what a draft is of. An account has one draft of each.
type DraftKey struct {
	Section string // of the navigation, where it is continued
	Form    string // of several in a section, "" for its editor
	Record  int64  // 0 for a new one
	Part    int64  // of the record, where the form is about one, such as a need of an event
}

// FormDraft is what was typed in a form and not saved.
type FormDraft struct {
	DraftKey
	Account  string
	Version  int64             // of the record that the form began from
	Title    string            // of the form, in the language in which it was open
	Subtitle string            // whom or what it is about
	Values   map[string]string // what was typed, by the names of the fields
	At       Stamp             // of the last change
}
