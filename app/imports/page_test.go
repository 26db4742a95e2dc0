package imports_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/imports"
	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// messy is a list as centres keep them: a title row, names in one column, telephones in every way, a total.
const messy = `Список волонтеров центра;;;
;;;
№;ФИО;Тел.;Дата рожд.
1;Ахметова Айгуль Сериковна;8 701 000 00 11;12.05.1998
2;Ким Мария;87010000012;31.02.1990
3;Омарова Дина;701;03.04.2001
4;Сапарова Дана;+7 701 000 00 14;1999-03-14
Итого;4;;
`

func open(t *testing.T, name, content string) (*imports.Page, *pagetest.Window, *store.Store) {
	t.Helper()
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	w.File = filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(w.File, []byte(content), 0o600))
	p := imports.New(env)
	w.Show(p)
	return p, w, s
}

func volunteers(t *testing.T, s *store.Store) []data.VolunteerRow {
	t.Helper()
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{Listing: data.Listing{Lang: "ru"}})
	require.NoError(t, err)
	rows, err := s.VolunteerRows(t.Context(), ids)
	require.NoError(t, err)
	return rows
}

func TestMessyListComesIn(t *testing.T) {
	p, w, s := open(t, "список.csv", messy)
	w.Press("Выбрать файл")
	require.Contains(t, w.Form().Snapshot()["kind"], "volunteers")
	w.Press("Сравнить")
	require.True(t, w.Offers("Загрузить 2 строки"))
	require.Empty(t, volunteers(t, s), "a plan writes nothing")

	p.Rows(2) // the second of the file: no such day
	w.Press("Исправить")
	require.Contains(t, w.Form().Errors(), "birth")
	w.Fill(map[string]string{"birth": "28.02.1990"})
	p.Save()
	p.Rows(3)
	w.Press("Исправить")
	w.Fill(map[string]string{"phones": "+7 701 000 00 13"})
	p.Save()
	w.Press("Загрузить 4 строки")
	require.Empty(t, w.Failed)
	require.Len(t, volunteers(t, s), 4)
	require.Equal(t, []bool{true}, w.Undo[len(w.Undo)-1:])

	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
	require.Empty(t, volunteers(t, s), "one undo takes all back")
}

func TestKazakhListComesIn(t *testing.T) {
	_, w, s := open(t, "тізім.csv", "Т.А.Ә.\tТуған күні\tЖСН\tТелефоны\tТілдері\nАхметова Әсем Қайратқызы\t12.05.1998 ж.\t\t8(701)0000011\tқазақша, орысша\nҚалиев Нұрлан Серікұлы\t1990-02-28\t\t+7 701 000 00 12\t\n")
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	w.Press("Загрузить 2 строки")
	require.Empty(t, w.Failed)
	people := volunteers(t, s)
	require.Len(t, people, 2)
	names := []string{people[0].FullName(), people[1].FullName()}
	require.ElementsMatch(t, []string{"Ахметова Әсем Қайратқызы", "Қалиев Нұрлан Серікұлы"}, names)
}

// Hours of past months come in approved by whoever imports; those of a stranger stay out.
func TestHoursOfPastMonthsComeIn(t *testing.T) {
	_, w, s := open(t, "часы.csv", `Волонтер;Дата;Время;Часы
Ахметова Айгуль;03.09.2026;10:00-12:30;
Ахметова Айгуль;10.09.2026;;3,5
Чужая Вера;10.09.2026;;2
`)
	v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Given, v.Patronymic = "Ахметова", "Айгуль", "" })
	w.Press("Выбрать файл")
	require.Contains(t, w.Form().Snapshot()["kind"], "hours")
	w.Press("Сравнить")
	w.Press("Загрузить 2 строки")
	w.Press("Загрузить без них")
	require.Empty(t, w.Failed)
	ids, err := s.HoursList(t.Context(), data.HoursFilter{VolunteerID: v.ID})
	require.NoError(t, err)
	entries, err := s.HoursRows(t.Context(), ids)
	require.NoError(t, err)
	minutes := map[int]data.HoursStatus{}
	for _, h := range entries {
		minutes[h.Minutes] = h.Status
	}
	require.Equal(t, map[int]data.HoursStatus{150: data.Approved, 210: data.Approved}, minutes)
}

func TestFileThatCannotBeReadIsSaid(t *testing.T) {
	_, w, _ := open(t, "список.xlsx", "\x89PNG\r\n\x1a\n")
	w.Press("Выбрать файл")
	require.Len(t, w.Failed, 1)
	require.True(t, w.Offers("Выбрать файл"), "another can be chosen at once")
}

// In another language the window is made again; the import goes on with its file and its corrections.
func TestAnotherLanguageKeepsTheImport(t *testing.T) {
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	w.File = filepath.Join(t.TempDir(), "список.csv")
	require.NoError(t, os.WriteFile(w.File, []byte(messy), 0o600))
	make := imports.Opener()
	again := func(lang locale.Lang) *imports.Page {
		env.Text = locale.New(lang)
		p := make(env).(*imports.Page)
		w.Show(p)
		return p
	}
	again(locale.Russian)
	w.Press("Выбрать файл")
	again(locale.Kazakh)
	w.Press("Салыстыру")
	p := again(locale.Russian)
	p.Rows(2)
	w.Press("Исправить")
	w.Fill(map[string]string{"birth": "28.02.1990"})
	p.Save()
	require.True(t, w.Offers("Загрузить 3 строки"))
	p = again(locale.Kazakh)
	require.True(t, w.Offers("3 жолды енгізу"))
	left := false
	p.Leave(func() { left = true })
	require.False(t, left, "it is still asked before the window closes")
}

// Another file takes the place of corrections only after a question.
func TestDroppedFileAsksFirst(t *testing.T) {
	p, w, _ := open(t, "список.csv", messy)
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	p.Rows(1)
	w.Press("Пропустить")
	p.Drop(w.File)
	require.True(t, w.Offers("Загрузить 1 строку"), "the plan is still there")
	w.Press("Продолжить без исправлений")
	require.True(t, w.Offers("Сравнить"))
}

// What holds for the whole import stands above the plan until it is done.
func TestNoticesStay(t *testing.T) {
	_, w, s := open(t, "часы.csv", "Волонтер;Дата;Часы\nАхметова Айгуль;10.09.2026;3,5\n")
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname, v.Given, v.Patronymic = "Ахметова", "Айгуль", "" })
	const notice = "Будет внесена 1 запись часов и одобрена от вашего имени."
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	require.Empty(t, w.Said)
	require.True(t, w.Shows(notice))
	w.Press("Загрузить 1 строку")
	require.False(t, w.Shows(notice))
}

// Hundreds of new places are named in a notice that leaves room for the plan.
func TestManyNoticesLeaveRoom(t *testing.T) {
	content := "Название;Дата;Время;Место;Проживающие\n"
	for i := range 300 {
		content += fmt.Sprintf("Встреча %d;10.09.2026;10:00-12:00;Дом культуры №%d;нет\n", i, i)
	}
	_, w, _ := open(t, "мероприятия.csv", content)
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	require.Less(t, w.Top("Загрузить 300 строк"), float32(400))
}
