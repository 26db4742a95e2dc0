package xlsx

import (
	"errors"
	"strings"

	"saya/reports/spec"
)

// ErrTooLarge says that a table has more rows or columns than Excel can hold.
var ErrTooLarge = errors.New("more rows or columns than a workbook holds")

const (
	maxRows = 1048576
	maxCols = 16384
	// pageChars is what fits an A4 page in landscape unscaled, in characters.
	pageChars = 130
)

// page is a sheet with every part in its place. Rows and columns count from 1.
type page struct {
	name    string
	title   string   // row 1
	lines   []string // rows under the title
	notes   int      // how many of the last lines are notes
	blocks  []placed
	signers []spec.Signer
	signRow int // first signer; 0: none
	label   int // column of the row labels, where signers stand too
	widths  []float64
	lastRow int
}

// placed is a table on its sheet.
type placed struct {
	spec.Table
	id       int      // of the Excel table, from 1; 0: none
	titles   []string // printed heads
	left     int
	titleRow int // 0: no title
	headRow  int // 0: no header
	first    int // first row of the body
	rows     int // rows of the body, at least one for an Excel table
	totalRow int // 0: no totals
	spot     spot
}

// spot is where a chart stands.
type spot struct{ col, row, chars, rows int }

func (b placed) last() int  { return b.first + b.rows - 1 }
func (b placed) right() int { return b.left + len(b.Columns) - 1 }

// alone returns the Excel table that has the sheet to itself.
func (p page) alone() (placed, bool) {
	if len(p.blocks) == 1 && p.blocks[0].Form == spec.List {
		return p.blocks[0], true
	}
	return placed{}, false
}

// layout places the report's sheets.
func layout(r spec.Report, p spec.Printer) ([]page, error) {
	pages := make([]page, len(r.Sheets))
	taken := newNames(maxName)
	tables := 0
	for i, s := range r.Sheets {
		pages[i] = page{name: taken.unique(sheetName(p.T(s.Name)))}
		pages[i].head(r, s, p)
		if i == 0 {
			pages[i].signers = r.Signers
		}
		if err := pages[i].place(s.Blocks, p, &tables); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// head sets the lines that say whose report it is and for what time.
func (g *page) head(r spec.Report, s spec.Sheet, p spec.Printer) {
	g.title = p.T(r.Title)
	if s.Title != "" {
		g.title = p.T(s.Title)
	}
	bin, asOf := "", ""
	if r.BIN != "" {
		bin = p.T("workbook.bin") + " " + r.BIN
	}
	if !r.DataAsOf.IsZero() {
		asOf = p.T("workbook.data_as_of") + ": " + spec.Moment(r.DataAsOf).Text(p)
	}
	g.addLine(r.Organisation, bin, r.Region)
	g.addLine(r.Period, asOf)
	g.notes = -len(g.lines)
	g.addLine(p.T(s.Note))
	g.addLine(p.T(r.Note))
	g.notes += len(g.lines)
}

func (g *page) addLine(parts ...string) {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	if len(kept) > 0 {
		g.lines = append(g.lines, strings.Join(kept, " · "))
	}
}

// place sets the blocks under each other, one row apart.
func (g *page) place(blocks []spec.Block, p spec.Printer, tables *int) error {
	g.label = 1
	for _, b := range blocks {
		if t := b.Table(); t.Form == spec.Grid && t.Columns[0].Kind == spec.Code {
			g.label = 2 // labels stand under the indicators, after their codes
		}
		g.blocks = append(g.blocks, placed{Table: b.Table()})
	}
	g.setWidths()
	row := 1 + len(g.lines) + 2
	for i := range g.blocks {
		b := &g.blocks[i]
		if b.Form == spec.List {
			*tables++
			b.id = *tables
		}
		row = b.put(row, p)
		row = max(row, g.placeChart(b)) + 1
	}
	if len(g.signers) > 0 {
		g.signRow = row + 1
		row = g.signRow + 2*len(g.signers)
	}
	g.lastRow = g.end()
	if row > maxRows || len(g.widths) > maxCols {
		return ErrTooLarge
	}
	return nil
}

// put places the block from a row on and returns the row after it.
func (b *placed) put(row int, p spec.Printer) int {
	if b.Title != "" {
		b.titleRow = row
		row++
	}
	b.titles = printTitles(b.Columns, b.Form, p)
	if b.Form != spec.Prose {
		b.headRow = row
		row++
	}
	b.first, b.rows = row, b.Len
	if b.Form == spec.List {
		b.rows = max(b.rows, 1)
	}
	row += b.rows
	if b.HasTotals() {
		b.totalRow = row
		row++
	}
	return row
}

// printTitles prints the heads; the columns of an Excel table must have names
// and no two the same.
func printTitles(heads []spec.Head, form spec.Form, p spec.Printer) []string {
	titles := make([]string, len(heads))
	taken := newNames(maxHeader)
	for i, h := range heads {
		titles[i] = oneLine(p.T(h.Title))
		if form != spec.List {
			continue
		}
		if titles[i] == "" {
			titles[i] = "№"
		}
		titles[i] = taken.unique(titles[i])
	}
	return titles
}

// setWidths gives every block its left column and every column the width of
// its widest block. Prose beside tables takes the columns as they are.
func (g *page) setWidths() {
	prose := true
	for _, b := range g.blocks {
		prose = prose && b.Form == spec.Prose
	}
	for i := range g.blocks {
		b := &g.blocks[i]
		b.left = g.label
		if b.Form == spec.List || b.Form == spec.Grid && b.Columns[0].Kind == spec.Code {
			b.left = 1
		}
		for col, h := range b.Columns {
			if b.Form == spec.Prose && !prose && col > 0 {
				continue
			}
			g.widen(b.left+col, h.Chars())
		}
	}
	if len(g.signers) > 0 {
		g.widen(g.label+2, 0)
	}
}

func (g *page) widen(col int, chars float64) {
	for len(g.widths) < col {
		g.widths = append(g.widths, 0)
	}
	g.widths[col-1] = max(g.widths[col-1], chars)
}

func (g *page) chars(from, to int) int {
	sum := 0.0
	for _, w := range g.widths[from-1 : to] {
		sum += w
	}
	return int(sum)
}

// placeChart sets the chart of a block beside it where there is room on the
// page, else under it, and returns the row after it.
func (g *page) placeChart(b *placed) int {
	if b.Chart == nil || b.Len == 0 {
		return 0
	}
	const gap, least, rows = 2, 50, 15
	used := g.chars(1, b.right())
	free := max(pageChars, g.chars(1, len(g.widths))) - used - gap
	b.spot = spot{col: b.right() + 1, row: b.headRow, chars: min(free, 90), rows: max(rows, min(b.rows+1, 24))}
	if free < least {
		b.spot.col, b.spot.row = b.left, b.first+b.rows+2
		b.spot.chars = min(g.chars(b.left, b.right()), pageChars)
		b.spot.rows = max(rows, min(b.rows, 20))
	}
	return b.spot.row + b.spot.rows
}

// end is the last row with a cell in it.
func (g *page) end() int {
	end := 1 + len(g.lines)
	for _, b := range g.blocks {
		end = max(end, b.titleRow, b.headRow, b.totalRow)
		if b.rows > 0 {
			end = max(end, b.last())
		}
	}
	if g.signRow > 0 {
		end = max(end, g.signRow+2*(len(g.signers)-1))
	}
	return end
}

// lastCol is the last column with a cell in it.
func (g *page) lastCol() int { return max(1, len(g.widths)) }
