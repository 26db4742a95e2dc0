package imports_test

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/app/imports"
	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
)

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

// Whom the store would refuse in the end is told at the beginning.
func TestARoleThatDoesNotKeepTheRecordsIsTold(t *testing.T) {
	for role, told := range map[data.Role]bool{data.Staff: false, data.Organizer: true, data.Manager: false} {
		env, w := pagetest.NewEnv(t, storetest.New(t))
		env.Actor.Role = role
		w.File = workbook(t)
		w.Show(imports.New(env))
		w.Press("Выбрать файл")
		require.Equal(t, told, strings.Contains(strings.Join(w.Texts(), " "), "Ваша роль не ведет такие записи"), role)
	}
}
