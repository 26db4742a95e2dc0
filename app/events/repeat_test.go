package events_test

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/events"
	"saya/app/page/pagetest"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func allEvents(t *testing.T, s *store.Store) []data.Event {
	t.Helper()
	ids, err := s.Events(t.Context(), data.EventFilter{})
	require.NoError(t, err)
	out := make([]data.Event, len(ids))
	for i, id := range ids {
		out[i], err = s.Event(t.Context(), id)
		require.NoError(t, err)
	}
	return out
}

// pressMore presses what is seldom done with the event of the card.
func pressMore(w *pagetest.Window, text string) {
	w.PressIcon(assets.IconMore)
	w.PressMenu(text)
}

func undoLast(t *testing.T, s *store.Store) {
	t.Helper()
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
}

// weekly is an event of Wednesday, 25 November; the third one after it falls on Independence Day, and the hall is taken
// on the first.
func weekly(t *testing.T, s *store.Store) data.Event {
	t.Helper()
	venue := storetest.Venue(t, s)
	e := storetest.Event(t, s, with(venue.ID), func(e *data.Event) { e.Status, e.Start, e.End = data.Planned, "2026-11-25T10:00", "2026-11-25T12:00" })
	storetest.Need(t, s, e.ID)
	storetest.Event(t, s, with(venue.ID), func(e *data.Event) { e.Status, e.Start, e.End = data.Planned, "2026-12-02T11:00", "2026-12-02T13:00" })
	return e
}

func TestWeeklyRepeatLeavesOutWhatConflicts(t *testing.T) {
	p, w, s := open(t)
	e := weekly(t, s)
	p.Shown(e.ID)
	pressMore(w, "Повторять…")
	w.Fill(map[string]string{"repeat_count": "4"})
	require.True(t, w.Shows("ср, 16.12.2026"), "what is left out is seen")
	w.Press("Создать 2 мероприятия")
	require.Nil(t, w.Editor())
	require.Equal(t, []string{"Создано 2 мероприятия"}, w.Said)
	days := []data.Date{}
	for _, made := range allEvents(t, s)[2:] {
		days = append(days, made.Start.Date())
		needs, err := s.Needs(t.Context(), made.ID)
		require.NoError(t, err)
		require.Len(t, needs, 1)
	}
	require.Equal(t, []data.Date{"2026-12-09", "2026-12-23"}, days)
	undoLast(t, s)
	require.Len(t, allEvents(t, s), 2, "one undo takes all of them back")
}

func TestConflictingDateIsMadeWithAReason(t *testing.T) {
	p, w, s := open(t)
	e := weekly(t, s)
	p.Shown(e.ID)
	pressMore(w, "Повторять…")
	w.Fill(map[string]string{"repeat_count": "1"})
	w.Press("Создать 0 мероприятий")
	require.Contains(t, w.Form().Errors(), "repeat_until", "nothing is chosen")
	w.Tick("ср, 02.12.2026")
	w.Press("Создать 1 мероприятие")
	require.Contains(t, w.Form().Errors(), "override_reason")
	w.Fill(map[string]string{"override_reason": "Делим зал"})
	w.Press("Создать 1 мероприятие")
	require.Empty(t, w.Failed)
	made := allEvents(t, s)
	require.Len(t, made, 3)
	require.Equal(t, "Делим зал", made[1].OverrideReason+made[2].OverrideReason)
}

func TestRuleWithoutDaysIsRefusedAtItsField(t *testing.T) {
	p, w, s := open(t)
	e := weekly(t, s)
	p.Shown(e.ID)
	pressMore(w, "Повторять…")
	w.Fill(map[string]string{"repeat_count": "", "repeat_until": "26.11.2026"})
	p.Save()
	require.Contains(t, w.Form().Errors(), "repeat_until")
	w.Fill(map[string]string{"repeat_unit": "day", "repeat_until": "27.11.2026"})
	p.Save()
	require.Nil(t, w.Editor())
	require.Len(t, allEvents(t, s), 4)
}

// Whoever was called away from the form reads on it which event it is about.
func TestWhatIsCalledOffIsNamed(t *testing.T) {
	p, w, s := open(t)
	p.Shown(storetest.Event(t, s, tomorrow).ID)
	require.False(t, w.Shows("Мастер-класс · 23.11.2026"))
	w.Press("Отменить мероприятие")
	require.True(t, w.Shows("Мастер-класс · 23.11.2026"))
	w.Press("Назад")
	require.False(t, w.Modals().Open())
}

func TestRestOfASeriesIsCalledOff(t *testing.T) {
	p, w, s := open(t)
	e := weekly(t, s)
	ids, err := s.RepeatEvent(t.Context(), storetest.Actor(), e.ID, []data.Date{"2026-12-09", "2026-12-23"}, "")
	require.NoError(t, err)
	p.Shown(ids[0])
	pressMore(w, "Отменить это и следующие")
	w.Fill(map[string]string{"cancel_reason": "Зал закрыт"})
	w.Press("Отменить мероприятие")
	for _, id := range ids {
		off, err := s.Event(t.Context(), id)
		require.NoError(t, err)
		require.Equal(t, data.Cancelled, off.Status)
		require.Equal(t, "Зал закрыт", off.CancelReason)
	}
	stays, err := s.Event(t.Context(), e.ID)
	require.NoError(t, err)
	require.Equal(t, data.Planned, stays.Status, "what was before stays")
	undoLast(t, s)
	p.Shown(ids[0])
	pressMore(w, "Удалить это и следующие")
	w.Press("Удалить")
	require.Len(t, allEvents(t, s), 2)
}

// lastWeek is an event of yesterday at which a grown-up and a minor helped, in front of the list.
func lastWeek(t *testing.T) (*events.Page, *pagetest.Window, *store.Store, data.Event) {
	t.Helper()
	p, w, s := open(t)
	e := storetest.Event(t, s, func(e *data.Event) { e.Status, e.Requirements = data.Confirmed, "Краски" })
	need := storetest.Need(t, s, e.ID)
	var marks []data.Mark
	for _, change := range []func(*data.Volunteer){func(v *data.Volunteer) { v.Surname = "Ахметова" }, minor} {
		_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), need, storetest.Volunteer(t, s, change).ID, "")
		require.NoError(t, err)
	}
	people, err := s.Assignments(t.Context(), e.ID)
	require.NoError(t, err)
	for _, a := range people {
		marks = append(marks, data.Mark{AssignmentID: a.ID, Version: a.Version, Attendance: data.Attended})
	}
	require.NoError(t, s.SaveAttendance(t.Context(), storetest.Actor(), e, marks))
	e, err = s.Event(t.Context(), e.ID)
	require.NoError(t, err)
	return p, w, s, e
}

// The measure: from the list to a saved event like last week's in at most six keys.
func TestEventLikeLastWeeksInSixKeys(t *testing.T) {
	p, w, s, e := lastWeek(t)
	p.Narrow("past")
	keys := 0
	press := func(name fyne.KeyName) { keys++; w.Key(name) }
	press(fyne.KeyHome)
	press(fyne.KeyF6)
	require.Equal(t, "28.11.2026", w.Form().Snapshot()["date"], "the same weekday, a week on")
	keys++ // Ctrl+S
	p.Save()
	require.Nil(t, w.Editor())
	t.Logf("event like last week's: %d keys of 6", keys)
	require.LessOrEqual(t, keys, 6)

	next := allEvents(t, s)[1]
	require.Equal(t, data.Interval{From: "2026-11-28T10:00", To: "2026-11-28T12:00"}, next.Span())
	require.Equal(t, "Краски", next.Requirements)
	require.Equal(t, data.Planned, next.Status)
	people, err := s.Assignments(t.Context(), next.ID)
	require.NoError(t, err)
	require.Len(t, people, 2)
	require.Equal(t, data.Requested, people[0].Status)
	undoLast(t, s)
	require.Equal(t, []data.Event{e}, allEvents(t, s))
}

// Who may not be asked is named with the reason, in the editor or, where the answer changed there, after the save.
func TestWhoCannotBeAskedAgainIsNamed(t *testing.T) {
	p, w, s, e := lastWeek(t)
	p.Shown(e.ID)
	w.Press("Еще такое же")
	w.Fill(map[string]string{"residents": "yes"})
	p.Save()
	require.True(t, w.Modals().Open())
	require.Contains(t, strings.Join(w.Texts(), " "), "42-VI", "the law is named")
	w.Press("Закрыть")
	next := allEvents(t, s)[1]
	people, err := s.Assignments(t.Context(), next.ID)
	require.NoError(t, err)
	require.Len(t, people, 1)

	p.Shown(next.ID)
	w.Press("Еще такое же")
	for name := range w.Form().Snapshot() {
		require.False(t, strings.HasPrefix(name, "ask"), "only who has a place is asked again")
	}
}

func TestNextFreeDayIsOffered(t *testing.T) {
	p, w, s := open(t)
	venue := storetest.Venue(t, s)
	e := storetest.Event(t, s, with(venue.ID), func(e *data.Event) { e.Start, e.End = "2026-09-30T10:00", "2026-09-30T12:00" })
	storetest.Event(t, s, with(venue.ID), func(e *data.Event) { e.Status, e.Start, e.End = data.Planned, "2026-11-25T11:00", "2026-11-25T13:00" })
	p.Shown(e.ID)
	w.Press("Еще такое же")
	require.Equal(t, "02.12.2026", w.Form().Snapshot()["date"], "the first Wednesday to come on which the hall is free")
}

// The measure: twelve people in at most fifteen keys.
func TestAttendanceOfTwelveInFifteenKeys(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s, func(e *data.Event) { e.Status = data.Confirmed })
	need := storetest.Need(t, s, e.ID, func(n *data.Need) { n.Wanted = 12 })
	for i := range 12 {
		v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname += strconv.Itoa(100 + i) })
		_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), need, v.ID, "")
		require.NoError(t, err)
	}
	marks := func() string {
		people, err := s.Assignments(t.Context(), e.ID)
		require.NoError(t, err)
		text := ""
		for _, a := range people {
			text += map[data.Attendance]string{data.Attended: "1", data.Absent: "4", data.AbsentExcused: "5", data.Expected: "-"}[a.Attendance]
		}
		return text
	}
	keys := 0
	press := func(names ...fyne.KeyName) {
		for _, name := range names {
			keys++
			w.Key(name)
		}
	}
	save := func() { keys++; p.Save() } // Ctrl+S
	for name, c := range map[string]struct {
		keys []fyne.KeyName
		want string
	}{
		"one by one": {[]fyne.KeyName{"1", "1", "4", "Space", "1", "5", "1", "1", "1", "1", "1", "1"}, "114115111111"},
		"all, but":   {[]fyne.KeyName{"9", "Down", "4", "4", "Down", "5"}, "144151111111"},
	} {
		t.Run(name, func(t *testing.T) {
			keys = 0
			p.Shown(e.ID)
			press(fyne.KeyF7)
			press(c.keys...)
			save()
			require.Empty(t, w.Failed)
			require.Equal(t, c.want, marks())
			t.Logf("attendance of 12: %d keys of 15", keys)
			require.LessOrEqual(t, keys, 15)
			undoLast(t, s)
			require.Equal(t, "------------", marks(), "one batch")
		})
	}
}

// When nothing is called off, why is said and the reason that was typed stays.
func TestAReasonIsKeptWhenNothingIsCalledOff(t *testing.T) {
	p, w, s := open(t)
	held := func(e *data.Event) { e.Status = data.Held }
	storetest.Event(t, s, held)
	storetest.Event(t, s, held)
	p.Narrow("all")
	p.ChooseRows(2)
	w.Press("Отменить мероприятие")
	w.Fill(map[string]string{"cancel_reason": "Ремонт"})
	w.Press("Отменить мероприятие")
	require.Empty(t, w.Failed)
	require.Empty(t, w.Said)
	w.Press("Закрыть")
	require.Equal(t, "Ремонт", w.Form().Snapshot()["cancel_reason"])
}
