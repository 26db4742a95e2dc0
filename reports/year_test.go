package reports_test

import (
	"fmt"
	"testing"

	"saya/data"
	"saya/data/store"
)

// What the year's events with residents would be told by. None of it stands anywhere else in the year: they are on
// Wednesdays, on which nothing else happens, and last odd minutes.
const (
	groupTitle     = "Құпия-Қолдау-Тобы"
	groupTitleRU   = "Тайная-Группа-Поддержки"
	excursionTitle = "Құпия-Саяхат"
	closedName     = "Жасырын-Үй"
	closedNameRU   = "Скрытый-Дом"
	quietVenue     = "Тыныш-Саябақ"
	secretText     = "Құпия-Мәтін"
	hiddenTitle    = "Жоспардағы-Құпия"
	odd            = 47 // minutes
)

// residentDays are the Wednesdays of 2026 but for those of June, and a Saturday excursion in May.
func residentDays() []data.Date {
	var out []data.Date
	for d := data.Date("2026-01-07"); d.Year() == 2026; d = d.AddDays(7) {
		if d.Month() != "2026-06" {
			out = append(out, d)
		}
	}
	return append(out, excursionDay)
}

const excursionDay data.Date = "2026-05-16"

// people is how many volunteers the year has.
const people = 12

func volunteerOfYear(i int) data.Volunteer {
	v := data.Volunteer{
		Person: data.Person{
			Surname: fmt.Sprintf("Тегі%02dова", i), Given: fmt.Sprintf("Есімі%02d", i),
			Birth: data.NewDate(1970+3*i, 5, 6), Sex: data.Female, IIN: fmt.Sprintf("7005064%05d", i),
			Phones: data.List{fmt.Sprintf("+77015550%03d", i)}, Email: fmt.Sprintf("v%02d@example.invalid", i),
			Directions: data.List{"bilim"},
		},
		Number: int64(500 + i), Accepted: "2025-03-02", Form: "1", Naming: data.ByNumber, Awards: fmt.Sprintf("Алғыс%02d", i),
	}
	switch i % 4 {
	case 0:
		v.Naming, v.ConsentOn, v.ConsentThird = data.ByName, "2025-03-02", true
	case 1:
		v.Naming = data.NotNamed
	case 2: // chose to be named, but the consent names no third parties
		v.Naming, v.ConsentOn = data.ByName, "2025-03-02"
	}
	return v
}

// year is a centre with a year of work around 2026. Its twin is the same centre in which no resident was ever present
// anywhere: the same ids, people, venues and projects.
func year(t testing.TB, residents bool) *store.Store {
	return load(t, func(l *loader) {
		y := newYear(l, residents)
		y.openEvents()
		y.gifts()
		if residents {
			y.residentEvents()
		}
	})
}

type yearLoader struct {
	*loader
	volunteers                    []int64
	open, closed, quiet           int64
	project, mixed, onlyResidents int64
}

func newYear(l *loader, residents bool) *yearLoader {
	y := &yearLoader{loader: l}
	for i := range people {
		y.volunteers = append(y.volunteers, l.volunteer(volunteerOfYear(i)))
	}
	y.open = l.id(l.AddVenue(data.Venue{Name: data.Names{KK: "Ашық-Кітапхана"}, Address: "Алматы"}))
	y.closed = l.id(l.AddVenue(data.Venue{Name: data.Names{KK: closedName, RU: closedNameRU}, Closed: true}))
	y.quiet = l.id(l.AddVenue(data.Venue{Name: data.Names{KK: quietVenue}, Address: quietVenue}))
	// of a project with residents' events nobody is told how many are planned: as if it were not set
	planned := 30
	if !residents {
		planned = 0
	}
	y.project = l.id(l.AddProject(data.Project{Name: data.Names{KK: "Жоба-А"}, From: "2026-01-05", To: "2026-12-01", Planned: 12}))
	y.mixed = l.id(l.AddProject(data.Project{Name: data.Names{KK: "Жоба-Б"}, From: "2026-02-02", Planned: planned}))
	y.onlyResidents = l.id(l.AddProject(data.Project{Name: data.Names{KK: "Жоба-В"}, From: "2026-01-05", Planned: planned}))
	return y
}

// openEvents are on Tuesdays and Saturdays of two years, work outside events on Fridays.
func (y *yearLoader) openEvents() {
	n := 0
	for d := data.Date("2025-07-01"); d < "2027-07-01"; d = d.AddDays(1) {
		switch d.Time().Weekday().String() {
		case "Tuesday", "Saturday":
			if d != excursionDay {
				y.openEvent(n, d)
				n++
			}
		case "Friday":
			y.hours(y.volunteers[2+n%4], 0, d, 30+n%60)
		}
	}
}

func (y *yearLoader) openEvent(n int, d data.Date) {
	e := data.Event{
		Title: data.Names{KK: fmt.Sprintf("Шара%03d", n)}, Start: data.NewLocal(d, 600), Direction: []string{"qamqor", "bilim", ""}[n%3],
		LawKind: "1", VenueID: []int64{y.open, y.closed}[n%2], CoordinatorID: y.volunteers[n%people],
		PublicCount: data.KnownCount(10 + n%7), Result: fmt.Sprintf("Нәтиже%03d", n),
	}
	if n%3 == 0 {
		e.ProjectID = []int64{y.project, y.mixed}[n%2]
	}
	if n%10 == 0 {
		e.Type = data.Training
	}
	id := y.event(e)
	// the last three volunteers work at events with residents only
	for i := range 3 {
		v := (n + 2*i) % (people - 3)
		y.hours(y.volunteers[v], id, d, 60+15*i)
	}
}

// residentEvents come last, so that everything before them has the ids it has in the twin.
func (y *yearLoader) residentEvents() {
	for i, d := range residentDays() {
		e := data.Event{
			Title: data.Names{KK: groupTitle, RU: groupTitleRU}, Type: data.SupportGroup, Residents: true,
			Start: data.NewLocal(d, 1063), VenueID: y.closed, CoordinatorID: y.volunteers[people-1], Direction: "saulyq", LawKind: "2",
			ProjectID: y.onlyResidents, PublicCount: data.KnownCount(3), ResidentsCount: data.KnownCount(8),
			Result: secretText, Description: secretText, Requirements: secretText, Link: secretText, Note: secretText,
		}
		if d == excursionDay {
			e.Title, e.Type, e.VenueID, e.ProjectID = data.Names{KK: excursionTitle}, data.Excursion, y.quiet, y.mixed
		}
		id := y.event(e)
		for k := range 2 {
			v := people - 3 + (i+k)%3
			y.hours(y.volunteers[v], id, d, odd)
		}
		y.hours(y.volunteers[i%4], id, d, odd)
	}
	y.unheldResidentEvents()
}

// unheldResidentEvents are planned, confirmed and cancelled; hours were approved although none was marked as held.
func (y *yearLoader) unheldResidentEvents() {
	for _, d := range []data.Date{"2026-04-08", "2026-06-10", "2026-06-17", "2027-01-13"} {
		for _, status := range []data.EventStatus{data.Planned, data.Confirmed, data.Cancelled} {
			id := y.event(data.Event{
				Title: data.Names{KK: hiddenTitle}, Status: status, Start: data.NewLocal(d, 1063), Residents: true,
				VenueID: y.closed, ProjectID: y.onlyResidents, Type: data.SupportGroup,
			})
			y.id(y.AddNeed(data.Need{EventID: id, Wanted: 4}))
			y.hours(y.volunteers[3], id, d, odd)
		}
	}
}

func (y *yearLoader) gifts() {
	for i, kind := range data.ContributionKinds() {
		y.id(y.AddContribution(data.Contribution{
			Kind: kind, GiverKind: data.GivenByPerson, Giver: "Сыйлаушы-Адам", Day: data.NewDate(2026, 3, 2+i), Value: 1000, What: "Сый",
		}))
	}
}

// residentsByMonth is what may be decided upon.
func residentsByMonth() data.ResidentEvents {
	out := data.ResidentEvents{}
	for _, d := range residentDays() {
		out[d.Month()]++
	}
	return out
}

// periods are every month, quarter, half-year and year around 2026, and free dates that look for holes.
func periods() []data.Period {
	var out []data.Period
	for _, kind := range []data.PeriodKind{data.MonthPeriod, data.QuarterPeriod, data.HalfYearPeriod, data.YearPeriod} {
		for p := data.PeriodOf(kind, "2026-01-01"); p.From.Year() == 2026; p = p.After() {
			out = append(out, p)
		}
		out = append(out, data.PeriodOf(kind, "2025-12-31"), data.PeriodOf(kind, "2027-01-01"))
	}
	return append(out,
		day("2026-04-01", "2026-04-30").Before(), day("2026-01-01", "2026-12-30"), day("2026-01-02", "2026-12-31"),
		day("2026-04-01", "2026-05-31"), day("2026-04-29", "2026-04-29"), day("2026-05-16", "2026-05-16"),
		day("2026-03-31", "2026-05-01"), day("2025-10-01", "2026-09-30"), day("2025-01-01", "2027-12-31"))
}
