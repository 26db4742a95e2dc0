package hours_test

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/hours"
	"saya/app/page/pagetest"
	"saya/app/work"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func open(t *testing.T, role data.Role) (*hours.Page, *pagetest.Window, *store.Store) {
	t.Helper()
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	env.Actor = data.Actor{Account: storetest.Actor().Account, Role: role}
	p := hours.New(env)
	w.Show(p)
	return p, w, s
}

func stored(t *testing.T, s *store.Store, id int64) data.Hours {
	t.Helper()
	h, err := s.HoursEntry(t.Context(), id)
	require.NoError(t, err)
	return h
}

func id(n int64) string { return strconv.FormatInt(n, 10) }

func TestHoursAreWrittenByHand(t *testing.T) {
	p, w, s := open(t, data.Manager)
	v := storetest.Volunteer(t, s)
	p.New()
	p.Save()
	require.Contains(t, w.Form().Errors(), "volunteer_id")
	w.Fill(map[string]string{"volunteer_id": id(v.ID), "day": "20.11.2026", "start_at": "10:00", "end_at": "12:30", "minutes": ""})
	p.Save()
	require.Equal(t, []string{"Запись часов сохранена"}, w.Said)
	h := stored(t, s, p.Chosen())
	require.Equal(t, 150, h.Minutes)
	require.Equal(t, data.Submitted, h.Status)
	require.Equal(t, v.ID, h.VolunteerID)
	require.True(t, w.Shows("1 запись · 2,50 ч"))
}

func TestEventFillsInTheTimes(t *testing.T) {
	p, w, s := open(t, data.Manager)
	v, e := storetest.Volunteer(t, s), storetest.Event(t, s)
	p.New()
	w.Fill(map[string]string{"volunteer_id": id(v.ID), "event_id": id(e.ID)})
	require.Equal(t, "10:00", w.Form().Snapshot()["start_at"])
	require.Equal(t, "2,00", w.Form().Snapshot()["minutes"])
	p.Save()
	h := stored(t, s, p.Chosen())
	require.Equal(t, e.ID, h.EventID)
	require.Equal(t, e.Start, h.Start)
}

func TestDraftStaysADraftUntilItIsHandedIn(t *testing.T) {
	p, w, s := open(t, data.Staff)
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.Status = data.Draft })
	p.Shown(h.ID)
	p.Edit(h.ID)
	w.Fill(map[string]string{"minutes": "1,5"})
	p.Save()
	require.Equal(t, data.Draft, stored(t, s, h.ID).Status)
	require.Equal(t, 90, stored(t, s, h.ID).Minutes)
}

func TestManyAreApprovedTogether(t *testing.T) {
	p, w, s := open(t, data.Manager)
	v := storetest.Volunteer(t, s)
	at := func(from, to data.Local) data.Hours {
		return storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Start, h.End, h.Minutes = from, to, 60 })
	}
	first := at("2026-11-21T10:00", "2026-11-21T11:30")
	second := at("2026-11-21T11:00", "2026-11-21T12:30")
	draft := storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Status = data.Draft })
	p.ApproveShown()
	require.True(t, w.Shows("Одобрить 2 записи?"), "drafts wait for whoever writes them")
	w.Press("Одобрить")
	require.True(t, w.Shows("1 запись нельзя одобрить"))
	require.Equal(t, data.Submitted, stored(t, s, first.ID).Status, "nothing is approved yet")
	w.Press("Одобрить оставшуюся 1 запись")
	require.Equal(t, data.Approved, stored(t, s, first.ID).Status)
	require.Equal(t, data.Submitted, stored(t, s, second.ID).Status)
	require.Equal(t, data.Draft, stored(t, s, draft.ID).Status)
	require.Equal(t, []string{"Одобрена 1 запись"}, w.Said)
	require.Equal(t, []bool{true}, w.Undo)
}

func TestChosenEntriesAreHandedInReturnedAndDeleted(t *testing.T) {
	p, w, s := open(t, data.Manager)
	p.Narrow("all")
	v := storetest.Volunteer(t, s)
	of := func(day data.Date, status data.HoursStatus) int64 {
		return storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day, h.Status = day, status }).ID
	}
	draft, submitted := of("2026-11-17", data.Draft), of("2026-11-18", data.Submitted)
	w.ChooseRows(draft, submitted)
	w.Press("Отправить на одобрение")
	require.Equal(t, data.Submitted, stored(t, s, draft).Status)

	w.ChooseRows(draft, submitted)
	w.Press("Вернуть на исправление")
	w.Fill(map[string]string{"note": "Не тот день"})
	w.Press("Вернуть")
	require.Equal(t, data.Returned, stored(t, s, draft).Status)
	require.Equal(t, "Не тот день", stored(t, s, submitted).Note)

	w.ChooseRows(draft, submitted)
	require.False(t, w.Offers("Одобрить"), "fits none of them")
	w.Press("Удалить")
	_, err := s.HoursEntry(t.Context(), draft)
	require.True(t, data.IsCode(err, data.NotFound))
	require.Equal(t, []string{
		"1 запись отправлена на одобрение", "2 записи возвращены на исправление", "2 записи часов удалены",
	}, w.Said)
	require.Empty(t, w.Failed)
}

func TestMonthIsClosedAfterALook(t *testing.T) {
	p, w, s := open(t, data.Manager)
	storetest.Event(t, s, func(e *data.Event) { e.Status = data.Confirmed })
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID)
	w.Filter("нояб.")
	require.True(t, w.Shows("1 запись еще не одобрена."))
	require.True(t, w.Shows("На 1 мероприятии не отмечена явка."))
	w.Press("Закрыть месяц")
	require.Empty(t, w.Said, "asked first")
	require.True(t, w.Shows("Закрыть месяц, в котором не одобрена 1 запись?"))
	w.Press("Все равно закрыть")
	require.Equal(t, []string{"Месяц закрыт: ноябрь 2026 г."}, w.Said)

	p.Shown(h.ID)
	w.Press("Изменить")
	w.Fill(map[string]string{"minutes": "1"})
	p.Save()
	require.Contains(t, w.Form().Errors(), "correction", "each correction has its reason")
	w.Fill(map[string]string{"correction": "Опечатка"})
	p.Save()
	require.Equal(t, "Опечатка", stored(t, s, h.ID).Correction)

	w.Filter("нояб.")
	w.Press("Снова открыть месяц")
	locked, err := s.LockedMonths(t.Context())
	require.NoError(t, err)
	require.Empty(t, locked)
}

func TestWhatWaitsInAMonthIsShown(t *testing.T) {
	_, w, s := open(t, data.Manager)
	v := storetest.Volunteer(t, s)
	storetest.Hours(t, s, v.ID)
	storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Day, h.Minutes = "2026-10-05", 30 })
	w.Filter("окт.")
	w.Press("Закрыть месяц")
	w.Press("Показать неодобренные")
	require.Empty(t, w.Said, "nothing is closed")
	require.True(t, w.Shows("1 запись · 0,50 ч"))
	require.Contains(t, w.Filters(), "Месяц: октябрь 2026 г.*")
}

// The list is narrowed to a volunteer, also to one who left, and to an event however long ago: both are searched for. The
// choice is there again the next time.
func TestHoursOfOneVolunteerAndOneEvent(t *testing.T) {
	s := storetest.New(t)
	gone := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Patronymic, v.Status = "Ахметова", "Дана", "", data.Left
		v.LeftOn, v.LeftReason = "2026-11-01", data.LeftReasons()[0]
	})
	other := storetest.Volunteer(t, s)
	old := storetest.Event(t, s, func(e *data.Event) {
		e.Title, e.Start, e.End = data.Names{RU: "Выставка весны"}, "2019-03-21T10:00", "2019-03-21T12:00"
	})
	storetest.Event(t, s, func(e *data.Event) { e.Title = data.Names{RU: "Выставка без часов"} })
	storetest.Hours(t, s, gone.ID, func(h *data.Hours) { h.Minutes = 30 })
	storetest.Hours(t, s, other.ID, func(h *data.Hours) {
		h.EventID, h.Day, h.Start, h.End, h.Minutes = old.ID, "2019-03-21", "", "", 60
	})
	env, w := pagetest.NewEnv(t, s)
	p := hours.New(env)
	w.Show(p)
	choose := func(filter, typed string) {
		w.Filter("Фильтр")
		w.PressMenu(filter)
		w.Type(typed)
		w.Key(fyne.KeyReturn)
	}
	choose("Волонтер", "ахм")
	require.True(t, w.Shows("1 запись · 0,50 ч"))
	require.Contains(t, w.Filters(), "Волонтер: Ахметова Дана*")
	p.KeepDraft()
	p = hours.New(env)
	w.Show(p)
	require.Contains(t, w.Filters(), "Волонтер: Ахметова Дана*")
	w.Filter("Волонтер: Ахметова Дана")
	choose("Мероприятие", "выставка")
	require.True(t, w.Shows("1 запись · 1,00 ч"))
	require.Contains(t, w.Filters(), "Мероприятие: Выставка весны*")
}

// What is typed in a dialog about one entry is there again after the program was killed.
func TestNotesAboutAnEntrySurviveTheProgram(t *testing.T) {
	for name, c := range map[string]struct {
		locked              bool
		press, field, title string
		after               data.HoursStatus
	}{
		"return": {false, "Вернуть на исправление", "note", "Вернуть", data.Returned},
		"late":   {true, "Одобрить", "correction", "Одобрить", data.Approved},
	} {
		t.Run(name, func(t *testing.T) {
			p, w, s := open(t, data.Manager)
			h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID)
			if c.locked {
				require.NoError(t, s.LockMonth(t.Context(), storetest.Actor(), h.Day.Month()))
			}
			p.Shown(h.ID)
			w.Press(c.press)
			w.Fill(map[string]string{c.field: "Журнал нашелся"})
			w.Key(fyne.KeyEscape)
			require.True(t, w.Offers("Выйти без сохранения"), "asked before it is lost")
			p.KeepDraft()

			env, w := pagetest.NewEnv(t, s)
			p = hours.New(env)
			w.Show(p)
			env.OfferDrafts()
			w.Press("Продолжить")
			require.Equal(t, []string{"hours"}, w.Opened)
			p.Shown(0)
			require.Equal(t, "Журнал нашелся", w.Form().Snapshot()[c.field])
			w.Press(c.title)
			require.Equal(t, c.after, stored(t, s, h.ID).Status)
		})
	}
}

func TestOneEntryOfAClosedMonthIsApprovedWithAReason(t *testing.T) {
	p, w, s := open(t, data.Manager)
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID)
	require.NoError(t, s.LockMonth(t.Context(), storetest.Actor(), h.Day.Month()))
	p.Shown(h.ID)
	w.Press("Одобрить")
	w.Press("Одобрить")
	require.Contains(t, w.Form().Errors(), "correction")
	w.Fill(map[string]string{"correction": "Журнал нашелся"})
	w.Press("Одобрить")
	require.Equal(t, data.Approved, stored(t, s, h.ID).Status)
	require.Equal(t, "Журнал нашелся", stored(t, s, h.ID).Correction)
}

func TestHoursAreProposedFromAttendance(t *testing.T) {
	p, w, s := open(t, data.Manager)
	p.Propose()
	e := storetest.Event(t, s)
	_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), storetest.Need(t, s, e.ID), storetest.Volunteer(t, s).ID, "")
	require.NoError(t, err)
	people, err := s.Assignments(t.Context(), e.ID)
	require.NoError(t, err)
	require.NoError(t, s.SaveAttendance(t.Context(), storetest.Actor(), e, []data.Mark{
		{AssignmentID: people[0].ID, Version: people[0].Version, Attendance: data.Attended},
	}))
	w.PressIcon(assets.IconMore)
	w.PressMenu("Предложить часы по явке")
	require.Equal(t, []string{"Предлагать нечего: у всех пришедших часы записаны.", "Предложена 1 запись часов."}, w.Said)
	require.Equal(t, []bool{false, true}, w.Undo)
}

func TestApprovedHoursAreNotEditedButReturned(t *testing.T) {
	p, w, s := open(t, data.Manager)
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.Status = data.Approved })
	p.Shown(h.ID)
	require.False(t, w.Offers("Изменить"))
	p.Edit(h.ID)
	require.False(t, p.Editing())
	require.Equal(t, "rules.hours_approved", data.Refusals(w.Failed[0])[0].Key)
	require.True(t, w.Offers("Вернуть на исправление"))
}

// What is approved together is what the chip counts: drafts and returned entries wait for whoever writes them.
func TestWaitingIsWhatCanBeApproved(t *testing.T) {
	p, _, s := open(t, data.Manager)
	v := storetest.Volunteer(t, s)
	for _, status := range []data.HoursStatus{data.Draft, data.Submitted, data.Returned, data.Approved} {
		storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Status = status })
	}
	for chip, entries := range map[string]string{
		"waiting": "1 запись · ", "drafts": "1 запись · ", "returned": "1 запись · ", "open": "3 записи · ", "all": "4 записи · ",
	} {
		p.Narrow(chip)
		require.Contains(t, p.Status(), entries, chip)
	}
	now, err := s.Standing(t.Context())
	require.NoError(t, err)
	require.Equal(t, 1, now.Hours)
}

func TestWhoMayNotApproveIsNotOffered(t *testing.T) {
	p, w, s := open(t, data.Organizer)
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID)
	p.Shown(h.ID)
	require.True(t, w.Offers("Изменить"))
	for _, words := range []string{"Одобрить", "Одобрить все…", "Вернуть на исправление"} {
		require.False(t, w.Offers(words), words)
	}
	w.Filter("нояб.")
	require.False(t, w.Offers("Закрыть месяц"))
}

func TestWhereAllIsApprovedNothingIsOfferedForApproval(t *testing.T) {
	p, w, s := open(t, data.Manager)
	v := storetest.Volunteer(t, s)
	approved := storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Status = data.Approved })
	require.NotZero(t, approved.ID)
	for chip, says := range map[string]string{
		"waiting": "Ничего не ждет одобрения.", "open": "Все часы одобрены.",
	} {
		p.Narrow("all")
		p.Narrow(chip)
		require.Contains(t, strings.Join(w.Texts(), " "), says)
		require.True(t, w.Button("Одобрить все…").Disabled())
	}
	storetest.Hours(t, s, v.ID)
	p.Changed(store.Change{Tables: []store.Table{store.HoursEntries}})
	p.Narrow("all")
	require.False(t, w.Button("Одобрить все…").Disabled())
	p.Narrow("approved")
	require.True(t, w.Button("Одобрить все…").Disabled(), "none of these waits")
}

// What was typed about an entry does not approve what somebody made of it since.
func TestContinuedApprovalOfAnEntryThatChangedIsRefused(t *testing.T) {
	_, _, s := open(t, data.Manager)
	h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.Day = "2026-10-10" })
	require.NoError(t, s.LockMonth(t.Context(), s.Actor(), "2026-10"))
	env, w := pagetest.NewEnv(t, s)
	clock := &pagetest.Clock{}
	env.Run = clock
	work.Late(env, data.HoursRow{Hours: stored(t, s, h.ID)})
	w.Fill(map[string]string{"correction": "Забыли отправить"})
	clock.Pass()
	h = stored(t, s, h.ID)
	h.Minutes, h.Correction = 480, "Опечатка"
	_, err := s.SaveHours(t.Context(), s.Actor(), h)
	require.NoError(t, err)

	env, w = pagetest.NewEnv(t, s)
	p := hours.New(env)
	w.Show(p)
	env.OfferDrafts()
	w.Press("Продолжить")
	p.Shown(h.ID)
	require.Equal(t, "Забыли отправить", w.Form().Snapshot()["correction"])
	require.True(t, w.Shows("10.10.2026 · 8,00 ч"))
	w.Press("Одобрить")
	require.Len(t, w.Failed, 1)
	require.Equal(t, data.Submitted, stored(t, s, h.ID).Status)
}
