package sheetin_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/sheetin"
)

// known understands the titles of the files of these tests.
func known(title string) bool {
	return slices.Contains([]string{
		"фамилия", "имя", "отчество", "фио", "дата рождения", "телефон", "e-mail", "город", "волонтер", "дата", "время", "часы",
		"тегі", "аты", "әкесінің аты", "т.а.ә.", "туған күні", "эл. пошта", "қала",
		"surname", "given name", "patronymic", "date of birth", "phone", "e-mail", "city",
		"күні / дата", "уақыты / время", "атауы / название", "отметка времени", "ваши фамилия, имя и отчество", "телефон (whatsapp)",
	}, strings.ToLower(title))
}

func kept(name string) string { return filepath.Join("testdata", name) }

func readKept(t *testing.T, name string) sheetin.File {
	t.Helper()
	f, err := sheetin.Read(context.Background(), kept(name))
	require.NoError(t, err)
	require.Equal(t, name, f.Name)
	return f
}

// findTable finds the first table of a file.
func findTable(t *testing.T, f sheetin.File) sheetin.Table {
	t.Helper()
	for _, s := range f.Sheets {
		if table, ok := sheetin.Find(s, known); ok {
			return table
		}
	}
	require.Fail(t, "no table in "+f.Name)
	return sheetin.Table{}
}

func TestFilesOfManyMakes(t *testing.T) {
	for _, want := range []struct {
		file           string
		sheets         int
		encoding       string
		separator      rune
		header, height int
		columns, lines int
		firstRow       int
		first, last    string // the cell under the surname (or title, or name) in the first and last line
		column         string // whose title ends so
	}{
		{"openpyxl-titles-ru.xlsx", 1, "", 0, 4, 1, 8, 5, 6, "Тестова", "Пробная", "Фамилия"},
		{"openpyxl-two-rows-kk.xlsx", 3, "", 0, 3, 2, 7, 5, 4, "Тестова", "Пробная", "Тегі"},
		{"openpyxl-1904.xlsx", 1, "", 0, 1, 1, 7, 5, 2, "Тестова", "Пробная", "Фамилия"},
		{"openpyxl-formulas.xlsx", 1, "", 0, 1, 1, 4, 2, 2, "Тестова", "Образцов", "Фамилия"},
		{"xlsxwriter-en.xlsx", 1, "", 0, 1, 1, 10, 5, 2, "Тестова", "Пробная", "Surname"},
		{"xlsxwriter-hours.xlsx", 1, "", 0, 1, 1, 4, 5, 2, "Тестова Анна", "Пробная Ольга", "Волонтер"},
		{"xlsxwriter-merged.xlsx", 1, "", 0, 2, 1, 8, 5, 4, "Тестова", "Пробная", "Фамилия"},
		{"libreoffice-kk.xlsx", 1, "", 0, 1, 1, 7, 5, 2, "Тестова", "Пробная", "Тегі"},
		{"libreoffice-events.xlsx", 1, "", 0, 1, 1, 5, 5, 2, "Ашық есік күні", "Всего хорошего", "Название"},
		{"gnumeric-kk.xlsx", 1, "", 0, 1, 1, 7, 5, 2, "Тестова", "Пробная", "Тегі"},
		{"gnumeric-events.xlsx", 1, "", 0, 1, 1, 5, 5, 2, "Ашық есік күні", "Всего хорошего", "Название"},
		{"gnumeric-two-rows-kk.xlsx", 3, "", 0, 3, 2, 7, 5, 4, "Тестова", "Пробная", "Тегі"},
		{"libreoffice-titles-1251.csv", 1, "windows-1251", ';', 4, 1, 8, 5, 6, "Тестова", "Пробная", "Фамилия"},
		{"excel-1251-ru.csv", 1, "windows-1251", ';', 1, 1, 7, 5, 2, "Тестова", "Пробная", "Фамилия"},
		{"excel-kz-1048-kk.csv", 1, "kz-1048", ';', 1, 1, 7, 5, 2, "Тестова", "Пробная", "Тегі"},
		{"dos-ibm866-ru.txt", 1, "ibm866", '\t', 2, 1, 7, 5, 3, "Тестова", "Пробная", "Фамилия"},
		{"unix-koi8-ru.csv", 1, "koi8-r", '|', 1, 1, 7, 5, 2, "Тестова", "Пробная", "Фамилия"},
		{"excel-utf16-kk.txt", 1, "utf-16", '\t', 1, 1, 7, 5, 2, "Тестова", "Пробная", "Тегі"},
		{"excel-utf16be-ru.csv", 1, "utf-16", ';', 1, 1, 7, 5, 2, "Тестова", "Пробная", "Фамилия"},
		{"excel-bom-sep-ru.csv", 1, "utf-8", '|', 1, 1, 7, 5, 2, "Тестова", "Пробная", "Фамилия"},
		{"calc-blank-lines-en.csv", 1, "utf-8", ',', 3, 1, 7, 5, 4, "Тестова", "Пробная", "Surname"},
		{"mac-lines-en.csv", 1, "utf-8", ';', 1, 1, 7, 5, 2, "Тестова", "Пробная", "Surname"},
		{"two-rows-ru.csv", 1, "utf-8", ';', 3, 2, 8, 5, 5, "Тестова", "Пробная", "Фамилия"},
		{"google-forms-ru.csv", 1, "utf-8", ',', 1, 1, 7, 5, 2, "Тестова Анна Примеровна", "Пробная Ольга Сергеевна", "отчество"},
		{"bad-dates-ru.csv", 1, "utf-8", ';', 1, 1, 2, 3, 2, "Тестова Анна", "Пробная Ольга", "ФИО"},
	} {
		t.Run(want.file, func(t *testing.T) {
			f := readKept(t, want.file)
			require.Len(t, f.Sheets, want.sheets)
			require.Equal(t, want.encoding, f.Encoding)
			require.Equal(t, string(want.separator), string(f.Separator))
			table := findTable(t, f)
			require.Equal(t, want.header, table.Header)
			require.Equal(t, want.height, table.Height)
			require.Len(t, table.Titles, want.columns)
			require.Len(t, table.Lines, want.lines)
			require.Equal(t, want.firstRow, table.Lines[0].Row)
			at := slices.IndexFunc(table.Titles, func(s string) bool { return strings.HasSuffix(s, want.column) })
			require.GreaterOrEqual(t, at, 0, table.Titles)
			require.Equal(t, want.first, table.Lines[0].Cells[at].Text)
			require.Equal(t, want.last, table.Lines[want.lines-1].Cells[at].Text)
			for _, line := range table.Lines {
				require.Len(t, line.Cells, want.columns)
			}
		})
	}
}

// Every file with a list of the five people tells the same days of birth, telephones and addresses.
func TestAllMakesTellTheSame(t *testing.T) {
	births := []string{"1990-05-17", "1985-12-01", "2001-02-28", "1978-07-09", "1999-01-31"}
	entries, err := os.ReadDir("testdata")
	require.NoError(t, err)
	compared := 0
	for _, e := range entries {
		f, err := sheetin.Read(context.Background(), kept(e.Name()))
		if err != nil || strings.HasPrefix(e.Name(), "bad-") || e.Name() == "make.py" || e.Name() == "no-header.csv" {
			continue
		}
		table := findTable(t, f)
		birth := slices.IndexFunc(table.Titles, func(s string) bool {
			return slices.Contains([]string{"Дата рождения", "Туған күні", "Date of birth"}, s)
		})
		if birth < 0 {
			continue
		}
		compared++
		for i, line := range table.Lines {
			day, ok := table.Date(line.Cells[birth])
			require.True(t, ok, "%s: %q", e.Name(), line.Cells[birth].Text)
			require.Equal(t, births[i], string(day), e.Name())
		}
	}
	require.Equal(t, 20, compared)
}

func TestSheets(t *testing.T) {
	f := readKept(t, "openpyxl-two-rows-kk.xlsx")
	require.Equal(t, "Ескерту", f.Sheets[0].Name)
	require.Equal(t, "Анықтама", f.Sheets[2].Name, "a sheet without anything is left out")
	require.Equal(t, []bool{false, false, true}, []bool{f.Sheets[0].Hidden, f.Sheets[1].Hidden, f.Sheets[2].Hidden})
	require.True(t, readKept(t, "openpyxl-1904.xlsx").Sheets[0].Date1904)
	_, ok := sheetin.Find(f.Sheets[0], known)
	require.False(t, ok)
}

func TestTitlesOfTwoRows(t *testing.T) {
	require.Equal(t,
		[]string{"Т.А.Ә. / Тегі", "Т.А.Ә. / Аты", "Т.А.Ә. / Әкесінің аты", "Туған күні", "Байланыс / Телефон", "Байланыс / Эл. пошта", "Қала"},
		findTable(t, readKept(t, "openpyxl-two-rows-kk.xlsx")).Titles)
	require.Equal(t,
		[]string{"№", "ФИО / Фамилия", "ФИО / Имя", "ФИО / Отчество", "Дата рождения", "Контакты / Телефон", "Контакты / E-mail", "Город"},
		findTable(t, readKept(t, "two-rows-ru.csv")).Titles)
}

func TestKindsOfCells(t *testing.T) {
	rows := readKept(t, "xlsxwriter-en.xlsx").Sheets[0].Rows
	require.Equal(t, []sheetin.Cell{{Text: "1", Kind: sheetin.Bool}, {Text: "36", Kind: sheetin.Number}}, rows[1][7:9])
	notes := make([]string, 0, 5)
	for _, row := range rows[1:6] {
		notes = append(notes, row[9].Text)
	}
	require.Equal(t, []string{`=HYPERLINK("http://example.invalid")`, "abc", "speaks three languages", "two\nlines", `<tag> & "quote" _x0041_`}, notes)

	rows = readKept(t, "openpyxl-formulas.xlsx").Sheets[0].Rows
	require.Equal(t, sheetin.Cell{Kind: sheetin.Unvalued}, rows[1][2])
	require.Equal(t, sheetin.Cell{Text: "#N/A", Kind: sheetin.Failed}, rows[1][3])

	rows = readKept(t, "xlsxwriter-merged.xlsx").Sheets[0].Rows
	require.Equal(t, sheetin.Cell{Text: "Алматы", Kind: sheetin.Text}, rows[3][1])
	require.Equal(t, sheetin.Cell{Text: "Алматы", Kind: sheetin.Text, Merged: true}, rows[5][1])
}

func TestNoHeader(t *testing.T) {
	s := readKept(t, "no-header.csv").Sheets[0]
	_, ok := sheetin.Find(s, known)
	require.False(t, ok)
	table := sheetin.At(s, 0, 0)
	require.Equal(t, make([]string, 7), table.Titles)
	require.Len(t, table.Lines, 5)
	require.Equal(t, 1, table.Lines[0].Row)
}

func TestHeaderThatAPersonNamed(t *testing.T) {
	s := readKept(t, "two-rows-ru.csv").Sheets[0]
	table := sheetin.At(s, 3, 3)
	require.Equal(t, "Волонтеры центра / № ", table.Titles[0]+" ")
	require.Len(t, sheetin.At(s, 99, 1).Lines, 8, "outside the sheet: no header")
}
