package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func aSetting(change ...func(*data.Setting)) data.Setting {
	s := data.Setting{
		Event: anEvent(),
		Venue: data.Venue{ID: 5, Parallel: 1, Capacity: 30},
		Requirements: []data.Requirement{
			{Code: "induction", Names: data.Names{RU: "Вводное занятие"}, Blocks: true},
			{Code: "first_aid", Names: data.Names{RU: "Первая помощь"}},
			{Code: "trainer", Blocks: true, Includes: data.List{"lead"}},
			{Code: "lead", Blocks: true, Includes: data.List{"induction", "trainer"}}, // a circle must not hang
		},
	}
	for _, c := range change {
		c(&s)
	}
	return s
}

// at is another event at those hours of the day of anEvent.
func at(id int64, from, to string) data.Event {
	return anEvent(func(e *data.Event) {
		e.ID, e.Start, e.End = id, data.Local("2026-11-28T"+from), data.Local("2026-11-28T"+to)
	})
}

// found lists findings as "kind severity".
func found(findings []data.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, string(f.Kind)+" "+string(f.Severity))
	}
	return out
}

func TestCheckEvent(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(*data.Setting)
		helpers []data.Helper
		want    []string
	}{
		{"nothing", func(*data.Setting) {}, []data.Helper{{Volunteer: anAdult()}}, nil},
		{"no venue", func(s *data.Setting) {
			s.Event.VenueID, s.Venue, s.AtVenue = 0, data.Venue{}, []data.Event{at(9, "10:00", "11:00")}
		}, nil, nil},
		{"venue twice", func(s *data.Setting) { s.AtVenue = []data.Event{at(9, "11:59", "13:00")} }, nil, []string{"venue_twice needs_reason"}},
		{"one after the other", func(s *data.Setting) { s.AtVenue = []data.Event{at(9, "08:00", "10:00"), at(8, "12:00", "13:00")} }, nil, nil},
		{"the event itself", func(s *data.Setting) { s.AtVenue = []data.Event{at(3, "10:00", "12:00")} }, nil, nil},
		{"two new events", func(s *data.Setting) { s.Event.ID, s.AtVenue = 0, []data.Event{at(0, "10:00", "12:00")} }, nil, []string{"venue_twice needs_reason"}},
		{"a cancelled one", func(s *data.Setting) {
			s.AtVenue = []data.Event{at(9, "10:00", "12:00")}
			s.AtVenue[0].Status = data.Cancelled
		}, nil, nil},
		{"this one cancelled", func(s *data.Setting) {
			s.Event.Status, s.AtVenue, s.Venue.Retired = data.Cancelled, []data.Event{at(9, "10:00", "12:00")}, true
		}, nil, nil},
		{"a second at once is allowed", func(s *data.Setting) { s.Venue.Parallel, s.AtVenue = 2, []data.Event{at(9, "10:00", "12:00")} }, nil, nil},
		{"never more than two at once", func(s *data.Setting) {
			s.Venue.Parallel, s.AtVenue = 2, []data.Event{at(8, "09:00", "11:00"), at(9, "11:00", "12:00")}
		}, nil, nil},
		{"three at once", func(s *data.Setting) {
			s.Venue.Parallel, s.AtVenue = 2, []data.Event{at(8, "09:00", "11:00"), at(9, "10:30", "12:00")}
		}, nil, []string{"venue_twice needs_reason"}},
		{"venue no longer offered", func(s *data.Setting) { s.Venue.Retired = true }, nil, []string{"venue_retired needs_reason"}},
		{"just full", func(s *data.Setting) { s.Event.PublicCount = data.KnownCount(30) }, nil, nil},
		{"overfull", func(s *data.Setting) {
			s.Event.PublicCount, s.Event.Residents, s.Event.ResidentsCount = data.KnownCount(20), true, data.KnownCount(10)
		}, []data.Helper{{Volunteer: anAdult()}}, []string{"over_capacity needs_reason"}},
		{"capacity unknown", func(s *data.Setting) { s.Venue.Capacity, s.Event.PublicCount = 0, data.KnownCount(1000) }, nil, nil},
		{"holiday", func(s *data.Setting) { s.Holidays = []data.Holiday{{From: "2026-11-27", To: "2026-11-28"}} }, nil, []string{"holiday warns"}},
		{"the day before a holiday", func(s *data.Setting) { s.Holidays = []data.Holiday{{From: "2026-11-29", To: "2026-11-29"}} }, nil, nil},
		{"helpers are checked too", func(s *data.Setting) { s.Event.Residents = true }, []data.Helper{
			{Volunteer: anAdult()},
			{Volunteer: anAdult(func(v *data.Volunteer) { v.Birth = "2010-01-01" })},
		}, []string{"minor forbids"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, found(data.CheckEvent(aSetting(c.change), c.helpers)))
		})
	}
}

func TestCheckAssignment(t *testing.T) {
	man := anAdult(func(v *data.Volunteer) { v.Sex = data.Male })
	women := func(s *data.Setting) { s.Venue.WomenOnly = true }
	same := func(*data.Setting) {}
	held := func(code string, until data.Date) []data.Clearance {
		return []data.Clearance{{Requirement: code, IssuedOn: "2026-01-01", Until: until}}
	}
	for _, c := range []struct {
		name   string
		change func(*data.Setting)
		helper data.Helper
		want   []string
	}{
		{"free", same, data.Helper{Volunteer: anAdult()}, nil},
		{"elsewhere", same, data.Helper{Volunteer: anAdult(), Elsewhere: []data.Event{at(9, "11:00", "13:00")}}, []string{"person_twice needs_reason"}},
		{"elsewhere right after", same, data.Helper{Volunteer: anAdult(), Elsewhere: []data.Event{at(9, "12:00", "13:00")}}, nil},
		{"left before", same, data.Helper{Volunteer: anAdult(func(v *data.Volunteer) { v.Status, v.LeftOn = data.Left, "2026-11-28" })}, []string{"not_active needs_reason"}},
		{"left since", same, data.Helper{Volunteer: anAdult(func(v *data.Volunteer) { v.Status, v.LeftOn = data.Left, "2026-11-29" })}, nil},
		{"on leave", same, data.Helper{Volunteer: anAdult(func(v *data.Volunteer) { v.Status, v.LeaveSince = data.OnLeave, "2026-11-01" })}, []string{"not_active warns"}},
		{"woman among women", women, data.Helper{Volunteer: anAdult(), Leads: true}, nil},
		{"man leading among women", women, data.Helper{Volunteer: man, Leads: true}, []string{"man_women_only needs_reason"}},
		{"man helping among women", women, data.Helper{Volunteer: man}, []string{"man_women_only warns"}},
		{"cleared", same, data.Helper{Volunteer: anAdult(), Required: data.List{"induction"}, Clearances: held("induction", "2026-11-28")}, nil},
		{"clearance over the day before", same, data.Helper{Volunteer: anAdult(), Required: data.List{"induction"}, Clearances: held("induction", "2026-11-27")}, []string{"not_cleared needs_reason"}},
		{"not cleared, which only warns", same, data.Helper{Volunteer: anAdult(), Required: data.List{"first_aid"}}, []string{"not_cleared warns"}},
		{"cleared by what includes it", same, data.Helper{Volunteer: anAdult(), Required: data.List{"induction"}, Clearances: held("trainer", "")}, nil},
		{"a requirement nobody knows", same, data.Helper{Volunteer: anAdult(), Required: data.List{"x"}}, []string{"not_cleared needs_reason"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := data.CheckAssignment(aSetting(c.change), c.helper)
			require.Equal(t, c.want, found(got))
			for _, f := range got {
				require.Equal(t, int64(7), f.VolunteerID)
			}
		})
	}
}

func TestRefuse(t *testing.T) {
	warning := data.Finding{Severity: data.Warns, Key: "w"}
	problem := data.Finding{Severity: data.NeedsReason, Key: "p", Field: "venue_id", Args: []any{"A", 1}}
	require.NoError(t, data.Refuse(nil, ""))
	require.NoError(t, data.Refuse([]data.Finding{warning}, ""))
	require.NoError(t, data.Refuse([]data.Finding{warning, problem}, "both are small"))

	err := data.Refuse([]data.Finding{warning, problem}, "")
	requireRefusals(t, err, "venue_id p")
	require.True(t, data.IsCode(err, data.Conflict))
	require.Equal(t, []any{"A", 1}, data.Refusals(err)[0].Args)
}
