package reports_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/reports"
	"saya/reports/spec"
)

// october is a hand-made centre around October 2026. What its reports must say is worked out by hand from the
// definitions, at the edges of the period where they are decided.
func october(t *testing.T) *store.Store {
	return load(t, func(l *loader) {
		volunteers := octoberVolunteers(l)
		octoberEvents(l, volunteers)
		octoberGroups(l)
		octoberGifts(l)
	})
}

// octoberVolunteers returns the ids by letter.
func octoberVolunteers(l *loader) map[string]int64 {
	ids := map[string]int64{}
	for _, v := range []struct {
		letter string
		data.Volunteer
	}{
		{"a", data.Volunteer{
			Person: data.Person{
				Surname: "Аманова", Given: "Айша", Birth: "1990-05-05", Sex: data.Female, Directions: data.List{"bilim", "event"},
				Phones: data.List{"+77010000001"}, IIN: "900505000000",
			},
			Number: 11, Accepted: "2026-01-10", Form: "1", Naming: data.ByName, ConsentOn: "2026-01-10", ConsentThird: true, Awards: "Алғыс хат",
		}},
		// 16 on the last day
		{"b", data.Volunteer{
			Person: data.Person{Surname: "Беков", Given: "Болат", Birth: "2009-11-01", Sex: data.Male, Directions: data.List{"qamqor"}},
			Number: 12, Accepted: "2026-10-01", Form: "2", Naming: data.ByName, ConsentOn: "2026-10-01", ConsentThird: true,
		}},
		// 60 on the last day
		{"c", data.Volunteer{
			Person: data.Person{Surname: "Гусева", Given: "Галина", Birth: "1966-10-31", Sex: data.Female, Directions: data.List{"other"}},
			Number: 13, Accepted: "2025-12-01", Status: data.OnLeave, Form: "2-1", Naming: data.NotNamed,
		}},
		{"d", data.Volunteer{Person: data.Person{Surname: "Дина", Directions: data.List{"gone"}}, Number: 14, Accepted: "2026-10-31"}},
		{"e", data.Volunteer{
			Person: data.Person{Surname: "Ермек", Birth: "1998-01-01"}, Number: 15,
			Accepted: "2026-02-02", Status: data.Left, LeftOn: "2026-10-31",
		}},
		{"f", data.Volunteer{
			Person: data.Person{Surname: "Фарида", Birth: "1998-01-01", Sex: data.Female}, Number: 16,
			Accepted: "2026-03-03", Status: data.Left, LeftOn: "2026-11-01",
		}},
		{"g", data.Volunteer{Person: data.Person{Surname: "Гани"}, Number: 17, Accepted: "2026-11-01"}},
	} {
		ids[v.letter] = l.volunteer(v.Volunteer)
	}
	return ids
}

func octoberEvents(l *loader, v map[string]int64) {
	open := l.id(l.AddVenue(data.Venue{Name: data.Names{KK: "Кітапхана", RU: "Библиотека"}, Address: "Алматы, Үлгі көшесі, 1"}))
	closed := l.id(l.AddVenue(data.Venue{Name: data.Names{KK: "Құпия үй", RU: "Тайный дом"}, Closed: true}))
	project := l.id(l.AddProject(data.Project{
		Name: data.Names{KK: "Жоба А"}, From: "2026-10-31", To: "2027-01-01", Planned: 9, Direction: "bilim", LawKind: "1",
	}))
	l.id(l.AddProject(data.Project{Name: data.Names{KK: "Жоба Б"}, From: "2026-01-01", To: "2026-09-30"}))
	mixed := l.id(l.AddProject(data.Project{Name: data.Names{KK: "Жоба В"}, From: "2026-09-01", Planned: 40}))

	first := l.event(data.Event{
		Title: data.Names{KK: "Бірінші-Шара", RU: "Первое"}, Start: "2026-10-01T00:00", Direction: "qamqor", LawKind: "1",
		VenueID: open, CoordinatorID: v["a"], PublicCount: data.KnownCount(10), Result: "Нәтиже", Description: "Сипаттама",
	})
	last := l.event(data.Event{
		Start: "2026-10-31T23:00", Type: data.Training, ProjectID: project, VenueID: closed, CoordinatorID: v["c"], Description: "Шықпайтын-Сипаттама",
	})
	l.event(data.Event{Start: "2026-11-01T00:00", PublicCount: data.KnownCount(1000)})
	l.event(data.Event{Start: "2026-10-20T10:00", Status: data.Planned, PublicCount: data.KnownCount(1000)})
	l.event(data.Event{Start: "2026-10-20T10:00", Status: data.Cancelled, PublicCount: data.KnownCount(1000)})
	september := l.event(data.Event{Start: "2026-09-15T10:00", Direction: "event", PublicCount: data.KnownCount(7)})
	next := l.event(data.Event{Start: "2026-11-05T10:00", Status: data.Confirmed, Direction: "event"})
	l.id(l.AddNeed(data.Need{EventID: next, Wanted: 3}))
	l.id(l.AddNeed(data.Need{EventID: next, Wanted: 4}))
	l.event(data.Event{Start: "2026-11-06T10:00", Status: data.Idea})
	l.event(data.Event{Start: "2026-11-07T10:00", Status: data.Planned, Residents: true})

	l.hours(v["a"], first, "2026-10-01", 90)
	l.hours(v["c"], first, "2026-10-01", 60)
	l.hours(v["a"], 0, "2026-10-02", 30)
	l.hours(v["b"], last, "2026-10-31", 61)
	l.hours(v["a"], last, "2026-11-01", 10)
	l.hours(v["e"], september, "2026-09-15", 33)
	l.id(l.AddHours(data.Hours{VolunteerID: v["b"], EventID: last, Day: "2026-10-31", Minutes: 500, Status: data.Submitted}))

	// five in October may enter totals, the one of September may not
	for i := range 5 {
		e := l.event(data.Event{
			Start: data.NewLocal(data.NewDate(2026, 10, 6+i), 600), Residents: true, ProjectID: mixed,
			Type: data.SupportGroup, PublicCount: data.KnownCount(99), ResidentsCount: data.KnownCount(77),
		})
		if i == 0 {
			l.hours(v["d"], e, "2026-10-06", 120)
			l.hours(v["a"], e, "2026-10-07", 45)
		}
	}
	alone := l.event(data.Event{Start: "2026-09-16T10:00", Residents: true})
	l.hours(v["c"], alone, "2026-09-16", 77)
}

func octoberGroups(l *loader) {
	for _, g := range []data.Group{
		{FormedOn: "2026-01-01"},
		{FormedOn: "2026-10-31"},
		{EndedOn: "2026-10-30"},
		{},
		{FormedOn: "2026-11-01"},
	} {
		g.Name = "Топ"
		l.id(l.AddGroup(g))
	}
}

func octoberGifts(l *loader) {
	for _, c := range []data.Contribution{
		{Kind: data.Money, Day: "2026-10-01", Value: 100_000},
		{Kind: data.Money, PledgedOn: "2026-10-01", Value: 999_000},
		{Kind: data.Goods, Day: "2026-10-31", Value: 5_000},
		{Kind: data.Information, Day: "2026-10-10", Reach: data.KnownCount(300)},
		{Kind: data.Information, Day: "2026-10-11"},
		{Kind: data.Money, Day: "2026-09-30", Value: 777},
		{Kind: data.Money, Day: "2026-11-01", Value: 888_000},
	} {
		c.GiverKind = data.GivenAnonymously
		l.id(l.AddContribution(c))
	}
}

func TestIndicators(t *testing.T) {
	r, err := reports.FrontOffice(t.Context(), october(t), reports.Params{Period: month("2026-10"), Lang: "ru"})
	require.NoError(t, err)
	got := map[string][2]int64{}
	for _, f := range r.Sheets[0].Blocks[0].(spec.Figures).Rows {
		got[f.Code] = [2]int64{f.Now.Int(), f.Before.Int()}
	}
	require.Equal(t, map[string][2]int64{
		"V1":   {5, 4}, // a b c d f; a c e f
		"V1.1": {1, 1}, // c
		"V2":   {2, 0}, // b d
		"V3":   {4, 1}, // a b c, d at residents' events; e, not c
		"G1":   {3, 3},
		"E1":   {7, 1}, // two and five with residents; one, the other is alone
		"E2":   {1, 1},
		"E3":   {1, 0},
		"E4":   {1, 0},
		"P1":   {2, 2},
		"H1":   {90 + 60 + 30 + 61 + 120 + 45, 33},
		"B1":   {10, 7},
		"B1.1": {1, 0},
		"C1":   {1, 1},
		"C1.1": {100_000, 777},
		"C2":   {1, 0},
		"C2.1": {5_000, 0},
		"C3":   {0, 0},
		"C3.1": {0, 0},
		"C4":   {2, 0},
		"C4.1": {300, 0},
	}, got)
}

// Inside the centre everything counts.
func TestFiguresOfTheCentre(t *testing.T) {
	got, err := october(t).Figures(t.Context(), month("2026-10"), month("2026-09"))
	require.NoError(t, err)
	for i, want := range []store.PeriodFigures{
		{Active: 4, Minutes: 406, Events: 7, Covered: 10, Received: 100_000}, {Active: 2, Minutes: 33 + 77, Events: 2, Covered: 7, Received: 777},
	} {
		require.Equal(t, want, got[i])
	}
}

func TestSplits(t *testing.T) {
	r, err := reports.FrontOffice(t.Context(), october(t), reports.Params{Period: month("2026-10"), Lang: "ru"})
	require.NoError(t, err)
	for _, c := range []struct {
		block int
		title string
		want  map[string][]int64
	}{
		{1, "report.by_direction", map[string][]int64{
			"Bilim": {1, 0, 0, 30}, "Qamqor": {1, 1, 10, 150},
			"Иное": {1, 0, 0, 0}, "Неизвестно": {2, 1, 0, 61}, "Event": {0, 0, 0, 0},
		}},
		{2, "report.by_sex", map[string][]int64{"Женский": {3, 0}, "Мужской": {1, 1}, "Неизвестно": {1, 1}}},
		{3, "report.by_age", map[string][]int64{
			"14–17 лет": {1, 1}, "18–28 лет": {1, 0}, "36–59 лет": {1, 0}, "60 лет и старше": {1, 0},
			"Возраст неизвестен": {1, 1}, "До 14 лет": {0, 0}, "29–35 лет": {0, 0},
		}},
		{4, "report.by_form", map[string][]int64{
			"Индивидуальная волонтерская деятельность": {1, 0}, "Волонтерская деятельность в составе группы волонтеров": {1, 1},
			"Корпоративное волонтерство": {1, 0}, "Неизвестно": {2, 1},
		}},
	} {
		t.Run(c.title, func(t *testing.T) {
			m := r.Sheets[0].Blocks[c.block].(spec.Matrix)
			require.Equal(t, c.title, m.Title)
			got := map[string][]int64{}
			for _, row := range m.Rows {
				for _, v := range row.Values {
					got[label(row)] = append(got[label(row)], v.Int())
				}
			}
			for name, want := range c.want {
				require.Equal(t, want, got[name], name)
			}
		})
	}
}

func label(r spec.Row) string { return locale.New("ru").T(r.Label) }

// An age a day off at either edge of the period would show here.
func TestAgeOnTheLastDay(t *testing.T) {
	s := load(t, func(l *loader) {
		for i, birth := range []data.Date{"2012-10-31", "2012-11-01", "2008-10-31", "2008-11-01"} {
			l.volunteer(data.Volunteer{Person: data.Person{Surname: "С", Birth: birth}, Number: int64(i + 1), Accepted: "2026-01-01"})
		}
	})
	r, err := reports.FrontOffice(t.Context(), s, reports.Params{Period: month("2026-10"), Lang: "en"})
	require.NoError(t, err)
	rows := reopen(t, r, "en")["Volunteers"]
	for number, band := range map[string]string{"№ 1": "14–17", "№ 2": "Under 14", "№ 3": "18–28", "№ 4": "14–17"} {
		require.Equal(t, band, row(t, rows, 1, number)[2], number)
	}
}

func TestSheetsAreReopened(t *testing.T) {
	s := october(t)
	names := map[string][]string{
		"kk":    {"Жиынтық", "Іс-шаралар", "Волонтерлер", "Жобалар", "Сағаттар", "Жоспар", "Тізілім", "Анықтама"},
		"ru":    {"Свод", "Мероприятия", "Волонтеры", "Проекты", "Часы", "План", "Реестр", "Справка"},
		"en":    {"Summary", "Events", "Volunteers", "Projects", "Hours", "Plan", "Register", "About"},
		"kk+ru": {"Жиынтық · Свод", "Іс-шаралар · Мероприятия", "Волонтерлер · Волонтеры", "Жобалар · Проекты", "Сағаттар · Часы", "Жоспар · План", "Тізілім · Реестр", "Анықтама · Справка"},
	}
	closed := map[string]string{"kk": "жабық алаң", "ru": "закрытая площадка", "en": "closed venue", "kk+ru": "жабық алаң / закрытая площадка"}
	for _, lang := range reports.Langs() {
		t.Run(lang, func(t *testing.T) {
			r, err := reports.FrontOffice(t.Context(), s, reports.Params{Period: month("2026-10"), Lang: lang})
			require.NoError(t, err)
			cells := reopen(t, r, lang)
			require.Len(t, cells, 8)
			sheet := func(i int) [][]string { return cells[names[lang][i]] }

			summary := row(t, sheet(0), 0, "H1")
			require.InDelta(t, 406.0/60, number(t, summary[2]), 1e-9)
			first, last := row(t, sheet(1), 0, "1"), row(t, sheet(1), 0, "2")
			require.Equal(t, []string{"46296", "0", ""}, first[1:4]) // 1 October 2026
			require.Equal(t, "№ 11", first[9])
			require.Equal(t, []string{"2", "12", "2.5", "10"}, first[10:14])
			require.Equal(t, closed[lang], last[8])
			require.Equal(t, "", last[9], "a coordinator who is not to appear")
			require.Equal(t, []string{"1", "", "1.0166666666666666"}, last[10:13])
			require.Len(t, listed(sheet(2)), 4)                                                // a b d f; c chose not to appear
			require.Equal(t, []string{"1", "2"}, rounded(t, row(t, sheet(2), 1, "№ 11")[4:6])) // 90 + 30, not the 45 where residents were
			require.Equal(t, []string{"0", "0"}, row(t, sheet(2), 1, "№ 14")[4:6])
			require.Len(t, listed(sheet(3)), 2)
			require.Len(t, listed(sheet(5)), 2) // held on 1 November, confirmed on the 5th
			require.Equal(t, "7", row(t, sheet(5), 0, "2")[10])
			require.Len(t, listed(sheet(6)), 3) // two projects, one action
		})
	}
}

// listed are the rows of a list, which begin with their number.
func listed(rows [][]string) [][]string {
	var out [][]string
	for _, r := range rows {
		if len(r) > 0 && r[0] == fmt.Sprint(len(out)+1) {
			out = append(out, r)
		}
	}
	return out
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	var f float64
	_, err := fmt.Sscan(s, &f)
	require.NoError(t, err)
	return f
}

func rounded(t testing.TB, cells []string) []string {
	t.Helper()
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = fmt.Sprint(float64(int(number(t, c)*100+0.5)) / 100)
	}
	return out
}
