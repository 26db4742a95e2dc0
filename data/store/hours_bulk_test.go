package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// stands are the statuses of entries, in their order.
func stands(t *testing.T, s *store.Store, ids []int64) []data.HoursStatus {
	t.Helper()
	out := make([]data.HoursStatus, len(ids))
	for i, id := range ids {
		out[i] = entry(t, s, id).Status
	}
	return out
}

// mixed are a draft, a submitted and an approved entry of one volunteer, on different days.
func mixed(t *testing.T, s *store.Store) []int64 {
	t.Helper()
	v := storetest.Volunteer(t, s)
	of := func(day data.Date, status data.HoursStatus) int64 {
		return storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day, h.Status = day, status }).ID
	}
	return []int64{of("2026-11-17", data.Draft), of("2026-11-18", data.Submitted), of("2026-11-19", data.Approved)}
}

func TestApprovalNamesEveryEntryInTheWay(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	v := storetest.Volunteer(t, s)
	at := func(day data.Date, from, to data.Local) int64 {
		return storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day, h.Start, h.End, h.Minutes = day, from, to, 60 }).ID
	}
	first, second := at("2026-11-20", "2026-11-20T10:00", "2026-11-20T11:30"), at("2026-11-20", "2026-11-20T11:00", "2026-11-20T12:30")
	closed := at("2026-10-05", "", "")
	require.NoError(t, s.LockMonth(t.Context(), by, "2026-10"))

	var refused data.HoursRefusals
	require.ErrorAs(t, s.ApproveHours(t.Context(), by, []int64{first, second, closed}), &refused)
	require.Len(t, refused, 2)
	require.Equal(t, []int64{second, closed}, []int64{refused[0].ID, refused[1].ID})
	require.Equal(t, "errors.overlap_hours", data.Refusals(refused[0].Err)[0].Key)
	require.Equal(t, "errors.month_locked", data.Refusals(refused[1].Err)[0].Key)
	require.Equal(t, data.Submitted, entry(t, s, first).Status, "all or none")
}

func TestManyHoursInOneBatch(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	ids := mixed(t, s)
	before := stands(t, s, ids)

	require.NoError(t, s.SubmitHours(t.Context(), by, ids[:2]))
	require.Equal(t, data.Submitted, entry(t, s, ids[0]).Status)
	refused(t, "errors.status_change", s.SubmitHours(t.Context(), by, ids))

	require.NoError(t, s.ApproveHours(t.Context(), by, ids[:2]))
	undoLast(t, s)
	require.Equal(t, []data.HoursStatus{data.Submitted, data.Submitted, data.Approved}, stands(t, s, ids))

	require.NoError(t, s.ReturnHours(t.Context(), by, ids, "Проверить", ""))
	require.Equal(t, []data.HoursStatus{data.Returned, data.Returned, data.Returned}, stands(t, s, ids))
	undoLast(t, s)

	refused(t, "rules.hours_approved_delete", s.DeleteHours(t.Context(), by, ids...))
	require.NoError(t, s.DeleteHours(t.Context(), by, ids[:2]...))
	undoLast(t, s)
	undoLast(t, s)
	require.Equal(t, before, stands(t, s, ids))
}

func TestBulkChangesOfHoursNeedTheirRights(t *testing.T) {
	s := storetest.New(t)
	ids := mixed(t, s)
	dir := s.Dir()
	require.NoError(t, s.Close())
	staff, err := store.Open(t.Context(), dir, store.OpenOptions{Now: storetest.Now, Account: string(data.Staff), Password: store.SamplePassword})
	require.NoError(t, err)
	defer func() { require.NoError(t, staff.Close()) }()
	by := staff.Actor()
	refused(t, "errors.not_allowed", staff.ApproveHours(t.Context(), by, ids[1:2]))
	refused(t, "errors.not_allowed", staff.ReturnHours(t.Context(), by, ids[2:], "Проверить", ""))
	refused(t, "errors.not_allowed", staff.LockMonth(t.Context(), by, "2026-11"))
	require.NoError(t, staff.SubmitHours(t.Context(), by, ids[:1]))
	require.NoError(t, staff.DeleteHours(t.Context(), by, ids[:2]...))
}

func TestHoursOfAllEventsAreProposedAtOnce(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	held := func(start, end data.Local) data.Event {
		e := storetest.Event(t, s, func(e *data.Event) { e.Start, e.End = start, end })
		_, err := s.AssignVolunteer(t.Context(), by, storetest.Need(t, s, e.ID), storetest.Volunteer(t, s).ID, "")
		require.NoError(t, err)
		rows := assignments(t, s, e.ID)
		require.NoError(t, s.SaveAttendance(t.Context(), by, e, []data.Mark{
			{AssignmentID: rows[0].ID, Version: rows[0].Version, Attendance: data.Attended},
		}))
		return e
	}
	held("2026-11-19T10:00", "2026-11-19T12:00")
	held("2026-11-20T10:00", "2026-11-20T13:00")
	held("2026-09-10T10:00", "2026-09-10T11:00")
	require.NoError(t, s.LockMonth(t.Context(), by, "2026-09"))

	ids, left, err := s.ProposeAllHours(t.Context(), by)
	require.NoError(t, err)
	require.Len(t, ids, 2, "not of the closed month")
	require.Zero(t, left)
	again, _, err := s.ProposeAllHours(t.Context(), by)
	require.NoError(t, err)
	require.Empty(t, again)
	undoLast(t, s)
	ids, _, err = s.ProposeAllHours(t.Context(), by)
	require.NoError(t, err)
	require.Len(t, ids, 2, "one act, one undo")
}

func TestMonthsOfHours(t *testing.T) {
	s := storetest.New(t)
	mixed(t, s)
	require.NoError(t, s.LockMonth(t.Context(), storetest.Actor(), "2026-10"))
	months, err := s.HoursMonths(t.Context(), data.Period{From: "2026-10-15", To: "2026-12-01"})
	require.NoError(t, err)
	require.Equal(t, []data.HoursMonth{
		{Month: "2026-10", Locked: true},
		{Month: "2026-11", Waiting: 2, Approved: 120},
		{Month: "2026-12"},
	}, months)
}

func TestHoursOfADirectionAreSummed(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	directions, err := s.Directions(t.Context())
	require.NoError(t, err)
	e := storetest.Event(t, s, func(e *data.Event) { e.Direction = directions[0].Code })
	storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.EventID = e.ID })
	storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Minutes = 30 })
	for name, c := range map[string]struct {
		f    data.HoursFilter
		want data.HoursTotal
	}{
		"all":            {data.HoursFilter{}, data.HoursTotal{Entries: 2, Minutes: 150}},
		"of a direction": {data.HoursFilter{Direction: directions[0].Code}, data.HoursTotal{Entries: 1, Minutes: 120}},
		"of another":     {data.HoursFilter{Direction: directions[1].Code}, data.HoursTotal{}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := s.HoursTotal(t.Context(), c.f)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}
