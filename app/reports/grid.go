package reports

import (
	"cmp"

	"saya/reports/spec"
)

// sheet is a page of the workbook made ready for the screen.
type sheet struct {
	name, title, note string
	grids             []grid
}

// grid is a table made ready for the screen: headers, rows of texts, and which columns are numbers or codes.
type grid struct {
	title   string
	heads   []string
	numbers []bool
	codes   []bool
	rows    [][]string
	unread  func(row, col int) bool // whether a cell is blank because its text was not read
	prose   bool
	list    bool
	chart   chart
}

// chart is the chart of a table; one without bars is none.
type chart struct {
	title   string
	upright bool
	bars    []bar
}

// bar is one value of a chart.
type bar struct {
	label, text string
	value       float64
}

// sheets prepares the pages of a report.
func sheets(r spec.Report, p spec.Printer) []sheet {
	out := make([]sheet, len(r.Sheets))
	for i, s := range r.Sheets {
		out[i] = sheet{name: p.T(s.Name), title: p.T(cmp.Or(s.Title, r.Title)), note: p.T(s.Note)}
		for _, b := range s.Blocks {
			out[i].grids = append(out[i].grids, newGrid(b.Table(), p))
		}
	}
	return out
}

func newGrid(t spec.Table, p spec.Printer) grid {
	g := grid{title: p.T(t.Title), prose: t.Form == spec.Prose, list: t.Form == spec.List}
	g.unread = func(row, col int) bool { return row < t.Len && t.Cell(row, col).IsWithheld() }
	for _, h := range t.Columns {
		g.heads = append(g.heads, p.T(h.Title))
		g.numbers = append(g.numbers, h.Kind.Sums() || h.Kind == spec.Change || h.Kind == spec.Share)
		g.codes = append(g.codes, h.Kind == spec.Code)
	}
	for row := range t.Len {
		g.rows = append(g.rows, texts(len(t.Columns), p, func(col int) spec.Value { return t.Cell(row, col) }))
	}
	if totals := t.Totals(); totals != nil {
		g.rows = append(g.rows, texts(len(totals), p, func(col int) spec.Value { return totals[col] }))
	}
	if t.Chart != nil {
		g.chart = newChart(t, p)
	}
	return g
}

func texts(n int, p spec.Printer, cell func(int) spec.Value) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = cell(i).Text(p)
	}
	return out
}

// newChart draws the first column of figures of a chart against the labels, as the workbook does.
func newChart(t spec.Table, p spec.Printer) chart {
	column := 1
	for i, h := range t.Columns {
		if len(t.Chart.Columns) > 0 && h.Title == t.Chart.Columns[0] {
			column = i
		}
	}
	c := chart{
		title: p.T(cmp.Or(t.Chart.Title, t.Title)), upright: t.Chart.Form == spec.Pillars, bars: make([]bar, t.Len),
	}
	for row := range c.bars {
		v := t.Cell(row, column)
		c.bars[row] = bar{t.Cell(row, 0).Text(p), v.Text(p), float64(v.Int())}
	}
	return c
}
