package reports_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/reports"
	"saya/reports/spec"
)

// allTexts lets all free texts leave: whatever leaves without them leaves with them, too.
func allTexts() reports.Texts { return reports.Texts{All: true} }

// A year of reports in every language is searched for all that could tell of events with residents or of people.
func TestNothingLeaks(t *testing.T) {
	s := year(t, true)
	for _, p := range periods() {
		for kind, read := range kinds() {
			lang := reports.Langs()[len(p.From+p.To)%len(reports.Langs())]
			langs := []string{lang}
			if p.Kind() == data.YearPeriod || p.From == "2026-04-01" || p.From == "2026-05-16" {
				langs = reports.Langs()
			}
			for _, lang := range langs {
				params := reports.Params{Period: p, Lang: lang, Texts: allTexts(), IIN: true}
				parts := unzip(t, workbook(t, read(t, s, params), lang))
				for _, secret := range secrets(kind) {
					if name, found := search(parts, secret); found {
						t.Errorf("%s of %v in %s: %q in %s", kind, p, lang, secret, name)
					}
				}
			}
		}
	}
}

// secrets are what no part of a workbook may hold.
func secrets(kind reports.Kind) []string {
	out := []string{
		groupTitle, groupTitleRU, excursionTitle, closedName, closedNameRU, quietVenue, secretText, hiddenTitle,
		"Сыйлаушы", "17:43", "1063",
	}
	for _, d := range append(residentDays(), "2026-06-10", "2026-06-17", "2027-01-13") {
		serial := d.DaysSince("1899-12-30")
		out = append(out, string(d), d.Time().Format("02.01.2006"), fmt.Sprintf("<v>%d</v>", serial))
	}
	for i := range people {
		v := volunteerOfYear(i)
		out = append(out, v.Email, string(v.Birth), v.Birth.Time().Format("02.01.2006"))
		if kind == reports.PeopleFile && data.MayBeNamed(v, "2026-11-22") {
			continue
		}
		out = append(out, v.Surname, v.Given, v.IIN, v.Phones[0], data.ShowPhone(v.Phones[0]))
		if v.Naming == data.NotNamed {
			out = append(out, fmt.Sprintf("№ %d", v.Number), v.Awards)
		}
	}
	return out
}

// The search itself must find what is there.
func TestSearchFindsWhatMayLeave(t *testing.T) {
	s := year(t, true)
	params := reports.Params{Period: month("2026-04"), Lang: "kk", Texts: allTexts()}
	office := unzip(t, workbook(t, kinds()[reports.OfficeFile](t, s, params), "kk"))
	serial := data.Date("2026-04-04").DaysSince("1899-12-30")
	for _, there := range []string{"Нәтиже", "Ашық-Кітапхана", "№ 500", "Алғыс00", fmt.Sprintf("<v>%d</v>", serial)} {
		_, found := search(office, there)
		require.True(t, found, there)
	}
	people := unzip(t, workbook(t, kinds()[reports.PeopleFile](t, s, params), "kk"))
	for _, there := range []string{"Тегі00ова", "+7 701 555 00 00", "1970"} {
		_, found := search(people, there)
		require.True(t, found, there)
	}
}

func unzip(t testing.TB, book []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range r.File {
		h, err := f.Open()
		require.NoError(t, err)
		b, err := io.ReadAll(h)
		require.NoError(t, err)
		parts[f.Name] = f.Name + "\n" + string(b)
	}
	return parts
}

func search(parts map[string]string, text string) (part string, found bool) {
	for name, content := range parts {
		if strings.Contains(content, text) {
			return name, true
		}
	}
	return "", false
}

// The strongest test of what leaves: the twin never had a resident. Wherever totals may not hold events with
// residents, both centres make the same file, byte for byte, so nothing about these events can follow from it or from
// any number of such files. Elsewhere only the totals differ that may.
func TestTwinMakesTheSameFiles(t *testing.T) {
	s, twin := year(t, true), year(t, false)
	allowed, same, differing := residentsByMonth(), 0, 0
	for _, p := range periods() {
		for kind, read := range kinds() {
			params := reports.Params{Period: p, Lang: "kk+ru", Texts: allTexts()}
			a, b := read(t, s, params), read(t, twin, params)
			if mayDiffer(kind, p, allowed) {
				compare(t, allowed, p, b, a)
				differing++
				continue
			}
			require.True(t, bytes.Equal(workbook(t, b, "kk+ru"), workbook(t, a, "kk+ru")), "%s of %v", kind, p)
			same++
		}
	}
	require.Greater(t, same, 60)
	require.Greater(t, differing, 10, "otherwise nothing was compared")
}

// mayDiffer tells whether any total of a file may hold events with residents.
func mayDiffer(kind reports.Kind, p data.Period, allowed data.ResidentEvents) bool {
	switch kind {
	case reports.OfficeFile:
		return allowed.InTotals(p) || allowed.InTotals(p.Before())
	}
	return false
}

// compare holds the cells of two reports against each other; those that may differ must differ as they should.
func compare(t *testing.T, allowed data.ResidentEvents, p data.Period, twin, real spec.Report) {
	t.Helper()
	want, got := cellsOf(twin), cellsOf(real)
	for key := range want {
		if _, ok := got[key]; !ok {
			t.Errorf("%v: no cell %v", p, key)
		}
	}
	for key, value := range got {
		if want[key] != value && !allowedCell(key, allowed, p) {
			t.Errorf("%v: %v is %q, %q in the twin", p, key, value, want[key])
		}
	}
}

// cell names a cell by what it is of: rows by their number, code or label.
type cell struct{ sheet, row, column string }

func cellsOf(r spec.Report) map[cell]string {
	p := reports.Printer("kk")
	out := map[cell]string{}
	for _, s := range r.Sheets {
		for i, b := range s.Blocks {
			table := b.Table()
			for row := range table.Len {
				for col, head := range table.Columns {
					if head.Kind != spec.Ordinal {
						out[cell{s.Name, fmt.Sprint(i, " ", rowKey(table, row, p)), p.T(head.Title)}] = table.Cell(row, col).Text(p)
					}
				}
			}
			for col, v := range table.Totals() {
				out[cell{s.Name, fmt.Sprint(i, " total"), p.T(table.Columns[col].Title)}] = v.Text(p)
			}
		}
	}
	return out
}

func rowKey(t spec.Table, row int, p spec.Printer) string {
	if t.Form == spec.List {
		if first := t.Cell(row, 1); first.Kind() == spec.Text && t.Columns[1].Kind != spec.Date {
			return first.Text(p)
		}
		return fmt.Sprint(row)
	}
	return t.Cell(row, 0).Text(p)
}

// allowedCell tells whether a cell may hold events with residents.
func allowedCell(c cell, allowed data.ResidentEvents, p data.Period) bool {
	printer := reports.Printer("kk")
	switch c.sheet {
	case "report.sheet_summary":
		if !slices.Contains([]string{"0 V3", "0 E1", "0 H1"}, c.row) {
			return false
		}
		switch c.column {
		case periodTitle(p):
			return allowed.InTotals(p)
		case periodTitle(p.Before()):
			return allowed.InTotals(p.Before())
		}
		return c.column == printer.T("workbook.change")
	}
	return false
}

func periodTitle(p data.Period) string {
	printer, from := reports.Printer("kk+ru"), p.From.Time()
	switch p.Kind() {
	case data.MonthPeriod:
		return printer.MonthYear(from)
	case data.QuarterPeriod:
		return printer.Quarter(from.Year(), (int(from.Month())+2)/3)
	case data.HalfYearPeriod:
		return printer.HalfYear(from.Year(), (int(from.Month())+5)/6)
	case data.YearPeriod:
		return printer.Year(from.Year())
	}
	return printer.DateRange(from, p.To.Time())
}

// The totals that may hold events with residents hold them in full.
func TestAllowedTotalsHoldThem(t *testing.T) {
	s, twin := year(t, true), year(t, false)
	allowed := residentsByMonth()
	for _, p := range periods() {
		if !allowed.InTotals(p) {
			continue
		}
		var events int64
		for _, d := range residentDays() {
			if p.Holds(d) {
				events++
			}
		}
		got, want := figuresOf(t, kinds()[reports.OfficeFile](t, s, reports.Params{Period: p, Lang: "en"})),
			figuresOf(t, kinds()[reports.OfficeFile](t, twin, reports.Params{Period: p, Lang: "en"}))
		require.Equal(t, want["E1"]+events, got["E1"], "%v", p)
		require.Equal(t, want["H1"]+events*3*odd, got["H1"], "%v", p)
		require.Equal(t, int64(people), got["V3"], "%v", p)
		for code, value := range want {
			if !slices.Contains([]string{"E1", "H1", "V3"}, code) {
				require.Equal(t, value, got[code], "%s of %v", code, p)
			}
		}
	}
}

func figuresOf(t testing.TB, r spec.Report) map[string]int64 {
	t.Helper()
	out := map[string]int64{}
	for _, f := range r.Sheets[0].Blocks[0].(spec.Figures).Rows {
		out[f.Code] = f.Now.Int()
	}
	return out
}

// Without leave no free text leaves, and one that was ticked leaves alone.
func TestFreeTextsLeaveOnlyWhenTicked(t *testing.T) {
	s := october(t)
	params := reports.Params{Period: month("2026-10"), Lang: "kk"}
	texts, err := reports.FreeTexts(t.Context(), s, params)
	require.NoError(t, err)
	require.NotEmpty(t, texts)
	values := func(p reports.Params) map[string]bool {
		out := map[string]bool{}
		for _, value := range cellsOf(kinds()[reports.OfficeFile](t, s, p)) {
			for _, text := range texts {
				if strings.Contains(value, text.Value) && text.Value != "Іс-шара" {
					out[text.Value] = true
				}
			}
		}
		return out
	}
	require.Empty(t, values(params))
	event := slices.IndexFunc(texts, func(x reports.Text) bool { return x.Value == "Нәтиже" })
	require.Positive(t, event)
	params.Texts.Ticked = map[reports.TextID]bool{texts[event].ID: true}
	require.Equal(t, map[string]bool{"Бірінші-Шара": true, "Нәтиже": true, "Сипаттама": true}, values(params))
	params.Texts = allTexts()
	require.Equal(t, map[string]bool{
		"Бірінші-Шара": true, "Нәтиже": true, "Сипаттама": true, "Жоба А": true, "Жоба В": true, "Алғыс хат": true,
	}, values(params))
}
