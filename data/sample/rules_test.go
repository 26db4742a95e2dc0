package sample

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/reference"
)

// The ends of years, of February and of half-years are where days are counted wrong.
func variants() []Options {
	return []Options{
		{Seed: 1, Until: "2026-11-22"},
		{Seed: 2, Until: "2026-11-22", Volunteers: 60, Events: 120, Hours: 3000},
		{Seed: 3, Until: "2028-02-29", Volunteers: 400, Events: 900, Hours: 12_000},
		{Seed: 4, Until: "2027-01-01", Volunteers: 40, Events: 30, Hours: 20},
		{Seed: 5, Until: "2026-06-30", Volunteers: 1, Events: 1, Hours: 1},
		{Seed: 6, Until: "2025-12-31", Volunteers: 3, Events: 300, Hours: 100},
		{Seed: 7, Until: "2026-08-31", Volunteers: 2000, Events: 50},
	}
}

func forVariants(t *testing.T, test func(t *testing.T, o Options, r *recorder)) {
	for _, o := range variants() {
		t.Run(fmt.Sprintf("seed %d", o.Seed), func(t *testing.T) { test(t, o, made(t, o)) })
	}
}

func TestEveryRecordIsValid(t *testing.T) {
	forVariants(t, func(t *testing.T, o Options, r *recorder) {
		each(t, r.groups, func(g data.Group) error { return g.Validate(o.Until) })
		each(t, r.volunteers, func(v data.Volunteer) error { return v.Validate(o.Until) })
		each(t, r.clearances, func(c data.Clearance) error { return c.Validate(o.Until) })
		each(t, r.applications, func(a data.Application) error { return a.Validate(o.Until) })
		each(t, r.venues, data.Venue.Validate)
		each(t, r.projects, data.Project.Validate)
		each(t, r.events, func(e data.Event) error { return e.Validate(o.Until) })
		each(t, r.needs, data.Need.Validate)
		each(t, r.assignments, data.Assignment.Validate)
		each(t, r.hours, func(h data.Hours) error { return h.Validate(o.Until) })
		each(t, r.contributions, func(c data.Contribution) error { return c.Validate(o.Until) })
	})
}

func each[T any](t *testing.T, rows []T, check func(T) error) {
	t.Helper()
	for _, row := range rows {
		require.NoError(t, check(row), "%+v", row)
	}
}

// What the program would clean on saving is clean already, or a save that changes nothing would look like a change.
func TestRecordsAreNormal(t *testing.T) {
	r := made(t, variants()[0])
	normal(t, r.groups, (*data.Group).Normalise)
	normal(t, r.volunteers, (*data.Volunteer).Normalise)
	normal(t, r.applications, (*data.Application).Normalise)
	normal(t, r.venues, (*data.Venue).Normalise)
	normal(t, r.projects, (*data.Project).Normalise)
	normal(t, r.events, (*data.Event).Normalise)
	normal(t, r.needs, (*data.Need).Normalise)
	normal(t, r.assignments, (*data.Assignment).Normalise)
	normal(t, r.hours, (*data.Hours).Normalise)
	normal(t, r.contributions, (*data.Contribution).Normalise)
}

func normal[T any](t *testing.T, rows []T, normalise func(*T)) {
	t.Helper()
	for _, row := range rows {
		cleaned := row
		normalise(&cleaned)
		require.Equal(t, row, cleaned)
	}
}

func TestPeopleAreInventedAndDistinct(t *testing.T) {
	forVariants(t, func(t *testing.T, o Options, r *recorder) {
		var known data.Duplicates
		for _, v := range r.volunteers {
			require.Empty(t, known.Find(v.Number, v.Person), "%+v", v)
			known.Add(v.ID, v.Number, v.Person)
			require.Empty(t, v.Person.Warnings())
			require.True(t, v.Email == "" || strings.HasSuffix(v.Email, "@example.invalid"), v.Email)
			require.True(t, v.Email != "" || len(v.Phones) > 0, "nobody can call her back")
			if years, ok := v.AgeOn(v.Accepted); ok && years < data.AdultAge {
				require.NotEmpty(t, v.GuardianName)
				require.LessOrEqual(t, v.GuardianConsent, v.Accepted)
			}
		}
		for i, v := range r.volunteers {
			require.Equal(t, int64(i+1), v.Number)
			require.LessOrEqual(t, v.Accepted, o.Until)
			require.True(t, i == 0 || r.volunteers[i-1].Accepted <= v.Accepted)
		}
	})
}

func TestEventsHaveNoConflicts(t *testing.T) {
	forVariants(t, func(t *testing.T, _ Options, r *recorder) {
		w := newWorld(r)
		for _, e := range r.events {
			setting := data.Setting{
				Event: e, Venue: w.venue(e.VenueID), Kind: w.kinds[e.LawKind], AtVenue: w.around(w.atVenue[e.VenueID], e),
				Requirements: w.requirements,
			}
			findings := data.CheckEvent(setting, w.helpers(e))
			require.NoError(t, data.Refuse(findings, ""), "%+v", e)
			for _, f := range findings {
				require.NotEqual(t, data.ManAmongWomen, f.Kind, "%+v", e)
				require.NotEqual(t, data.NotAvailable, f.Kind, "%+v", e)
			}
		}
	})
}

func TestHoursDoNotOverlap(t *testing.T) {
	forVariants(t, func(t *testing.T, _ Options, r *recorder) {
		w := newWorld(r)
		for _, h := range r.hours {
			require.NoError(t, data.CheckHours(h, w.hoursOf[h.VolunteerID]), "%+v", h)
			v := r.volunteers[h.VolunteerID-1]
			require.LessOrEqual(t, v.Accepted, h.Day)
			require.False(t, v.Status == data.Left && v.LeftOn <= h.Day)
			require.Equal(t, h.Status == data.Approved, h.ApprovedAt != "")
			require.False(t, r.locked[h.Day.Month()] && h.Status != data.Approved, "open hours in a closed month")
			if h.ApprovedAt != "" {
				require.Greater(t, h.ApprovedAt.Local().Date(), h.Day)
			}
			if h.EventID != 0 {
				require.Equal(t, data.Held, r.events[h.EventID-1].Status)
			}
		}
	})
}

// world finds what belongs to an event, a venue, a volunteer.
type world struct {
	*recorder
	kinds        map[string]data.Choice
	requirements []data.Requirement
	atVenue      map[int64][]data.Event
	needs        map[int64][]data.Need
	assigned     map[int64][]data.Assignment // by need
	elsewhere    map[int64][]data.Event      // by volunteer
	cleared      map[int64][]data.Clearance  // by volunteer
	hoursOf      map[int64][]data.Hours      // by volunteer
}

func newWorld(r *recorder) *world {
	w := &world{
		recorder: r, kinds: map[string]data.Choice{}, atVenue: map[int64][]data.Event{}, needs: map[int64][]data.Need{},
		assigned: map[int64][]data.Assignment{}, elsewhere: map[int64][]data.Event{}, cleared: map[int64][]data.Clearance{},
		hoursOf: map[int64][]data.Hours{},
		requirements: []data.Requirement{
			{Code: induction, Blocks: true}, {Code: confidentiality, Blocks: true}, {Code: firstAid},
		},
	}
	for _, k := range reference.ActivityKinds() {
		w.kinds[k.Code] = k
	}
	for _, e := range r.events {
		w.atVenue[e.VenueID] = append(w.atVenue[e.VenueID], e)
	}
	for _, n := range r.needs {
		w.needs[n.EventID] = append(w.needs[n.EventID], n)
	}
	for _, a := range r.assignments {
		w.assigned[a.NeedID] = append(w.assigned[a.NeedID], a)
		if a.Open() {
			e := r.events[r.needs[a.NeedID-1].EventID-1]
			w.elsewhere[a.VolunteerID] = append(w.elsewhere[a.VolunteerID], e)
		}
	}
	for _, c := range r.clearances {
		w.cleared[c.VolunteerID] = append(w.cleared[c.VolunteerID], c)
	}
	for _, h := range r.hours {
		w.hoursOf[h.VolunteerID] = append(w.hoursOf[h.VolunteerID], h)
	}
	return w
}

func (w *world) venue(id int64) data.Venue {
	if id == 0 {
		return data.Venue{}
	}
	return w.venues[id-1]
}

// around are the events of a list on the day of an event.
func (w *world) around(some []data.Event, e data.Event) []data.Event {
	var out []data.Event
	for _, o := range some {
		if o.Start.Date() == e.Start.Date() {
			out = append(out, o)
		}
	}
	return out
}

// helpers are the people of an event: those with an open place, and the coordinator.
func (w *world) helpers(e data.Event) []data.Helper {
	var out []data.Helper
	led := false
	for _, n := range w.needs[e.ID] {
		for _, a := range w.assigned[n.ID] {
			if !a.Open() {
				continue
			}
			h := w.helper(a.VolunteerID, e)
			h.Required, h.Leads = n.Clearances, a.VolunteerID == e.CoordinatorID
			led = led || h.Leads
			out = append(out, h)
		}
	}
	if !led && e.CoordinatorID != 0 {
		h := w.helper(e.CoordinatorID, e)
		h.Leads = true
		out = append(out, h)
	}
	return out
}

func (w *world) helper(id int64, e data.Event) data.Helper {
	return data.Helper{Volunteer: w.volunteers[id-1], Clearances: w.cleared[id], Elsewhere: w.around(w.elsewhere[id], e)}
}
