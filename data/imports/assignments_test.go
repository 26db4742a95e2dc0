package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/store/storetest"
)

func TestAssignmentsOfEveryOutcome(t *testing.T) {
	s := storetest.New(t)
	named := func(surname string, birth data.Date) data.Volunteer {
		return storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Given, v.Birth = surname, "Дана", birth })
	}
	known := named("Ахметова", "1990-01-01")
	named("Бекова", "1991-01-01")
	named("Ким", "2010-01-01")
	named("Сейтова", "1992-01-01")
	named("Омарова", "1993-01-01")
	e := storetest.Event(t, s, func(e *data.Event) { e.Residents = true })
	need := storetest.Need(t, s, e.ID, func(n *data.Need) { n.Wanted = 2 })
	other := storetest.Event(t, s, func(e *data.Event) {
		e.Title, e.Start, e.End = data.Names{RU: "Концерт"}, "2026-11-21T11:00", "2026-11-21T13:00"
	})
	_, err := s.AssignVolunteer(t.Context(), storetest.Actor(), need, known.ID, "")
	require.NoError(t, err)
	lines := []string{
		"Мероприятие|Дата мероприятия|ФИО|Роль|Явка|Начало|Окончание",
		"Мастер-класс|21.11.2026|Ахметова Дана|||10:30|",
		"Шеберлік сабағы|21.11.2026|Бекова Дана|помощник|+||",
		"Мастер-класс|21.11.2026|Ким Дана||||",
		"Мастер-класс|21.11.2026|Сейтова Дана||пришла||",
		"Концерт||Бекова Дана|Ведущая|||",
		"Концерт||Сейтова Дана|Ведущая|опоздала||",
		"Концерт||Омарова Дана|ведущая|-||",
		"Концерт||Омарова Дана||||",
		"Выставка||Омарова Дана||||",
		"Концерт||Неизвестная Дана|Ведущая|||",
	}
	p := plan(t, s, imports.Assignments, lines...)
	require.Equal(t, []imports.Outcome{
		isChanged, isNew, isRejected, isRejected, isRejected, isNew, isNew, isRejected, isRejected, isRejected,
	}, outcomes(p))
	rows := p.Rows()
	require.Equal(t, []imports.Change{{"start_at", "", "2026-11-21T10:30"}}, rows[0].Changes)
	require.Equal(t, []string{"volunteer_id errors.minor_with_residents"}, keys(rows[2].Problems))
	require.Equal(t, []string{"role errors.needs_full"}, keys(rows[3].Problems))
	require.Equal(t, []string{"volunteer_id errors.person_twice"}, keys(rows[4].Problems), "she is at the other event by row 3")
	require.Equal(t, []string{"role imports.role_needed"}, keys(rows[7].Problems))
	require.Equal(t, []string{"event_id imports.event_missing"}, keys(rows[8].Problems))
	require.Equal(t, []string{"full_name imports.volunteer_unknown"}, keys(rows[9].Problems))

	id := apply(t, s, p)
	needs, err := s.Needs(t.Context(), other.ID)
	require.NoError(t, err)
	require.Len(t, needs, 1)
	require.Equal(t, "Ведущая", needs[0].Role)
	require.Equal(t, 2, needs[0].Wanted)
	list, err := s.Assignments(t.Context(), other.ID)
	require.NoError(t, err)
	require.Len(t, list, 2)
	require.Equal(t, data.Absent, list[0].Attendance)
	again := plan(t, s, imports.Assignments, lines[0], lines[1], lines[2], lines[6], lines[7])
	require.Equal(t, imports.Counts{Same: 4}, again.Counts())
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), id))
	require.Equal(t, []imports.Outcome{isChanged, isNew}, outcomes(plan(t, s, imports.Assignments, lines[:3]...)))
}

func TestAttendanceOfComingEvents(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s)
	e := storetest.Event(t, s, func(e *data.Event) { e.Start, e.End, e.Status = "2026-12-01T10:00", "2026-12-01T12:00", data.Planned })
	storetest.Need(t, s, e.ID)
	p := plan(t, s, imports.Assignments, "Мероприятие|ФИО|Явка", "Мастер-класс|Қалиева Әсем|+")
	require.Equal(t, []string{"attendance errors.event_not_held"}, keys(p.Rows()[0].Problems))
	require.NoError(t, p.Correct(0, "attendance", ""))
	require.Equal(t, []imports.Outcome{isNew}, outcomes(p))
	apply(t, s, p)
}
