package sample

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestDefaultSizes(t *testing.T) {
	o := Options{Seed: 1, Until: "2026-11-22"}
	r := made(t, o)
	require.Len(t, r.volunteers, 250)
	require.Len(t, r.projects, 6)
	past, ahead := 0, 0
	for _, e := range r.events {
		require.Greater(t, e.Start.Date(), data.Date("2024-11-22"))
		require.LessOrEqual(t, e.Start.Date(), o.Until.AddDays(5*7))
		if e.Start.Date() <= o.Until {
			past++
			continue
		}
		ahead++
		require.Contains(t, []data.EventStatus{data.Idea, data.Planned, data.Confirmed}, e.Status)
	}
	require.Equal(t, 400, past)
	require.GreaterOrEqual(t, ahead, 10)
	require.InDelta(t, 2400, len(r.hours), 100)
}

func TestSizesAsAsked(t *testing.T) {
	r := made(t, Options{Seed: 3, Until: "2026-11-22", Volunteers: 1500, Events: 3000, Hours: 60_000})
	require.Len(t, r.volunteers, 1500)
	require.GreaterOrEqual(t, len(r.events), 3000)
	require.InEpsilon(t, 60_000, len(r.hours), 0.03)
	of := map[bool]int{}
	for _, h := range r.hours {
		of[h.EventID != 0]++
	}
	require.Greater(t, of[true], 4*of[false], "most hours are those of events")
}

func TestAFifthWithResidents(t *testing.T) {
	for seed := range uint64(5) {
		r := made(t, Options{Seed: seed, Until: "2026-11-22"})
		with := 0
		titles := map[data.Names]bool{} // true = with residents
		closed, public := 0, 0
		for _, e := range r.events {
			was, seen := titles[e.Title]
			require.True(t, !seen || was == e.Residents, "a title of both kinds would hide a leak")
			titles[e.Title] = e.Residents
			if !e.Residents {
				require.False(t, r.venues[e.VenueID-1].Closed)
				continue
			}
			with++
			if r.venues[e.VenueID-1].Closed {
				closed++
			} else {
				public++
			}
		}
		require.InDelta(t, 0.2, float64(with)/float64(len(r.events)), 0.03)
		require.Greater(t, closed, 5)
		require.Greater(t, public, 2, "an outing, at least")
	}
}

func TestSupportGroupIsWeeklyAndTheOutingYearly(t *testing.T) {
	o := Options{Seed: 9, Until: "2026-11-22"}
	var group, outings []data.Event
	for _, e := range made(t, o).events {
		switch {
		case e.Type == data.SupportGroup:
			group = append(group, e)
		case e.Type == data.Excursion && e.Residents:
			outings = append(outings, e)
		}
	}
	require.Greater(t, len(group), 52)
	for i := 1; i < len(group); i++ {
		require.Equal(t, 7, group[i].Start.Date().DaysSince(group[i-1].Start.Date()))
	}
	require.Len(t, outings, 2)
	require.Equal(t, 1, outings[1].Start.Date().Year()-outings[0].Start.Date().Year())
}

func TestPeopleLookLikeACentre(t *testing.T) {
	o := Options{Seed: 1, Until: "2026-11-22", Volunteers: 4000, Events: 100}
	r := made(t, o)
	n := float64(len(r.volunteers))
	share := func(of func(data.Volunteer) bool) float64 {
		count := 0
		for _, v := range r.volunteers {
			if of(v) {
				count++
			}
		}
		return float64(count) / n
	}
	status := func(s data.VolunteerStatus) float64 {
		return share(func(v data.Volunteer) bool { return v.Status == s })
	}
	require.InDelta(t, 0.80, status(data.Active), 0.03)
	require.InDelta(t, 0.08, status(data.OnLeave), 0.02)
	require.InDelta(t, 0.12, status(data.Left), 0.02)
	require.InDelta(t, 0.78, share(func(v data.Volunteer) bool { return v.Sex == data.Female }), 0.03)
	require.InDelta(t, 0.04, share(func(v data.Volunteer) bool { return v.Birth == "" }), 0.015)
	require.InDelta(t, 0.03, share(func(v data.Volunteer) bool { return len(v.Phones) == 0 }), 0.015)
	bands := map[data.AgeBand]int{}
	namings := map[data.Naming]int{}
	months := map[data.Month]int{}
	for _, v := range r.volunteers {
		bands[data.BandOn(v.Birth, o.Until)]++
		namings[v.Naming]++
		months[v.Accepted.Month()]++
	}
	for _, band := range data.AgeBands() {
		require.NotZero(t, bands[band], band)
	}
	require.Greater(t, bands[data.Age18to28], len(r.volunteers)/2)
	require.Len(t, namings, 3)
	for m := o.Until.Month().Add(-35); m <= o.Until.Month(); m = m.Add(1) {
		require.NotZero(t, months[m], m)
	}
}

func TestWhatWaits(t *testing.T) {
	o := Options{Seed: 1, Until: "2026-11-22"}
	r := made(t, o)
	applications := map[data.ApplicationStatus]int{}
	long := 0
	for _, a := range r.applications {
		applications[a.Status]++
		if a.WaitingDays(o.Until) >= 9 {
			long++
		}
	}
	require.Len(t, applications, 5)
	require.NotZero(t, long)
	hours := map[data.HoursStatus]int{}
	for _, h := range r.hours {
		hours[h.Status]++
	}
	require.Len(t, hours, 4)
	unmarked := 0
	for _, e := range r.events {
		if e.Status == data.Confirmed && e.Start.Date() <= o.Until {
			unmarked++
		}
	}
	require.NotZero(t, unmarked)
	require.True(t, r.locked["2026-09"])
	require.False(t, r.locked["2026-10"])
}

func TestHoursGrow(t *testing.T) {
	years := map[bool]int{}
	for _, h := range made(t, Options{Seed: 1, Until: "2026-11-22"}).hours {
		years[h.Day > "2025-11-22"] += h.Minutes
	}
	require.Greater(t, years[true], years[false]*5/4)
}

func TestGiftsOfAllKinds(t *testing.T) {
	kinds, givers := map[data.ContributionKind]int{}, map[data.GiverKind]int{}
	pledges, ofEvents := 0, 0
	for _, c := range made(t, Options{Seed: 1, Until: "2026-11-22"}).contributions {
		kinds[c.Kind]++
		givers[c.GiverKind]++
		if c.Day == "" {
			pledges++
		}
		if c.EventID != 0 {
			ofEvents++
		}
	}
	require.Len(t, kinds, 4)
	require.Len(t, givers, 3)
	require.NotZero(t, pledges)
	require.NotZero(t, ofEvents)
}

// More events do not change the people, so that benchmarks of different sizes compare.
func TestPeopleDoNotDependOnEvents(t *testing.T) {
	few := made(t, Options{Seed: 1, Until: "2026-11-22", Volunteers: 30, Events: 10})
	many := made(t, Options{Seed: 1, Until: "2026-11-22", Volunteers: 30, Events: 200})
	for i, v := range few.volunteers {
		require.Equal(t, v.Person, many.volunteers[i].Person)
	}
	other := made(t, Options{Seed: 2, Until: "2026-11-22", Volunteers: 30, Events: 10})
	require.NotEqual(t, few.volunteers, other.volunteers)
}

func TestCalendarEndsOnUntil(t *testing.T) {
	c := newCalendar("2028-02-29")
	require.Equal(t, data.Date("2028-02-29"), c.date(c.last))
	require.Equal(t, data.Date("2026-03-02"), c.date(c.start)) // 2026 has no 29 February: two years back is 1 March
	require.Equal(t, time.Tuesday, c.weekday(c.last))
	require.Equal(t, c.last, c.dayOf("2028-02-29"))
	require.Equal(t, never, c.dayOf(""))
	require.Equal(t, data.Date("2020-01-01"), c.date(c.dayOf("2020-01-01")))
}
