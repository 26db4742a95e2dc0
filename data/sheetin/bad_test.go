package sheetin_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"saya/data"
	"saya/data/sheetin"
)

// refused reads a file that must be refused, holds the refusal to its key and to a full sentence in every language, and
// returns it.
func refused(t *testing.T, path, key string) *data.Error {
	t.Helper()
	f, err := sheetin.Read(context.Background(), path)
	var e *data.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, key, e.Key)
	require.Empty(t, f.Sheets)
	require.NotContains(t, err.Error(), filepath.Dir(path), "no path in what is logged")
	told := sentences(t)[e.Key]
	require.Len(t, told, 3)
	for lang, sentence := range told {
		require.Greater(t, strings.Count(sentence, " "), 6, lang)
		for _, arg := range regexp.MustCompile(`{{\.(\w+)}}`).FindAllStringSubmatch(sentence, -1) {
			require.Contains(t, e.Args, arg[1], "%s in %s", key, lang)
		}
	}
	return e
}

// sentences are the texts of the program that tell refusals, by key and language.
func sentences(t *testing.T) map[string]map[string]string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", "assets", "locale", "text", "sheetin.json"))
	require.NoError(t, err)
	var all map[string]map[string]string
	require.NoError(t, json.Unmarshal(content, &all))
	return all
}

// file writes a file with that content under a name that promises a table.
func file(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, content, 0o600))
	return path
}

// parts are the files inside a workbook.
type parts map[string]string

// minimal are the parts of a workbook with one sheet.
func minimal(sheet string) parts {
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	return parts{
		"[Content_Types].xml": head + `<Types/>`,
		"_rels/.rels":         head + `<Relationships><Relationship Id="r1" Type="` + relations + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     head + `<workbook><sheets><sheet name="Тізім" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": head + `<Relationships><Relationship Id="r1" Type="` + relations + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r2" Type="` + relations + `sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml":     head + `<sst><si><t>Фамилия</t></si></sst>`,
		"xl/worksheets/sheet1.xml": head + `<worksheet><sheetData>` + sheet + `</sheetData></worksheet>`,
	}
}

func (p parts) zip(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		part, err := w.Create(name)
		require.NoError(t, err)
		_, err = io.WriteString(part, p[name])
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

func (p parts) with(name, content string) parts {
	p[name] = content
	return p
}

const oneCell = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`

func TestMinimalWorkbookIsRead(t *testing.T) {
	f, err := sheetin.Read(context.Background(), file(t, "a.bin", minimal(oneCell).zip(t)))
	require.NoError(t, err)
	require.Equal(t, []sheetin.Sheet{{Name: "Тізім", Rows: [][]sheetin.Cell{{{Text: "Фамилия", Kind: sheetin.Text}}}}}, f.Sheets)
}

func TestFilesThatAreNoTables(t *testing.T) {
	whole := minimal(oneCell).zip(t)
	for name, c := range map[string]struct {
		content []byte
		key     string
	}{
		"empty":            {nil, "sheetin.empty"},
		"blank":            {[]byte("\xef\xbb\xbf \r\n \r\n"), "sheetin.empty"},
		"only separators":  {[]byte(";;;\n;;;\n"), "sheetin.empty"},
		"picture":          {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "sheetin.picture"},
		"photo":            {[]byte("\xff\xd8\xff\xe0\x00\x10JFIF"), "sheetin.picture"},
		"telephone photo":  {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "sheetin.picture"},
		"pdf":              {[]byte("%PDF-1.7\n%\xe2\xe3"), "sheetin.not_a_table"},
		"page named xls":   {[]byte("<html><body><table><tr><td>1</td></tr></table>"), "sheetin.not_a_table"},
		"binary":           {bytes.Repeat([]byte("\x01\x02\x03;\x80\x90\n"), 100), "sheetin.binary"},
		"zeros":            {[]byte("Фамилия;Имя\n\x00\x00\x00;\n"), "sheetin.binary"},
		"unknown letters":  {[]byte("name;city\n\xb1\xb6\xb7;\xb6\xb7\n"), "sheetin.binary"},
		"other archive":    {parts{"photos/1.txt": "x"}.zip(t), "sheetin.not_a_table"},
		"text document":    {parts{"[Content_Types].xml": "x", "_rels/.rels": "x", "word/document.xml": "x"}.zip(t), "sheetin.not_a_table"},
		"xlsb":             {parts{"_rels/.rels": "x", "xl/workbook.bin": "x"}.zip(t), "sheetin.xlsb"},
		"truncated":        {whole[:len(whole)/2], "sheetin.damaged"},
		"cut by a byte":    {whole[:len(whole)-40], "sheetin.damaged"},
		"only a beginning": {[]byte("PK\x03\x04"), "sheetin.damaged"},
		"unclosed XML":     {minimal(oneCell).with("xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+oneCell).zip(t), "sheetin.damaged"},
		"wrong string":     {minimal(`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`).zip(t), "sheetin.damaged"},
		"no sheet part":    {minimal(oneCell).with("xl/_rels/workbook.xml.rels", `<Relationships/>`).zip(t), "sheetin.empty"},
		"empty workbook":   {minimal("").zip(t), "sheetin.empty"},
		"entities":         {minimal(oneCell).with("xl/sharedStrings.xml", `<!DOCTYPE sst [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>`).zip(t), "sheetin.entities"},
		"unknown entity":   {minimal(oneCell).with("xl/sharedStrings.xml", `<sst><si><t>&a;</t></si></sst>`).zip(t), "sheetin.entities"},
		"outside entity":   {minimal(oneCell).with("xl/workbook.xml", `<!DOCTYPE a SYSTEM "file:///etc/hostname"><workbook/>`).zip(t), "sheetin.entities"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, file(t, "people.xlsx", c.content), c.key) })
	}
}

func TestOldAndOtherFormats(t *testing.T) {
	refused(t, kept("libreoffice-old.xls"), "sheetin.xls")
	refused(t, kept("libreoffice-events.ods"), "sheetin.ods")

	book := excelize.NewFile()
	path := filepath.Join(t.TempDir(), "people.xlsx")
	require.NoError(t, book.SaveAs(path, excelize.Options{Password: "invented"}))
	refused(t, path, "sheetin.encrypted")

	ole := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 1000)...)
	refused(t, file(t, "people.xls", ole), "sheetin.not_a_table")
}

func TestPlacesThatAreNoFiles(t *testing.T) {
	folder := t.TempDir()
	refused(t, folder, "sheetin.folder")
	e := refused(t, filepath.Join(folder, "Тестова Анна.xlsx"), "sheetin.missing")
	require.NotContains(t, e.Error(), "Тестова", "the name of a file can be that of a person")
}

func TestFilesThatTheSystemRefuses(t *testing.T) {
	for wrong, key := range map[error]string{
		fs.ErrPermission:    "sheetin.no_access",
		syscall.EACCES:      "sheetin.no_access",
		heldByAnother:       "sheetin.held",
		syscall.EIO:         "sheetin.unreadable",
		fs.ErrNotExist:      "sheetin.missing",
		io.ErrUnexpectedEOF: "sheetin.unreadable",
	} {
		err := sheetin.Unopened(&fs.PathError{Op: "open", Path: "/home/Тестова Анна.xlsx", Err: wrong})
		require.Equal(t, key, data.Refusals(err)[0].Key)
		require.NotContains(t, err.Error(), "Тестова", "the name of a file can be that of a person")
		require.NotEmpty(t, sentences(t)[key])
	}
}

// The macros of a workbook are parts that nobody reads.
func TestMacroWorkbookIsReadAndNotRun(t *testing.T) {
	content := minimal(oneCell).with("xl/vbaProject.bin", "\xd0\xcf\x11\xe0 not even a project").zip(t)
	f, err := sheetin.Read(context.Background(), file(t, "people.xlsm", content))
	require.NoError(t, err)
	require.Equal(t, "Фамилия", f.Sheets[0].Rows[0][0].Text)
}

func TestZipBombs(t *testing.T) {
	spaces := strings.Repeat(" ", 1<<20)
	t.Run("a part of many gigabytes", func(t *testing.T) {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for name, content := range minimal(oneCell) {
			part, err := w.Create(name)
			require.NoError(t, err)
			_, err = io.WriteString(part, content)
			require.NoError(t, err)
			for range 600 {
				if name == "xl/worksheets/sheet1.xml" {
					_, err = io.WriteString(part, spaces)
					require.NoError(t, err)
				}
			}
		}
		require.NoError(t, w.Close())
		require.Less(t, out.Len(), 2<<20)
		refused(t, file(t, "people.xlsx", out.Bytes()), "sheetin.bomb")
	})
	t.Run("a text of a megabyte", func(t *testing.T) {
		content := minimal(oneCell).with("xl/sharedStrings.xml", `<sst><si><t>`+spaces+spaces+`</t></si></sst>`)
		refused(t, file(t, "people.xlsx", content.zip(t)), "sheetin.bomb")
	})
	t.Run("merged areas over each other", func(t *testing.T) {
		rows := strings.Repeat(`<row><c r="A1" t="s"><v>0</v></c><c r="SF1"><v>1</v></c></row>`, 2000)
		content := minimal("").with("xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+rows+`</sheetData><mergeCells>`+
			strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 1000)+`</mergeCells></worksheet>`)
		refused(t, file(t, "people.xlsx", content.zip(t)), "sheetin.sheet_cells")
	})
}

func TestTooMuch(t *testing.T) {
	rows := strings.Repeat("Тестова;Анна\n", 2_000_000)
	require.Contains(t, refused(t, file(t, "people.csv", []byte(rows)), "sheetin.rows").Args, sheetin.MaxRows)
	blank := "Фамилия" + strings.Repeat("\n", 2_000_000) + "Тестова"
	refused(t, file(t, "people.csv", []byte(blank)), "sheetin.rows")
	content := minimal(strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 2_000_000)).zip(t)
	refused(t, file(t, "people.xlsx", content), "sheetin.sheet_rows")

	refused(t, file(t, "people.csv", []byte(strings.Repeat("a;", 999)+"a\n")), "sheetin.columns")
	content = minimal(`<row>` + strings.Repeat(`<c t="s"><v>0</v></c>`, 1000) + `</row>`).zip(t)
	require.Contains(t, refused(t, file(t, "people.xlsx", content), "sheetin.sheet_columns").Args, "Тізім")

	// Formatted cells without values are none.
	content = minimal(oneCell + `<row r="1048576"><c r="XFD1048576" s="1"/></row>`).zip(t)
	f, err := sheetin.Read(context.Background(), file(t, "people.xlsx", content))
	require.NoError(t, err)
	require.Len(t, f.Sheets[0].Rows, 1)

	sparse := minimal(strings.Repeat(`<row><c r="SF1"><v>1</v></c></row>`, 20_000)).zip(t)
	refused(t, file(t, "people.xlsx", sparse), "sheetin.sheet_cells")
	huge := filepath.Join(t.TempDir(), "people.csv")
	require.NoError(t, os.WriteFile(huge, []byte("a"), 0o600))
	require.NoError(t, os.Truncate(huge, sheetin.MaxMegabytes<<20+1))
	require.Contains(t, refused(t, huge, "sheetin.too_large").Args, sheetin.MaxMegabytes)
}

func TestLongestCell(t *testing.T) {
	fits := strings.Repeat("ә", sheetin.MaxCharacters)
	for _, c := range []struct {
		name, key string
		content   func(text string) []byte
	}{
		{"a.csv", "sheetin.long_cell", func(s string) []byte { return []byte("Имя;Заметка\nАнна;" + s + "\n") }},
		{"a.xlsx", "sheetin.sheet_long_cell", func(s string) []byte {
			return minimal(`<row r="1"><c r="B1" t="inlineStr"><is><t>Заметка</t></is></c></row><row r="2"><c r="B2" t="inlineStr"><is><t>` + s + `</t></is></c></row>`).zip(t)
		}},
		{"b.xlsx", "sheetin.sheet_long_cell", func(s string) []byte {
			return minimal(`<row r="1"><c r="B1"><v>1</v></c></row><row r="2"><c r="B2" t="s"><v>0</v></c></row>`).
				with("xl/sharedStrings.xml", `<sst><si><t>`+s+`</t></si></sst>`).zip(t)
		}},
	} {
		f, err := sheetin.Read(context.Background(), file(t, c.name, c.content(fits)))
		require.NoError(t, err)
		require.Equal(t, fits, f.Sheets[0].Rows[1][1].Text)
		require.Contains(t, refused(t, file(t, c.name, c.content(fits+"ә")), c.key).Args, 2)
	}
}

func TestQuotationMarkLeftOpen(t *testing.T) {
	e := refused(t, file(t, "people.csv", []byte("Фамилия;Имя\nТестова;Анна\nПробная;\"Ольга\nОбразцов;Пётр\n")), "sheetin.open_quote")
	require.Equal(t, []any{"Row", 3}, e.Args)
	long := "Фамилия;Имя\nПробная;\"Ольга\n" + strings.Repeat("Образцов;Пётр\n", 10_000)
	require.Equal(t, []any{"Row", 2}, refused(t, file(t, "people.csv", []byte(long)), "sheetin.open_quote").Args)
}

// Names in quotation marks that are not doubled must not swallow the row after them.
func TestQuotationMarksThatJoinRows(t *testing.T) {
	e := refused(t, file(t, "groups.csv", []byte("Название;Город\n\"Надежда\" фонд;Алматы\n\"Луч\";Астана\n")), "sheetin.open_quote")
	require.Equal(t, []any{"Row", 2}, e.Args)
	f, err := sheetin.Read(context.Background(), file(t, "groups.csv", []byte("Название;Город\nФонд \"Надежда\";Алматы\n\"Фонд \"\"Луч\"\"\";Астана\n")))
	require.NoError(t, err)
	require.Len(t, f.Sheets[0].Rows, 3)
	require.Equal(t, `Фонд "Луч"`, f.Sheets[0].Rows[2][0].Text)
}

func TestInvisibleSigns(t *testing.T) {
	f, err := sheetin.Read(context.Background(), file(t, "people.csv", []byte("Фами\u200bлия;И\u200dмя;\u2060\n\u00a0Тест\u00adова ;А\u202eнна;👩\u200d🔧\n")))
	require.NoError(t, err)
	require.Equal(t, "Фамилия", f.Sheets[0].Rows[0][0].Text)
	require.Equal(t, "Имя", f.Sheets[0].Rows[0][1].Text)
	require.Equal(t, []sheetin.Cell{{Text: "Тестова", Kind: sheetin.Text}, {Text: "Анна", Kind: sheetin.Text}, {Text: "👩\u200d🔧", Kind: sheetin.Text}}, f.Sheets[0].Rows[1])
}

func TestFailuresInTextFiles(t *testing.T) {
	f, err := sheetin.Read(context.Background(), file(t, "people.csv", []byte("Фамилия;Возраст\nТестова;#Н/Д\nПробная;#1\n")))
	require.NoError(t, err)
	require.Equal(t, sheetin.Cell{Text: "#Н/Д", Kind: sheetin.Failed}, f.Sheets[0].Rows[1][1])
	require.Equal(t, sheetin.Text, f.Sheets[0].Rows[2][1].Kind)
}

func TestNobodyWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, name := range []string{"openpyxl-titles-ru.xlsx", "excel-1251-ru.csv"} {
		_, err := sheetin.Read(ctx, kept(name))
		require.ErrorIs(t, err, context.Canceled, name)
	}
}

// Books of other programs: prefixes before names, both kinds of quotation marks, CDATA, UTF-16, no numbers of cells.
func TestOtherWaysToWriteTheSame(t *testing.T) {
	want := [][]sheetin.Cell{{{Text: "Фамилия", Kind: sheetin.Text}, {Text: "7.5", Kind: sheetin.Number}}, nil, {{}, {Text: "77010000001", Kind: sheetin.Number}}}
	for name, sheet := range map[string]string{
		"prefixes": `<x:worksheet xmlns:x='a>b'><x:sheetData><x:row r='1'><x:c r='A1' t='s'><x:v>0</x:v></x:c><x:c r='B1'><x:v>7.5</x:v></x:c></x:row>` +
			`<x:row r='3'><x:c r='B3'><x:v>7.7010000001E+10</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
		"no numbers": `<worksheet><!-- > --><sheetData><row><c t="inlineStr"><is><t><![CDATA[Фамилия]]></t></is></c><c t="n"><f>3*2.5</f><v>7.5</v></c></row><row/>` +
			`<row ><c /><c><v>77010000001</v></c></row></sheetData></worksheet>`,
		"runs": `<worksheet><sheetData><row><c t="inlineStr"><is><r><t>Фами</t></r><r><t>&#1083;&#x438;я</t></r><rPh><t>no</t></rPh></is></c><c><v>7.5</v></c></row>` +
			`<row r="3"><c r="B3"><v>77010000001</v></c></row></sheetData></worksheet>`,
	} {
		for encoding, encode := range map[string]func(string) string{"utf-8": func(s string) string { return s }, "bom": func(s string) string { return "\ufeff" + s }, "utf-16": utf16} {
			content := minimal("").with("xl/worksheets/sheet1.xml", encode(sheet)).zip(t)
			f, err := sheetin.Read(context.Background(), file(t, "a.xlsx", content))
			require.NoError(t, err, name+" "+encoding)
			require.Equal(t, want, f.Sheets[0].Rows, name+" "+encoding)
		}
	}
}

func utf16(s string) string {
	out := []byte{0xff, 0xfe}
	for _, r := range s {
		out = append(out, byte(r), byte(r>>8))
	}
	return string(out)
}

// The reader is held to another one: what excelize reads, cell by cell, is what we read.
func TestSameAsExcelize(t *testing.T) {
	files, err := filepath.Glob(kept("*.xlsx"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		f, err := sheetin.Read(context.Background(), path)
		require.NoError(t, err)
		book, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		for _, s := range f.Sheets {
			for i, row := range s.Rows {
				for j, cell := range row {
					if cell.Merged {
						continue
					}
					name, err := excelize.CoordinatesToCellName(j+1, i+1)
					require.NoError(t, err)
					value, err := book.GetCellValue(s.Name, name)
					require.NoError(t, err)
					require.Equal(t, data.Text(value), cell.Text, "%s %s %s", path, s.Name, name)
				}
			}
		}
		require.NoError(t, book.Close())
	}
}

func TestLongRunsOutsideOfCells(t *testing.T) {
	content := minimal("").with("xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+oneCell+strings.Repeat(" ", 2<<20)+`</sheetData></worksheet>`)
	refused(t, file(t, "people.xlsx", content.zip(t)), "sheetin.bomb")
}
