package data

import "strings"

// Normalise cleans what was typed: texts, numbers and addresses take the form they are stored and compared in.
func (p *Person) Normalise() {
	cleanLines(
		&p.Surname, &p.Given, &p.Patronymic, &p.Preferred, &p.Messenger, &p.Region, &p.District, &p.Workplace,
		&p.Faculty, &p.EmergencyName, &p.GuardianName, &p.Source,
	)
	p.IIN = strings.ReplaceAll(Line(p.IIN), " ", "")
	p.Email = strings.ToLower(Line(p.Email))
	p.Phones = cleanPhones(p.Phones)
	p.EmergencyPhone = cleanPhone(p.EmergencyPhone)
	p.GuardianPhone = cleanPhone(p.GuardianPhone)
	p.Skills, p.Directions = cleanList(p.Skills), cleanList(p.Directions)
	for i := range p.Availability.Exceptions {
		cleanLines(&p.Availability.Exceptions[i].Note)
	}
	cleanTexts(&p.Note)
}

// oldest is an age that only a slip of the pen exceeds.
const oldest = 120

// check gathers what is wrong with the fields that applications and volunteers share.
func (p Person) check(c *checks, today Date) {
	c.required("given", p.Given)
	p.checkTexts(c)
	p.checkBirth(c, today)
	choice(c, "sex", p.Sex, SexUnknown, Female, Male)
	if p.IIN != "" {
		c.number(CheckIIN(p.IIN))
	}
	for _, phone := range p.Phones {
		c.phone("phones", phone)
	}
	c.phone("emergency_phone", p.EmergencyPhone)
	c.phone("guardian_phone", p.GuardianPhone)
	c.past("guardian_consent", p.GuardianConsent, today)
	c.email("email", p.Email)
	c.between("study_year", p.StudyYear, 0, 10)
	choice(c, "specialty", p.Specialty, "", Creative, Technical, OtherSpecialty)
	p.Languages.check(c)
	p.Availability.check(c)
}

func (p Person) checkTexts(c *checks) {
	for _, f := range []struct{ field, value string }{
		{"surname", p.Surname},
		{"given", p.Given},
		{"patronymic", p.Patronymic},
		{"preferred", p.Preferred},
		{"messenger", p.Messenger},
		{"region", p.Region},
		{"district", p.District},
		{"emergency_name", p.EmergencyName},
		{"guardian_name", p.GuardianName},
	} {
		c.word(f.field, f.value)
	}
	c.line("email", p.Email)
	c.line("workplace", p.Workplace)
	c.line("faculty", p.Faculty)
	c.line("source", p.Source)
	c.words("phones", p.Phones)
	c.words("skills", p.Skills)
	c.words("directions", p.Directions)
	c.text("note", p.Note)
}

func (p Person) checkBirth(c *checks, today Date) {
	c.past("birth", p.Birth, today)
	if years, ok := p.AgeOn(today); ok && years > oldest {
		c.Add("birth", "errors.age", "Age", years)
	}
}

func (l Languages) check(c *checks) {
	for _, language := range l {
		c.required("languages", language.Code)
		c.word("languages", language.Code)
		choice(c, "language_level", language.Level, "", "native", "A1", "A2", "B1", "B2", "C1", "C2")
	}
}

func (a Availability) check(c *checks) {
	const day = 24 * 60
	for _, span := range a.Week {
		c.between("availability", span.Weekday, 1, 7)
		if span.From < 0 || span.From >= span.To || span.To > day {
			c.Add("availability", "errors.time_range")
		}
	}
	for _, exception := range a.Exceptions {
		c.required("availability_exceptions", string(exception.Day))
		c.date("availability_exceptions", exception.Day)
		c.line("availability_exceptions", exception.Note)
	}
}

// Warning is something odd about a record that may be so all the same: it is shown and never refuses.
// Field and Key are those of an [Error].
type Warning struct{ Field, Key string }

// Warnings tells where birth date and sex differ from what the IIN states.
func (p Person) Warnings() []Warning {
	var out []Warning
	if birth, ok := IINBirth(p.IIN); ok && p.Birth != "" && birth != p.Birth {
		out = append(out, Warning{"birth", "errors.iin_birth"})
	}
	if sex := IINSex(p.IIN); sex != SexUnknown && p.Sex != SexUnknown && sex != p.Sex {
		out = append(out, Warning{"sex", "errors.iin_sex"})
	}
	return out
}
