package store_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// repeated is a planned event with a need at a venue, and the venue.
func repeated(t *testing.T, s *store.Store) (data.Event, data.Venue) {
	t.Helper()
	v := storetest.Venue(t, s)
	e := storetest.Event(t, s, planned, func(e *data.Event) { e.VenueID, e.Requirements = v.ID, "Краски и холст" })
	storetest.Need(t, s, e.ID, func(n *data.Need) { n.Role, n.Wanted, n.Clearances = "Ведет", 2, data.List{"induction"} })
	return e, v
}

func every(t *testing.T, s *store.Store) []int64 {
	t.Helper()
	ids, err := s.Events(t.Context(), data.EventFilter{})
	require.NoError(t, err)
	return ids
}

func weeks(e data.Event, n int) []data.Date {
	return data.Repeat{Unit: data.EveryWeek, Every: 1, Count: n}.Days(e.Start.Date())
}

func TestARepeatedEventIsASeriesAndOneBatch(t *testing.T) {
	s := storetest.New(t)
	e, _ := repeated(t, s)
	before := whole(t, s, e.ID)
	ids, err := s.RepeatEvent(t.Context(), storetest.Actor(), e.ID, weeks(e, 4), "")
	require.NoError(t, err)
	require.Len(t, ids, 4)
	for i, id := range ids {
		next, err := s.Event(t.Context(), id)
		require.NoError(t, err)
		require.Equal(t, weeks(e, 4)[i], next.Start.Date())
		require.Equal(t, "Краски и холст", next.Requirements)
		require.Equal(t, e.ID, next.Series)
		needs, err := s.Needs(t.Context(), id)
		require.NoError(t, err)
		require.Len(t, needs, 1)
		require.Equal(t, data.List{"induction"}, needs[0].Clearances)
	}
	rest, err := s.RestOfSeries(t.Context(), ids[1])
	require.NoError(t, err)
	require.Equal(t, ids[1:], rest)
	again, err := s.RepeatEvent(t.Context(), storetest.Actor(), ids[3], []data.Date{"2027-03-02"}, "")
	require.NoError(t, err)
	rest, err = s.RestOfSeries(t.Context(), e.ID)
	require.NoError(t, err)
	require.Equal(t, append([]int64{e.ID}, append(ids, again...)...), rest, "what is repeated of a series is of it")

	undoLast(t, s)
	undoLast(t, s)
	require.Equal(t, []int64{e.ID}, every(t, s))
	require.Equal(t, before, whole(t, s, e.ID))
}

// whole is an event with its needs.
func whole(t *testing.T, s *store.Store, id int64) []any {
	t.Helper()
	e, err := s.Event(t.Context(), id)
	require.NoError(t, err)
	needs, err := s.Needs(t.Context(), id)
	require.NoError(t, err)
	return []any{e, needs}
}

func TestARepetitionMeetsWhatIsThere(t *testing.T) {
	s := storetest.New(t)
	e, v := repeated(t, s)
	days := weeks(e, 3) // the second of them is a day before Independence Day
	storetest.Event(t, s, func(o *data.Event) {
		o.Status, o.VenueID, o.Start, o.End = data.Planned, v.ID, data.NewLocal(days[0], 660), data.NewLocal(days[0], 780)
	})
	found, err := s.RepeatFindings(t.Context(), e.ID, append(days, "2026-12-16"))
	require.NoError(t, err)
	require.Len(t, found, 4)
	require.Equal(t, data.VenueTwice, found[0].Findings[0].Kind)
	require.Empty(t, found[1].Findings)
	require.Equal(t, data.OnHoliday, found[3].Findings[0].Kind)

	count := len(every(t, s))
	_, err = s.RepeatEvent(t.Context(), storetest.Actor(), e.ID, []data.Date{days[1], days[0]}, "")
	refused(t, "errors.venue_twice", err)
	require.Len(t, every(t, s), count, "all or none")
	ids, err := s.RepeatEvent(t.Context(), storetest.Actor(), e.ID, days, "Делим зал")
	require.NoError(t, err)
	for i, want := range []string{"Делим зал", "", ""} {
		made, err := s.Event(t.Context(), ids[i])
		require.NoError(t, err)
		require.Equal(t, want, made.OverrideReason, "only where it is needed")
	}
}

// helped is an event of yesterday at which a grown-up and a minor came and a third volunteer did not.
func helped(t *testing.T, s *store.Store) (e data.Event, came, young, absent data.Volunteer) {
	t.Helper()
	e = storetest.Event(t, s)
	need := storetest.Need(t, s, e.ID)
	came, absent = storetest.Volunteer(t, s), storetest.Volunteer(t, s)
	young = storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Birth = "2010-05-01" })
	for _, v := range []data.Volunteer{came, young, absent} {
		_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), need, v.ID, "")
		require.NoError(t, err)
	}
	var marks []data.Mark
	for _, a := range assignments(t, s, e.ID) {
		mark := data.Attended
		if a.VolunteerID == absent.ID {
			mark = data.Absent
		}
		marks = append(marks, as(a, mark, ""))
	}
	require.NoError(t, s.SaveAttendance(t.Context(), storetest.Actor(), e, marks))
	return e, came, young, absent
}

func TestAnEventLikeAnotherAsksWhoCame(t *testing.T) {
	s := storetest.New(t)
	e, came, young, _ := helped(t, s)
	next := e.On("2026-11-28")
	next.Residents = true
	found, err := s.Helped(t.Context(), e.ID, next)
	require.NoError(t, err)
	require.Len(t, found, 2, "who did not come is not asked first")
	for _, c := range found {
		require.Equal(t, c.VolunteerID == young.ID, data.Refuse(c.Findings, "") != nil)
	}
	count := len(every(t, s))
	id, left, err := s.SaveLike(t.Context(), storetest.Actor(), e.ID, next, []int64{came.ID, young.ID})
	require.NoError(t, err)
	require.Len(t, left, 1)
	require.Equal(t, young.ID, left[0].ID)
	refused(t, "errors.minor_with_residents", left[0].Why)
	asked := assignments(t, s, id)
	require.Len(t, asked, 1)
	require.Equal(t, data.Requested, asked[0].Status)
	require.Equal(t, came.ID, asked[0].VolunteerID)
	require.Equal(t, "Помощник", asked[0].Role)

	undoLast(t, s)
	require.Len(t, every(t, s), count)
	_, err = s.Event(t.Context(), id)
	require.True(t, data.IsCode(err, data.NotFound))
}

func TestStatusOfManyEvents(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	marked, _, _, _ := helped(t, s)
	one := storetest.Event(t, s, planned)
	idea := storetest.Event(t, s, planned, func(e *data.Event) { e.Status = data.Idea })
	begun := storetest.Event(t, s, func(e *data.Event) { e.Status = data.Confirmed })
	_, err := s.AssignVolunteer(t.Context(), by, storetest.Need(t, s, begun.ID), storetest.Volunteer(t, s).ID, "")
	require.NoError(t, err)
	require.NoError(t, s.SaveAttendance(t.Context(), by, begun, []data.Mark{as(assignments(t, s, begun.ID)[0], data.Attended, "")}))
	status := func(want ...data.EventStatus) {
		t.Helper()
		for i, id := range []int64{one.ID, idea.ID, marked.ID, begun.ID} {
			e, err := s.Event(t.Context(), id)
			require.NoError(t, err)
			require.Equal(t, want[i], e.Status)
		}
	}
	left, err := s.SetEventStatus(t.Context(), by, []int64{one.ID, idea.ID, marked.ID, begun.ID}, data.Cancelled, "Ремонт зала")
	require.NoError(t, err)
	require.Len(t, left, 2)
	refused(t, "store.event_held", left[0].Why)
	refused(t, "store.event_marked", left[1].Why)
	status(data.Cancelled, data.Cancelled, data.Held, data.Confirmed)
	e, err := s.Event(t.Context(), one.ID)
	require.NoError(t, err)
	require.Equal(t, "Ремонт зала", e.CancelReason)
	e.Status = data.Planned
	_, err = s.SaveEvent(t.Context(), by, e)
	require.NoError(t, err)
	e, err = s.Event(t.Context(), one.ID)
	require.NoError(t, err)
	require.Empty(t, e.CancelReason, "what stands again has no reason for being off")
	undoLast(t, s)
	undoLast(t, s)
	status(data.Planned, data.Idea, data.Held, data.Confirmed)
}

func TestDeletingManyEvents(t *testing.T) {
	s := storetest.New(t)
	used, _, _, _ := helped(t, s)
	e, _ := repeated(t, s)
	ids, err := s.RepeatEvent(t.Context(), storetest.Actor(), e.ID, weeks(e, 2), "")
	require.NoError(t, err)
	left, err := s.DeleteEvents(t.Context(), storetest.Actor(), append(ids, used.ID))
	require.NoError(t, err)
	require.Len(t, left, 1)
	refused(t, "audit.event_in_use", left[0].Why)
	require.ElementsMatch(t, []int64{used.ID, e.ID}, every(t, s))
	undoLast(t, s)
	require.Len(t, every(t, s), 4)
}

func TestEventsThatLackSomething(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	e, v := repeated(t, s)
	long := storetest.Event(t, s, func(e *data.Event) {
		e.Status, e.Type, e.Direction, e.Start, e.End = data.Planned, data.Exhibition, "qamqor", "2026-11-25T10:00", "2026-12-10T18:00"
	})
	storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.EventID = storetest.Event(t, s).ID })
	full := storetest.Event(t, s, planned)
	_, err := s.AssignVolunteer(t.Context(), by, storetest.Need(t, s, full.ID, func(n *data.Need) { n.Wanted = 1 }), storetest.Volunteer(t, s).ID, "")
	require.NoError(t, err)
	for name, c := range map[string]struct {
		filter data.EventFilter
		want   []int64
	}{
		"people":             {data.EventFilter{Short: true}, []int64{e.ID}},
		"a direction":        {data.EventFilter{Direction: "qamqor"}, []int64{long.ID}},
		"a venue":            {data.EventFilter{VenueID: v.ID}, []int64{e.ID}},
		"a day, from before": {data.EventFilter{During: data.Period{From: "2026-12-02", To: "2026-12-02"}}, []int64{long.ID}},
		"the last day":       {data.EventFilter{During: data.Period{From: "2026-12-10", To: "2026-12-31"}}, []int64{long.ID}},
		"the day after":      {data.EventFilter{During: data.Period{From: "2026-12-11", To: "2026-12-31"}}, []int64{}},
	} {
		t.Run(name, func(t *testing.T) {
			ids, err := s.Events(t.Context(), c.filter)
			require.NoError(t, err)
			require.Equal(t, c.want, ids)
		})
	}
	ids, err := s.Events(t.Context(), data.EventFilter{HoursWait: true})
	require.NoError(t, err)
	require.Len(t, ids, 1)
}

// Repeating, calling off and deleting many are for those who keep events.
func TestWhoRepeatsEvents(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	made := create(t, dir)
	e, _ := repeated(t, made)
	require.NoError(t, made.Close())
	for _, role := range []data.Role{data.Staff, data.CaseWorker, data.Admin, data.Organizer} {
		s := enter(t, dir, string(role), store.SamplePassword)
		for i, write := range []func() error{
			func() error { _, err := s.RepeatEvent(t.Context(), s.Actor(), e.ID, weeks(e, 1), ""); return err },
			func() error {
				_, _, err := s.SaveLike(t.Context(), s.Actor(), e.ID, e.On("2027-02-02"), nil)
				return err
			},
			func() error {
				_, err := s.SetEventStatus(t.Context(), s.Actor(), []int64{e.ID}, data.Confirmed, "")
				return err
			},
			func() error { _, err := s.DeleteEvents(t.Context(), s.Actor(), []int64{e.ID}); return err },
		} {
			if err := write(); role.May(data.KeepEvents) {
				require.NoError(t, err)
			} else {
				require.True(t, data.IsCode(err, data.Denied), "%s: %d: %v", role, i, err)
			}
		}
		require.NoError(t, s.Close())
	}
}
