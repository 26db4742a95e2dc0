package events_test

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/data"
	"saya/data/store/storetest"
)

func TestReturnedHoursAreCorrectedAndHandedInAgain(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s)
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.EventID, h.Status = e.ID, data.Approved })
	p.Shown(e.ID)
	w.PressIcon(assets.IconUndo)
	w.Press("Вернуть")
	require.Contains(t, w.Form().Errors(), "note", "what is to be mended has to be said")
	w.Fill(map[string]string{"note": "Ушла раньше"})
	w.Press("Вернуть")
	stored, err := s.HoursEntry(t.Context(), h.ID)
	require.NoError(t, err)
	require.Equal(t, data.Returned, stored.Status)

	w.PressIcon(assets.IconEdit)
	w.Fill(map[string]string{"start_at": "10:00", "end_at": "11:30", "minutes": ""})
	w.Press("Отправить на одобрение")
	stored, err = s.HoursEntry(t.Context(), h.ID)
	require.NoError(t, err)
	require.Equal(t, data.Submitted, stored.Status)
	require.Equal(t, 90, stored.Minutes)
	require.True(t, w.Offers("Одобрить 1 запись часов"))
}

func TestDraftHoursOfAClosedMonthAskForAReason(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s)
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.EventID, h.Status = e.ID, data.Draft })
	require.NoError(t, s.LockMonth(t.Context(), storetest.Actor(), h.Day.Month()))
	p.Shown(e.ID)
	w.PressIcon(assets.IconEdit)
	w.Press("Отправить на одобрение")
	require.Contains(t, w.Form().Errors(), "correction")
	w.Fill(map[string]string{"correction": "Забыли отправить"})
	w.Press("Отправить на одобрение")
	stored, err := s.HoursEntry(t.Context(), h.ID)
	require.NoError(t, err)
	require.Equal(t, data.Submitted, stored.Status)
	require.Equal(t, "Забыли отправить", stored.Correction)
}

func TestHoursFollowTheTimesTyped(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s)
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) {
		h.EventID, h.Start, h.End, h.Minutes = e.ID, "2026-11-21T10:00", "2026-11-21T12:00", 120
	})
	p.Shown(e.ID)
	w.PressIcon(assets.IconEdit)
	w.Fill(map[string]string{"end_at": "13:00"})
	require.Equal(t, "3,00", w.Form().Snapshot()["minutes"])
	w.Fill(map[string]string{"end_at": "10:00"})
	w.Press("Отправить на одобрение")
	require.Contains(t, w.Form().Errors(), "end_at", "a slip is no whole day")
	w.Fill(map[string]string{"end_at": "11:00", "minutes": "0:45"})
	w.Press("Отправить на одобрение")
	stored, err := s.HoursEntry(t.Context(), h.ID)
	require.NoError(t, err)
	require.Equal(t, 45, stored.Minutes, "what was typed stays")
}

func TestWaitingHoursThatMeetEachOther(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s)
	v := storetest.Volunteer(t, s)
	at := func(from, to data.Local) {
		storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.EventID, h.Start, h.End, h.Minutes = e.ID, from, to, 60 })
	}
	at("2026-11-21T10:00", "2026-11-21T11:30")
	at("2026-11-21T11:00", "2026-11-21T12:30")
	p.Shown(e.ID)
	w.Press("Одобрить 2 записи часов")
	w.Press("Одобрить оставшуюся 1 запись")
	approved := 0
	for _, h := range hoursOf(t, s, e.ID) {
		if h.Status == data.Approved {
			approved++
		}
	}
	require.Equal(t, 1, approved)
}

// An exhibition of two weeks proposes no hours: they are written by hand.
func TestHoursOfALongEventAreWrittenByHand(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s, func(e *data.Event) { e.Status, e.Start, e.End = data.Held, "2026-11-05T10:00", "2026-11-19T18:00" })
	v := storetest.Volunteer(t, s)
	_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), storetest.Need(t, s, e.ID), v.ID, "")
	require.NoError(t, err)
	people, err := s.Assignments(t.Context(), e.ID)
	require.NoError(t, err)
	require.NoError(t, s.SaveAttendance(t.Context(), storetest.Actor(), e, []data.Mark{
		{AssignmentID: people[0].ID, Version: people[0].Version, Attendance: data.Attended},
	}))
	p.Shown(e.ID)
	w.Press("Записать часы")
	w.Fill(map[string]string{"volunteer_id": strconv.FormatInt(v.ID, 10), "day": "07.11.2026", "minutes": "4:30"})
	w.Press("Отправить на одобрение")
	entries := hoursOf(t, s, e.ID)
	require.Len(t, entries, 1)
	require.Equal(t, data.Date("2026-11-07"), entries[0].Day)
	require.Equal(t, 270, entries[0].Minutes)
	require.False(t, w.Offers("Записать часы"), "nobody is left")
}

// A mark made by mistake is changed at the desk; hours that nobody approved yet follow it.
func TestWrongMarkIsChanged(t *testing.T) {
	p, w, s := open(t)
	e, people := attended(t, s)
	p.Shown(e.ID)
	w.Press("Отметить явку")
	w.Press("Пришли все")
	p.Save()
	w.Press("Предложить часы")
	w.Press("Отметка явки")
	w.Fill(map[string]string{mark(people[0]): "absent"})
	p.Save()
	require.Empty(t, w.Editor())
	entries := hoursOf(t, s, e.ID)
	require.Len(t, entries, 1)
	require.Equal(t, people[1].VolunteerID, entries[0].VolunteerID)

	require.NoError(t, s.ApproveHours(t.Context(), storetest.Actor(), []int64{entries[0].ID}))
	w.Press("Отметка явки")
	w.Fill(map[string]string{mark(people[1]): "absent"})
	p.Save()
	require.Contains(t, w.Editor().Failure(), "уже одобрены")
	require.Equal(t, "absent", w.Form().Snapshot()[mark(people[1])], "what was marked stays")
}

// Who came late is asked when: what is typed then is the time, not more marks.
func TestLateAsksForTheTime(t *testing.T) {
	p, w, s := open(t)
	e, people := attended(t, s)
	p.Shown(e.ID)
	w.Press("Отметить явку")
	w.Key(fyne.Key2)
	w.Type("10:30")
	marks := w.Form().Snapshot()
	require.Equal(t, "late", marks[mark(people[0])])
	require.Equal(t, "10:30", marks["start"+strconv.FormatInt(people[0].ID, 10)])
}
