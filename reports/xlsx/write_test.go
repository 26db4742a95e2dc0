package xlsx_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/assets/locale"
	"saya/reports/spec"
	"saya/reports/xlsx"
	"saya/reports/xlsx/check"
)

// written returns the workbook of a report after the checker has seen it.
func written(t *testing.T, r spec.Report, p spec.Printer) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(context.Background(), &b, r, p))
	require.Empty(t, check.Workbook(bytes.NewReader(b.Bytes()), int64(b.Len())))
	return b.Bytes()
}

// reopened returns the workbook as another library reads it.
func reopened(t *testing.T, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, f.Close()) })
	return f
}

// rows returns the cells of the sheet at an index.
func rows(t *testing.T, f *excelize.File, sheet int) [][]string {
	t.Helper()
	all, err := f.GetRows(f.GetSheetName(sheet))
	require.NoError(t, err)
	return all
}

func TestReopenedEqualsSpec(t *testing.T) {
	for lang, p := range languages {
		t.Run(lang, func(t *testing.T) {
			r := sample(events(60))
			f := reopened(t, written(t, r, p))
			require.Equal(t, len(r.Sheets), f.SheetCount)
			for i, s := range r.Sheets {
				all := rows(t, f, i)
				for _, b := range s.Blocks {
					all = requireTable(t, all, b.Table(), p)
				}
			}
		})
	}
}

// requireTable finds a table in the rows of its sheet, holds every cell of it
// against the spec and returns the rows under it.
func requireTable(t *testing.T, all [][]string, table spec.Table, p spec.Printer) [][]string {
	t.Helper()
	anchor := p.T(table.Columns[0].Title)
	if table.Form == spec.Prose {
		anchor = table.Cell(0, 0).Text(p)
	}
	top, left := find(t, all, anchor)
	if table.Form != spec.Prose {
		for col, h := range table.Columns {
			if !strings.ContainsAny(h.Title, "[]#'") { // signs that formulas do not take
				require.Equal(t, p.T(h.Title), cell(all, top, left+col))
			}
		}
		top++
	}
	for row := range table.Len {
		for col := range table.Columns {
			requireCell(t, table.Cell(row, col), cell(all, top+row, left+col), p)
		}
	}
	for col, v := range table.Totals() {
		requireCell(t, v, cell(all, top+max(table.Len, 1), left+col), p)
	}
	return all[top+table.Len:]
}

func find(t *testing.T, all [][]string, text string) (row, col int) {
	t.Helper()
	for row := range all {
		for col := range all[row] {
			if all[row][col] == text {
				return row, col
			}
		}
	}
	require.Failf(t, "not in the sheet", "%q", text)
	return 0, 0
}

func cell(all [][]string, row, col int) string {
	if row >= len(all) || col >= len(all[row]) {
		return ""
	}
	return all[row][col]
}

// requireCell fails the test where a cell holds another value than the spec.
func requireCell(t *testing.T, want spec.Value, got string, p spec.Printer) {
	if !sameValue(want, got, p) {
		t.Helper()
		require.Failf(t, "other value", "%q instead of %s", got, want.Text(p))
	}
}

// sameValue reckons the value of Excel anew from the units of the spec.
func sameValue(want spec.Value, got string, p spec.Printer) bool {
	number := 0.0
	switch n := float64(want.Int()); want.Kind() {
	case spec.Text, spec.Code:
		return want.Text(p) == got
	case spec.Hours:
		number = n / 60
	case spec.Money:
		number = n / 100
	case spec.Share, spec.Change:
		number = want.Float()
	case spec.Date:
		number = n + 25569
	case spec.Stamp:
		number = n/86400 + 25569
	case spec.Time:
		number = n / 1440
	default:
		number = n
	}
	read, err := strconv.ParseFloat(got, 64)
	return err == nil && math.Abs(number-read) <= 1e-9*max(1, math.Abs(number))
}

func TestSizes(t *testing.T) {
	for _, n := range []int{0, 1, 2, 100_000} {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			list := register(events(n))
			r := spec.Report{Title: "R", Sheets: []spec.Sheet{{Name: "S", Blocks: []spec.Block{list}}}}
			b := written(t, r, languages["ru"])
			requireTable(t, rows(t, reopened(t, b), 0), list.Table(), languages["ru"])
			ref := fmt.Sprintf(`ref="A3:J%d"`, 3+max(n, 1)+1)
			require.Contains(t, string(partOf(t, b, "xl/tables/table1.xml")), ref)
		})
	}
}

func TestSameReportSameBytes(t *testing.T) {
	for lang, p := range languages {
		t.Run(lang, func(t *testing.T) {
			require.True(t, bytes.Equal(written(t, sample(events(3000)), p), written(t, sample(events(3000)), p)))
		})
	}
}

func TestRefusesWhatExcelCannotHold(t *testing.T) {
	tall := spec.Register[struct{}]{Columns: []spec.Column[struct{}]{{Kind: spec.Ordinal}}, Rows: make([]struct{}, 1<<20)}
	wide := spec.Register[int]{Columns: make([]spec.Column[int], 1<<14+1)}
	for name, block := range map[string]spec.Block{"rows": tall, "columns": wide} {
		t.Run(name, func(t *testing.T) {
			r := spec.Report{Sheets: []spec.Sheet{{Name: "S", Blocks: []spec.Block{block}}}}
			err := xlsx.Write(context.Background(), &bytes.Buffer{}, r, languages["en"])
			require.ErrorIs(t, err, xlsx.ErrTooLarge)
		})
	}
	require.Error(t, xlsx.Write(context.Background(), &bytes.Buffer{}, spec.Report{}, languages["en"]))
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	list := register(events(50_000))
	list.Columns[3].Value = func(e event) spec.Value {
		if e.people == 39 {
			cancel() // while the rows are written
		}
		return spec.Str(e.name)
	}
	list.Columns[3].Total = spec.None
	r := spec.Report{Sheets: []spec.Sheet{{Name: "S", Blocks: []spec.Block{list}}}}
	require.ErrorIs(t, xlsx.Write(ctx, &bytes.Buffer{}, r, languages["en"]), context.Canceled)
}

// single is a report with one column of texts and nothing else.
func single(texts ...string) spec.Report {
	list := spec.Register[string]{
		Columns: []spec.Column[string]{{Title: "Text", Value: spec.Str}},
		Rows:    texts,
	}
	return spec.Report{Title: "Report", Sheets: []spec.Sheet{{Name: "Texts", Blocks: []spec.Block{list}}}}
}

func TestTexts(t *testing.T) {
	for name, test := range map[string]struct{ in, out string }{
		"a formula stays text":      {`=1+HYPERLINK("http://x")`, `=1+HYPERLINK("http://x")`},
		"digits stay text":          {"00123456789012345", "00123456789012345"},
		"spaces at the ends":        {"  a b  ", "  a b  "},
		"lines and tabs":            {"a\nb\tc", "a\nb\tc"},
		"line ends of all kinds":    {"a\r\nb\rc\vd\fe", "a\nb\nc\nd\ne"},
		"control characters":        {"a\x00b\x1fc", "a\uFFFDb\uFFFDc"},
		"no characters":             {"a\uFFFEb\uFFFFc", "a\uFFFDb\uFFFDc"},
		"broken UTF-8":              {"a\xffb", "a\uFFFDb"},
		"Excel's own escape":        {"_x0041_ _x000D_", "_x0041_ _x000D_"},
		"marks of XML":              {`<a href="x">&amp;</a>`, `<a href="x">&amp;</a>`},
		"Kazakh and beyond the BMP": {"Әлеуметтік 🤝 көмек", "Әлеуметтік 🤝 көмек"},
		"as long as Excel holds":    {strings.Repeat("я", 32767), strings.Repeat("я", 32767)},
		"longer":                    {strings.Repeat("я", 40_000), strings.Repeat("я", 32766) + "…"},
		"a pair at the end":         {strings.Repeat("🤝", 20_000), strings.Repeat("🤝", 16383) + "…"},
	} {
		t.Run(name, func(t *testing.T) {
			f := reopened(t, written(t, single(test.in), languages["en"]))
			got, err := f.GetCellValue("Texts", "A4")
			require.NoError(t, err)
			require.Equal(t, test.out, got)
			kind, err := f.GetCellType("Texts", "A4")
			require.NoError(t, err)
			require.Equal(t, excelize.CellTypeSharedString, kind)
			formula, err := f.GetCellFormula("Texts", "A4")
			require.NoError(t, err)
			require.Empty(t, formula)
		})
	}
}

func FuzzTexts(f *testing.F) {
	for _, s := range []string{"", "=1", "\x00", "_x000A_", "a\r\nb", " ", "\xed\xa0\x80", "]]>", "🤝", "A1:B2"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		r := single(text, text+"2")
		r.Title, r.Organisation, r.Period, r.Note = title, text, text, title
		r.Signers = []spec.Signer{{Role: title, Name: text}}
		list := r.Sheets[0].Blocks[0].(spec.Register[string])
		list.Columns = append(list.Columns, spec.Column[string]{Title: title, Total: spec.CountRows, Value: spec.Str})
		matrix := spec.Matrix{
			Title: title, Corner: text, Columns: spec.Heads(spec.Count, spec.Sum, title, title), Across: true,
			Rows: []spec.Row{{Label: text, Values: []spec.Value{spec.Int(1)}}}, Chart: &spec.Chart{Title: text},
		}
		notes := spec.Notes{Title: text, Lines: []spec.Note{{Term: title, Text: text}}}
		r.Sheets = []spec.Sheet{
			{Name: title, Note: text, Blocks: []spec.Block{list}},
			{Name: title, Title: text, Blocks: []spec.Block{matrix, notes}},
		}
		f := reopened(t, written(t, r, languages["en"]))
		require.Equal(t, 2, f.SheetCount)
	})
}

func TestSheetNames(t *testing.T) {
	long := strings.Repeat("Іс-шаралар ", 4)
	sheets := []spec.Sheet{
		{Name: "Жиынтық / Свод"},
		{Name: "жиынтық / СВОД"},
		{Name: "History"},
		{Name: "[a]:b*c?"},
		{Name: "'quoted'"},
		{Name: ""},
		{Name: long},
		{Name: long},
		{Name: long + " / " + long},
		{Name: strings.Repeat("🤝", 20)},
	}
	f := reopened(t, written(t, spec.Report{Title: "R", Sheets: sheets}, languages["kk"]))
	require.Equal(t, []string{
		"Жиынтық · Свод", "жиынтық · СВОД 2", "_ History", "-a--b-c-", "quoted",
		"_", "Іс-шаралар Іс-шаралар Іс-шарал…", "Іс-шаралар Іс-шаралар Іс-шар… 2", "Іс-шаралар Іс-шаралар Іс-шар… 3", "🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝…",
	}, f.GetSheetList())
}

func TestHeadingsInTwoLanguages(t *testing.T) {
	f := reopened(t, written(t, sample(events(3)), languages["kk+ru"]))
	summary := rows(t, f, 0)
	for _, text := range []string{"Көрсеткіш / Показатель", "Барлығы / Всего", "Код", "Басшы / Руководитель"} {
		find(t, summary, text)
	}
	require.Equal(t, "«Үлгі» дағдарыс орталығы · БСН / БИН 000141000012 · Алматы", summary[1][0])
	require.Equal(t, "2026 жылғы III тоқсан · Деректер күні / Данные на: 22.11.2026 18:05", summary[2][0])
}

func TestDatesAreAlmatysDays(t *testing.T) {
	late := time.Date(2026, 11, 21, 20, 30, 0, 0, time.UTC) // 01:30 of the next day in Almaty
	list := spec.Register[time.Time]{
		Columns: []spec.Column[time.Time]{
			{Title: "Day", Kind: spec.Date, Value: spec.Day},
			{Title: "Moment", Kind: spec.Stamp, Value: spec.Moment},
		},
		Rows: []time.Time{late, {}, time.Date(1890, 5, 1, 0, 0, 0, 0, time.UTC)},
	}
	r := spec.Report{Title: "R", Sheets: []spec.Sheet{{Name: "S", Blocks: []spec.Block{list}}}}
	b := written(t, r, languages["ru"])
	f, err := excelize.OpenReader(bytes.NewReader(b))
	require.NoError(t, err)
	defer f.Close()
	all := rows(t, f, 0)
	require.Equal(t, []string{"21.11.2026", "22.11.2026 01:30"}, all[3])
	require.Empty(t, cell(all, 4, 0))
	require.Equal(t, "01.05.1890", cell(all, 5, 0), "before Excel's calendar a text")
}

func TestProperties(t *testing.T) {
	f := reopened(t, written(t, sample(events(3)), locale.New("kk")))
	props, err := f.GetDocProps()
	require.NoError(t, err)
	require.Equal(t, "Волонтерлік қызмет туралы есеп", props.Title)
	require.Equal(t, "«Үлгі» дағдарыс орталығы", props.Creator)
	require.Equal(t, "«Үлгі» дағдарыс орталығы", props.LastModifiedBy)
	require.Equal(t, "2026-11-22T13:05:00Z", props.Created)
	app, err := f.GetAppProps()
	require.NoError(t, err)
	require.Equal(t, "Saya", app.Application)
}

func TestPrint(t *testing.T) {
	f := reopened(t, written(t, sample(events(3)), locale.New("kk")))
	for _, name := range f.GetSheetList() {
		page, err := f.GetPageLayout(name)
		require.NoError(t, err)
		require.Equal(t, 9, *page.Size)
		require.Equal(t, "landscape", *page.Orientation)
		require.Equal(t, 1, *page.FitToWidth)
		require.Equal(t, 0, *page.FitToHeight)
		foot, err := f.GetHeaderFooter(name)
		require.NoError(t, err)
		require.Contains(t, foot.OddFooter, "&P / &N")
		require.NotContains(t, foot.OddFooter, "А. Үлгі", "no names on paper but under the report")
	}
	panes, err := f.GetPanes("Іс-шаралар")
	require.NoError(t, err)
	require.True(t, panes.Freeze)
	require.Equal(t, 6, panes.YSplit)
	require.Equal(t, []excelize.DefinedName{{Name: "_xlnm.Print_Titles", RefersTo: "'Іс-шаралар'!$6:$6", Scope: "Іс-шаралар"}}, f.GetDefinedName())
}

func TestCodesAreTextsWithoutWarning(t *testing.T) {
	b := written(t, sample(events(3)), locale.New("kk"))
	f := reopened(t, b)
	id, err := f.GetCellStyle("Іс-шаралар", "E7")
	require.NoError(t, err)
	style, err := f.GetStyle(id)
	require.NoError(t, err)
	require.Equal(t, 49, style.NumFmt, "@")
	require.Contains(t, string(partOf(t, b, "xl/worksheets/sheet2.xml")), `<ignoredError sqref="A7:J9" numberStoredAsText="true">`)
}

func TestFormulasBringTheirValues(t *testing.T) {
	b := written(t, sample(events(3)), locale.New("kk"))
	sheet := string(partOf(t, b, "xl/worksheets/sheet2.xml"))
	require.Regexp(t, `<f>SUBTOTAL\(109,List_1\[Сағат\]\)</f><v>2.5</v>`, sheet)
	require.Regexp(t, `<f>SUBTOTAL\(103,List_1\[Атауы\]\)</f><v>3</v>`, sheet)
	require.Contains(t, string(partOf(t, b, "xl/worksheets/sheet3.xml")), `<f>SUM(B8:D8)</f><v>50</v>`)
}
