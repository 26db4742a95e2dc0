package sample

import (
	"saya/data"
)

// persons draws whole people.
type persons struct {
	*identities
	cal *calendar
}

// Ages at which people join: the youngest and oldest of a band, and its share in a hundred.
type ageBand struct{ share, from, to int }

func ageBands() []ageBand {
	return []ageBand{{1, 13, 13}, {6, 14, 17}, {46, 18, 22}, {19, 23, 28}, {12, 29, 35}, {12, 36, 59}, {4, 60, 72}}
}

// person draws someone who joins on a day. Everybody can be reached: who gave no phone gave an e-mail address.
func (d *persons) person(day int) data.Person {
	p := data.Person{Sex: data.Female, Source: pick(d.chance, d.words.people.Sources)}
	if d.in(0.2) {
		p.Sex = data.Male
	}
	of := d.people()
	p.Surname, p.Given, p.Patronymic = d.name(of, p.Sex)
	if short := d.words.names.Short[p.Given]; short != "" && d.in(0.3) {
		p.Preferred = short
	}
	band := pickBy(d.chance, ageBands(), func(b *ageBand) int { return b.share })
	age := d.between(band.from, band.to)
	p.Birth = d.birth(day, age)
	if d.in(0.55) {
		p.IIN = d.iin(p.Birth, p.Sex)
	}
	d.contacts(&p, of)
	d.residence(&p)
	d.occupation(&p, age)
	d.abilities(&p, of)
	if age < data.AdultAge {
		d.guardian(&p, of, day)
	}
	d.forget(&p, age)
	return p
}

// birth is a day on which someone of an age on a day may have been born.
func (d *persons) birth(day, age int) data.Date {
	t := d.cal.date(day).Time().AddDate(-age, 0, -d.IntN(365))
	return data.DateOf(t)
}

func (d *persons) contacts(p *data.Person, of *people) {
	p.Phones = data.List{d.phone()}
	if d.in(0.08) {
		p.Phones = append(p.Phones, d.phone())
	}
	if d.in(0.8) {
		p.Email = d.email(p.Given, p.Surname)
	}
	if d.in(0.6) {
		p.Messenger = pick(d.chance, []string{"WhatsApp", "WhatsApp", "Telegram"})
	}
	if d.in(0.7) {
		p.EmergencyName, p.EmergencyPhone = d.relative(p, of), d.phone()
	}
}

func (d *persons) residence(p *data.Person) {
	places := &d.words.places
	total := 0
	for _, r := range places.Regions {
		total += r.Share
	}
	n := d.IntN(total)
	for _, r := range places.Regions {
		if n -= r.Share; n < 0 {
			p.Region = r.Code
			break
		}
	}
	if p.Region == places.Regions[0].Code && d.in(0.9) {
		p.District = pick(d.chance, places.Districts)
	}
}

// occupation is where someone studies or works.
func (d *persons) occupation(p *data.Person, age int) {
	places := &d.words.places
	switch {
	case age < data.AdultAge:
		p.Workplace, p.StudyYear = pick(d.chance, places.Schools), max(7, age-7)
	case age <= 22:
		place := pick(d.chance, places.Studies)
		p.Workplace, p.Faculty, p.Specialty = place.Place, pick(d.chance, place.Faculties), place.Specialty
		p.StudyYear = min(age-data.AdultAge+1, 4)
	case age < 60 && d.in(0.88):
		place := pick(d.chance, places.Jobs)
		p.Workplace, p.Specialty = place.Place, place.Specialty
	}
}

func (d *persons) abilities(p *data.Person, of *people) {
	levels := []string{"native", "C1", "B2"}
	for i, code := range of.Languages {
		p.Languages = append(p.Languages, data.Language{Code: code, Level: levels[i]})
	}
	if d.in(0.45) {
		p.Languages = append(p.Languages, data.Language{Code: "en", Level: pick(d.chance, []string{"A2", "B1", "B1", "B2", "C1"})})
	}
	specialty := p.Specialty
	if specialty == "" {
		specialty = data.OtherSpecialty
	}
	p.Skills = pickSome(d.chance, d.words.people.Skills[specialty], d.between(0, 3))
	p.Directions = d.directions()
	if d.in(0.65) {
		p.Availability = d.availability()
	}
	if d.in(0.12) {
		p.Note = pick(d.chance, d.words.people.Notes)
	}
}

// directions draws one to three codes, the main one by what a crisis centre does most.
func (d *persons) directions() data.List {
	main := pick(d.chance, []string{
		"qamqor", "qamqor", "qamqor", "qamqor", "bilim", "bilim", "bilim", "event", "event", "saulyq", "saulyq",
		"asyl_mura", "taza_alem", "sabaqtastyq", "umit", "other",
	})
	out := data.List{main}
	for _, code := range pickSome(d.chance, []string{"qamqor", "bilim", "event", "saulyq", "taza_alem"}, d.IntN(3)) {
		if code != main {
			out = append(out, code)
		}
	}
	return out
}

// availability is some evenings, or a weekend, or both.
func (d *persons) availability() data.Availability {
	a := data.Availability{Known: true}
	for weekday := 1; weekday <= 5; weekday++ {
		if d.in(0.4) {
			a.Week = append(a.Week, data.WeekSpan{Weekday: weekday, From: 15 * 60, To: 21 * 60})
		}
	}
	for weekday := 6; weekday <= 7; weekday++ {
		if d.in(0.7) {
			a.Week = append(a.Week, data.WeekSpan{Weekday: weekday, From: 9 * 60, To: 19 * 60})
		}
	}
	return a
}

// guardian adds the parent of a minor, with the written consent.
func (d *persons) guardian(p *data.Person, of *people, day int) {
	p.GuardianName, p.GuardianPhone = d.relative(p, of), d.phone()
	p.GuardianConsent = d.cal.date(day - d.between(1, 6))
}

// relative is a mother, aunt or sister, now and then a father; of the same sex she has the same surname.
func (d *persons) relative(p *data.Person, of *people) string {
	given, sex := of.Female, data.Female
	if d.in(0.3) {
		given, sex = of.Male, data.Male
	}
	surname := p.Surname
	if p.Sex != sex {
		surname = d.surname(of, sex)
	}
	return surname + " " + pick(d.chance, given)
}

// forget leaves out what real registers miss: birth dates of grown-ups and phones.
func (d *persons) forget(p *data.Person, age int) {
	switch {
	case age >= data.AdultAge && d.in(0.04):
		p.Birth, p.IIN = "", ""
	case p.Email != "" && d.in(0.04):
		p.Phones = nil
	}
	if d.in(0.02) {
		p.Sex, p.IIN = data.SexUnknown, ""
	}
}
