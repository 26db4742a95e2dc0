package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store/storetest"
)

// What was read of a row that is new is seen before it is written, in the words of the program.
func TestCardSaysWhatWillBeWritten(t *testing.T) {
	p, w, s := open(t, "часы.csv", "Волонтер;Дата;Время\nАхметова Айгуль;3/9/2026;10:00-12:30\n")
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Given, v.Patronymic = "Ахметова", "Айгуль", "" })
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	p.Rows(1)
	require.True(t, w.Shows("Что будет записано"))
	require.True(t, w.Shows("03.09.2026"))
	require.True(t, w.Shows("2,50"), "its length, which the file does not say")
}

func TestCardOfAKnownRowSaysWhose(t *testing.T) {
	p, w, s := open(t, "список.csv", "ФИО;Дата рожд.\nАхметова Айгуль Сериковна;12.05.1998\nАхметова Айгуль Сериковна;12.05.1998\n")
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Patronymic, v.Birth = "Ахметова", "Айгуль", "Сериковна", "1998-05-12"
	})
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	p.Rows(1)
	require.True(t, w.Shows("№ 1 Ахметова Айгуль Сериковна"))
	require.False(t, w.Shows("Что будет записано"))
}

// Words of closed lists are chosen; one that is not among them stays as it was written until then.
func TestWordsAreChosen(t *testing.T) {
	p, w, s := open(t, "список.csv", "ФИО;Дата рожд.;Пол\nАхметова Айгуль;12.05.1998;дама?\n")
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	p.Rows(1)
	w.Press("Исправить")
	require.Contains(t, w.Form().Errors(), "sex")
	require.Contains(t, w.Form().Snapshot()["sex"], "дама?")
	w.Fill(map[string]string{"sex": "Женский"})
	p.Save()
	w.Press("Загрузить 1 строку")
	require.Empty(t, w.Failed)
	require.Len(t, volunteers(t, s), 1)
}

// A place that is taken is taken all the same with a reason, which the editor asks for.
func TestConflictIsTakenWithAReason(t *testing.T) {
	p, w, s := open(t, "план.csv", "Название;Дата;Начало;Конец;Место;Участвуют подопечные\nЯрмарка;01.12.2026;10:00;12:00;Зал;нет\nКонцерт;01.12.2026;11:00;13:00;Зал;нет\n")
	storetest.Venue(t, s)
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	p.Rows(2)
	w.Press("Исправить")
	w.Fill(map[string]string{"override_reason": "зал разделен"})
	p.Save()
	w.Press("Загрузить 2 строки")
	require.Empty(t, w.Failed)
}

// Lists of people that say no more are what the section holds from which they were opened.
func TestSectionSaysWhatAListIs(t *testing.T) {
	for _, c := range []struct{ section, titles, kind string }{
		{"", "ФИО;Телефон", "volunteers"},
		{"Заявки", "ФИО;Телефон", "applications"},
		{"Заявки", "ФИО;Телефон;Принята;Статус", "volunteers"},
		{"Мероприятия", "ФИО;Телефон", "volunteers"},
		{"Мероприятия", "ФИО;Дата;Часы", "hours"},
	} {
		_, w, _ := open(t, "список.csv", c.titles+"\nАхметова Айгуль;87010000011\n")
		w.From = c.section
		w.Press("Выбрать файл")
		require.Contains(t, w.Form().Snapshot()["kind"], c.kind, "%s: %s", c.section, c.titles)
	}
}
