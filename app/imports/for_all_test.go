package imports_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store/storetest"
)

// A list of who came that names the event and the day above the table comes in when they are given once for all rows.
func TestEventAboveTheTable(t *testing.T) {
	p, w, s := open(t, "явка.csv", `Лист регистрации;;
Мероприятие:;Ярмарка;
Дата:;11.11.2026;
№;Фамилия, имя;Роль;Был(а)
1;Ахметова Айгуль;фотограф;да
2;Ким Мария;фотограф;нет
`)
	for _, name := range [][2]string{{"Ахметова", "Айгуль"}, {"Ким", "Мария"}} {
		storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Given, v.Patronymic = name[0], name[1], "" })
	}
	for _, day := range []data.Date{"2026-11-10", "2026-11-11"} {
		storetest.Event(t, s, func(e *data.Event) {
			e.Title = data.Names{RU: "Ярмарка"}
			e.Start, e.End = data.NewLocal(day, 600), data.NewLocal(day, 840)
		})
	}
	w.Press("Выбрать файл")
	w.Fill(map[string]string{"kind": "assignments"})
	w.Fill(map[string]string{"all_event_id": "Ярмарка", "for_all": "event_day"})
	require.Contains(t, w.Form().Snapshot()["all_event_id"], "Ярмарка", "another question forgets no answer")
	w.Fill(map[string]string{"all_event_day": "11.11.2026"})
	w.Press("Сравнить")
	require.Empty(t, w.Failed)
	p.Rows(1)
	require.True(t, w.Shows("Ярмарка"))
	w.Press("Загрузить 2 строки")
	require.Empty(t, w.Failed)
	// two fairs of that name: without the day they could not be told apart
	came := map[string]int{}
	require.NoError(t, s.EachAssignment(t.Context(), func(a data.Assignment) error {
		came[string(a.Attendance)]++
		return nil
	}))
	require.Equal(t, map[string]int{"attended": 1, "absent": 1}, came)
}

// What a column holds is no longer asked for all rows.
func TestColumnGoesBeforeOneTextForAll(t *testing.T) {
	_, w, _ := open(t, "явка.csv", "ФИО;Роль;Что было\nАхметова Айгуль;фотограф;Ярмарка\n")
	w.Press("Выбрать файл")
	w.Fill(map[string]string{"kind": "assignments"})
	w.Fill(map[string]string{"all_event_id": "Выставка"})
	w.Fill(map[string]string{"column2": "event_id"})
	require.NotContains(t, w.Form().Snapshot(), "all_event_id")
}

func TestChoosingAColumnKeepsThePlace(t *testing.T) {
	titles := make([]string, 30)
	for i := range titles {
		titles[i] = fmt.Sprintf("Столбец %d", i)
	}
	titles[0], titles[1] = "ФИО", "Телефон"
	_, w, _ := open(t, "список.csv", strings.Join(titles, ";")+"\nАхметова Айгуль\n")
	w.Press("Выбрать файл")
	w.Form().ScrollTo(900)
	at := w.Form().Scrolled()
	require.Positive(t, at)
	w.Fill(map[string]string{"column15": "email"})
	require.Equal(t, at, w.Form().Scrolled())
}
