package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// came is somebody who came to an event.
func came(t *testing.T, s *store.Store, change ...func(*data.Event)) data.Volunteer {
	t.Helper()
	e := storetest.Event(t, s, change...)
	v := storetest.Volunteer(t, s)
	id, err := s.AssignVolunteer(t.Context(), storetest.Actor(), storetest.Need(t, s, e.ID), v.ID, "")
	require.NoError(t, err)
	require.NoError(t, s.SaveAttendance(t.Context(), storetest.Actor(), e, []data.Mark{{
		AssignmentID: id, Version: assignments(t, s, e.ID)[0].Version, Attendance: data.Attended,
	}}))
	return v
}

func TestFitsOfANeed(t *testing.T) {
	s := storetest.New(t)
	held := func(day data.Date, kind data.EventType) func(*data.Event) {
		return func(e *data.Event) {
			e.Type, e.Status = kind, data.Held
			e.Start, e.End = data.NewLocal(day, 10*60), data.NewLocal(day, 12*60)
		}
	}
	last := came(t, s, held("2026-11-20", data.MasterClass))
	came(t, s, held("2026-11-13", data.MasterClass)) // not the last one
	came(t, s, held("2026-11-21", data.Concert))     // not like it
	e := storetest.Event(t, s, func(e *data.Event) { planned(e); e.Type, e.Residents = data.MasterClass, true })
	need := storetest.Need(t, s, e.ID, func(n *data.Need) { n.Wanted, n.Clearances = 3, data.List{"induction"} })
	cleared := func(v data.Volunteer) data.Volunteer {
		_, err := s.SaveClearance(t.Context(), storetest.Actor(), data.Clearance{VolunteerID: v.ID, Requirement: "induction", IssuedOn: "2026-01-01"})
		require.NoError(t, err)
		return v
	}
	tired, minor := cleared(storetest.Volunteer(t, s)), cleared(storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Birth = "2010-03-04" }))
	storetest.Hours(t, s, tired.ID, func(h *data.Hours) { h.Day, h.Minutes, h.Status = "2026-11-10", 90, data.Approved })
	fresh, without := cleared(storetest.Volunteer(t, s)), storetest.Volunteer(t, s)
	busy, in := cleared(storetest.Volunteer(t, s)), cleared(storetest.Volunteer(t, s))
	cleared(last)
	clash := storetest.Event(t, s, func(other *data.Event) { planned(other); other.CoordinatorID = busy.ID })
	require.Equal(t, e.Start, clash.Start)
	there := storetest.Need(t, s, clash.ID, func(n *data.Need) { n.Wanted = 5 })
	at := func(status data.AssignmentStatus) data.Volunteer {
		v := cleared(storetest.Volunteer(t, s))
		_, err := s.SaveAssignment(t.Context(), storetest.Actor(), data.Assignment{NeedID: there, VolunteerID: v.ID, Status: status})
		require.NoError(t, err)
		return v
	}
	requested, confirmed, waits := at(data.Requested), at(data.ConfirmedPlace), at(data.Waitlisted)
	_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), need, in.ID, "")
	require.NoError(t, err)

	fits, err := s.Fits(t.Context(), need, data.VolunteerFilter{})
	require.NoError(t, err)
	order, place := []int64{}, map[int64]data.Fit{}
	for _, f := range fits {
		place[f.VolunteerID] = f
		switch f.VolunteerID {
		case last.ID, fresh.ID, tired.ID, minor.ID, in.ID:
			order = append(order, f.VolunteerID)
		}
	}
	require.Equal(t, []int64{last.ID, fresh.ID, tired.ID, minor.ID, in.ID}, order)
	require.True(t, place[last.ID].Before)
	require.Equal(t, 90, place[tired.ID].Recent)
	for _, v := range []data.Volunteer{busy, requested, confirmed} {
		require.Equal(t, data.PersonTwice, place[v.ID].Findings[0].Kind)
	}
	require.Empty(t, place[waits.ID].Findings, "whoever only waits for a place there can be here")
	require.Equal(t, data.NotCleared, place[without.ID].Findings[0].Kind)
	require.True(t, place[in.ID].Taken)
	before := 0
	for _, f := range fits {
		if f.Before {
			before++
		}
		want, err := s.AssignmentFindings(t.Context(), need, f.VolunteerID)
		require.NoError(t, err)
		require.Equal(t, want, f.Findings, "as the store refuses")
	}
	require.Equal(t, 1, before)
	_, err = s.Fits(t.Context(), need+100, data.VolunteerFilter{})
	require.True(t, data.IsCode(err, data.NotFound))
}
