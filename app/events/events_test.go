package events_test

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/events"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// open shows the section on a new centre.
func open(t *testing.T) (*events.Page, *pagetest.Window, *store.Store) {
	t.Helper()
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	p := events.New(env)
	w.Show(p)
	return p, w, s
}

// tomorrow is an event of the day after the day of tests.
func tomorrow(e *data.Event) {
	e.Status, e.Start, e.End = data.Planned, "2026-11-23T10:00", "2026-11-23T12:00"
}

func with(venue int64) func(*data.Event) { return func(e *data.Event) { e.VenueID = venue } }

func residents(e *data.Event) { e.Residents = true }

func minor(v *data.Volunteer) { v.Birth = "2010-03-04" }

// typed are the answers of a complete new event.
func typed() map[string]string {
	return map[string]string{
		"title": "Концерт", "type": "concert", "date": "23.11.2026", "start_at": "18:00", "end_at": "20:00", "residents": "no",
	}
}

func onlyEvent(t *testing.T, s *store.Store) data.Event {
	t.Helper()
	ids, err := s.Events(t.Context(), data.EventFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 1)
	e, err := s.Event(t.Context(), ids[0])
	require.NoError(t, err)
	return e
}

func TestNewEventWithNewVenue(t *testing.T) {
	p, w, s := open(t)
	p.New()
	w.Fill(typed())
	w.Press("Новое место")
	w.Fill(map[string]string{"name": "Дом культуры", "address": "Алматы", "capacity": "80"})
	w.Key(fyne.KeyReturn)
	p.Save()

	e := onlyEvent(t, s)
	require.Equal(t, "Концерт", e.Title.RU)
	require.Equal(t, data.Local("2026-11-23T18:00"), e.Start)
	require.Equal(t, data.Local("2026-11-23T20:00"), e.End)
	require.Equal(t, data.Planned, e.Status)
	v, err := s.Venue(t.Context(), e.VenueID)
	require.NoError(t, err)
	require.Equal(t, "Дом культуры", v.Name.RU)
	require.Equal(t, 80, v.Capacity)
	require.Nil(t, w.Editor(), "the editor closes once the event is saved")
	require.Equal(t, []bool{true}, w.Undo)
	require.True(t, w.Offers("Изменить"), "the card of the new event is shown")
}

func TestResidentsMustBeAnswered(t *testing.T) {
	p, w, s := open(t)
	p.New()
	answers := typed()
	delete(answers, "residents")
	w.Fill(answers)
	p.Save()

	require.Contains(t, w.Form().Errors(), "residents")
	ids, err := s.Events(t.Context(), data.EventFilter{})
	require.NoError(t, err)
	require.Empty(t, ids)
}

func TestRefusalsStandAtTheirFieldsAndKeepWhatWasTyped(t *testing.T) {
	for name, c := range map[string]struct {
		field, typed string
	}{
		"end before start of the same last day": {"end_at", "17:00"},
		"no such day":                           {"date", "31.02.2026"},
		"no address":                            {"link", "not a link"},
		"held before it began":                  {"status", "held"},
		"no title in any language":              {"title_ru", ""},
		"no type":                               {"type", ""},
	} {
		t.Run(name, func(t *testing.T) {
			p, w, _ := open(t)
			p.New()
			answers := typed()
			answers["last_day"] = "23.11.2026"
			answers[c.field] = c.typed
			w.Fill(answers)
			p.Save()

			require.Contains(t, w.Form().Errors(), c.field)
			require.NotNil(t, w.Editor())
			kept := w.Form().Snapshot()
			require.Contains(t, kept[c.field], c.typed)
			require.Equal(t, "18:00", kept["start_at"])
		})
	}
}

func TestEventPastMidnight(t *testing.T) {
	p, w, s := open(t)
	p.New()
	answers := typed()
	answers["end_at"] = "01:30"
	w.Fill(answers)
	p.Save()
	require.Equal(t, data.Local("2026-11-24T01:30"), onlyEvent(t, s).End)
}

func TestVenueBookedTwiceAsksForAReason(t *testing.T) {
	p, w, s := open(t)
	venue := storetest.Venue(t, s)
	storetest.Event(t, s, tomorrow, with(venue.ID))
	p.New()
	answers := typed()
	answers["start_at"], answers["end_at"] = "11:00", "13:00"
	answers["venue_id"] = strconv.FormatInt(venue.ID, 10)
	w.Fill(answers)
	p.Save()
	require.True(t, w.Offers("Сохранить с причиной"))

	w.Press("Сохранить с причиной")
	require.Contains(t, w.Form().Errors(), "override_reason", "a reason is needed")
	w.Fill(map[string]string{"override_reason": "Два зала"})
	w.Press("Сохранить с причиной")

	ids, err := s.Events(t.Context(), data.EventFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 2)
	e, err := s.Event(t.Context(), ids[1])
	require.NoError(t, err)
	require.Equal(t, "Два зала", e.OverrideReason)
	require.Nil(t, w.Editor())
}

func TestPublicHolidayIsConfirmed(t *testing.T) {
	p, w, s := open(t)
	p.New()
	answers := typed()
	answers["date"] = "16.12.2026" // Independence Day
	w.Fill(answers)
	p.Save()
	require.NotNil(t, w.Editor(), "nothing is saved before somebody has seen the warning")
	w.Press("Вернуться к правке")
	require.Equal(t, "18:00", w.Form().Snapshot()["start_at"])
	p.Save()
	w.Press("Все равно сохранить")
	require.Equal(t, data.Local("2026-12-16T18:00"), onlyEvent(t, s).Start)
}

func TestMinorIsRefusedWhereResidentsArePresent(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s, tomorrow, residents)
	storetest.Need(t, s, e.ID)
	young := storetest.Volunteer(t, s, minor)
	p.Shown(e.ID)
	w.Press("Добавить волонтера")
	w.Fill(map[string]string{"volunteer_id": strconv.FormatInt(young.ID, 10)})

	require.Contains(t, w.Form().Errors()["volunteer_id"], "42-VI", "the law is named")
	w.Press("Добавить")
	people, err := s.Assignments(t.Context(), e.ID)
	require.NoError(t, err)
	require.Empty(t, people)
	require.True(t, w.Modals().Open(), "the dialog stays")
}

func TestResidentsCannotJoinAMinor(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s, tomorrow)
	young := storetest.Volunteer(t, s, minor)
	_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), storetest.Need(t, s, e.ID), young.ID, "")
	require.NoError(t, err)
	p.Shown(e.ID)
	w.Press("Изменить")
	w.Fill(map[string]string{"residents": "yes"})
	p.Save()
	require.Contains(t, strings.Join(w.Texts(), " "), young.FullName()+" (№ 1). ", "it is said of whom")
	require.False(t, w.Offers("Сохранить с причиной"), "nobody can override the law")
	w.Press("Вернуться к правке")
	require.NotNil(t, w.Editor())
	stored, err := s.Event(t.Context(), e.ID)
	require.NoError(t, err)
	require.False(t, stored.Residents)
}

func TestPersonBookedTwiceNeedsAReason(t *testing.T) {
	p, w, s := open(t)
	busy := storetest.Volunteer(t, s)
	other := storetest.Event(t, s, tomorrow)
	_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), storetest.Need(t, s, other.ID), busy.ID, "")
	require.NoError(t, err)
	e := storetest.Event(t, s, tomorrow)
	storetest.Need(t, s, e.ID)
	p.Shown(e.ID)
	w.Press("Добавить волонтера")
	w.Fill(map[string]string{"volunteer_id": strconv.FormatInt(busy.ID, 10)})
	w.Press("Добавить")
	require.Contains(t, w.Form().Errors(), "override_reason")
	w.Fill(map[string]string{"override_reason": "Успеет"})
	w.Press("Добавить")

	people, err := s.Assignments(t.Context(), e.ID)
	require.NoError(t, err)
	require.Len(t, people, 1)
	require.Equal(t, "Успеет", people[0].OverrideReason)
	require.False(t, w.Modals().Open())
}

// attended is an event of yesterday with two volunteers.
func attended(t *testing.T, s *store.Store) (data.Event, []data.AssignmentRow) {
	t.Helper()
	e := storetest.Event(t, s, func(e *data.Event) { e.Status = data.Confirmed })
	need := storetest.Need(t, s, e.ID)
	for range 2 {
		_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), need, storetest.Volunteer(t, s).ID, "")
		require.NoError(t, err)
	}
	people, err := s.Assignments(t.Context(), e.ID)
	require.NoError(t, err)
	return e, people
}

func mark(a data.AssignmentRow) string { return "mark" + strconv.FormatInt(a.ID, 10) }

func TestFromAttendanceToApprovedHours(t *testing.T) {
	p, w, s := open(t)
	e, people := attended(t, s)
	p.Shown(e.ID)
	w.Press("Отметить явку")
	w.Fill(map[string]string{
		mark(people[0]): "attended", mark(people[1]): "late", "start" + strconv.FormatInt(people[1].ID, 10): "10:30",
		"public_count": "40",
	})
	p.Save()
	require.Empty(t, w.Failed)
	stored, err := s.Event(t.Context(), e.ID)
	require.NoError(t, err)
	require.Equal(t, data.Held, stored.Status)
	require.Equal(t, data.KnownCount(40), stored.PublicCount)

	w.Press("Предложить часы")
	w.Press("Одобрить 2 записи часов")
	minutes := map[int]bool{}
	for _, h := range hoursOf(t, s, e.ID) {
		require.Equal(t, data.Approved, h.Status)
		minutes[h.Minutes] = true
	}
	require.Equal(t, map[int]bool{120: true, 90: true}, minutes)
	require.Equal(t, []bool{true, true, true}, w.Undo)
}

func hoursOf(t *testing.T, s *store.Store, event int64) []data.HoursRow {
	t.Helper()
	ids, err := s.HoursList(t.Context(), data.HoursFilter{EventID: event})
	require.NoError(t, err)
	rows, err := s.HoursRows(t.Context(), ids)
	require.NoError(t, err)
	return rows
}

func TestDeskByKeys(t *testing.T) {
	p, w, s := open(t)
	e, people := attended(t, s)
	p.Shown(e.ID)
	w.Press("Отметить явку")
	for _, key := range []fyne.KeyName{fyne.Key1, fyne.KeyDown, fyne.Key4} {
		w.Key(key)
	}
	marks := w.Form().Snapshot()
	require.Equal(t, "attended", marks[mark(people[0])])
	require.Equal(t, "absent", marks[mark(people[1])])
	w.Key(fyne.KeyUp)
	w.Key(fyne.KeyDelete)
	require.Empty(t, w.Form().Snapshot()[mark(people[0])])
}

func TestRefusedHoursAreSaidByNumber(t *testing.T) {
	p, w, s := open(t)
	e, people := attended(t, s)
	p.Shown(e.ID)
	w.Press("Отметить явку")
	w.Press("Пришли все")
	p.Save()
	w.Press("Предложить часы")
	storetest.Hours(t, s, people[0].VolunteerID, func(h *data.Hours) { // elsewhere at the same time
		h.Start, h.End, h.Minutes, h.Status = "2026-11-21T10:30", "2026-11-21T11:30", 60, data.Approved
	})
	w.Press("Одобрить 2 записи часов")
	for _, h := range hoursOf(t, s, e.ID) {
		require.Equal(t, data.Submitted, h.Status, "all or none")
	}
	w.Press("Одобрить оставшуюся 1 запись")
	approved := 0
	for _, h := range hoursOf(t, s, e.ID) {
		if h.Status == data.Approved {
			approved++
			require.Equal(t, people[1].VolunteerID, h.VolunteerID)
		}
	}
	require.Equal(t, 1, approved)
}

func TestLockedMonthKeepsHours(t *testing.T) {
	p, w, s := open(t)
	e, _ := attended(t, s)
	p.Shown(e.ID)
	w.Press("Отметить явку")
	w.Press("Пришли все")
	p.Save()
	w.Press("Предложить часы")
	require.NoError(t, s.LockMonth(t.Context(), storetest.Actor(), "2026-11"))
	w.Press("Одобрить 2 записи часов")
	require.True(t, w.Modals().Open(), "the refusals are said")
	require.False(t, w.Offers("Одобрить оставшуюся 1 запись"))
	for _, h := range hoursOf(t, s, e.ID) {
		require.Equal(t, data.Submitted, h.Status)
	}
}

func TestFailedSaveKeepsWhatWasTyped(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s, tomorrow)
	p.Shown(e.ID)
	w.Press("Изменить")
	w.Fill(map[string]string{"title": "Мое название"})
	e.Note = "meanwhile"
	_, err := s.SaveEvent(t.Context(), storetest.Actor(), e)
	require.NoError(t, err)
	p.Save()
	require.NotEmpty(t, w.Editor().Failure())
	w.Press("Вернуться к форме")
	require.Equal(t, "Мое название", w.Form().Snapshot()["title_ru"])
}

func TestEscapeAsksBeforeChangesAreLost(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s, tomorrow)
	p.Shown(e.ID)
	w.Press("Изменить")
	w.Fill(map[string]string{"note": "новое"})
	w.Key(fyne.KeyEscape)
	require.True(t, w.Modals().Open())
	w.Press("Продолжить правку")
	require.Equal(t, "новое", w.Form().Snapshot()["note"])
	w.Key(fyne.KeyEscape)
	w.Press("Выйти без сохранения")
	require.Nil(t, w.Editor())
}

func TestEditorGivesBackWhatItWasGiven(t *testing.T) {
	for name, change := range map[string]func(*data.Event){
		"a day":         tomorrow,
		"a night":       func(e *data.Event) { tomorrow(e); e.Start, e.End = "2026-11-23T22:00", "2026-11-24T02:00" },
		"whole day":     func(e *data.Event) { tomorrow(e); e.End = "2026-11-24T10:00" },
		"an exhibition": func(e *data.Event) { tomorrow(e); e.Type, e.End = data.Exhibition, "2026-12-06T18:00" },
		"all fields": func(e *data.Event) {
			tomorrow(e)
			e.Residents, e.ResidentsCount, e.PublicCount = true, data.KnownCount(6), data.KnownCount(0)
			e.Description, e.Requirements, e.Result, e.Note = "a", "b", "c", "d"
			e.Link, e.LawKind, e.Direction, e.Campaigns = "https://example.invalid", "8", "event", data.List{"x"}
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, w, s := open(t)
			before := storetest.Event(t, s, change)
			p.Shown(before.ID)
			w.Press("Изменить")
			p.Save()
			require.Nil(t, w.Editor())
			after, err := s.Event(t.Context(), before.ID)
			require.NoError(t, err)
			after.Version = before.Version
			require.Equal(t, before, after)
		})
	}
}
