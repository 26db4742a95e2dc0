package cli_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/assets/locale"
	"saya/data/store"
)

// centre makes an empty sample centre.
func centre(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Орталық")
	code, _, errs := run(t, "sample", "--dir", dir, "--until", "2026-11-22", "--volunteers", "5", "--events", "3")
	require.Zero(t, code, errs)
	return dir
}

// file writes a text file as people bring it.
func file(t *testing.T, name string, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600))
	return path
}

func TestImportLeavesOutWhatIsWrong(t *testing.T) {
	t.Setenv("LC_ALL", "ru_RU.UTF-8")
	dir := centre(t)
	list := file(t, "list.csv",
		"ФИО;Дата рождения;Телефон;Хобби;Принята",
		"Тайнаева Жанна;01.02.1990;8 799 999 99 01;шитье;01.02.2026",
		"Тайнаева Алия;31.02.1990;8 799 999 99 02;;01.02.2026",
		"Тайнаева Дана;01.02.1991;7312;;01.02.2026",
	)
	rest := filepath.Join(t.TempDir(), "остаток.xlsx")

	code, out, errs := run(t, "import", "volunteers", list, "--dir", dir, "--dry-run", "--json", "--errors", rest)
	require.Equal(t, 3, code, errs)
	require.JSONEq(t, `{"new": 1, "changed": 0, "same": 0, "doubtful": 0, "rejected": 2, "warnings": 1, "left_out": [
		{"row": 3, "outcome": "rejected", "reasons": [{"key": "errors.date", "field": "birth", "column": "B",
			"text": "Такой даты нет. Напишите ее так: 22.11.2026."}]},
		{"row": 4, "outcome": "rejected", "reasons": [{"key": "errors.phone", "field": "phones", "column": "C",
			"text": "Номер неверен. Напишите его так: +7 701 123 45 67."}]}
	], "warned": [{"key": "errors.consent_required", "field": "consent_on", "count": 1, "rows": [2],
		"text": "Нужно согласие на обработку персональных данных. Запишите его дату."}]}`, out)
	require.Contains(t, errs, "list.csv, строка 3, столбец B (Дата рождения): ")
	require.Contains(t, errs, "list.csv, строка 4, столбец C (Телефоны): ")
	require.Contains(t, errs, "не загружаются: D (Хобби)")
	for _, secret := range []string{"Тайнаева", "31.02", "7312", "шитье"} {
		require.NotContains(t, out+errs, secret)
	}

	require.Equal(t, []string{"rejected остаток.xlsx"}, history(t, dir), "a file with people leaves a trace")

	code, out, _ = run(t, "import", "volunteers", list, "--dir", dir, "--lang", "kk")
	require.Equal(t, 3, code)
	require.Contains(t, out, "Жаңа: 1", "the dry run wrote nothing")

	info, err := os.Stat(rest)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	mend(t, rest, map[string]string{"B5": "28.02.1990", "C6": "8 799 999 99 03"})
	code, out, errs = run(t, "import", "volunteers", rest, "--dir", dir, "--json")
	require.Zero(t, code, errs)
	require.Contains(t, out, `"new":2,"changed":0,"same":0,"doubtful":0,"rejected":0,"warnings":2,"warned":[{`)

	code, out, errs = run(t, "check", "--dir", dir, "--json")
	require.Zero(t, code, errs+out)
}

// history are the files that left a centre.
func history(t *testing.T, dir string) []string {
	t.Helper()
	s, err := store.Open(t.Context(), dir, store.OpenOptions{})
	require.NoError(t, err)
	exports, err := s.Exports(t.Context(), 0)
	require.NoError(t, err)
	require.NoError(t, s.Close())
	var out []string
	for _, e := range exports {
		out = append(out, e.Report+" "+e.FileName)
	}
	return out
}

// mend corrects cells of the first sheet.
func mend(t *testing.T, path string, cells map[string]string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer f.Close()
	for cell, text := range cells {
		require.NoError(t, f.SetCellValue(f.GetSheetName(0), cell, text))
	}
	require.NoError(t, f.Save())
}

// Of several sheets the one that is understood best is taken, wherever it stands.
func TestImportTakesTheBestSheet(t *testing.T) {
	t.Setenv("LC_ALL", "en_US.UTF-8")
	dir := centre(t)
	f := excelize.NewFile()
	for name, rows := range map[string][][]any{
		"Sheet1": {{"Телефон", "E-mail"}, {"8 799 999 99 09", "x@example.invalid"}},
		"People": {{"Список"}, {"Фамилия", "Имя", "Принята"}, {"Тайнаева", "Жанна", "01.02.2026"}, {"", "", "не день"}},
	} {
		_, err := f.NewSheet(name)
		require.NoError(t, err)
		for i, row := range rows {
			cell, err := excelize.CoordinatesToCellName(1, i+1)
			require.NoError(t, err)
			require.NoError(t, f.SetSheetRow(name, cell, &row))
		}
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	require.NoError(t, f.SaveAs(path))
	require.NoError(t, f.Close())
	code, out, errs := run(t, "import", "volunteers", path, "--dir", dir, "--json")
	require.Equal(t, 3, code, errs)
	require.Contains(t, out, `{"sheet":"People","new":1,"changed":0,"same":0,"doubtful":0,"rejected":1,"warnings":2,`)
	require.Contains(t, errs, `book.xlsx, sheet “People”, row 4, column C (Accepted on): `)
}

// One sheet comes in at a time; the others are said, and can be named.
func TestImportSaysOtherSheets(t *testing.T) {
	t.Setenv("LC_ALL", "ru_RU.UTF-8")
	dir := centre(t)
	f := excelize.NewFile()
	require.NoError(t, f.SetSheetName("Sheet1", "Январь"))
	for i, name := range []string{"Январь", "Февраль", "Заметки"} {
		if i > 0 {
			_, err := f.NewSheet(name)
			require.NoError(t, err)
		}
		if name == "Заметки" {
			require.NoError(t, f.SetCellValue(name, "A1", "купить хлеб"))
			continue
		}
		require.NoError(t, f.SetSheetRow(name, "A1", &[]any{"Фамилия", "Имя", "Принята", "Увлечение"}))
		require.NoError(t, f.SetSheetRow(name, "A2", &[]any{[]string{"Тайнаева", "Тайжанова"}[i], "Жанна", "01.02.2026", "шитье"}))
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	require.NoError(t, f.SaveAs(path))
	require.NoError(t, f.Close())

	code, _, errs := run(t, "import", "volunteers", path, "--dir", dir)
	require.Zero(t, code, errs)
	require.Contains(t, errs, "Февраль")
	for _, silent := range []string{"Заметки", "Тайнаева", "шитье"} {
		require.NotContains(t, errs, silent)
	}
	code, out, errs := run(t, "import", "volunteers", path, "--dir", dir, "--sheet", "февраль", "--json")
	require.Zero(t, code, errs)
	require.Contains(t, out, `"new":1`, "the first sheet is another person")
	code, _, errs = run(t, "import", "volunteers", path, "--dir", dir, "--sheet", "Март")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "Январь, Февраль, Заметки")
}

// What is taken all the same is said without what the cells hold, and counted.
func TestImportSaysWarnings(t *testing.T) {
	t.Setenv("LC_ALL", "ru_RU.UTF-8")
	list := file(t, "list.csv", "Фамилия;Имя;Год рождения;Принята;Телефон", "Тайнаева;Жанна;1990;01.02.2026;8 799 999 99 01")
	code, out, errs := run(t, "import", "volunteers", list, "--dir", centre(t), "--dry-run", "--json")
	require.Zero(t, code, errs)
	require.Contains(t, out, `"new":1`)
	require.Contains(t, out, `"warnings":2`, "the day of birth, and the consent")
	require.Contains(t, errs, "list.csv, строка 2, столбец C (Дата рождения): обратите внимание: ")
	require.NotContains(t, errs+out, "1990")
}

// Of many rows the same is said once, with how many there are and the first of them; rows that were left out are listed
// one by one as long as they can be read.
func TestImportSaysTheSameOnce(t *testing.T) {
	t.Setenv("LC_ALL", "en_US.UTF-8")
	lines := []string{"Фамилия;Имя;Дата рождения;Принята"}
	for i := range 300 {
		birth := fmt.Sprintf("%02d.02.%d", 1+i%28, 1970+i/28)
		if i%2 == 0 {
			birth = "31.02.1990"
		}
		lines = append(lines, "Тайнаева;Жанна;"+birth+";01.02.2026")
	}
	list, dir := file(t, "list.csv", lines...), centre(t)
	code, out, errs := run(t, "import", "volunteers", list, "--dir", dir, "--dry-run", "--json")
	require.Equal(t, 3, code, errs)
	said := strings.Split(strings.TrimSpace(errs), "\n")
	require.Less(t, len(said), 60, errs)
	require.Contains(t, errs, "list.csv, row 2, column C (Date of birth): ")
	require.Contains(t, errs, "list.csv, row 100, column C (Date of birth): ", "the fiftieth")
	require.NotContains(t, errs, "row 102, ")
	require.Contains(t, errs, "100 more rows were left out")
	require.Contains(t, errs, "list.csv, rows 102, 104, 106, 108, 110 and 95 more, column C (Date of birth): ")
	require.Contains(t, errs, "--errors")
	require.Contains(t, errs, "list.csv, rows 3, 5, 7, 9, 11 and 145 more, Consent")

	var got struct {
		Warnings int
		LeftOut  []struct{ Row int } `json:"left_out"`
		Warned   []struct {
			Key, Field, Text string
			Count            int
			Rows             []int
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Len(t, got.LeftOut, 150, "a program reads them all")
	counted := 0
	for _, w := range got.Warned {
		require.Equal(t, []int{3, 5, 7, 9, 11}, w.Rows)
		counted += w.Count
	}
	require.Equal(t, got.Warnings, counted)

	_, _, errs = run(t, "import", "volunteers", list, "--dir", dir, "--dry-run", "--errors", filepath.Join(t.TempDir(), "r.xlsx"))
	require.NotContains(t, errs, "--errors", "that advice was followed")
}

// What differs from row to row only in its figures is one warning, without them.
func TestImportSaysTheSameWithoutItsFigures(t *testing.T) {
	t.Setenv("LC_ALL", "ru_RU.UTF-8")
	list := file(t, "events.csv", "Название;Дата;Начало;Окончание;Количество участников;Проживающие",
		"Встреча;01.10.2026;10:00;12:00;около 20;нет", "Концерт;02.10.2026;10:00;12:00;около 30;нет")
	_, out, errs := run(t, "import", "events", list, "--dir", centre(t), "--dry-run")
	require.Contains(t, errs, "events.csv, строки 2, 3, столбец E (Количество участников): обратите внимание: ")
	require.Contains(t, errs, "взято …")
	require.Contains(t, out, "Новая: 2")
}

func TestImportRefuses(t *testing.T) {
	t.Setenv("LC_ALL", "en_US.UTF-8")
	dir := centre(t)
	list := file(t, "list.csv", "Фамилия;Имя", "Тайнаева;Жанна")
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"no kind", []string{"import"}, 2, "volunteers, applications"},
		{"a kind there is not", []string{"import", "cats", list, "--dir", dir}, 2, "volunteers, applications"},
		{"no file", []string{"import", "volunteers", "--dir", dir}, 2, "FILE"},
		{"no folder", []string{"import", "volunteers", list}, 2, "--dir"},
		{"two languages", []string{"import", "volunteers", list, "--dir", dir, "--lang", "kk+ru"}, 2, "kk, ru, en"},
		{"the file itself for the rest", []string{"import", "volunteers", list, "--dir", dir, "--errors", list}, 2, "--errors"},
		{"a file that is not there", []string{"import", "volunteers", list + "x", "--dir", dir}, 1, "list.csvx: "},
		{"no table", []string{"import", "volunteers", file(t, "notes.txt", "купить хлеб"), "--dir", dir}, 1, "notes.txt: "},
		{"columns that do not do", []string{"import", "contributions", list, "--dir", dir}, 1, "list.csv"},
		{"no place for the rest", []string{
			"import", "volunteers", file(t, "bad.csv", "Фамилия;Имя;Телефон", "Тайнаева;Жанна;8 799 999 99 01", ";;1"),
			"--dir", dir, "--errors", filepath.Join(t.TempDir(), "no", "rest.xlsx"),
		}, 1, "folder"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, errs := run(t, c.args...)
			require.Equal(t, c.code, code, errs)
			require.Contains(t, errs, c.says)
			require.Empty(t, out)
			require.NotContains(t, errs, "Тайнаева")
		})
	}
	code, out, errs := run(t, "import", "volunteers", list, "--dir", dir, "--json")
	require.Zero(t, code, errs)
	require.Contains(t, out, `"new":1`, "nothing of all that was written")
}

func TestFormIsImported(t *testing.T) {
	t.Setenv("LC_ALL", "kk_KZ.UTF-8")
	dir := centre(t)
	for round, args := range [][]string{{"--lang", "kk"}, {"--lang", "ru", "--dir", dir}, {"--lang", "en"}} {
		form := filepath.Join(t.TempDir(), "өтінім.xlsx")
		code, out, errs := run(t, append([]string{"form", "--out", form}, args...)...)
		require.Zero(t, code, errs)
		require.Contains(t, out, "өтінім.xlsx")
		require.Contains(t, out, locale.New(locale.Lang(args[1])).T("cli.form_made", "File", "өтінім.xlsx"))
		f, err := excelize.OpenFile(form)
		require.NoError(t, err)
		rows, err := f.GetRows(f.GetSheetName(0))
		require.NoError(t, err)
		require.NoError(t, f.Close())
		row := 0
		for i := range rows {
			if len(rows[i]) > 10 {
				row = i + 2
				break
			}
		}
		at := func(column string) string { return column + strconv.Itoa(row) }
		mend(t, form, map[string]string{at("A"): "Тайнаева" + args[1], at("B"): "Жанна", at("G"): "8 799 999 99 1" + strconv.Itoa(round)})
		code, out, errs = run(t, "import", "applications", form, "--dir", dir, "--json")
		require.Zero(t, code, errs)
		require.Contains(t, out, `"new":1`)
		require.Equal(t, 1, strings.Count(errs, "\n"), "only that the day is not given: %s", errs)
	}
	code, _, errs := run(t, "form")
	require.Equal(t, 2, code)
	require.Contains(t, errs, "--out")
}

// Months as columns are no list of hours, and the sentence says so.
func TestMatrixIsNamed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	code, _, errs := run(t, "sample", "--dir", dir, "--until", "2026-11-22", "--volunteers", "5", "--events", "5", "--hours", "5")
	require.Zero(t, code, errs)
	file := filepath.Join(t.TempDir(), "hours.csv")
	require.NoError(t, os.WriteFile(file, []byte("Часы 2026;;;\n;январь;февраль;март\nАхметова Айгуль;2;3;4\n"), 0o600))
	code, _, errs = run(t, "import", "hours", file, "--dir", dir, "--lang", "ru")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "столбцы")
}
