package widgets

import "saya/assets"

// Cell is one text of a table row, prepared for reading: formatted, in the
// person's language, on one line.
type Cell struct {
	Text string
	Tone Tone
	// Icon stands before the text in a column with Icons, "" for none; IconTip says the same in words.
	Icon    assets.IconName
	IconTip string
}

// Row is one row of a RowSlice.
type Row struct {
	ID    int64
	Cells []Cell
}

// Rows is where a DataTable gets its rows. It is asked on the UI goroutine
// while a person scrolls, so answers come from memory.
type Rows interface {
	// Len is the number of rows.
	Len() int
	// ID is the identity of a row, 0 <= row < Len: selection lives by it.
	ID(row int) int64
	// Cells are the texts of a row in the order of the columns; nil while the
	// row is not there yet. Missing cells are empty.
	Cells(row int) []Cell
}

// RowSlice is Rows that are all in memory.
type RowSlice []Row

var _ Rows = RowSlice(nil)

// Len is the number of rows.
func (s RowSlice) Len() int { return len(s) }

// ID is the identity of a row.
func (s RowSlice) ID(row int) int64 { return s[row].ID }

// Cells are the texts of a row.
func (s RowSlice) Cells(row int) []Cell { return s[row].Cells }

// indexOf returns the row with an id, or -1.
func indexOf(rows Rows, id int64) int {
	for i, n := 0, rows.Len(); i < n; i++ {
		if rows.ID(i) == id {
			return i
		}
	}
	return -1
}

// here are the texts of a row without asking for any, and whether they are the last word on it.
func here(rows Rows, row int) (cells []Cell, loaded bool) {
	if c, ok := rows.(*Chunks); ok {
		return c.here(row), c.has(row)
	}
	return rows.Cells(row), true
}
