// Package independent_test reckons the numbers of the reports a second time: in SQL over the files of an invented
// centre, written from the definitions of the indicators alone, and holds the workbooks against them cell by cell.
package independent_test

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/sample"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/reports"
	"saya/reports/spec"
	"saya/reports/xlsx"
	"saya/reports/xlsx/xlsxtest"
)

const today = data.Date("2026-11-22")

// span is a period with the one before and the one after, written out so that no code of the program reckons them.
type span struct {
	name              string
	now, before, next data.Period
}

var spans = []span{
	{name: "a month with enough events with residents", now: days("2026-10-01", "2026-10-31"), before: days("2026-09-01", "2026-09-30"), next: days("2026-11-01", "2026-11-30")},
	{name: "a month with too few", now: days("2026-08-01", "2026-08-31"), before: days("2026-07-01", "2026-07-31"), next: days("2026-09-01", "2026-09-30")},
	{name: "a February", now: days("2026-02-01", "2026-02-28"), before: days("2026-01-01", "2026-01-31"), next: days("2026-03-01", "2026-03-31")},
	{name: "the second quarter", now: days("2026-04-01", "2026-06-30"), before: days("2026-01-01", "2026-03-31"), next: days("2026-07-01", "2026-09-30")},
	{name: "the third quarter", now: days("2026-07-01", "2026-09-30"), before: days("2026-04-01", "2026-06-30"), next: days("2026-10-01", "2026-12-31")},
	{name: "a quarter over a new year", now: days("2025-10-01", "2025-12-31"), before: days("2025-07-01", "2025-09-30"), next: days("2026-01-01", "2026-03-31")},
	{name: "the first half-year", now: days("2026-01-01", "2026-06-30"), before: days("2025-07-01", "2025-12-31"), next: days("2026-07-01", "2026-12-31")},
	{name: "the second half-year", now: days("2026-07-01", "2026-12-31"), before: days("2026-01-01", "2026-06-30"), next: days("2027-01-01", "2027-06-30")},
	{name: "a year", now: days("2025-01-01", "2025-12-31"), before: days("2024-01-01", "2024-12-31"), next: days("2026-01-01", "2026-12-31")},
	{name: "free dates", now: days("2026-10-05", "2026-10-18"), before: days("2026-09-21", "2026-10-04"), next: days("2026-10-19", "2026-11-01")},
	{name: "free dates over two whole months", now: days("2026-09-01", "2026-10-31"), before: days("2026-07-02", "2026-08-31"), next: days("2026-11-01", "2026-12-31")},
	{name: "a day", now: days("2026-10-10", "2026-10-10"), before: days("2026-10-09", "2026-10-09"), next: days("2026-10-11", "2026-10-11")},
}

func days(from, to data.Date) data.Period { return data.Period{From: from, To: to} }

// table is a table of a workbook and the file of SQL that reckons it.
type table struct {
	sql     string
	sheet   string
	head    string // first cell of its header row
	columns []int  // which ones are reckoned, -1: the last one; nil: all
	sums    []int  // of the reckoned ones, those in the last row, which adds up; nil: there is none
}

// registerTable is a sheet of the front-office workbook and a workbook of its own.
var registerTable = table{"register", "Реестр", "№ п/п", []int{0, 4, 6, 7, 8, 12}, []int{3, 5}}

var books = []struct {
	from   maker
	tables []table
}{
	{reports.FrontOffice, officeTables},
	{reports.Register, []table{registerTable}},
	{reports.NamedList, []table{{"named", "Список", "№ п/п", []int{0, 1, 2, 4, 5, 6}, []int{4, 5}}}},
	{reports.Hours, hoursTables},
}

var officeTables = []table{
	{"summary", "Свод", "Код", []int{0, 2, 3, 4}, nil},
	{"directions", "Свод", "Направление", nil, []int{1, 2, 3, 4}},
	{"ages", "Свод", "Возрастная группа", nil, []int{1, 2}},
	{"sexes", "Свод", "Пол", nil, []int{1, 2}},
	{"forms", "Свод", "Форма волонтерской деятельности", nil, []int{1, 2}},
	{"contributions", "Свод", "Вид вклада", nil, []int{1, 2, 3}},
	{"events", "Мероприятия", "№ п/п", nil, []int{10, 11, 12, 13}},
	{"volunteers", "Волонтеры", "№ п/п", nil, []int{4, 5}},
	{"projects", "Проекты", "№ п/п", nil, []int{6, 7}},
	{"hours", "Часы", "Месяц", nil, []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
	{"plan", "План", "№ п/п", nil, []int{10}},
	registerTable,
}

var hoursTables = []table{
	{"own_months", "Месяцы", "№ п/п", []int{0, 1, 2, -1}, []int{3}},
	{"own_directions", "Направления", "№ п/п", nil, []int{3, 4, 5, 6, 7, 8, 9, 10, 11, 12}},
	{"hours", "Часы", "Месяц", nil, []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
}

func TestReportsHoldTheNumbersOfTheDefinitions(t *testing.T) {
	for _, c := range []struct {
		name  string
		seed  uint64
		edges bool
	}{{"seed 2", 2, false}, {"seed 1 with borders", 1, true}} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			require.NoError(t, sample.Make(t.Context(), dir, sample.Options{Seed: c.seed, Until: today}))
			if c.edges {
				plant(t, dir)
			}
			for _, s := range spans {
				if c.edges && s.now.To < "2026-10" {
					continue // nothing is planted there
				}
				t.Run(s.name, func(t *testing.T) { compare(t, dir, s, false) })
			}
			t.Run("with texts", func(t *testing.T) { compare(t, dir, spans[0], true) })
		})
	}
}

// compare holds every table of the workbooks of one period against the SQL.
func compare(t *testing.T, dir string, s span, texts bool) {
	p := reports.Params{Period: s.now, Lang: "ru", Texts: reports.Texts{All: texts}, Today: today}
	st, err := store.Open(t.Context(), dir, store.OpenOptions{})
	require.NoError(t, err)
	defer func() { require.NoError(t, st.Close()) }()
	db := reckoner(t, dir, s)
	for _, book := range books {
		sheets := made(t, st, p, book.from)
		for _, tab := range book.tables {
			if tab.sql == "register" && texts {
				continue // with texts the name stands in the cell of the form
			}
			t.Run(tab.sql, func(t *testing.T) { same(t, reckon(t, db, tab, texts), found(t, sheets, tab)) })
		}
	}
}

// same names the rows in which two tables differ.
func same(t *testing.T, reckoned, shown [][]string) {
	t.Helper()
	require.NotEmpty(t, reckoned)
	require.Len(t, shown, len(reckoned))
	for i, row := range reckoned {
		if !slices.Equal(row, shown[i]) {
			t.Errorf("reckoned %q\n   shown %q", row, shown[i])
		}
	}
}

type maker func(context.Context, reports.Source, reports.Params) (spec.Report, error)

// made writes a report and reads it back.
func made(t *testing.T, st *store.Store, p reports.Params, from maker) map[string][][]string {
	t.Helper()
	r, err := from(t.Context(), st, p)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "report.xlsx")
	require.NoError(t, xlsx.WriteFile(t.Context(), file, r, reports.Printer(p.Lang)))
	return xlsxtest.Cells(t, file)
}

// reckoner opens the files of the centre by themselves, for reading, with the views of the rules over them.
func reckoner(t *testing.T, dir string, s span) *sql.DB {
	t.Helper()
	centre := storetest.Address(t, dir, data.CentreWall) // closed after the connection that uses it
	db := opened(t, dir)
	run(t, db, `ATTACH '`+centre+`' AS centre`)
	run(t, db, `CREATE TEMP TABLE period (which, from_on, to_on)`)
	for which, p := range map[string]data.Period{"now": s.now, "before": s.before, "next": s.next} {
		run(t, db, `INSERT INTO period VALUES (?, ?, ?)`, which, string(p.From), string(p.To))
	}
	run(t, db, script(t, "rules"))
	return db
}

func plant(t *testing.T, dir string) {
	t.Helper()
	run(t, opened(t, dir), script(t, "edges"))
}

func opened(t *testing.T, dir string) *sql.DB {
	t.Helper()
	db := storetest.SQL(t, dir, data.PeopleWall)
	db.SetMaxOpenConns(1) // temporary views belong to a connection
	return db
}

func run(t *testing.T, db *sql.DB, query string, args ...any) {
	t.Helper()
	_, err := db.ExecContext(t.Context(), query, args...)
	require.NoError(t, err)
}

func script(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+".sql"))
	require.NoError(t, err)
	return string(text)
}

// reckon returns what a table has to hold, its last row included.
func reckon(t *testing.T, db *sql.DB, tab table, texts bool) [][]string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), script(t, tab.sql), sql.Named("texts", texts), sql.Named("today", string(today)))
	require.NoError(t, err)
	defer rows.Close()
	names, err := rows.Columns()
	require.NoError(t, err)
	all, sums := [][]string{}, make([]float64, len(names))
	for rows.Next() {
		cells, into := make([]any, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		require.NoError(t, rows.Scan(into...))
		row := make([]string, len(names))
		for i, c := range cells {
			if c == nil {
				continue
			}
			row[i] = canonical(fmt.Sprint(c))
			if slices.Contains(tab.sums, i) {
				sums[i] += number(t, fmt.Sprint(c))
			}
		}
		all = append(all, row)
	}
	require.NoError(t, rows.Err())
	if tab.sums != nil {
		all = append(all, last(tab, sums))
	}
	return all
}

func last(tab table, sums []float64) []string {
	row := make([]string, len(sums))
	row[0] = "Всего"
	for _, i := range tab.sums {
		row[i] = canonical(fmt.Sprint(sums[i]))
	}
	return row
}

// found returns the rows of a table in a workbook, down to the first empty one.
func found(t *testing.T, book map[string][][]string, tab table) [][]string {
	t.Helper()
	sheet := book[tab.sheet]
	first := func(row []string) int { return slices.IndexFunc(row, func(s string) bool { return s != "" }) }
	at := slices.IndexFunc(sheet, func(row []string) bool { i := first(row); return i >= 0 && row[i] == tab.head })
	require.GreaterOrEqual(t, at, 0, "no table with the head %q", tab.head)
	left, columns := first(sheet[at]), tab.columns
	if columns == nil {
		for i := range sheet[at][left:] {
			columns = append(columns, i)
		}
	}
	all := [][]string{}
	for i, cells := range sheet[at+1:] {
		if first(cells) < 0 && i == 0 {
			continue // a table without rows has an empty one before the last
		} else if first(cells) < 0 {
			break
		}
		row := make([]string, len(columns))
		for i, c := range columns {
			if c < 0 {
				c += len(sheet[at]) - left
			}
			if left+c < len(cells) {
				row[i] = canonical(cells[left+c])
			}
		}
		all = append(all, row)
	}
	return all
}

// canonical writes equal numbers alike; hours are rounded far below a minute.
func canonical(s string) string {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	return strconv.FormatFloat(math.Round(f*1e6)/1e6, 'f', -1, 64)
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return f
}
