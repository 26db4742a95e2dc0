package sheetin_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/sheetin"
)

// FuzzWorkbook reads broken workbooks: whole files, and, because a changed archive seldom opens, sheets and shared
// strings that are put into one.
func FuzzWorkbook(f *testing.F) {
	files, err := filepath.Glob(kept("*.xlsx"))
	require.NoError(f, err)
	for _, path := range files {
		content, err := os.ReadFile(path)
		require.NoError(f, err)
		f.Add(content, "", "")
	}
	f.Add([]byte{}, `<worksheet><sheetData>`+oneCell+`<row r="2"><c r="B2" t="inlineStr"><is><r><t>a &amp; b</t></r></is></c><c><f>A1</f></c></row></sheetData>`+
		`<mergeCells><mergeCell ref="A1:C3"/></mergeCells></worksheet>`, `<sst><si><t>Фамилия_x000D_</t></si></sst>`)
	f.Add([]byte{}, `<x:worksheet><!-- --><x:sheetData><x:row><x:c t='b'><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c><x:v>1E10</x:v></x:c></x:row></x:sheetData></x:worksheet>`, `<sst/>`)
	f.Fuzz(func(t *testing.T, whole []byte, sheet, shared string) {
		if sheet != "" {
			whole = minimal("").with("xl/worksheets/sheet1.xml", sheet).with("xl/sharedStrings.xml", shared).zip(t)
		}
		fuzz(t, whole)
	})
}

// FuzzText reads texts in any encoding.
func FuzzText(f *testing.F) {
	for _, pattern := range []string{"*.csv", "*.txt"} {
		files, err := filepath.Glob(kept(pattern))
		require.NoError(f, err)
		for _, path := range files {
			content, err := os.ReadFile(path)
			require.NoError(f, err)
			f.Add(content)
		}
	}
	f.Add([]byte("sep=;\n\"a\";\"b\nc\"\n\n\"d"))
	f.Fuzz(func(t *testing.T, content []byte) { fuzz(t, content) })
}

// fuzz reads what a file could hold and uses everything of it: nothing may panic, and what is read keeps its promises.
func fuzz(t *testing.T, content []byte) {
	if len(content) == 0 {
		return
	}
	file, err := sheetin.ReadContent(context.Background(), bytes.NewReader(content), int64(len(content)))
	if err != nil {
		require.NotEmpty(t, data.Refusals(err), "a sentence for every file that cannot be read")
		require.Empty(t, file.Sheets)
		return
	}
	require.NotEmpty(t, file.Sheets)
	for _, s := range file.Sheets {
		require.NotEmpty(t, s.Rows)
		require.NotEmpty(t, s.Rows[len(s.Rows)-1], "trailing rows are cut")
		for _, row := range s.Rows {
			checkRow(t, row)
		}
		checkTable(t, sheetin.At(s, len(s.Rows)/2, 2))
		if table, ok := sheetin.Find(s, func(title string) bool { return strings.ContainsAny(title, "аеиaei") }); ok {
			require.Positive(t, table.Header)
			checkTable(t, table)
		}
	}
}

func checkRow(t *testing.T, row []sheetin.Cell) {
	require.LessOrEqual(t, len(row), sheetin.MaxColumns)
	if len(row) > 0 {
		require.NotEqual(t, sheetin.Empty, row[len(row)-1].Kind, "trailing cells are cut")
	}
	for _, c := range row {
		require.Equal(t, c.Kind == sheetin.Empty || c.Kind == sheetin.Unvalued, c.Text == "", "%#v", c)
		if c.Kind == sheetin.Text {
			require.Equal(t, data.Text(c.Text), c.Text, "texts are clean")
		}
		from, to, ok := sheetin.Span(c)
		require.True(t, !ok || 0 <= from && from < 24*60 && -1 <= to && to <= 24*60, "%q: %d %d", c.Text, from, to)
		for _, part := range sheetin.Parts(c) {
			require.NotEmpty(t, part)
		}
	}
}

func checkTable(t *testing.T, table sheetin.Table) {
	for _, line := range table.Lines {
		require.Len(t, line.Cells, len(table.Titles))
		for _, c := range line.Cells {
			if day, ok := table.Date(c); ok {
				require.True(t, day.Valid(), "%q: %s", c.Text, day)
			}
		}
	}
}
