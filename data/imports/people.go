package imports

import (
	"slices"
	"strconv"
	"strings"

	"saya/data"
	"saya/data/fold"
	"saya/data/sheetin"
)

// nameFields are the fields of a name, in one column or in several; several go before one.
func nameFields() []field[data.Person] {
	return []field[data.Person]{
		{name: "full_name", read: one(readFullName)},
		namePart("surname", func(p *data.Person) *string { return &p.Surname }),
		namePart("given", func(p *data.Person) *string { return &p.Given }),
		namePart("patronymic", func(p *data.Person) *string { return &p.Patronymic }),
	}
}

func namePart(name Field, at func(*data.Person) *string) field[data.Person] {
	f := text(name, at)
	f.read = one(func(_ *reader, c sheetin.Cell, p *data.Person) { respell(at(p), c.Text) })
	return f
}

// respell writes a name, unless it is the known one in another spelling or its first letter: lists typed without a Kazakh layout or in
// capitals are no correction.
func respell(known *string, name string) {
	if *known == "" || fold.Key(*known) != fold.Key(name) && !isShortOf(name, *known) {
		*known = name
	}
}

func readFullName(r *reader, c sheetin.Cell, p *data.Person) {
	n := splitName(c.Text)
	n.tell(r)
	for _, part := range []struct {
		at   *string
		read string
	}{{&p.Surname, n.surname}, {&p.Given, n.given}, {&p.Patronymic, n.patronymic}} {
		if part.read != "" {
			respell(part.at, part.read)
		}
	}
}

// identityFields are the fields by which a person can be found, beside the name.
func identityFields() []field[data.Person] {
	return []field[data.Person]{
		birthField(),
		{
			name: "iin",
			read: one(func(_ *reader, c sheetin.Cell, p *data.Person) { p.IIN = iin(c) }),
			show: func(p *data.Person) string { return data.MaskIIN(p.IIN) },
		},
		{
			name: "phones", read: readPhones,
			show: func(p *data.Person) string { return strings.Join(p.Phones, ", ") },
		},
		text("email", func(p *data.Person) *string { return &p.Email }),
	}
}

// iin gives a number that the sheet kept as one its leading zeros back.
func iin(c sheetin.Cell) string {
	digits := fold.Digits(c.Text)
	if c.Kind == sheetin.Number && len(digits) == len(c.Text) && len(digits) >= 8 && len(digits) < 12 {
		return strings.Repeat("0", 12-len(digits)) + digits
	}
	return strings.NewReplacer(" ", "", "-", "", "\u00a0", "").Replace(c.Text)
}

// birthField reads a birth date. A year alone is taken as no date, with a warning: the day matters to the law.
func birthField() field[data.Person] {
	f := day("birth", func(p *data.Person) *data.Date { return &p.Birth })
	read := f.read
	f.read = func(r *reader, cells []sheetin.Cell, p *data.Person) {
		if year, err := strconv.Atoi(cells[0].Text); err == nil && year > 1900 && year <= r.today.Year() {
			if p.Birth.Year() != year {
				r.warn("imports.birth_year")
			}
			return
		}
		read(r, cells, p)
	}
	return f
}

// phone writes a number of Kazakhstan, however it is parted, as it is stored, which spares asking the library. What
// is left of another is for [data.ParsePhone].
func phone(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789+-() .\u00a0\u202f‑–", r) }) >= 0 {
		return s
	}
	digits := fold.Digits(s)
	switch {
	case len(digits) == 11 && (strings.HasPrefix(digits, "87") || strings.HasPrefix(digits, "77")):
		return "+7" + digits[1:]
	case len(digits) == 10 && digits[0] == '7' && !strings.Contains(s, "+"):
		return "+7" + digits
	}
	return s
}

// detailFields are the other fields of a person.
func detailFields(c catalogue) []field[data.Person] {
	at := func(get func(*data.Person) *string) func(*data.Person) *string { return get }
	return []field[data.Person]{
		text("preferred", at(func(p *data.Person) *string { return &p.Preferred })),
		oneOf("sex", "sex", "status.sex.", func(p *data.Person) *data.Sex { return &p.Sex }),
		text("messenger", func(p *data.Person) *string { return &p.Messenger }),
		listed("region", c.regions, func(p *data.Person) *string { return &p.Region }),
		text("district", func(p *data.Person) *string { return &p.District }),
		text("workplace", func(p *data.Person) *string { return &p.Workplace }),
		text("faculty", func(p *data.Person) *string { return &p.Faculty }),
		studyYearField(),
		oneOf("specialty", "specialty", "status.specialty.", func(p *data.Person) *data.Specialty { return &p.Specialty }),
		languagesField(),
		list("skills", func(p *data.Person) *data.List { return &p.Skills }, asWritten),
		listedAll("directions", c.directions, func(p *data.Person) *data.List { return &p.Directions }),
		emergencyField(),
		phoneField("emergency_phone", func(p *data.Person) *string { return &p.EmergencyPhone }),
		text("guardian_name", func(p *data.Person) *string { return &p.GuardianName }),
		phoneField("guardian_phone", func(p *data.Person) *string { return &p.GuardianPhone }),
		signed("guardian_consent", func(p *data.Person) *data.Date { return &p.GuardianConsent }),
		text("source", func(p *data.Person) *string { return &p.Source }),
		text("note", func(p *data.Person) *string { return &p.Note }),
	}
}

// emergencyField takes the telephone that stands beside the name, where it has no column of its own.
func emergencyField() field[data.Person] {
	f := text("emergency_name", func(p *data.Person) *string { return &p.EmergencyName })
	f.read = one(func(_ *reader, c sheetin.Cell, p *data.Person) {
		name, rest := c.Text, ""
		if at := strings.IndexAny(c.Text, "+0123456789"); at > 0 {
			name, rest = c.Text[:at], phone(strings.TrimSpace(c.Text[at:]))
		}
		number, err := data.ParsePhone(rest)
		if err != nil || p.EmergencyPhone != "" && p.EmergencyPhone != number {
			p.EmergencyName = c.Text
			return
		}
		p.EmergencyName, p.EmergencyPhone = strings.TrimRight(name, " ,;:-–—("), number
	})
	return f
}

func phoneField(name Field, at func(*data.Person) *string) field[data.Person] {
	f := text(name, at)
	f.read = one(func(_ *reader, c sheetin.Cell, p *data.Person) {
		if none, unknown := noPhone(c.Text); !none && !unknown {
			*at(p) = phone(c.Text)
		}
	})
	return f
}

// studyYearField reads "2", «2 курс», "2-курс".
func studyYearField() field[data.Person] {
	f := number("study_year", func(p *data.Person) *int { return &p.StudyYear })
	read := f.read
	f.read = func(r *reader, cells []sheetin.Cell, p *data.Person) {
		if digits := fold.Digits(cells[0].Text); len(digits) == 1 {
			cells[0].Text = digits
		}
		read(r, cells, p)
	}
	return f
}

// languagesField reads «казахский (родной), английский B2».
func languagesField() field[data.Person] {
	return field[data.Person]{
		name: "languages",
		read: func(r *reader, cells []sheetin.Cell, p *data.Person) {
			out := slices.Clone(p.Languages)
			for _, s := range parts(cells) {
				l, ok := language(s)
				at := slices.IndexFunc(out, func(has data.Language) bool { return has.Code == l.Code })
				switch {
				case !ok:
					r.warn("imports.unknown_word", "Value", s)
				case at < 0:
					out = append(out, l)
				case l.Level != "":
					out[at].Level = l.Level
				}
			}
			p.Languages = out
		},
		show: func(p *data.Person) string {
			var out []string
			for _, l := range p.Languages {
				out = append(out, strings.TrimSpace(l.Code+" "+l.Level))
			}
			return strings.Join(out, ", ")
		},
	}
}

// language tells the language and the level that the words of a text name.
func language(s string) (l data.Language, ok bool) {
	if code, found := theWords().find("language", s); found {
		return data.Language{Code: code}, true
	}
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ()-–—:", r) }) {
		if code, found := theWords().find("language", word); found && l.Code == "" {
			l.Code = code
		}
		if level, found := theWords().find("language_level", word); found {
			l.Level = level
		}
	}
	return l, l.Code != ""
}

// surePerson tells whether a row is the person it was found to match: by a number alone unless both names differ, by
// anything else when both are the same.
func surePerson(row, known *data.Person, rule data.DuplicateRule) bool {
	surname, given := fold.Key(row.Surname), fold.Key(row.Given)
	knownSurname, knownGiven := fold.Key(known.Surname), fold.Key(known.Given)
	if rule != data.SameNumber && rule != data.SameIIN {
		born := row.Birth == known.Birth || row.Birth == "" || known.Birth == ""
		return surname == knownSurname && given == knownGiven && born
	}
	if surname == "" && given == "" {
		return true
	}
	return surname == knownSurname || given == knownGiven || surname == knownGiven && given == knownSurname
}

// speakAgainst tells whether something that nobody shares tells two persons apart.
func speakAgainst(a, b *data.Person) bool {
	return a.IIN != "" && b.IIN != "" && a.IIN != b.IIN || a.Birth != "" && b.Birth != "" && a.Birth != b.Birth
}

// sureName tells whether a row that holds nothing but a name is a known person: surely where nothing else is known of
// her either.
func sureName(row, known *data.Person) certainty {
	if bare(0, known) && nameKey(row) == nameKey(known) && fold.Key(row.Patronymic) == fold.Key(known.Patronymic) {
		return surely
	}
	return perhaps
}

// fromIIN takes birth date and sex from the IIN, which states both, where they are unknown.
func fromIIN(r *reader, p *data.Person) {
	if p.IIN == "" || data.CheckIIN(p.IIN) != nil {
		return
	}
	if birth, ok := data.IINBirth(p.IIN); ok && p.Birth == "" {
		p.Birth = birth
		r.warnField("birth", "imports.from_iin")
	}
	if sex := data.IINSex(p.IIN); p.Sex == data.SexUnknown && sex != data.SexUnknown {
		p.Sex = sex
		r.warnField("sex", "imports.from_iin")
	}
}
