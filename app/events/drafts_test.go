package events_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/events"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func drafts(t *testing.T, s *store.Store) []data.FormDraft {
	t.Helper()
	list, err := s.Drafts(t.Context(), storetest.Actor())
	require.NoError(t, err)
	return list
}

// Every form of the section is there again after the program was killed, on its event, and can be saved.
func TestFormsOfAnEventSurviveTheProgram(t *testing.T) {
	hours := func(t *testing.T, s *store.Store) int64 {
		e := storetest.Event(t, s)
		storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.EventID = e.ID })
		return e.ID
	}
	attends := func(t *testing.T, s *store.Store) int64 { e, _ := attended(t, s); return e.ID }
	for name, tt := range map[string]struct {
		make  func(*testing.T, *store.Store) int64
		open  func(*pagetest.Window)
		typed map[string]string
		save  string
	}{
		"editor":     {attends, func(w *pagetest.Window) { w.Press("Изменить") }, map[string]string{"title_ru": "Концерт"}, "Сохранить"},
		"attendance": {attends, func(w *pagetest.Window) { w.Press("Отметить явку") }, map[string]string{"public_count": "12"}, "Сохранить"},
		"new need":   {attends, func(w *pagetest.Window) { w.Press("Добавить роль") }, map[string]string{"role": "Повар", "wanted": "2"}, "Сохранить"},
		"need":       {attends, func(w *pagetest.Window) { w.PressIcon(assets.IconEdit) }, map[string]string{"role": "Повар"}, "Сохранить"},
		"hours":      {hours, func(w *pagetest.Window) { w.PressIcon(assets.IconEdit) }, map[string]string{"minutes": "1,50"}, "Отправить на одобрение"},
		"repeat":     {attends, func(w *pagetest.Window) { pressMore(w, "Повторять…") }, map[string]string{"repeat_count": "3"}, "Создать 3 мероприятия"},
		"like":       {attends, func(w *pagetest.Window) { w.Press("Еще такое же") }, map[string]string{"title_ru": "Концерт"}, "Сохранить"},
		"call off":   {attends, func(w *pagetest.Window) { w.Press("Отменить мероприятие") }, map[string]string{"cancel_reason": "Ремонт"}, "Отменить мероприятие"},
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.New(t)
			id := tt.make(t, s)
			env, w := pagetest.NewEnv(t, s)
			p := events.New(env)
			w.Show(p)
			p.Shown(id)
			tt.open(w)
			w.Fill(tt.typed)
			require.NoError(t, env.KeepDrafts(t.Context()))

			env, w = pagetest.NewEnv(t, s)
			p = events.New(env)
			w.Show(p)
			env.OfferDrafts()
			w.Press("Продолжить")
			require.Equal(t, id, drafts(t, s)[0].Record)
			p.Shown(id)
			for field, text := range tt.typed {
				require.Equal(t, text, w.Form().Snapshot()[field])
			}
			w.Press(tt.save)
			require.Empty(t, w.Failed)
			require.Len(t, w.Said, 1, "it is saved")
			require.Empty(t, drafts(t, s))
		})
	}
}

// A dialog asks, as an editor does, when somebody else was faster.
func TestOutdatedHoursAskWhichHold(t *testing.T) {
	for answer, want := range map[string]data.Hours{
		"Сохранить мое":        {Minutes: 90, Note: "их"},
		"Оставить сохраненное": {Minutes: 60, Note: "их"},
		"Вернуться к форме":    {Minutes: 60, Note: "их"},
	} {
		t.Run(answer, func(t *testing.T) {
			p, w, s := open(t)
			e := storetest.Event(t, s)
			h := storetest.Hours(t, s, storetest.Volunteer(t, s).ID, func(h *data.Hours) { h.EventID = e.ID })
			p.Shown(e.ID)
			w.PressIcon(assets.IconEdit)
			w.Fill(map[string]string{"minutes": "1,50"})
			h.Minutes, h.Note = 60, "их"
			_, err := s.SaveHours(t.Context(), storetest.Actor(), h)
			require.NoError(t, err)
			w.Press("Отправить на одобрение")
			require.True(t, w.Shows("Сейчас сохранено: 1,00"))
			require.True(t, w.Shows("Введено вами: 1,50"))
			w.Press(answer)
			stored, err := s.HoursEntry(t.Context(), h.ID)
			require.NoError(t, err)
			require.Equal(t, want, data.Hours{Minutes: stored.Minutes, Note: stored.Note})
			if answer == "Вернуться к форме" {
				require.Equal(t, "1,50", w.Form().Snapshot()["minutes"])
			}
			require.Empty(t, w.Failed)
		})
	}
}

// Who marks attendance is asked when somebody else marked meanwhile.
func TestOutdatedAttendanceAsks(t *testing.T) {
	p, w, s := open(t)
	e, people := attended(t, s)
	p.Shown(e.ID)
	w.Press("Отметить явку")
	w.Fill(map[string]string{mark(people[0]): "attended"})
	require.NoError(t, s.SaveAttendance(t.Context(), storetest.Actor(), e, []data.Mark{
		{AssignmentID: people[0].ID, Version: people[0].Version, Attendance: data.Absent},
		{AssignmentID: people[1].ID, Version: people[1].Version, Attendance: data.Absent},
	}))
	p.Save()
	w.Press("Сохранить мое")
	now, err := s.Assignments(t.Context(), e.ID)
	require.NoError(t, err)
	require.Equal(t, []data.Attendance{data.Attended, data.Absent}, []data.Attendance{now[0].Attendance, now[1].Attendance})
}

// Who is being given a place is still chosen after the program was killed.
func TestAssignmentSurvivesTheProgram(t *testing.T) {
	s := storetest.New(t)
	e := storetest.Event(t, s, tomorrow)
	storetest.Need(t, s, e.ID)
	v := page.Key(storetest.Volunteer(t, s).ID)
	env, w := pagetest.NewEnv(t, s)
	p := events.New(env)
	w.Show(p)
	p.Shown(e.ID)
	w.Press("Добавить волонтера")
	w.Fill(map[string]string{"volunteer_id": v})
	require.NoError(t, env.KeepDrafts(t.Context()))

	env, w = pagetest.NewEnv(t, s)
	p = events.New(env)
	w.Show(p)
	env.OfferDrafts()
	w.Press("Продолжить")
	p.Shown(e.ID)
	w.Press("Добавить")
	people, err := s.Assignments(t.Context(), e.ID)
	require.NoError(t, err)
	require.Len(t, people, 1)
	require.Empty(t, drafts(t, s))
}

// A role that somebody else changed meanwhile is not overwritten without a question.
func TestOutdatedNeedAsks(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s, tomorrow)
	storetest.Need(t, s, e.ID)
	needs, err := s.Needs(t.Context(), e.ID)
	require.NoError(t, err)
	p.Shown(e.ID)
	w.PressIcon(assets.IconEdit)
	w.Fill(map[string]string{"wanted": "7"})
	needs[0].Wanted = 2
	_, err = s.SaveNeed(t.Context(), storetest.Actor(), needs[0])
	require.NoError(t, err)
	w.Press("Сохранить")
	require.True(t, w.Shows("Сейчас сохранено: 2"))
	w.Press("Сохранить мое")
	needs, err = s.Needs(t.Context(), e.ID)
	require.NoError(t, err)
	require.Equal(t, 7, needs[0].Wanted)
}
