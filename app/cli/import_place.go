package cli

import (
	"fmt"
	"slices"
	"strings"

	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
)

// place says where in a file something is. Nothing of what the file holds is printed: terminals are logged.
type place struct {
	*call
	file string
	src  imports.Source
}

// sayLeftOut names the columns that were not understood.
func (p place) sayLeftOut() {
	var letters []string
	for i, f := range p.src.Mapping {
		if f == "" && p.src.Table.Titles[i] != "" {
			letters = append(letters, letter(i))
		}
	}
	if len(letters) > 0 {
		fmt.Fprintln(p.Err, p.at(p.src.Table.Header)+": "+p.text.T("cli.columns_left_out", "Columns", joined(letters)))
	}
}

// sayRow says why a row was left out, if it was.
func (p place) sayRow(row imports.Row) {
	switch row.Outcome {
	case imports.Doubtful:
		fmt.Fprintln(p.Err, p.at(row.Line)+": "+p.text.T("cli.doubtful"))
	case imports.Rejected:
		var lines []string
		for _, e := range row.Problems {
			lines = append(lines, p.at(row.Line)+p.column(e.Field)+": "+p.text.T(e.Key, withoutValues(p.text, e.Args)...))
		}
		for _, line := range slices.Compact(lines) { // two telephones can be wrong in the same way
			fmt.Fprintln(p.Err, line)
		}
	}
}

// at names file, sheet and row.
func (p place) at(row int) string {
	if p.src.Table.Sheet == "" {
		return p.file + ", " + p.text.T("cli.row", "Row", row)
	}
	return p.file + ", " + p.text.T("cli.sheet", "Sheet", p.src.Table.Sheet) + ", " + p.text.T("cli.row", "Row", row)
}

// column names the column of a field by its letter and label.
func (p place) column(field string) string {
	if field == "" {
		return ""
	}
	label := p.text.T("field." + field)
	i := slices.Index(p.src.Mapping, imports.Field(field))
	if i < 0 {
		return ", " + label
	}
	return ", " + p.text.T("cli.column", "Letter", letter(i), "Field", label)
}

// withoutValues puts dots for every argument of a sentence that may come from a cell or a record: numbers, days, times
// and texts of the program stay.
func withoutValues(text *locale.Printer, args []any) []any {
	out := slices.Clone(args)
	for i := 1; i < len(out); i += 2 {
		switch v := out[i].(type) {
		case int, int64, data.Date, data.Local:
		case string:
			if !text.Has(v) {
				out[i] = "…"
			}
		default:
			out[i] = "…"
		}
	}
	return out
}

// letter names a column, from 0, as spreadsheets do: A ... Z, AA.
func letter(i int) string {
	var b strings.Builder
	if i >= 26 {
		b.WriteString(letter(i/26 - 1))
	}
	b.WriteByte(byte('A' + i%26))
	return b.String()
}
