package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func TestFromAttendanceToApprovedHours(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	e := storetest.Event(t, s)
	need := storetest.Need(t, s, e.ID)
	came, late, absent := storetest.Volunteer(t, s), storetest.Volunteer(t, s), storetest.Volunteer(t, s)
	for _, v := range []data.Volunteer{came, late, absent} {
		_, err := s.AssignVolunteer(t.Context(), by, need, v.ID, "")
		require.NoError(t, err)
	}
	rows := assignments(t, s, e.ID)
	require.NoError(t, s.SaveAttendance(t.Context(), by, e, []data.Mark{
		{AssignmentID: rows[0].ID, Version: rows[0].Version, Attendance: data.Attended},
		{AssignmentID: rows[1].ID, Version: rows[1].Version, Attendance: data.Late, Start: "2026-11-21T10:30"},
		{AssignmentID: rows[2].ID, Version: rows[2].Version, Attendance: data.Absent},
	}))
	ids, err := s.ProposeHours(t.Context(), by, e.ID)
	require.NoError(t, err)
	require.Len(t, ids, 2)
	again, err := s.ProposeHours(t.Context(), by, e.ID)
	require.NoError(t, err)
	require.Empty(t, again)

	require.NoError(t, s.ApproveHours(t.Context(), by, ids))
	entries, err := s.HoursRows(t.Context(), ids)
	require.NoError(t, err)
	require.Equal(t, 120, entries[0].Minutes)
	require.Equal(t, 90, entries[1].Minutes)
	for _, h := range entries {
		require.Equal(t, data.Approved, h.Status)
		require.Equal(t, by.Account, h.ApprovedBy)
		require.Equal(t, data.StampOf(storetest.Now()), h.ApprovedAt)
		require.Equal(t, "Мастер-класс", h.EventTitle.RU)
	}
	events, err := s.EventRows(t.Context(), []int64{e.ID})
	require.NoError(t, err)
	require.Equal(t, 210, events[0].Approved)
	require.Zero(t, events[0].Waiting)
}

func TestOverlappingHoursAreNotApproved(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	v := storetest.Volunteer(t, s)
	at := func(from, to data.Local) func(*data.Hours) { return func(h *data.Hours) { h.Start, h.End = from, to } }
	first := storetest.Hours(t, s, v.ID, at("2026-11-21T10:00", "2026-11-21T12:00"))
	second := storetest.Hours(t, s, v.ID, at("2026-11-21T11:00", "2026-11-21T13:00"))
	next := storetest.Hours(t, s, v.ID, at("2026-11-21T12:00", "2026-11-21T14:00"))
	refused(t, "errors.overlap_hours", s.ApproveHours(t.Context(), by, []int64{first.ID, second.ID}))
	require.Equal(t, data.Submitted, entry(t, s, first.ID).Status, "all or none")
	require.NoError(t, s.ApproveHours(t.Context(), by, []int64{first.ID, next.ID}))

	long := storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Minutes = 13 * 60 })
	refused(t, "errors.hours_per_day", s.ApproveHours(t.Context(), by, []int64{long.ID}))
}

func entry(t *testing.T, s *store.Store, id int64) data.Hours {
	t.Helper()
	h, err := s.HoursEntry(t.Context(), id)
	require.NoError(t, err)
	return h
}

func TestLockedMonthAsksForAReason(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	v := storetest.Volunteer(t, s)
	in := storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day = "2026-10-31" })
	outside := storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day = "2026-11-01" })
	require.NoError(t, s.LockMonth(t.Context(), by, "2026-10"))
	require.NoError(t, s.LockMonth(t.Context(), by, "2026-10"), "twice is once")
	months, err := s.LockedMonths(t.Context())
	require.NoError(t, err)
	require.Equal(t, []data.Month{"2026-10"}, months)

	refused(t, "errors.month_locked", s.ApproveHours(t.Context(), by, []int64{in.ID}))
	moved := entry(t, s, outside.ID)
	moved.Day = "2026-10-30"
	_, err = s.SaveHours(t.Context(), by, moved)
	refused(t, "errors.month_locked", err)
	require.NoError(t, s.ApproveHours(t.Context(), by, []int64{outside.ID}))
	refused(t, "rules.hours_month_delete", s.DeleteHours(t.Context(), by, in.ID))

	in.Correction, in.Minutes = "Опечатка в журнале", 60
	_, err = s.SaveHours(t.Context(), by, in)
	require.NoError(t, err)
	rows, err := s.HoursRows(t.Context(), []int64{in.ID, outside.ID})
	require.NoError(t, err)
	require.True(t, rows[0].Locked)
	require.False(t, rows[1].Locked)

	require.NoError(t, s.UnlockMonth(t.Context(), by, "2026-10"))
	require.NoError(t, s.DeleteHours(t.Context(), by, in.ID))
	refused(t, "errors.date", s.LockMonth(t.Context(), by, "2026-13"))
}

func TestReturnedAndDeletedHours(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.Status = data.Approved })
	require.Equal(t, by.Account, h.ApprovedBy)
	refused(t, "rules.hours_approved_delete", s.DeleteHours(t.Context(), by, h.ID))
	refused(t, "errors.reason_required", s.ReturnHours(t.Context(), by, []int64{h.ID}, " ", ""))
	require.NoError(t, s.ReturnHours(t.Context(), by, []int64{h.ID}, "Не тот день", ""))
	h = entry(t, s, h.ID)
	require.Equal(t, data.Returned, h.Status)
	require.Empty(t, h.ApprovedBy)
	require.Equal(t, "Не тот день", h.Note)
	require.NoError(t, s.DeleteHours(t.Context(), by, h.ID))
	_, err := s.HoursEntry(t.Context(), h.ID)
	require.True(t, data.IsCode(err, data.NotFound))
}

func TestHoursAreFound(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	other := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Given = "Абаева", "Мария" })
	e := storetest.Event(t, s)
	a := storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.EventID = e.ID }).ID
	b := storetest.Hours(t, s, other.ID, func(h *data.Hours) { h.Day, h.Minutes, h.Status = "2026-11-01", 30, data.Approved }).ID
	for name, c := range map[string]struct {
		f    data.HoursFilter
		want []int64
	}{
		"by day":         {data.HoursFilter{}, []int64{b, a}},
		"of a period":    {data.HoursFilter{Days: data.Period{From: "2026-11-01", To: "2026-11-20"}}, []int64{b}},
		"waiting":        {data.HoursFilter{Statuses: []data.HoursStatus{data.Submitted, data.Draft}}, []int64{a}},
		"of a volunteer": {data.HoursFilter{VolunteerID: v.ID}, []int64{a}},
		"of an event":    {data.HoursFilter{EventID: e.ID}, []int64{a}},
		"by her name":    {data.HoursFilter{Listing: data.Listing{Search: "abaeva"}}, []int64{b}},
		"by its title":   {data.HoursFilter{Listing: data.Listing{Search: "мастер"}}, []int64{a}},
		"in her order":   {data.HoursFilter{Listing: data.Listing{Order: data.OrderByName, Desc: true}}, []int64{a, b}},
		"the longest":    {data.HoursFilter{Listing: data.Listing{Order: data.OrderByMinutes, Desc: true}}, []int64{a, b}},
		"by status":      {data.HoursFilter{Listing: data.Listing{Order: data.OrderByStatus}}, []int64{b, a}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := s.HoursList(t.Context(), c.f)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

func TestApprovedHoursAreNotChangedInPlace(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.Status = data.Approved })
	h.Minutes = 15
	_, err := s.SaveHours(t.Context(), by, h)
	refused(t, "rules.hours_approved", err)
	h.Minutes, h.Note = entry(t, s, h.ID).Minutes, "Отзыв"
	_, err = s.SaveHours(t.Context(), by, h)
	require.NoError(t, err, "a note is no part of what was approved")
}

// One reason opens an entry of a closed month for one correction only.
func TestEachCorrectionNeedsItsReason(t *testing.T) {
	s := storetest.New(t)
	by := storetest.Actor()
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.Day = "2026-10-31" })
	require.NoError(t, s.LockMonth(t.Context(), by, "2026-10"))
	h.Correction, h.Minutes = "Опечатка в журнале", 60
	_, err := s.SaveHours(t.Context(), by, h)
	require.NoError(t, err)
	require.NoError(t, s.ApproveHours(t.Context(), by, []int64{h.ID}), "the corrected entry may be approved")
	require.NoError(t, s.ReturnHours(t.Context(), by, []int64{h.ID}, "Еще раз", ""))
	h = entry(t, s, h.ID)
	h.Minutes, h.Status = 600, data.Submitted
	_, err = s.SaveHours(t.Context(), by, h)
	refused(t, "errors.month_locked", err)
	refused(t, "rules.hours_month_delete", s.DeleteHours(t.Context(), by, h.ID))
	h.Correction = "Журнал нашелся"
	_, err = s.SaveHours(t.Context(), by, h)
	require.NoError(t, err)
}
