package journey_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/assets/locale"
	"saya/data"
)

// book is a workbook in the hands of somebody with Excel.
type book struct {
	t      testing.TB
	file   *excelize.File
	sheet  string
	titles []string
	header int // the row of the titles, 1-based
}

// openBook opens a workbook whose table begins with the row that holds a title.
func openBook(t testing.TB, path, title string) *book {
	t.Helper()
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	b := &book{t: t, file: f, sheet: f.GetSheetName(0)}
	rows, err := f.GetRows(b.sheet)
	require.NoError(t, err)
	at := slices.IndexFunc(rows, func(cells []string) bool { return slices.Contains(cells, title) })
	require.GreaterOrEqual(t, at, 0, "no title %s in %v", title, rows)
	b.titles, b.header = rows[at], at+1
	return b
}

// cell is the name of the cell of the n-th row under a title.
func (b *book) cell(title string, n int) string {
	b.t.Helper()
	at := slices.Index(b.titles, title)
	require.GreaterOrEqual(b.t, at, 0, "no title %s in %v", title, b.titles)
	name, err := excelize.CoordinatesToCellName(at+1, b.header+n)
	require.NoError(b.t, err)
	return name
}

// write writes into the n-th row under a title.
func (b *book) write(title string, n int, value any) {
	b.t.Helper()
	require.NoError(b.t, b.file.SetCellValue(b.sheet, b.cell(title, n), value))
}

// pick takes one of what the drop-down of a cell offers and returns it.
func (b *book) pick(title string, n, nth int) string {
	b.t.Helper()
	validations, err := b.file.GetDataValidations(b.sheet)
	require.NoError(b.t, err)
	cell := b.cell(title, n)
	for _, v := range validations {
		if v.Type != "list" || !covers(b.t, v.Sqref, cell) {
			continue
		}
		sheet, area, _ := strings.Cut(v.Formula1, "!")
		first, _, _ := strings.Cut(strings.ReplaceAll(area, "$", ""), ":")
		col, row, err := excelize.CellNameToCoordinates(first)
		require.NoError(b.t, err)
		name, err := excelize.CoordinatesToCellName(col, row+nth)
		require.NoError(b.t, err)
		text, err := b.file.GetCellValue(strings.Trim(sheet, "'"), name)
		require.NoError(b.t, err)
		require.NotEmpty(b.t, text)
		b.write(title, n, text)
		return text
	}
	b.t.Fatalf("no drop-down at %s", cell)
	return ""
}

func (b *book) save() {
	b.t.Helper()
	require.NoError(b.t, b.file.Save())
	require.NoError(b.t, b.file.Close())
}

// covers tells whether an area such as B6:B205 holds a cell.
func covers(t testing.TB, area, cell string) bool {
	t.Helper()
	from, to, _ := strings.Cut(area, ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	require.NoError(t, err)
	right, bottom, err := excelize.CellNameToCoordinates(to)
	require.NoError(t, err)
	col, row, err := excelize.CellNameToCoordinates(cell)
	require.NoError(t, err)
	return left <= col && col <= right && top <= row && row <= bottom
}

// saveTo answers the dialog that asks for a folder, and returns the one file that was written there.
func (h *hand) saveTo(dir string) string {
	h.t.Helper()
	h.fill("folder", dir)
	h.press("common.save")
	h.press("common.close")
	files, err := filepath.Glob(filepath.Join(dir, "*.xlsx"))
	require.NoError(h.t, err)
	require.Len(h.t, files, 1)
	return files[0]
}

// The rows that were not taken are saved as a workbook, corrected in Excel, and come in without a question.
func TestJourneyOfTheErrorWorkbook(t *testing.T) {
	h := newHand(t, locale.Russian)
	before := h.all()
	h.shell.Open("volunteers", 0)
	h.press("page.import")
	h.drop(old(t, "список.csv", messy))
	h.press("importpage.compare")
	h.press("importpage.apply", "Count", 2)
	h.press("importpage.left_yes")
	require.Equal(t, before+2, h.all())
	h.press("importpage.save_rest")
	path := h.saveTo(t.TempDir())
	exports, err := h.store.Exports(context.Background(), 0)
	require.NoError(t, err)
	require.Len(t, exports, 1, "a file with people leaves a trace")
	require.Equal(t, filepath.Base(path), exports[0].FileName)

	rest := openBook(t, path, "ФИО")
	text, err := rest.file.GetCellValue(rest.sheet, rest.cell("ФИО", 1))
	require.NoError(t, err)
	require.Equal(t, "Тайжанова Мария", text)
	rest.write("Дата рожд.", 1, "28.02.1990")
	rest.write("Тел.", 2, "8 799 000 00 13")
	rest.save()

	h.drop(path)
	require.Contains(t, h.form().Snapshot()["kind"], "volunteers")
	h.press("importpage.compare")
	h.press("importpage.apply", "Count", 2)
	require.Equal(t, before+4, h.all(), "nothing is left to ask about")
	require.Equal(t, data.NewDate(1990, 2, 28), h.known("Тайжанова Мария").Birth)
	require.Equal(t, data.List{"+77990000013"}, h.known("Тайбекова Дина").Phones)

	h.drop(path)
	h.press("importpage.compare")
	require.True(t, h.shows("Без изменений 2"), "twice makes nobody twice")
	require.Equal(t, before+4, h.all())
}

// The form that the program makes is filled in by several people, and comes back as their applications.
func TestJourneyOfTheForm(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			h := newHand(t, lang)
			h.shell.Open("applications", 0)
			h.press("page.import")
			h.press("importpage.form")
			path := h.saveTo(t.TempDir())
			direction := h.fillForm(path)

			h.drop(path)
			require.Contains(t, h.form().Snapshot()["kind"], "applications")
			before := h.applications("")
			h.press("importpage.compare")
			h.press("importpage.apply", "Count", 3)
			require.Len(t, h.applications(""), len(before)+3)

			first := h.application("Тайнаева")
			require.Equal(t, "Айгүл", first.Given)
			require.Equal(t, data.NewDate(2004, 5, 14), first.Birth)
			require.Equal(t, data.Female, first.Sex)
			require.Equal(t, data.List{"+77990000031", "+77990000032"}, first.Phones)
			require.Equal(t, []string{direction}, h.directions(first))
			require.Len(t, first.Languages, 2)
			require.Equal(t, data.NewDate(2026, 11, 20), first.ReceivedOn)
			require.Equal(t, data.Male, h.application("Тайқұлов").Sex)
			third := h.application("Тайбекова")
			require.Equal(t, until, third.ReceivedOn, "a day that is not given is today's")
			require.Equal(t, data.NewApplication, third.Status)

			h.press("importpage.look", "Section", h.text.T("shell.applications"))
			h.row(1)
		})
	}
}

// fillForm fills in the form for three people and returns the direction that the first one took from its drop-down.
func (h *hand) fillForm(path string) string {
	h.t.Helper()
	label := func(field string) string { return h.text.T("field." + field) }
	surname, given := label("surname")+" *", label("given")+" *"
	form := openBook(h.t, path, surname)
	form.write(surname, 1, "Тайнаева")
	form.write(given, 1, "Айгүл")
	form.write(label("birth"), 1, "14.05.2004")
	form.pick(label("sex"), 1, 0)
	form.pick(label("region"), 1, 17)
	form.write(label("phones"), 1, "8 799 000 00 31, 8 799 000 00 32")
	form.pick(label("languages")+" 1", 1, 0)
	form.pick(label("languages")+" 2", 1, 1)
	direction := form.pick(label("directions")+" 1", 1, 1)
	form.write(label("received_on"), 1, "20.11.2026")

	form.write(surname, 2, "Тайқұлов")
	form.write(given, 2, "Нұрлан")
	form.pick(label("sex"), 2, 1)
	form.pick(label("specialty"), 2, 1)
	form.write(label("email"), 2, "n@example.invalid")

	form.write(surname, 4, "Тайбекова") // a row is left empty between
	form.write(given, 4, "Дина")
	form.write(label("phones"), 4, "+7 799 000 00 33")
	form.save()
	return direction
}

func (h *hand) applications(search string) []int64 {
	h.t.Helper()
	ids, err := h.store.Applications(context.Background(), data.ApplicationFilter{Listing: data.Listing{Search: search}})
	require.NoError(h.t, err)
	return ids
}

// application is the only one found by a surname.
func (h *hand) application(surname string) data.Application {
	h.t.Helper()
	ids := h.applications(surname)
	require.Len(h.t, ids, 1, surname)
	a, err := h.store.Application(context.Background(), ids[0])
	require.NoError(h.t, err)
	return a
}

// directions are the names of the directions of an application, as lists show them.
func (h *hand) directions(a data.Application) []string {
	h.t.Helper()
	choices, err := h.store.Directions(context.Background())
	require.NoError(h.t, err)
	var out []string
	for _, c := range choices {
		if slices.Contains(a.Directions, c.Code) {
			out = append(out, c.Short.In(string(h.text.Lang())))
		}
	}
	return out
}
