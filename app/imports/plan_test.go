package imports_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/imports"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func TestDoubtIsDecidedByAPerson(t *testing.T) {
	p, w, s := open(t, "список.csv", "Фамилия;Имя;Телефон;Место работы\nСейтова;Айгуль;+77010000011;Школа\n")
	known := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Phones = "Ахметова", "Айгуль", data.List{"+77010000011"}
	})
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	require.False(t, w.Offers("Загрузить 1 строку"))
	p.Rows(1)
	require.True(t, w.Shows("Это тот же человек?"))
	w.Press("Да, тот же человек")
	w.Press("Загрузить 1 строку")
	require.Empty(t, w.Failed)
	require.Len(t, volunteers(t, s), 1)
	v, err := s.Volunteer(t.Context(), known.ID)
	require.NoError(t, err)
	require.Equal(t, "Школа", v.Workplace)
}

// What is asked of a doubtful row is asked of its kind, and a row above is named as one.
func TestDoubtIsAskedOfItsKind(t *testing.T) {
	p, w, s := open(t, "вклады.csv", "Даритель;Дата;Вид;Сумма\nФонд;10.09.2026;деньги;5000\nФонд;10.09.2026;деньги;5000\n")
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	p.Rows(2)
	require.True(t, w.Shows("Это тот же вклад?"))
	require.True(t, w.Shows("Строка 2 этого файла: 10.09.2026 Фонд 5000"))
	w.Press("Новая запись")
	w.Press("Загрузить 2 строки")
	require.Empty(t, w.Failed)
	w.Press("Открыть раздел «Отчеты»")
	require.Equal(t, []string{"reports"}, w.Opened)
	gifts := 0
	require.NoError(t, s.EachContribution(t.Context(), func(data.Contribution) error { gifts++; return nil }))
	require.Equal(t, 2, gifts)
}

// corrected opens the plan of a list without given names and settles all of it: a name is filled in, a cell corrected,
// one row left out and one taken as new though such a person is known.
func corrected(t *testing.T) (*imports.Page, *pagetest.Window, *store.Store) {
	t.Helper()
	p, w, s := open(t, "список.csv", "Фамилия;Телефон;Дата рожд.\n"+
		"Ахметова;+77010000011;\nОмарова;+77010000012;31.02.1990\nКим;+77010000013;\nСейтова;+77010000014;\n")
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Phones = "Иванова", "Дана", data.List{"+77010000014"}
	})
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	for row, cells := range []map[string]string{{"given": "Айгуль"}, {"given": "Дина", "birth": "28.02.1990"}, nil, {"given": "Дана"}} {
		p.Rows(row + 1)
		if cells == nil {
			continue
		}
		w.Press("Исправить")
		if cells["birth"] != "" { // what a row lacks is offered once its cells can be read
			w.Fill(map[string]string{"birth": cells["birth"]})
			p.Save()
		}
		w.Fill(cells)
		p.Save()
	}
	w.Press("Новая запись")
	require.True(t, w.Offers("Загрузить 3 строки"))
	return p, w, s
}

func TestCorrectionsAreNotLostWithoutAQuestion(t *testing.T) {
	p, w, _ := open(t, "список.csv", messy)
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	p.Rows(2)
	w.Press("Исправить")
	w.Fill(map[string]string{"birth": "28.02.1990"})
	p.Save()
	left := false
	p.Leave(func() { left = true })
	require.False(t, left)
	w.Press("Выйти")
	require.True(t, left)
}

// What a row lacks can be filled in though the file has no column for it.
func TestFieldWithoutAColumnIsFilledIn(t *testing.T) {
	p, w, s := open(t, "список.csv", "Фамилия;Телефон\nАхметова;+77010000011\n")
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	p.Rows(1)
	w.Press("Исправить")
	require.Contains(t, w.Form().Errors(), "given")
	p.Save()
	require.Contains(t, w.Form().Errors(), "given", "nothing was corrected")
	w.Fill(map[string]string{"given": "Айгуль"})
	p.Save()
	w.Press("Исправить")
	require.Equal(t, "Айгуль", w.Form().Snapshot()["given"], "it stays with the row")
	w.Press("Загрузить 1 строку")
	require.Empty(t, w.Failed)
	require.Equal(t, "Ахметова Айгуль", volunteers(t, s)[0].FullName())
	require.True(t, w.Shows("Добавлено"))
}

// Rows that are decided one after another leave the filter by which they were found, and the filter stays.
func TestFilterStaysThroughDecisions(t *testing.T) {
	p, w, _ := open(t, "список.csv", messy)
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	w.Filter("Новая")
	p.Rows(1)
	w.Press("Пропустить")
	require.True(t, w.Shows("1 строка"))
	p.Rows(1)
	w.Press("Пропустить")
	require.True(t, w.Shows("0 строк"))
}

// Rows that are one record are written as one: the message counts as the list of what an account did.
func TestTheMessageCountsAsTheJournal(t *testing.T) {
	p, w, s := open(t, "вклады.csv", "Даритель;Дата;Вид;Сумма\nФонд;10.09.2026;деньги;5000\nФонд;10.09.2026;деньги;5000;\nБанк;11.09.2026;деньги;100\n")
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	p.Rows(2)
	w.Press("Да, тот же вклад")
	p.Rows(2)
	require.True(t, w.Shows("Ответ: да"))
	require.False(t, w.Offers("Да, тот же вклад"), "asked no more")
	w.Press("Новая запись")
	p.Rows(2)
	require.True(t, w.Shows("Ответ: нет"))
	require.False(t, w.Offers("Новая запись"))
	w.Press("Да, тот же вклад")
	w.Press("Загрузить 2 строки")
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.Equal(t, 2, batches[0].Rows)
	require.Equal(t, "Загружено 2 записи", w.Said[len(w.Said)-1])
}

// Each step begins with the keyboard at what leads on, so that Enter alone goes from the file to the records.
func TestTheKeyboardLeadsThroughAnImport(t *testing.T) {
	_, w, s := open(t, "список.csv", "ФИО;Телефон\nАхметова Айгуль;87010000011\n")
	w.Key(fyne.KeyReturn)
	require.Contains(t, w.Form().Snapshot(), "kind", "the file was chosen")
	w.Key(fyne.KeyReturn)
	require.True(t, w.Offers("Загрузить 1 строку"))
	w.Key(fyne.KeyDown)
	require.True(t, w.Shows("Ахметова Айгуль"), "the rows have the keyboard")
	w.Press("Загрузить 1 строку")
	require.Len(t, volunteers(t, s), 1)
	w.Key(fyne.KeyReturn)
	require.Equal(t, []string{"volunteers"}, w.Opened)
}
