package events

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store/storetest"
	"saya/widgets"
)

func testModel() *model {
	return &model{env: page.Env{Text: locale.New(locale.Russian), Now: storetest.Now}}
}

func TestFilterOfChips(t *testing.T) {
	const today, yesterday = storetest.Day, data.Date("2026-11-21")
	for chip, want := range map[string]struct {
		days data.Period
		desc bool
	}{
		chipUpcoming: {data.Period{From: today}, false},
		chipShort:    {data.Period{From: today, To: "2026-12-06"}, false},
		chipUnmarked: {data.Period{To: yesterday}, false},
		chipPast:     {data.Period{To: yesterday}, true},
		chipHours:    {data.Period{}, false},
		chipAll:      {data.Period{}, true},
	} {
		f := testModel().filter(list.Query{Chip: chip, Sort: order(chip)})
		require.Equal(t, want.days, f.Days, chip)
		require.Equal(t, want.desc, f.Desc, chip)
	}
	f := testModel().filter(list.Query{Chip: chipPast, Sort: widgets.Sort{Column: colTitle}})
	require.Equal(t, data.OrderByName, f.Order)
	require.False(t, f.Desc, "the user's order is kept")
}

func TestWhen(t *testing.T) {
	for want, span := range map[string]data.Interval{
		"22.11.2026, 18:00 – 20:00":             {From: "2026-11-22T18:00", To: "2026-11-22T20:00"},
		"22.11.2026, 22:00 – 02:00":             {From: "2026-11-22T22:00", To: "2026-11-23T02:00"},
		"22.11.2026, 10:00 – 23.11.2026, 10:00": {From: "2026-11-22T10:00", To: "2026-11-23T10:00"},
		"22.11.2026, 10:00 – 05.12.2026, 09:00": {From: "2026-11-22T10:00", To: "2026-12-05T09:00"},
	} {
		require.Equal(t, want, testModel().when(span.From, span.To))
	}
}

func TestNextStep(t *testing.T) {
	const today = storetest.Day
	event := func(status data.EventStatus, day data.Date) data.Event {
		return data.Event{Status: status, Start: data.NewLocal(day, 600), End: data.NewLocal(day, 720)}
	}
	person := func(a data.Attendance) data.AssignmentRow {
		return data.AssignmentRow{Assignment: data.Assignment{VolunteerID: 1, Status: data.ConfirmedPlace, Attendance: a}}
	}
	hours := func(s data.HoursStatus) []data.HoursRow {
		return []data.HoursRow{{Hours: data.Hours{VolunteerID: 1, Status: s}}}
	}
	came, expected := []data.AssignmentRow{person(data.Attended)}, []data.AssignmentRow{person(data.Expected)}
	for name, c := range map[string]struct {
		card card
		want step
	}{
		"an idea is planned":             {card{event: event(data.Idea, "2026-12-01")}, plan},
		"a plan is confirmed":            {card{event: event(data.Planned, "2026-12-01")}, confirm},
		"a confirmed one is waited for":  {card{event: event(data.Confirmed, "2026-12-01")}, noStep},
		"on the day people are marked":   {card{event: event(data.Confirmed, today)}, attend},
		"past and only planned":          {card{event: event(data.Planned, "2026-11-01")}, attend},
		"held with people unmarked":      {card{event: event(data.Held, "2026-11-01"), people: expected}, attend},
		"held with hours to propose":     {card{event: event(data.Held, "2026-11-01"), people: came}, propose},
		"held with hours to approve":     {card{event: event(data.Held, "2026-11-01"), people: came, hours: hours(data.Submitted)}, approval},
		"held and all approved":          {card{event: event(data.Held, "2026-11-01"), people: came, hours: hours(data.Approved)}, noStep},
		"returned hours wait for others": {card{event: event(data.Held, "2026-11-01"), people: came, hours: hours(data.Returned)}, noStep},
		"a cancelled one is planned":     {card{event: event(data.Cancelled, "2026-12-01")}, plan},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, c.card.next(today)) })
	}
}

func TestActualTimes(t *testing.T) {
	for name, c := range map[string]struct {
		planned    data.Local
		from, to   int // minutes of the clock
		start, end data.Local
	}{
		"on a day":                  {"2026-11-22T10:00", 10*60 + 20, 12*60 + 15, "2026-11-22T10:20", "2026-11-22T12:15"},
		"came before it began":      {"2026-11-22T10:00", 9 * 60, 12 * 60, "2026-11-22T09:00", "2026-11-22T12:00"},
		"past midnight":             {"2026-11-22T22:00", 23 * 60, 60, "2026-11-22T23:00", "2026-11-23T01:00"},
		"came late, after midnight": {"2026-11-22T23:00", 30, 120, "2026-11-23T00:30", "2026-11-23T02:00"},
		"came the evening before":   {"2026-11-23T00:10", 23*60 + 50, 60, "2026-11-22T23:50", "2026-11-23T01:00"},
	} {
		t.Run(name, func(t *testing.T) {
			start := near(c.planned, c.from)
			require.Equal(t, c.start, start)
			require.Equal(t, c.end, after(start, c.to))
		})
	}
}

func TestResidentsAreMarkedByAWord(t *testing.T) {
	cells := testModel().cells(data.EventRow{Start: "2026-11-22T10:00", Residents: true, Status: data.Planned, Type: data.Concert})
	require.NotEmpty(t, cells[4].Text)
	cells = testModel().cells(data.EventRow{Start: "2026-11-22T10:00", Status: data.Planned, Type: data.Concert})
	require.Empty(t, cells[4].Text)
}

func TestFiltersAreAskedOfTheStore(t *testing.T) {
	f := testModel().filter(list.Query{Chip: chipAll, Filters: map[string]string{
		filterType: "concert", filterVenue: "3", filterProject: "4", filterCoordinator: "5", filterDirection: "qamqor", filterResidents: no,
	}})
	require.Equal(t, data.EventFilter{
		Listing: f.Listing, Types: []data.EventType{data.Concert}, VenueID: 3, ProjectID: 4, CoordinatorID: 5,
		Direction: "qamqor", Residents: data.WithoutResidents,
	}, f)
	require.Equal(t, data.WithResidents, testModel().filter(list.Query{Filters: map[string]string{filterResidents: yes}}).Residents)
}

// Every status has a mark of its own: the tone is not the only sign of it.
func TestMarksTellStatusesApart(t *testing.T) {
	seen := map[widgets.MonthMark]data.EventStatus{}
	for _, s := range []data.EventStatus{data.Idea, data.Planned, data.Confirmed, data.Held, data.Cancelled, data.Moved} {
		require.Empty(t, seen[statusMark(s)], "%s", s)
		seen[statusMark(s)] = s
	}
}

func TestEntriesOfTheMonth(t *testing.T) {
	entries := testModel().entries([]data.EventRow{
		{ID: 1, Title: data.Names{RU: "Вечер"}, Start: "2026-11-22T22:00", End: "2026-11-23T00:00", Residents: true},
		{ID: 2, Title: data.Names{RU: "Выставка"}, Start: "2026-11-22T10:00", End: "2026-11-24T18:00"},
	})
	require.Equal(t, "22:00 Вечер", entries[0].Text)
	require.Equal(t, entries[0].From, entries[0].To)
	require.NotEmpty(t, entries[0].Icon, "residents are marked by a shape")
	require.Equal(t, "Выставка", entries[1].Text)
	require.Equal(t, data.Date("2026-11-24").Time(), entries[1].To)
	require.Empty(t, entries[1].Icon)
}

func TestWhatIsRepeatedByItself(t *testing.T) {
	finding := func(kind data.FindingKind, s data.Severity) occurrence {
		return occurrence{Occurrence: data.Occurrence{Findings: []data.Finding{{Kind: kind, Severity: s}}}}
	}
	for name, c := range map[string]struct {
		occurrence                     occurrence
		wanted, needsReason, forbidden bool
	}{
		"a free day":   {occurrence{}, true, false, false},
		"a holiday":    {finding(data.OnHoliday, data.Warns), false, false, false},
		"a warning":    {finding(data.BirthUnknown, data.Warns), true, false, false},
		"a taken hall": {finding(data.VenueTwice, data.NeedsReason), false, true, false},
		"the law":      {finding(data.MinorRule, data.Forbids), false, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.wanted, c.occurrence.wanted())
			require.Equal(t, c.needsReason, c.occurrence.needsReason())
			require.Equal(t, c.forbidden, c.occurrence.forbidden())
		})
	}
}
