package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/store"
	"saya/data/store/storetest"
)

func entries(t testing.TB, s *store.Store) []data.Hours {
	t.Helper()
	var out []data.Hours
	require.NoError(t, s.EachHours(t.Context(), data.Period{}, func(h data.Hours) error {
		out = append(out, h)
		return nil
	}))
	return out
}

func TestHoursOfEveryOutcome(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	e := storetest.Event(t, s)
	submitted := storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.EventID = e.ID })
	lines := []string{
		"Дата|ФИО|Мероприятие|Время|Часы|Примечание",
		"21.11.2026|Қалиева Әсем|Мастер-класс||2|",
		"20.11.2026|Калиева Асем||10:00-12:30||кухня",
		"20.11.2026|Асем Калиева||12:00-13:00||",
		"20.11.2026|Бекова Нина|||3|",
		"19.11.2026|Қалиева Әсем|Уборка||3,5|",
		"19.11.2026|Қалиева Әсем|Уборка||3,5|",
		"19.11.2026|Қалиева Әсем|||4|",
		"18.11.2026|Қалиева Әсем|||17|",
		"17.11.2026|Қалиева Әсем||9:00-13:00|12|",
		"25.11.2026|Қалиева Әсем|||1|",
		"16.11.2026|Қалиева Әсем|||много|",
		"15.11.2026|Қалиева Әсем|||=0.104166666666667|",
		"|Қалиева Әсем|||1|",
	}
	p := plan(t, s, imports.Hours, lines...)
	require.Equal(t, []imports.Outcome{
		isChanged, isNew, isRejected, isRejected, isNew, isDoubtful, isDoubtful, isRejected, isRejected, isRejected, isRejected, isNew, isRejected,
	}, outcomes(p))
	rows := p.Rows()
	require.Equal(t, submitted.ID, rows[0].ID)
	require.Equal(t, []imports.Change{{"status", "status.hours.submitted", "status.hours.approved"}}, rows[0].Changes)
	require.Equal(t, []string{"start_at errors.overlap_hours"}, keys(rows[2].Problems))
	require.Equal(t, []string{"full_name imports.volunteer_unknown"}, keys(rows[3].Problems))
	require.Contains(t, keys(rows[4].Warnings), "event_id imports.event_unknown")
	require.Equal(t, []string{"hours errors.hours_per_day"}, keys(rows[7].Problems))
	require.Equal(t, []string{"hours rules.hours_span"}, keys(rows[8].Problems))
	require.Equal(t, []string{"day errors.date_future"}, keys(rows[9].Problems))
	require.Equal(t, []string{"hours errors.hours"}, keys(rows[10].Problems))
	require.Contains(t, keys(rows[11].Warnings), "hours imports.hours_as_time")
	require.Equal(t, []string{" imports.hours_approved"}, keys(p.Notices()))
	require.Equal(t, []any{"Count", 4}, p.Notices()[0].Args)

	id := apply(t, s, p)
	list := entries(t, s)
	require.Len(t, list, 4)
	for _, h := range list {
		require.Equal(t, data.Approved, h.Status)
		require.Equal(t, storetest.Actor().Account, h.ApprovedBy)
	}
	require.Equal(t, 150, list[1].Minutes)
	require.Equal(t, "Уборка", list[2].Note, "work that is no event is not lost")
	require.Equal(t, 150, list[3].Minutes)
	again := plan(t, s, imports.Hours, lines[:7]...)
	require.Equal(t, []imports.Outcome{isSame, isSame, isRejected, isRejected, isSame, isDoubtful}, outcomes(again))
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), id))
	require.Equal(t, []data.Hours{submitted}, entries(t, s))
}

func TestTheDayHoldsSixteenHoursOfAFile(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	storetest.Hours(t, s, v.ID, func(h *data.Hours) { h.Minutes, h.Status, h.Note = 600, data.Approved, "a" })
	p := plan(t, s, imports.Hours, "Дата|Номер|Начало|Окончание|Часы",
		"21.11.2026|1|10:00|14:00|", "21.11.2026|1|15:00|18:00|", "21.11.2026|1||| 10")
	require.Equal(t, []imports.Outcome{isNew, isRejected, isSame}, outcomes(p), "10 + 4 + 3 hours, and those that are known")
}

func TestVolunteersOfOneName(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Phones = data.List{"+77011234567"} })
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Birth, v.Patronymic = "2000-02-02", "Ерланқызы" })
	header := "Дата|ФИО|Дата рождения|Телефон|Номер|Часы"
	for row, want := range map[string]string{
		"20.11.2026|Қалиева Әсем||||1":                "full_name imports.volunteer_several",
		"20.11.2026|Қалиева Әсем Ерланқызы||||1":      "full_name imports.volunteer_several",
		"20.11.2026|Қалиева Әсем|02.02.2000|||1":      "",
		"20.11.2026|Қалиева Әсем|03.03.2003|||1":      "full_name imports.volunteer_differs",
		"20.11.2026|Қалиева Әсем||8 701 123 45 67||1": "",
		"20.11.2026|Қалиева Әсем|||2|1":               "",
		"20.11.2026|№ 2||||1":                         "",
		"20.11.2026|№ 9||||1":                         "number imports.volunteer_unknown",
		"20.11.2026|Петрова Нина|||2|1":               "number imports.volunteer_differs",
		"20.11.2026||||9|1":                           "number imports.volunteer_unknown",
		"20.11.2026|||||1":                            "full_name errors.required",
	} {
		p := plan(t, s, imports.Hours, header, row)
		if want == "" {
			require.Equal(t, []imports.Outcome{isNew}, outcomes(p), row)
			continue
		}
		require.Equal(t, []string{want}, keys(p.Rows()[0].Problems), row)
	}
	p := plan(t, s, imports.Hours, header, "20.11.2026|Қалиева Әсем||||1", "20.11.2026|Неизвестная Ольга||||1")
	require.NoError(t, p.Correct(0, "number", "2"))
	require.NoError(t, p.Correct(1, "full_name", "Қалиева Әсем Серікқызы"))
	require.Equal(t, []imports.Outcome{isNew, isNew}, outcomes(p), "a corrected name is looked up anew")
}

func TestHoursOfMinorsAndClosedMonths(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Birth = "2010-01-01" })
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Birth = "Ким", "" })
	storetest.Event(t, s, func(e *data.Event) { e.Residents = true })
	require.NoError(t, s.LockMonth(t.Context(), storetest.Actor(), "2026-10"))
	p := plan(t, s, imports.Hours, "Дата|Номер|Іс-шара|Часы|Причина исправления",
		"21.11.2026|1|Шеберлік сабағы|2|", "21.11.2026|2|Мастер класс|2|", "20.11.2026|1||2|", "20.10.2026|1||2|", "21.10.2026|1||2|забыли")
	require.Equal(t, []imports.Outcome{isRejected, isRejected, isNew, isRejected, isNew}, outcomes(p))
	require.Equal(t, []string{"volunteer_id errors.minor_with_residents"}, keys(p.Rows()[0].Problems))
	require.Equal(t, []string{"volunteer_id errors.birth_unknown_residents"}, keys(p.Rows()[1].Problems))
	require.Equal(t, []string{"correction errors.month_locked"}, keys(p.Rows()[3].Problems))
	apply(t, s, p)
}

func TestEqualShiftsOfAFileAreNotOne(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s)
	p := plan(t, s, imports.Hours, "Дата|ФИО|Время|Часы", "20.11.2026|Қалиева Әсем||2", "20.11.2026|Қалиева Әсем||2",
		"19.11.2026|Қалиева Әсем|10:00-12:00|", "19.11.2026|Қалиева Әсем|10:00-12:00|")
	require.Equal(t, []imports.Outcome{isNew, isDoubtful, isNew, isSame}, outcomes(p))
}

func TestInitialsInHoursAreDoubtful(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Patronymic = "Ниязова", "Зульфия", "Маратовна"
	})
	for _, given := range []string{"Дана", "Динара"} {
		storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Given = "Ким", given })
	}
	lines := []string{
		"Дата|ФИО|Часы", "20.11.2026|Ниязова З.|2", "19.11.2026|З.М. Ниязова|2", "18.11.2026|Ниязова А.|2", "18.11.2026|Ким Д.|2", "17.11.2026|Ниязова З.К.|2",
	}
	p := plan(t, s, imports.Hours, lines...)
	require.Equal(t, []imports.Outcome{isDoubtful, isDoubtful, isRejected, isRejected, isRejected}, outcomes(p))
	require.Equal(t, []string{"full_name imports.volunteer_by_initial"}, keys(p.Rows()[0].Warnings))
	require.Equal(t, []string{"full_name imports.volunteer_several"}, keys(p.Rows()[3].Problems))
	require.Equal(t, []string{"full_name imports.volunteer_differs"}, keys(p.Rows()[4].Problems))
	require.NoError(t, p.Decide(0, imports.Decision{New: true}))
	require.Equal(t, isNew, p.Rows()[0].Outcome)
	apply(t, s, p)
	require.Equal(t, isSame, plan(t, s, imports.Hours, lines...).Rows()[0].Outcome)
}
