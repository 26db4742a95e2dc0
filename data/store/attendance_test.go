package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// marked is an event of yesterday at which one volunteer came, with the hours that follow.
func marked(t *testing.T, s *store.Store) (data.Event, data.AssignmentRow, int64) {
	t.Helper()
	by := storetest.Actor()
	e := storetest.Event(t, s)
	_, err := s.AssignVolunteer(t.Context(), by, storetest.Need(t, s, e.ID), storetest.Volunteer(t, s).ID, "")
	require.NoError(t, err)
	a := assignments(t, s, e.ID)[0]
	require.NoError(t, s.SaveAttendance(t.Context(), by, e, []data.Mark{as(a, data.Attended, "")}))
	ids, err := s.ProposeHours(t.Context(), by, e.ID)
	require.NoError(t, err)
	return e, assignments(t, s, e.ID)[0], ids[0]
}

func as(a data.AssignmentRow, mark data.Attendance, start data.Local) data.Mark {
	return data.Mark{AssignmentID: a.ID, Version: a.Version, Attendance: mark, Start: start}
}

func TestNumbersAndMarksAreOneBatch(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	e := storetest.Event(t, s, func(e *data.Event) { e.Status = data.Confirmed })
	_, err := s.AssignVolunteer(t.Context(), by, storetest.Need(t, s, e.ID), storetest.Volunteer(t, s).ID, "")
	require.NoError(t, err)
	a := assignments(t, s, e.ID)[0]
	held := e
	held.Status, held.PublicCount = data.Held, data.KnownCount(12)
	stale := as(a, data.Attended, "")
	stale.Version--
	refused(t, "errors.changed_meanwhile", s.SaveAttendance(t.Context(), by, held, []data.Mark{stale}))
	stored, err := s.Event(t.Context(), e.ID)
	require.NoError(t, err)
	require.Equal(t, e, stored, "neither is saved without the other")

	require.NoError(t, s.SaveAttendance(t.Context(), by, held, []data.Mark{as(a, data.Attended, "")}))
	stored, err = s.Event(t.Context(), e.ID)
	require.NoError(t, err)
	require.Equal(t, data.Held, stored.Status)
	require.NoError(t, undo(t, s, 0))
	stored, err = s.Event(t.Context(), e.ID)
	require.NoError(t, err)
	require.Equal(t, data.Confirmed, stored.Status)
	require.Equal(t, data.Expected, assignments(t, s, e.ID)[0].Attendance)
}

func TestHoursFollowAChangedMark(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	e, a, id := marked(t, s)
	require.NoError(t, s.SaveAttendance(t.Context(), by, e, []data.Mark{as(a, data.Late, "2026-11-21T10:30")}))
	require.Equal(t, 90, entry(t, s, id).Minutes)

	require.NoError(t, s.SaveAttendance(t.Context(), by, e, []data.Mark{as(assignments(t, s, e.ID)[0], data.Absent, "")}))
	_, err := s.HoursEntry(t.Context(), id)
	require.True(t, data.IsCode(err, data.NotFound))
	require.NoError(t, undo(t, s, 0))
	require.Equal(t, 90, entry(t, s, id).Minutes, "mark and hours come back together")
}

func TestApprovedHoursKeepTheMark(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	e, a, id := marked(t, s)
	require.NoError(t, s.ApproveHours(t.Context(), by, []int64{id}))
	refused(t, "store.hours_approved", s.SaveAttendance(t.Context(), by, e, []data.Mark{as(a, data.Absent, "")}))
	require.Equal(t, data.Attended, assignments(t, s, e.ID)[0].Attendance)
}

func TestUndoKeepsMarksUnderApprovedHours(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	_, _, id := marked(t, s)
	require.NoError(t, s.ApproveHours(t.Context(), by, []int64{id}))
	refused(t, "store.hours_approved", undo(t, s, 2)) // approve, propose, mark
	require.Equal(t, data.Approved, entry(t, s, id).Status)
}

// Hours written by hand are not what the mark suggests: another mark leaves them, unless nobody came.
func TestHoursWrittenByHandStay(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	e, a, id := marked(t, s)
	h := entry(t, s, id)
	h.Start, h.End, h.Minutes = "", "", 45
	_, err := s.SaveHours(t.Context(), by, h)
	require.NoError(t, err)
	require.NoError(t, s.SaveAttendance(t.Context(), by, e, []data.Mark{as(a, data.LeftEarly, "")}))
	require.Equal(t, 45, entry(t, s, id).Minutes)
	require.NoError(t, s.SaveAttendance(t.Context(), by, e, []data.Mark{as(assignments(t, s, e.ID)[0], data.Absent, "")}))
	_, err = s.HoursEntry(t.Context(), id)
	require.True(t, data.IsCode(err, data.NotFound))
}

func TestHoursMoveWithTheirEvent(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	e, _, id := marked(t, s)
	e.Start, e.End = "2026-11-14T09:00", "2026-11-14T10:30"
	_, err := s.SaveEvent(t.Context(), by, e)
	require.NoError(t, err)
	h := entry(t, s, id)
	require.Equal(t, data.Date("2026-11-14"), h.Day)
	require.Equal(t, 90, h.Minutes)

	require.NoError(t, s.ApproveHours(t.Context(), by, []int64{id}))
	e, err = s.Event(t.Context(), e.ID)
	require.NoError(t, err)
	moved, off := e, e
	moved.Start, moved.End = "2026-11-13T09:00", "2026-11-13T10:30"
	off.Status = data.Confirmed
	for _, changed := range []data.Event{moved, off} {
		_, err = s.SaveEvent(t.Context(), by, changed)
		refused(t, "store.event_hours_approved", err)
	}
	e.Note = "Пришли и соседи"
	_, err = s.SaveEvent(t.Context(), by, e)
	require.NoError(t, err, "anything else may change")
}
