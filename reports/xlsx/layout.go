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
)

// page is a sheet with every part in its place. Rows and columns count from 1.
type page struct {
	name    string
	title   string   // row 1
	lines   []string // rows under the title
	notes   int      // how many of the last lines are notes
	blocks  []placed
	signers []spec.Signer
	signRow int       // first signer; 0: none
	label   int       // column of the row labels, where signers stand too
	widths  []float64 // of columns, in characters
	heights map[int]float64
	lastRow int
	breaks  []int // rows that begin a printed page
	hidden  bool
	offers  map[string]string // where the choices of an input stand, by [offerKey]
}

// placed is a table on its sheet.
type placed struct {
	spec.Table
	id       int      // of the Excel table, from 1; 0: none
	titles   []string // printed heads
	labels   []string // printed texts of the first column, where there is a chart
	left     int
	titleRow int // 0: no title
	headRow  int // 0: no header
	first    int // first row of the body
	rows     int // rows of the body, at least one for an Excel table
	totalRow int // 0: no totals
	after    int // the row after everything, the chart included
	spot     spot
}

func (b *placed) last() int  { return b.first + b.rows - 1 }
func (b *placed) right() int { return b.left + len(b.Columns) - 1 }

func (b *placed) top() int {
	if b.titleRow > 0 {
		return b.titleRow
	}
	return max(b.headRow, b.first-1)
}

// alone returns the Excel table that has the sheet to itself, nil otherwise.
func (g *page) alone() *placed {
	if len(g.blocks) == 1 && g.blocks[0].Form == spec.List {
		return &g.blocks[0]
	}
	return nil
}

// lastCol is the last column with a cell in it.
func (g *page) lastCol() int { return max(1, len(g.widths)) }

// layout places the report's sheets.
func layout(r spec.Report, p spec.Printer) ([]page, error) {
	pages := make([]page, len(r.Sheets))
	taken := newNames(maxName)
	tables := 0
	for i, s := range r.Sheets {
		g := &pages[i]
		g.name = taken.unique(sheetName(p.T(s.Name)))
		g.head(r, s, p)
		if i == 0 {
			g.signers = r.Signers
		}
		if err := g.place(s.Blocks, p, &tables); err != nil {
			return nil, err
		}
		g.setBreaks()
	}
	return addOffers(pages, taken, p)
}

// head sets the lines that say whose report it is and for what time.
func (g *page) head(r spec.Report, s spec.Sheet, p spec.Printer) {
	g.title = oneLine(p.T(r.Title))
	if s.Title != "" {
		g.title = oneLine(p.T(s.Title))
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
	facts := len(g.lines)
	g.addLine(p.T(s.Note))
	g.addLine(p.T(r.Note))
	g.notes = len(g.lines) - facts
}

func (g *page) addLine(parts ...string) {
	var kept []string
	for _, part := range parts {
		if part = oneLine(part); part != "" {
			kept = append(kept, part)
		}
	}
	if len(kept) > 0 {
		g.lines = append(g.lines, strings.Join(kept, " · "))
	}
}

// place sets the blocks under each other, one row apart.
func (g *page) place(blocks []spec.Block, p spec.Printer, tables *int) error {
	for _, b := range blocks {
		g.blocks = append(g.blocks, placed{Table: b.Table()})
	}
	g.setColumns(p)
	if len(g.widths) > maxCols {
		return ErrTooLarge
	}
	g.setHeadHeights()
	row := 1 + len(g.lines) + 2
	for i := range g.blocks {
		b := &g.blocks[i]
		if b.Form == spec.List {
			*tables++
			b.id = *tables
		}
		b.after = b.put(row, p)
		g.setHeights(b, p)
		g.placeChart(b)
		row = b.after + 1
	}
	if len(g.signers) > 0 {
		g.signRow = row + 1
		for i := range g.signers {
			g.heights[g.signRow+2*i] = 22
		}
	}
	if g.lastRow = g.end(); g.lastRow > maxRows {
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
	if b.Chart != nil {
		for row := range b.Len {
			b.labels = append(b.labels, b.Cell(row, 0).Text(p))
		}
	}
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

// printTitles prints the heads. The columns of an Excel table must have names,
// no two the same; the signs that formulas would have to escape are replaced.
func printTitles(heads []spec.Head, form spec.Form, p spec.Printer) []string {
	plain := strings.NewReplacer("[", "(", "]", ")", "#", "№", "'", "’", "@", "＠")
	titles := make([]string, len(heads))
	taken := newNames(maxHeader)
	for i, h := range heads {
		titles[i] = oneLine(p.T(h.Title))
		if form != spec.List {
			continue
		}
		if titles[i] = plain.Replace(titles[i]); titles[i] == "" {
			titles[i] = "№"
		}
		titles[i] = taken.unique(titles[i])
	}
	return titles
}

// setColumns gives every block its left column and every column the width of
// its widest block. Prose beside tables takes the columns as they are.
func (g *page) setColumns(p spec.Printer) {
	g.label = 1
	prose := true
	for _, b := range g.blocks {
		prose = prose && b.Form == spec.Prose
		if coded(b.Table) {
			g.label = 2 // labels stand under the indicators, after their codes
		}
	}
	for i := range g.blocks {
		b := &g.blocks[i]
		b.left = g.label
		if b.Form == spec.List || coded(b.Table) {
			b.left = 1
		}
		for col := range b.Columns {
			if b.Form == spec.Prose && !prose && col > 0 {
				continue
			}
			g.widen(b.left+col, columnChars(b, col, p))
		}
	}
	if len(g.signers) > 0 {
		g.widen(g.label+2, 12)
	}
}

// coded reports whether a grid begins with codes, as Figures do.
func coded(t spec.Table) bool {
	return t.Form == spec.Grid && len(t.Columns) > 0 && t.Columns[0].Kind == spec.Code
}

func (g *page) widen(col int, chars float64) {
	for len(g.widths) < col {
		g.widths = append(g.widths, 12)
	}
	g.widths[col-1] = min(max(g.widths[col-1], chars), 255)
}

// end is the last row with a cell in it.
func (g *page) end() int {
	end := 1 + len(g.lines)
	for i := range g.blocks {
		b := &g.blocks[i]
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
