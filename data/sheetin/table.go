package sheetin

import (
	"strings"

	"saya/data"
)

// searched is how many rows from the top a header is looked for in.
const searched = 100

// Table is what stands under a header.
type Table struct {
	Sheet    string
	Date1904 bool
	Header   int      // the last row of the header, 1-based; 0 when there is none
	Height   int      // rows of the header
	Titles   []string // of the columns, one line each; a header of two rows is joined: "Контакты / Телефон"
	Lines    []Line   // without empty rows, repeated headers, rows of column numbers and totals
	Headings []int    // the rows between them that hold only a heading over the whole width, 1-based

	slashes order
}

// Line is one row of a [Table].
type Line struct {
	Row   int    // 1-based in the sheet
	Cells []Cell // as many as the table has titles
}

// Find finds the table of a sheet: known tells whether a title, as it is written, is one that the caller understands.
// A title of two rows is asked for whole and by its lower part. The header is where most columns are understood: at
// least two, or one in a list of one or two columns. ok is false where no row is like that.
func Find(s Sheet, known func(title string) bool) (t Table, ok bool) {
	best, width := header{}, 0
	for _, row := range s.Rows[:min(len(s.Rows), searched)] {
		width = max(width, len(row))
	}
	for last := 1; last <= min(len(s.Rows), searched); last++ {
		h := header{last: last, height: 1}
		if last > 1 && twoRows(s.Rows[last-2], s.Rows[last-1], known) {
			h.height = 2
		}
		h.measure(s, known)
		if h.filled == 1 && width > 2 {
			continue // a title of the table alone in its row
		}
		// Of rows that are as good the first one; but a row that goes on below it belongs to it.
		if h.points > best.points || h.points == best.points && h.height == 2 && best.last == last-1 {
			best = h
		}
	}
	if best.points == 0 || best.points == 1 && best.filled > 2 {
		return Table{}, false
	}
	return At(s, best.last, best.height), true
}

// header is a place where the header may be.
type header struct {
	last, height int
	points       int // columns whose title is understood
	filled       int // columns that have a title
}

func (h *header) measure(s Sheet, known func(string) bool) {
	lower := s.Rows[h.last-1]
	for i, title := range titles(s.Rows[h.last-h.height : h.last]) {
		// A title over the whole table is one title, not many.
		if title == "" || h.height == 1 && repeatsLeft(lower, i) {
			continue
		}
		h.filled++
		if known(title) || known(lastPart(title)) {
			h.points++
		}
	}
}

// lastPart is the lower part of a title of two rows.
func lastPart(title string) string {
	if i := strings.LastIndex(title, separatorOfTitles); i >= 0 {
		return title[i+len(separatorOfTitles):]
	}
	return title
}

// repeatsLeft tells whether a cell is merged with the one to its left.
func repeatsLeft(row []Cell, i int) bool {
	return i > 0 && i < len(row) && row[i].Merged && row[i].Text == row[i-1].Text
}

// twoRows tells whether two rows can be one header: groups above, and titles below where a group has more than one
// column, of which one at least is known. A row of data is none, for it has texts under titles that are no groups.
func twoRows(upper, lower []Cell, known func(string) bool) bool {
	above, below := 0, 0
	for i, c := range upper {
		if c.Kind == Text && !repeatsLeft(upper, i) {
			above++
		}
	}
	for i, c := range lower {
		over := at(upper, i)
		switch {
		case c.Kind == Empty, c.Merged && c.Text == over.Text:
			continue // a title of both rows, or none
		case c.Kind != Text, over.Kind == Text && !isGrouped(upper, lower, i):
			return false
		case known(data.Line(c.Text)):
			below++
		}
	}
	return above > 1 && below > 0
}

// isGrouped tells whether the title above column i stands over a neighbour too.
func isGrouped(upper, lower []Cell, i int) bool {
	right := at(upper, i+1)
	return repeatsLeft(upper, i) || repeatsLeft(upper, i+1) || right.Kind == Empty && at(lower, i+1).Kind == Text
}

// at is a cell of a row that may be shorter.
func at(row []Cell, i int) Cell {
	if i >= len(row) {
		return Cell{}
	}
	return row[i]
}

const separatorOfTitles = " / "

// titles makes the titles of the columns from the rows of a header, which may have lost their merged areas: then a
// group stands over its first column only.
func titles(rows [][]Cell) []string {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	all := make([]string, width)
	for i := range all {
		var parts []string
		for level, row := range rows {
			part := titleAt(row, i)
			if part == "" && level < len(rows)-1 && titleAt(rows[level+1], i) != "" {
				part = groupOver(rows, level, i)
			}
			if part != "" && (len(parts) == 0 || parts[len(parts)-1] != part) {
				parts = append(parts, part)
			}
		}
		all[i] = strings.Join(parts, separatorOfTitles)
	}
	return all
}

func titleAt(row []Cell, i int) string { return data.Line(at(row, i).Text) }

// groupOver finds the group to the left under which column i stands: all columns up to it have a title below.
func groupOver(rows [][]Cell, level, i int) string {
	for ; i >= 0; i-- {
		if titleAt(rows[level+1], i) == "" {
			return ""
		}
		if group := titleAt(rows[level], i); group != "" {
			return group
		}
	}
	return ""
}

// At takes the header from rows that a person named: the last one, 1-based, and how many there are. With no header (0,
// or outside the sheet) every row is a line and no column has a title.
func At(s Sheet, last, height int) Table {
	if last < 1 || last > len(s.Rows) || height < 1 {
		last, height = 0, 0
	}
	height = min(height, last)
	t := Table{Sheet: s.Name, Date1904: s.Date1904, Header: last, Height: height}
	head := s.Rows[last-height : last]
	t.Titles = titles(head)
	width := len(t.Titles)
	for ; width > 0 && t.Titles[width-1] == ""; width-- {
	}
	for i, cells := range s.Rows[last:] {
		afterGap := i > 0 && len(s.Rows[last+i-1]) == 0
		if !isData(cells, head, len(t.Lines) == 0) || isNote(cells, afterGap) {
			if isHeading(cells) && !isHeader(cells, head) && !isTotal(cells) && !isNote(cells, afterGap) {
				t.Headings = append(t.Headings, last+i+1)
			}
			continue
		}
		t.Lines = append(t.Lines, Line{Row: last + i + 1, Cells: cells})
		width = max(width, len(cells))
	}
	t.fit(width)
	t.slashes = orderOf(t.Lines)
	return t
}

// fit gives titles and lines the same number of columns.
func (t *Table) fit(width int) {
	for len(t.Titles) < width {
		t.Titles = append(t.Titles, "")
	}
	t.Titles = t.Titles[:width]
	for i, line := range t.Lines {
		if missing := width - len(line.Cells); missing > 0 {
			t.Lines[i].Cells = append(line.Cells[:len(line.Cells):len(line.Cells)], make([]Cell, missing)...)
		}
	}
}
