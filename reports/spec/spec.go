// Package spec holds a report as data: what the workbook and the preview in the
// window are both drawn from. A report names its sheets, a sheet its blocks;
// every block is a Table in the end, so whoever draws knows tables only.
//
// A title is a translation key or a ready text: what is no key is printed as it
// stands. Values are data in the language of the report already.
package spec

import "time"

// Report is one workbook.
type Report struct {
	Title        string // key or text
	Organisation string // name of the centre in the report's language
	BIN          string
	Region       string
	Period       string // ready text: the printer's Quarter, DateRange ...
	Note         string // key or text on every sheet, as "a sample centre, all people are invented"
	DataAsOf     time.Time
	Signers      []Signer // lines to sign under the first sheet
	Sheets       []Sheet
}

// Signer is a line to be signed.
type Signer struct {
	Role string // key or text: "workbook.head", "workbook.executor"
	Name string // may be empty: the line is filled in by hand
}

// Sheet is one page of the workbook, one tab of the preview.
type Sheet struct {
	Name   string // key or text on the tab
	Title  string // key or text above the blocks; empty: the title of the report
	Note   string // key or text under the title
	Blocks []Block
}

// Block is a part of a sheet: Register, Matrix, Figures or Notes.
type Block interface {
	Table() Table
}

// Form is the look of a table.
type Form uint8

// The forms of tables.
const (
	List  Form = iota // a table to sort and filter, its header repeated on every page when it has the sheet to itself
	Grid              // a small table with row labels, perhaps with a chart
	Prose             // terms and texts, no header
)

// Table is a block made ready to be drawn.
type Table struct {
	Title   string // key or text
	Form    Form
	Columns []Head
	Len     int                      // number of rows, the totals row not counted
	Cell    func(row, col int) Value // 0-based
	Chart   *Chart                   // nil: none
}

// Total says what stands under a column.
type Total uint8

// What may stand under a column.
const (
	None      Total = iota
	Label           // «Барлығы / Всего»
	Sum             // the sum; for kinds that may be added up
	CountRows       // the number of cells that are not blank
)

// Head is the head of a column.
type Head struct {
	Title  string // key or text
	Kind   Kind
	Width  float64 // in characters; 0: usual for the kind, what the labels of a grid need
	Total  Total
	Across bool // the column holds the sum of the numbers to its left
	Input  *Input
}

// Input is how people fill in the cells of a column of a form. The zero Input asks for anything.
type Input struct {
	Hint    string   // key or text shown beside the cell in hand
	Choices []string // keys or texts to choose from
	Open    bool     // something else can be typed, too
}

// Chars is the width of the column in characters.
func (h Head) Chars() float64 {
	if h.Width > 0 {
		return h.Width
	}
	return [...]float64{Text: 30, Code: 18, Count: 13, Hours: 13, Money: 17, Share: 12, Change: 13, Date: 13, Stamp: 19, Time: 10, Ordinal: 8, Plain: 13}[h.Kind]
}

// HasTotals reports whether the table ends with a row of totals.
func (t Table) HasTotals() bool {
	for _, h := range t.Columns {
		if h.Total != None {
			return true
		}
	}
	return false
}

// Totals returns the row of totals, nil when there is none.
func (t Table) Totals() []Value {
	if !t.HasTotals() {
		return nil
	}
	row := make([]Value, len(t.Columns))
	for col, h := range t.Columns {
		switch h.Total {
		case Label:
			row[col] = Word("workbook.total")
		case Sum:
			row[col] = t.sum(col, h.Kind)
		case CountRows:
			row[col] = t.count(col)
		}
	}
	return row
}

func (t Table) sum(col int, kind Kind) Value {
	total := Value{kind: kind}
	for row := range t.Len {
		if v := t.Cell(row, col); v.kind.Sums() {
			total.bits += v.bits
		}
	}
	return total
}

func (t Table) count(col int) Value {
	n := 0
	for row := range t.Len {
		if !t.Cell(row, col).Blank() {
			n++
		}
	}
	return Int(n)
}

// Chart draws columns of a grid against its row labels.
type Chart struct {
	Form    ChartForm
	Title   string   // key or text; empty: the title of the table
	Columns []string // titles of the columns to draw; empty: all, the sum across left out
}

// ChartForm is the form of a chart.
type ChartForm uint8

// The forms of charts.
const (
	Bars    ChartForm = iota // lying bars: names against figures
	Pillars                  // standing bars: a few ordered steps, as ages
	Lines                    // figures over time
)
