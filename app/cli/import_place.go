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
	var columns []string
	for i, f := range p.src.Mapping {
		if title := p.src.Table.Titles[i]; f == "" && title != "" {
			columns = append(columns, letter(i)+" ("+title+")")
		}
	}
	if len(columns) > 0 {
		fmt.Fprintln(p.Err, p.at(p.src.Table.Header)+": "+p.text.T("cli.columns_left_out", "Columns", joined(columns)))
	}
}

// sayOthers names the sheets that hold a table and are not looked at.
func (p place) sayOthers(names []string) {
	if len(names) > 0 {
		fmt.Fprintln(p.Err, p.file+": "+p.text.T("cli.other_sheets", "Sheets", joined(names)))
	}
}

// sayRow says why a row was left out, if it was.
func (p place) sayRow(row imports.Row) {
	switch {
	case row.Outcome == imports.Rejected:
		p.sayAll(row.Line, row.Problems, func(sentence string) string { return sentence })
	case row.Outcome == imports.Doubtful && len(row.Candidates) > 0:
		fmt.Fprintln(p.Err, p.at(row.Line)+": "+p.text.T("cli.doubtful"))
	}
}

// sayWarnings says what is odd about a row that is taken all the same, or has to be confirmed, and returns how many
// things.
func (p place) sayWarnings(row imports.Row) int {
	if !slices.Contains([]imports.Outcome{imports.New, imports.Changed, imports.Doubtful}, row.Outcome) {
		return 0
	}
	return p.sayAll(row.Line, row.Warnings, func(sentence string) string { return p.text.T("cli.warning", "Text", sentence) })
}

// sayAll says something about the cells of a row, once where two cells are wrong in the same way, and returns how much.
func (p place) sayAll(row int, list []*data.Error, phrase func(sentence string) string) int {
	var lines []string
	for _, e := range list {
		lines = append(lines, p.at(row)+p.column(e.Field)+": "+phrase(p.text.T(e.Key, withoutValues(p.text, e.Args)...)))
	}
	lines = slices.Compact(lines)
	for _, line := range lines {
		fmt.Fprintln(p.Err, line)
	}
	return len(lines)
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
