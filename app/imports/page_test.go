package imports_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/app/imports"
	"saya/app/page"
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
	require.True(t, w.Offers("Загрузить 2 записи"))
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
	w.Press("Загрузить 4 записи")
	require.Empty(t, w.Failed)
	require.Len(t, volunteers(t, s), 4)
	require.Equal(t, []bool{true}, w.Undo[len(w.Undo)-1:])

	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
	require.Empty(t, volunteers(t, s), "one undo takes all back")
}

func TestDoubtIsDecidedByAPerson(t *testing.T) {
	p, w, s := open(t, "список.csv", "Фамилия;Имя;Телефон;Место работы\nСейтова;Айгуль;+77010000011;Школа\n")
	known := storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Phones = "Ахметова", "Айгуль", data.List{"+77010000011"}
	})
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	require.False(t, w.Offers("Загрузить 1 запись"))
	p.Rows(1)
	require.True(t, w.Shows("Это тот же человек?"))
	w.Press("Да, тот же человек")
	w.Press("Загрузить 1 запись")
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
	w.Press("Загрузить 2 записи")
	require.Empty(t, w.Failed)
	w.Press("Открыть раздел «Отчеты»")
	require.Equal(t, []string{"reports"}, w.Opened)
	gifts := 0
	require.NoError(t, s.EachContribution(t.Context(), func(data.Contribution) error { gifts++; return nil }))
	require.Equal(t, 2, gifts)
}

func TestRestIsSavedCorrectedAndComesIn(t *testing.T) {
	_, w, s := open(t, "список.csv", messy)
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	w.Press("Загрузить 2 записи")
	w.Press("Загрузить остальные") // the two that are wrong stay out
	require.Len(t, volunteers(t, s), 2)
	w.Press("Сохранить остальные в Excel")
	folder := t.TempDir()
	w.Fill(map[string]string{"folder": folder})
	w.Press("Сохранить")
	files, err := filepath.Glob(filepath.Join(folder, "*.xlsx"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	require.True(t, strings.HasPrefix(filepath.Base(files[0]), "список"))
	w.Press("Закрыть")
	w.File = files[0]
	w.Press("Другой файл")
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	require.Empty(t, w.Failed)
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
	require.True(t, w.Offers("Загрузить 3 записи"))
	return p, w, s
}

// An import that was taken back comes in again as it was corrected and decided.
func TestUndoneImportIsDoneAgain(t *testing.T) {
	_, w, s := corrected(t)
	for range 2 {
		w.Press("Загрузить 3 записи")
		w.Press("Загрузить остальные")
		require.Empty(t, w.Failed)
		require.Len(t, volunteers(t, s), 4)
		batches, err := s.Batches(t.Context(), storetest.Actor())
		require.NoError(t, err)
		require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
		require.Len(t, volunteers(t, s), 1)
		require.True(t, w.Shows("Загрузка отменена"))
		w.Press("Вернуться к плану")
	}
	require.True(t, w.Offers("Загрузить 3 записи"))
}

// What was left out is settled in the window; what came in does not come again.
func TestRestIsSettledInTheWindow(t *testing.T) {
	p, w, s := corrected(t)
	w.Press("Загрузить 3 записи")
	w.Press("Загрузить остальные")
	w.Press("Разобрать остальные")
	require.True(t, w.Shows("1 строка"))
	p.Rows(1)
	w.Press("Исправить")
	w.Fill(map[string]string{"given": "Мария"})
	p.Save()
	w.Press("Загрузить 1 запись")
	require.Empty(t, w.Failed)
	require.Len(t, volunteers(t, s), 5)
}

// Whoever was added while the plan was on screen is known to it, and no correction is lost.
func TestPlanFollowsTheCentre(t *testing.T) {
	p, w, s := corrected(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Phones = "Ахметова", "Айгуль", data.List{"+77010000011"}
	})
	require.True(t, w.Offers("Загрузить 2 записи"))
	left := false
	p.Leave(func() { left = true })
	require.False(t, left, "there are corrections still")
}

func TestFileThatCannotBeReadIsSaid(t *testing.T) {
	_, w, _ := open(t, "список.xlsx", "\x89PNG\r\n\x1a\n")
	w.Press("Выбрать файл")
	require.Len(t, w.Failed, 1)
	require.True(t, w.Offers("Выбрать файл"), "another can be chosen at once")
}

func TestColumnsAreRemembered(t *testing.T) {
	p, w, _ := open(t, "список.csv", "Кто;Когда родилась;Мобильный для связи\nАхметова Айгуль;12.05.1998;+77010000011\n")
	w.Press("Выбрать файл")
	w.Fill(map[string]string{"column0": "full_name", "column2": "phones"})
	w.Fill(map[string]string{"column2": "phones"})
	w.Press("Сравнить")
	p.Drop(w.File)
	require.Contains(t, w.Form().Snapshot()["column0"], "full_name")
	require.Contains(t, w.Form().Snapshot()["column2"], "phones")
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

func TestKazakhListComesIn(t *testing.T) {
	_, w, s := open(t, "тізім.csv", "Т.А.Ә.\tТуған күні\tЖСН\tТелефоны\tТілдері\nАхметова Әсем Қайратқызы\t12.05.1998 ж.\t\t8(701)0000011\tқазақша, орысша\nҚалиев Нұрлан Серікұлы\t1990-02-28\t\t+7 701 000 00 12\t\n")
	w.Press("Выбрать файл")
	w.Press("Сравнить")
	w.Press("Загрузить 2 записи")
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
	w.Press("Загрузить 2 записи")
	w.Press("Загрузить остальные")
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

// The form that the program makes comes back filled in.
func TestFormComesBack(t *testing.T) {
	_, w, s := open(t, "x.csv", "")
	folder := t.TempDir()
	w.Press("Форма заявки")
	w.Fill(map[string]string{"folder": folder})
	w.Press("Сохранить")
	w.Press("Закрыть")
	w.File = filepath.Join(folder, "Заявка.xlsx")
	require.FileExists(t, w.File)
	w.Press("Выбрать файл")
	require.Contains(t, w.Form().Snapshot()["kind"], "applications")
	ids, err := s.Applications(t.Context(), data.ApplicationFilter{})
	require.NoError(t, err)
	require.Empty(t, ids)
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
	w.Press("Загрузить 1 запись")
	require.Empty(t, w.Failed)
	require.Equal(t, "Ахметова Айгуль", volunteers(t, s)[0].FullName())
	require.True(t, w.Shows("Добавлено"))
}

// workbook is a list of volunteers with days as numbers and an IIN.
func workbook(t *testing.T) string {
	t.Helper()
	f := excelize.NewFile()
	require.NoError(t, f.SetSheetRow("Sheet1", "A1", &[]any{"Фамилия", "Имя", "Дата рождения", "ИИН"}))
	require.NoError(t, f.SetSheetRow("Sheet1", "A2", &[]any{"Ахметова", "Айгуль", 35927, "980512450017"}))
	path := filepath.Join(t.TempDir(), "книга.xlsx")
	require.NoError(t, f.SaveAs(path))
	require.NoError(t, f.Close())
	return path
}

func TestFileIsShownAsPeopleReadIt(t *testing.T) {
	p, w, _ := open(t, "x.csv", "")
	w.File = workbook(t)
	w.Press("Выбрать файл")
	require.True(t, w.Shows("12.05.1998"))
	require.False(t, w.Shows("35927"))
	require.True(t, w.Shows("•••• •••• 0017"))
	require.False(t, w.Shows("980512450017"))
	w.Press("Сравнить")
	p.Rows(1)
	require.True(t, w.Shows("12.05.1998"))
	require.False(t, w.Shows("980512450017"))
	w.Press("Исправить")
	require.Equal(t, "12.05.1998", w.Form().Snapshot()["birth"])
	require.Equal(t, "980512450017", w.Form().Snapshot()["iin"], "to be corrected it has to be seen")
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
	w.Press("Загрузить 1 запись")
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
	require.Less(t, w.Top("Загрузить 300 записей"), float32(400))
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
	require.True(t, w.Offers("Загрузить 3 записи"))
	p = again(locale.Kazakh)
	require.True(t, w.Offers("3 жазбаны енгізу"))
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
	require.True(t, w.Offers("Загрузить 1 запись"), "the plan is still there")
	w.Press("Продолжить без исправлений")
	require.True(t, w.Offers("Сравнить"))
}

// held is a runner that can be told to wait.
type held struct {
	page.Inline
	hold bool
	work []func()
}

func (h *held) Go(work func(context.Context) error, done func(error)) {
	do := func() { h.Inline.Go(work, done) }
	if h.hold {
		h.work = append(h.work, do)
		return
	}
	do()
}

// step does the first n works that wait, and none that they ask for.
func (h *held) step(n int) {
	now := h.work[:n]
	h.work = h.work[n:]
	for _, do := range now {
		do()
	}
}

// release does all that waits, and what comes after it at once.
func (h *held) release() {
	h.hold = false
	for len(h.work) > 0 {
		h.step(1)
	}
}

// waiting opens a file with a runner that can be told to wait.
func waiting(t *testing.T, content string) (*imports.Page, *pagetest.Window, *held) {
	t.Helper()
	env, w := pagetest.NewEnv(t, storetest.New(t))
	run := &held{}
	env.Run = run
	w.File = filepath.Join(t.TempDir(), "список.csv")
	require.NoError(t, os.WriteFile(w.File, []byte(content), 0o600))
	p := imports.New(env)
	w.Show(p)
	w.Press("Выбрать файл")
	return p, w, run
}

// waitingPlan is [waiting] with the plan on screen and a row of it chosen.
func waitingPlan(t *testing.T, content string, row int) (*imports.Page, *pagetest.Window, *held) {
	t.Helper()
	p, w, run := waiting(t, content)
	w.Press("Сравнить")
	p.Rows(row)
	return p, w, run
}

// Whoever does not want to wait for a long file goes on at once; what comes of it is not shown.
func TestWaitingIsCancelled(t *testing.T) {
	p, w, run := waiting(t, messy)
	run.hold = true
	w.Press("Сравнить")
	require.False(t, w.Offers("Сравнить"))
	w.Press("Отмена")
	require.True(t, w.Offers("Сравнить"))
	run.release()
	require.True(t, w.Offers("Сравнить"))
	run.hold = true
	p.Drop(w.File)
	w.Press("Отмена")
	run.release()
	require.True(t, w.Offers("Выбрать файл"))
	require.Empty(t, w.Failed)
}

// The row of the titles that was only typed is taken before anything is compared.
func TestTypedHeaderRowIsTaken(t *testing.T) {
	_, w, _ := waiting(t, "Фамилия;Имя\nФамилия;Отчество\nАхметова;Айгуль\n")
	w.Fill(map[string]string{"header": "2"})
	w.Press("Сравнить")
	require.Contains(t, w.Form().Snapshot()["column1"], "patronymic")
	w.Press("Сравнить")
	require.True(t, w.Offers("К столбцам"))
}

// After an answer about a column the keyboard stays at it, however long the table is.
func TestAnswerKeepsTheKeyboard(t *testing.T) {
	_, w, _ := waiting(t, "Фамилия;Имя;Телефон;Разное\nАхметова;Айгуль;+77010000011;x\n")
	w.Fill(map[string]string{"column3": "note"})
	for _, letter := range "эл. почта" { // the first one opens the list
		w.Type(string(letter))
	}
	w.Key(fyne.KeyReturn)
	require.Contains(t, w.Form().Snapshot()["column3"], "email")
}

// A correction reads the centre in the background. What is asked for meanwhile waits for it: the last wish holds.
func TestWhatIsAskedForWaitsForACorrection(t *testing.T) {
	p, w, run := waitingPlan(t, messy, 2)
	w.Press("Исправить")
	w.Fill(map[string]string{"birth": "28.02.1990"})
	run.hold = true
	p.Save()
	p.Leave(func() { t.Fatal("something else was asked for since") })
	p.Rows(1)
	w.Press("Загрузить 2 записи")
	require.False(t, w.Offers("Загрузить остальные"), "not before the correction is in the plan")
	run.release()
	require.True(t, w.Offers("Загрузить остальные"))
	require.True(t, w.Offers("Загрузить 3 записи"))
}

// A row that is refused again keeps its editor and what was typed, whatever was asked for meanwhile.
func TestRefusedCorrectionStaysOpen(t *testing.T) {
	p, w, run := waitingPlan(t, messy, 2)
	w.Press("Исправить")
	w.Fill(map[string]string{"birth": "29.02.1990"})
	run.hold = true
	p.Save()
	p.Leave(func() { t.Fatal("left though the row is not corrected") })
	run.release()
	require.Equal(t, "29.02.1990", w.Form().Snapshot()["birth"])
	require.Contains(t, w.Form().Errors(), "birth")
}

// Decisions are made in the background, in the order in which they were asked for; the page says that it works.
func TestDecisionsAreMadeInTheBackground(t *testing.T) {
	p, w, run := waitingPlan(t, messy, 1)
	run.hold = true
	w.Press("Пропустить")
	require.True(t, w.Offers("Загрузить 2 записи"), "the plan is not waited for")
	run.step(2) // the list and the card
	require.True(t, w.Shows("Идет сравнение…"))
	w.Press("Загрузить 2 записи")
	require.False(t, w.Offers("Загрузить остальные"), "not before the decision is in the plan")
	left := false
	p.Leave(func() { left = true })
	require.False(t, left, "a decision is not lost without a question")
	w.Press("Вернуться к загрузке")
	run.release()
	require.False(t, w.Offers("Загрузить остальные"), "something else was asked for since")
	require.True(t, w.Offers("Загрузить 1 запись"))
	require.False(t, w.Shows("Идет сравнение…"))
	require.True(t, w.Offers("Рассмотреть снова"), "the card shows the row as it is now")
}

// Whatever is typed while the plan is worked with stays.
func TestDecisionLeavesAnEditorAlone(t *testing.T) {
	_, w, run := waitingPlan(t, messy, 1)
	run.hold = true
	w.Press("Пропустить")
	w.Press("Исправить")
	run.step(4) // all but what the decision asks for itself
	w.Fill(map[string]string{"birth": "13.05.1998"})
	run.release()
	require.Equal(t, "13.05.1998", w.Form().Snapshot()["birth"])
	require.True(t, w.Offers("Загрузить 1 запись"))
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
