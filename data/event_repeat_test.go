package data_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// aSaturday is an event from ten to twelve on the second Saturday of December.
var aSaturday = data.Interval{From: "2026-12-12T10:00", To: "2026-12-12T12:00"}

func TestDaysOfARepetition(t *testing.T) {
	for name, c := range map[string]struct {
		first data.Date
		rule  data.Repeat
		want  []data.Date
	}{
		"every week, three times": {"2026-12-12", data.Repeat{Unit: data.EveryWeek, Every: 1, Count: 3}, []data.Date{"2026-12-19", "2026-12-26", "2027-01-02"}},
		"every other week":        {"2026-12-12", data.Repeat{Unit: data.EveryWeek, Every: 2, Until: "2027-01-09"}, []data.Date{"2026-12-26", "2027-01-09"}},
		"the last day is taken":   {"2026-12-12", data.Repeat{Unit: data.EveryDay, Every: 1, Until: "2026-12-14"}, []data.Date{"2026-12-13", "2026-12-14"}},
		"whichever ends first":    {"2026-12-12", data.Repeat{Unit: data.EveryDay, Every: 1, Until: "2026-12-31", Count: 1}, []data.Date{"2026-12-13"}},
		"the 31st":                {"2026-12-31", data.Repeat{Unit: data.EveryMonthDay, Every: 1, Count: 3}, []data.Date{"2027-01-31", "2027-03-31", "2027-05-31"}},
		"29 February every year":  {"2028-02-29", data.Repeat{Unit: data.EveryMonthDay, Every: 12, Count: 2}, []data.Date{"2032-02-29", "2036-02-29"}},
		"the second Saturday":     {"2026-12-12", data.Repeat{Unit: data.EveryMonthWeekday, Every: 1, Count: 3}, []data.Date{"2027-01-09", "2027-02-13", "2027-03-13"}},
		"the fifth Thursday":      {"2026-12-31", data.Repeat{Unit: data.EveryMonthWeekday, Every: 1, Count: 2}, []data.Date{"2027-04-29", "2027-07-29"}},
		"ends before it begins":   {"2026-12-12", data.Repeat{Unit: data.EveryWeek, Every: 1, Until: "2026-12-18"}, nil},
		"no first day":            {"", data.Repeat{Unit: data.EveryWeek, Every: 1, Count: 3}, nil},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, c.rule.Days(c.first)) })
	}
}

func TestValidateRepeat(t *testing.T) {
	weekly := func(change func(*data.Repeat)) data.Repeat {
		r := data.Repeat{Unit: data.EveryWeek, Every: 1, Count: 4}
		change(&r)
		return r
	}
	for _, c := range []struct {
		name  string
		first data.Interval
		rule  data.Repeat
		want  []string
	}{
		{"right", aSaturday, weekly(func(*data.Repeat) {}), nil},
		{"without an end", aSaturday, weekly(func(r *data.Repeat) { r.Count = 0 }), []string{"repeat_until errors.required_any"}},
		{"nothing", aSaturday, data.Repeat{}, []string{
			"repeat_unit errors.choice", "repeat_every errors.number_range", "repeat_until errors.required_any",
		}},
		{"no such day", aSaturday, weekly(func(r *data.Repeat) { r.Until = "2027-02-31" }), []string{"repeat_until errors.date"}},
		{"over before it begins", aSaturday, weekly(func(r *data.Repeat) { r.Until = "2026-12-18" }), []string{"repeat_until rules.repeat_none"}},
		{"for years", aSaturday, weekly(func(r *data.Repeat) { r.Count, r.Until = 0, "2036-01-01" }), []string{"repeat_until rules.repeat_many"}},
		{"a day of a day", data.Interval{From: "2026-12-12T10:00", To: "2026-12-13T10:00"}, data.Repeat{Unit: data.EveryDay, Every: 1, Count: 2}, nil},
		{"a day and a minute", data.Interval{From: "2026-12-12T10:00", To: "2026-12-13T10:01"}, data.Repeat{Unit: data.EveryDay, Every: 1, Count: 2}, []string{"repeat_every rules.repeat_overlaps"}},
	} {
		t.Run(c.name, func(t *testing.T) { requireRefusals(t, c.rule.Validate(c.first), c.want...) })
	}
}

// Whatever the rule: days go on, none lies after the last one, there are as many as were asked for, and two events of a
// rule that was let through never meet.
func TestAnyRepetitionKeepsItsRules(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 2026))
	for range 3000 {
		first := data.NewDate(2026, 1, 1).AddDays(random.IntN(1500))
		e := data.Event{Start: data.NewLocal(first, random.IntN(24*60))}
		e.End = e.Start.Add(1 + random.IntN(3*24*60))
		r := data.Repeat{Unit: data.RepeatUnits()[random.IntN(4)], Every: 1 + random.IntN(14)}
		if random.IntN(2) == 0 {
			r.Count = 1 + random.IntN(data.MaxRepeats)
		}
		if r.Count == 0 || random.IntN(2) == 0 {
			r.Until = first.AddDays(random.IntN(900))
		}
		if r.Validate(e.Span()) != nil {
			continue
		}
		days := r.Days(first)
		require.NotEmpty(t, days)
		require.True(t, slices.IsSorted(days))
		require.Equal(t, days, slices.Compact(slices.Clone(days)), "no day twice")
		require.Greater(t, days[0], first)
		require.True(t, r.Until == "" || days[len(days)-1] <= r.Until)
		require.True(t, r.Count == 0 || len(days) <= r.Count)
		require.True(t, r.Until != "" || len(days) == r.Count, "%+v gives %d", r, len(days))
		before := e
		for _, day := range days {
			next := e.On(day)
			require.Equal(t, day, next.Start.Date())
			require.Equal(t, e.Span().Minutes(), next.Span().Minutes())
			require.False(t, before.Span().Overlaps(next.Span()))
			before = next
		}
	}
}

func TestAnEventOnAnotherDay(t *testing.T) {
	e := anEvent(func(e *data.Event) {
		e.ID, e.Version, e.Status = 7, 9, data.Held
		e.Start, e.End = "2026-11-20T22:00", "2026-11-21T01:30"
		e.VenueID, e.CoordinatorID, e.Requirements, e.Residents = 3, 4, "сменная обувь", true
		e.PublicCount, e.ResidentsCount, e.Result, e.Link = data.KnownCount(12), data.KnownCount(6), "много", "https://sample.invalid"
		e.Note, e.OverrideReason, e.CancelReason = "а", "б", "в"
	})
	next := e.On("2026-12-31")
	require.Equal(t, data.Interval{From: "2026-12-31T22:00", To: "2027-01-01T01:30"}, next.Span())
	require.Equal(t, data.Planned, next.Status)
	require.True(t, next.Residents)
	require.Equal(t, "сменная обувь", next.Requirements)
	require.Equal(t, []int64{3, 4}, []int64{next.VenueID, next.CoordinatorID})
	for _, gone := range []any{next.ID, next.Version, next.PublicCount, next.ResidentsCount, next.Result, next.Link, next.Note, next.OverrideReason, next.CancelReason} {
		require.Zero(t, gone)
	}
	e.Status = data.Idea
	require.Equal(t, data.Idea, e.On("2026-12-31").Status, "an idea stays one")
}
