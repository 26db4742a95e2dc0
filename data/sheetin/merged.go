package sheetin

import (
	"strings"

	"saya/data"
)

// area is a rectangle of cells, all ends 1-based and inside it.
type area struct{ left, top, right, bottom int }

// parseArea reads "B2:D5".
func parseArea(ref string) (area, bool) {
	from, to, two := strings.Cut(ref, ":")
	left, top, ok := parseRef(from)
	right, bottom, okToo := parseRef(to)
	return area{left, top, right, bottom}, two && ok && okToo && left <= right && top <= bottom
}

// parseRef reads "AB12" as the column 28 and the row 12.
func parseRef(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20 // in capitals
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	row, ok = digits([]byte(ref[i:]))
	return column, row, ok && i > 0 && i < 4 && row > 0
}

// digits reads a number of at most nine digits, more than a sheet has rows.
func digits(s []byte) (n int, ok bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// repeatMerged writes the first cell of every merged area into the others, as people read them. It adds no rows, and
// no columns to the right of the widest row.
func (r *sheetReader) repeatMerged() error {
	width := 0
	for _, row := range r.rows {
		width = max(width, len(row))
	}
	for _, a := range r.areas {
		if a.top > len(r.rows) || a.left > len(r.rows[a.top-1]) {
			continue
		}
		first := r.rows[a.top-1][a.left-1]
		if first.Kind == Empty {
			continue
		}
		first.Merged = true
		a.bottom, a.right = min(a.bottom, len(r.rows)), min(a.right, width)
		// Areas cannot overlap in a book that a program made; in one made to harm they could cover it many times.
		if r.book.cells -= (a.bottom - a.top + 1) * a.right; r.book.cells < 0 {
			return refuse(data.Invalid, "sheetin.sheet_cells", "Sheet", r.name)
		}
		for i := a.top - 1; i < a.bottom; i++ {
			r.rows[i] = spread(r.rows[i], first, a, i == a.top-1)
		}
	}
	return nil
}

// spread writes a cell over the columns of an area in one row, leaving the first cell of its first row as it is. A row
// that holds nothing stays empty.
func spread(row []Cell, cell Cell, a area, isFirst bool) []Cell {
	if len(row) == 0 {
		return row
	}
	for len(row) < a.right {
		row = append(row, Cell{})
	}
	for i := a.left - 1; i < a.right; i++ {
		if isFirst && i == a.left-1 {
			continue
		}
		row[i] = cell
	}
	return row
}
