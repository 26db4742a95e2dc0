package imports_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
	"saya/data/store/storetest"
)

// However many rows are like a row, the centre is asked about it.
func TestCrowdsOfLikeRows(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.IIN, v.Birth, v.Phones = "Яковлева", "Айгуль", "", "", data.List{"+77011234567"}
	})
	lines := []string{"ФИО|Телефон"}
	for i := range 12 {
		lines = append(lines, fmt.Sprintf("%cбаева Айгуль|87011234567", 'А'+i))
	}
	lines = append(lines, "Яковлева Айгуль|87011234567")
	p := plan(t, s, imports.Volunteers, lines...)
	require.Equal(t, isSame, p.Rows()[12].Outcome)

	gifts := []string{"Даритель|Дата|Вид|Что"}
	for i := range 14 {
		gifts = append(gifts, fmt.Sprintf("Аноним|10.09.2026|вещи|Вещь %c", 'А'+i))
	}
	apply(t, s, plan(t, s, imports.Contributions, gifts...))
	require.Zero(t, plan(t, s, imports.Contributions, gifts...).Counts().New)
}

// A row that a decision gave followers is met once.
func TestFollowedRowsAreMetOnce(t *testing.T) {
	s := storetest.New(t)
	storetest.Volunteer(t, s)
	p := plan(t, s, imports.Hours, "Номер|Дата|Часы|Время|Примечание",
		"1|10.09.2026|6||a", "1|10.09.2026|6||b", "1|10.09.2026||18:00-23:00|")
	require.NoError(t, p.Decide(1, imports.Decision{SameAs: -2}))
	require.Equal(t, isNew, p.Rows()[2].Outcome, "6 and 5 hours are less than 16")

	p = plan(t, s, imports.Events, "Название|Дата|Время|Место|Проживающие|Тип",
		"Встреча|10.09.2026|10:00-12:00|Дом А|нет|мастер-класс",
		"Встреча|10.09.2026|10:00-12:00|Дом Б|нет|мастер-класс",
		"Другое|10.09.2026|10:00-12:00|Дом А|нет|мастер-класс")
	require.NoError(t, p.Decide(1, imports.Decision{SameAs: -2}))
	require.Equal(t, isNew, p.Rows()[2].Outcome, keys(p.Rows()[2].Problems))
}

// A total of a day may be the entry that the centre has with its times.
func TestHoursOfWhichMoreIsKnown(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	storetest.Hours(t, s, v.ID, func(h *data.Hours) {
		h.Day, h.Start, h.End, h.Minutes, h.Status = "2026-09-10", "2026-09-10T10:00", "2026-09-10T13:00", 180, data.Approved
	})
	p := plan(t, s, imports.Hours, "Номер|Дата|Часы|Время",
		"1|10.09.2026|3|", "1|10.09.2026|2|", "1|10.09.2026||14:00-17:00", "1|10.09.2026||10:00-13:00")
	require.Equal(t, []imports.Outcome{isDoubtful, isNew, isNew, isSame}, outcomes(p))
}

// A dash is an empty cell: it neither says that nobody was there nor takes anything away. A list adds to what is known.
func TestDashesAndShorterLists(t *testing.T) {
	s := storetest.New(t)
	e := storetest.Event(t, s, func(e *data.Event) { e.Residents = true })
	known := fmt.Sprintf("%s|%s|%s|-|", e.Title.RU, e.Start.Date(), string(e.Start)[11:])
	p := plan(t, s, imports.Events, "Название|Дата|Время|Проживающие|Тип", known,
		"Арт-терапия с подопечными|10.09.2026|10:00-12:00|-|мастер-класс")
	require.Equal(t, []imports.Outcome{isSame, isRejected}, outcomes(p), keys(p.Rows()[1].Problems))

	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Skills, v.Coordinator = data.List{"пение", "танцы"}, true
		v.Languages = data.Languages{{Code: "kk", Level: "native"}}
	})
	p = plan(t, s, imports.Volunteers, "Номер|ФИО|Навыки|Языки|Координатор",
		"1|Қалиева Әсем|Пение|казахский|-", "1|Қалиева Әсем|вязание|английский B2|")
	require.Equal(t, isSame, p.Rows()[0].Outcome, p.Rows()[0].Changes)
	apply(t, s, plan(t, s, imports.Volunteers, "Номер|ФИО|Навыки|Языки|Координатор", "1|Қалиева Әсем|вязание|английский B2|-"))
	v := volunteers(t, s)[0]
	require.Equal(t, data.List{"пение", "танцы", "вязание"}, v.Skills)
	require.Equal(t, data.Languages{{Code: "kk", Level: "native"}, {Code: "en", Level: "B2"}}, v.Languages)
	require.True(t, v.Coordinator)
}
