package cli

import (
	"fmt"
	"slices"
	"strconv"

	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/reports"
)

// rowsListed is how many rows that were left out are listed one by one; the rest are summed up.
const rowsListed = 50

// place says where in a file something is. Of the file it prints the names of sheets and the titles of columns, which
// the options --sheet and --column take, and nothing of the rows below: terminals are logged.
type place struct {
	*call
	file string
	src  imports.Source
	more int // columns of the source that the file does not have: they come last
}

// sayLeftOut names the columns that were not understood.
func (p place) sayLeftOut() {
	var columns []string
	for i, f := range p.src.Mapping {
		if title := p.src.Table.Titles[i]; f == "" && title != "" {
			columns = append(columns, reports.ColumnLetters(i)+" ("+title+")")
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

// sayResult says what was left out, row by row, and what is odd about rows that are taken all the same.
func (p place) sayResult(r importResult, advice string) {
	for _, l := range r.LeftOut[:min(len(r.LeftOut), rowsListed)] {
		for _, reason := range l.Reasons {
			p.sayOf(repeated{reason: reason, Count: 1, Rows: []int{l.Row}}, l.Outcome == imports.Doubtful)
		}
	}
	p.sayRest(r.LeftOut[min(len(r.LeftOut), rowsListed):], advice)
	for _, w := range r.Warned {
		p.sayOf(*w, true)
	}
}

// sayRest sums up the rows that are too many to be listed.
func (p place) sayRest(rows []leftOut, advice string) {
	if len(rows) == 0 {
		return
	}
	var all [2]gathered // of rejected rows, of doubtful ones
	for _, l := range rows {
		of := &all[0]
		if l.Outcome == imports.Doubtful {
			of = &all[1]
		}
		for _, r := range l.Reasons {
			of.add(l.Row, r)
		}
	}
	fmt.Fprintln(p.Err, p.text.T("cli.more_rows", "Count", len(rows)))
	for i, of := range all {
		for _, r := range of.list {
			p.sayOf(*r, i == 1)
		}
	}
	if advice != "" {
		fmt.Fprintln(p.Err, advice)
	}
}

// sayOf says something of the cells of some rows; note tells that they may be right.
func (p place) sayOf(r repeated, note bool) {
	text := r.Text
	if note && r.Key != keyDoubtful {
		text = p.text.T("cli.warning", "Text", text)
	}
	fmt.Fprintln(p.Err, p.among(r)+p.column(r.reason)+": "+text)
}

// among names file, sheet and rows.
func (p place) among(r repeated) string {
	if r.Count == 1 {
		return p.at(r.Rows[0])
	}
	names := make([]string, len(r.Rows))
	for i, row := range r.Rows {
		names[i] = strconv.Itoa(row)
	}
	where := p.text.T("cli.rows", "Rows", joined(names))
	if rest := r.Count - len(r.Rows); rest > 0 {
		where = p.text.T("cli.rows_more", "Rows", joined(names), "Count", rest)
	}
	return p.sheet() + ", " + where
}

// at names file, sheet and row.
func (p place) at(row int) string { return p.sheet() + ", " + p.text.T("cli.row", "Row", row) }

// sheet names file and sheet.
func (p place) sheet() string {
	if p.src.Table.Sheet == "" {
		return p.file
	}
	return p.file + ", " + p.text.T("cli.sheet", "Sheet", p.src.Table.Sheet)
}

// column names the column of a field by its letter and label.
func (p place) column(r reason) string {
	if r.Field == "" {
		return ""
	}
	label := p.text.T("field." + r.Field)
	if r.Column == "" {
		return ", " + label
	}
	return ", " + p.text.T("cli.column", "Letter", r.Column, "Field", label)
}

// withoutValues puts dots for every argument of a sentence that may come from a cell or a record: numbers, days, times
// and texts of the program stay.
func withoutValues(text *locale.Printer, args []any) []any {
	out := slices.Clone(args)
	for i := 1; i < len(out); i += 2 {
		switch v := out[i].(type) {
		case int, int64, data.Date, data.Local, imports.RowNumbers:
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

// withoutArgs puts dots for every argument of a sentence but the texts of the program.
func withoutArgs(text *locale.Printer, args []any) []any {
	out := slices.Clone(args)
	for i := 1; i < len(out); i += 2 {
		if key, ok := out[i].(string); !ok || !text.Has(key) {
			out[i] = "…"
		}
	}
	return out
}
