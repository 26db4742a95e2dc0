package widgets

import "fyne.io/fyne/v2"

// ColumnStyle says how the cells of a column are drawn.
type ColumnStyle int

// The styles there are.
const (
	StylePlain ColumnStyle = iota
	StyleDim               // secondary text
	StyleBold
	StyleTag  // each cell a Tag in its tone
	StyleIcon // each cell the picture of which its text is the name (assets.IconName)
)

// Column describes one column of a DataTable; its position is its place in
// DataTable.Columns. The cells of the rows stay in the order in which the
// columns were handed to NewDataTable, wherever a person moves them.
type Column struct {
	ID       string  // for OnSort and OnResize; never shown
	Title    string  // in the person's language
	Width    float32 // of the whole column while nothing is known of its texts; 0 means defaultColumnWidth
	Own      bool    // Width is what the person made it, whatever the texts are
	MinWidth float32 // to which a column gives way before another is left out; 0 for one that does not give way
	Flexible bool    // takes the width that is left over; at most one column
	Names    bool    // names the record where the flexible column does not, which is then dim
	Icons    bool    // some cells have a picture before their text
	Align    fyne.TextAlign
	Style    ColumnStyle
	NoSort   bool // the header is not for sorting
	Hidden   bool // the person does not want it
	// Spare columns are left out where there is no room for all, those with the largest number first. The others go last,
	// from the right, but for the first, the flexible one and the one that names; in a table without a spare one all stay.
	Spare int

	title float32 // the width at which the title is not cut; the table measures it
	seen  float32 // likewise of the texts that were shown so far, 0 for none
	cell  int     // where its texts stand in the cells of a row
}

const (
	defaultColumnWidth float32 = 110
	minColumnWidth     float32 = 44
	textMost           float32 = 400 // that texts alone make a column
	nameLeast          float32 = 280 // to which what names a record does not give way
)

// names tells whether the column is the one by which a person knows the record.
func (c Column) names() bool { return c.Names || c.Flexible && c.Style != StyleDim }

// least is the width to which a person can make the column.
func (c Column) least() float32 { return max(minColumnWidth, c.title, c.MinWidth) }

// wanted is the width at which nothing is cut, as far as it is known.
func (c Column) wanted() float32 {
	switch {
	case c.Own:
		return max(c.Width, c.least())
	case c.seen > 0:
		return max(minColumnWidth, c.title, min(c.seen, textMost))
	case c.Width > 0:
		return max(c.Width, c.least())
	case c.Flexible:
		return c.least()
	}
	return max(defaultColumnWidth, c.least())
}

// needed is the width without which the column is rather left out. Others go before the name of a record is cut.
func (c Column) needed() float32 {
	switch {
	case c.names() && c.seen > 0 && !c.Own:
		return min(c.wanted(), max(c.least(), nameLeast))
	case c.Flexible || c.MinWidth > 0:
		return min(c.least(), c.wanted())
	}
	return c.wanted()
}

// Sort is the order the rows are shown in. The table draws it and asks for
// another by OnSort; sorting is the work of whoever supplies the rows.
type Sort struct {
	Column     string // Column.ID; "" for no order that a header stands for
	Descending bool
}

// span is where a column lies, from the left edge of the rows.
type span struct{ x, width float32 }

func (s span) end() float32 { return s.x + s.width }

// layoutColumns gives every column its span, one without width to those that
// are left out. Those that give way share what there is beyond what all need,
// up to what they want; the rest is for the flexible one. Where there is less
// than all need, the sum is larger than available.
func layoutColumns(columns []Column, available float32) []span {
	stays, left := roomFor(columns, available)
	left = max(0, left)
	missing := float32(0)
	for i, c := range columns {
		if stays[i] {
			missing += c.wanted() - c.needed()
		}
	}
	share := float32(1)
	if missing > left {
		share = left / missing
	}
	spans, x := make([]span, len(columns)), float32(0)
	for i, c := range columns {
		width := float32(0)
		if stays[i] {
			width = c.needed() + share*(c.wanted()-c.needed())
			if c.Flexible {
				width += max(0, left-missing)
			}
		}
		spans[i] = span{x: x, width: width}
		x += width
	}
	return spans
}

// roomFor says which columns stay, and how much of available they do not need;
// less than 0 when they do not fit.
func roomFor(columns []Column, available float32) (stays []bool, left float32) {
	stays, left = make([]bool, len(columns)), available
	yields := false
	for i, c := range columns {
		if stays[i] = !c.Hidden; stays[i] {
			left -= c.needed()
		}
		yields = yields || c.Spare > 0
	}
	for yields && left < 0 {
		out := leastWanted(columns, stays)
		if out < 0 {
			break
		}
		stays[out] = false
		left += columns[out].needed()
	}
	return stays, left
}

// leastWanted is the column that is left out next, -1 when the rest is what tells the rows apart.
func leastWanted(columns []Column, stays []bool) int {
	out := -1
	for i, c := range columns {
		told := i == 0 || c.Flexible || c.names()
		if stays[i] && (c.Spare > 0 || !told) && (out < 0 || c.Spare >= columns[out].Spare) {
			out = i
		}
	}
	return out
}

// sized tells which column grows when the border to the right of column border
// is pulled right, and by which sign: the borders after the flexible column
// stay under the pointer only if the next column shrinks. ok is false for a
// border that cannot be pulled.
func sized(columns []Column, spans []span, border int) (column int, sign float32, ok bool) {
	for i := 0; i <= border; i++ {
		if !columns[i].Flexible || spans[i].width == 0 {
			continue
		}
		for next := border + 1; next < len(columns); next++ {
			if spans[next].width > 0 {
				return next, -1, true
			}
		}
		return border, -1, false
	}
	return border, 1, true
}

// of is the cell of the column among those of a row, which may lack some.
func (c Column) of(cells []Cell) Cell {
	if c.cell < len(cells) {
		return cells[c.cell]
	}
	return Cell{}
}
