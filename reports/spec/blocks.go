package spec

// Column is a column of a register: how one field of T is printed.
type Column[T any] struct {
	Title string // key or text
	Kind  Kind
	Width float64 // in characters; 0: usual for the kind
	Total Total
	Value func(T) Value // nil for Ordinal
	Input *Input        // of a form to be filled in
}

// Register is a list of records with one row each. A sheet holds one register;
// it becomes a table of Excel.
type Register[T any] struct {
	Title   string // key or text above the table; usually left empty, the sheet has a title
	Columns []Column[T]
	Rows    []T
}

// Table implements Block.
func (r Register[T]) Table() Table {
	heads := make([]Head, len(r.Columns))
	for i, c := range r.Columns {
		heads[i] = Head{Title: c.Title, Kind: c.Kind, Width: c.Width, Total: c.Total, Input: c.Input}
	}
	cell := func(row, col int) Value {
		c := &r.Columns[col]
		if c.Kind == Ordinal {
			return Value{kind: Ordinal, bits: int64(row) + 1}
		}
		return c.Value(r.Rows[row])
	}
	return Table{Title: r.Title, Form: List, Columns: heads, Len: len(r.Rows), Cell: cell}
}

// Matrix is a small table with a label before each row, as hours by month and
// direction.
type Matrix struct {
	Title   string // key or text
	Corner  string // key or text: the heading of the row labels
	Columns []Head
	Rows    []Row
	Across  bool // a last column with the sum of the row; the columns must be of one kind
	Chart   *Chart
}

// Row is a row of a matrix.
type Row struct {
	Label  string // key or text
	Values []Value
}

// Heads makes heads of one kind for a matrix.
func Heads(kind Kind, total Total, titles ...string) []Head {
	heads := make([]Head, len(titles))
	for i, t := range titles {
		heads[i] = Head{Title: t, Kind: kind, Total: total}
	}
	return heads
}

// Table implements Block.
func (m Matrix) Table() Table {
	label := Head{Title: m.Corner}
	for _, h := range m.Columns {
		if h.Total != None {
			label.Total = Label
		}
	}
	heads := append([]Head{label}, m.Columns...)
	if m.Across && len(m.Columns) > 0 {
		last := m.Columns[len(m.Columns)-1]
		heads = append(heads, Head{Title: "workbook.total", Kind: last.Kind, Total: last.Total, Across: true})
	}
	cell := func(row, col int) Value {
		r := m.Rows[row]
		switch {
		case col == 0:
			return Word(r.Label)
		case col <= len(r.Values) && col <= len(m.Columns):
			return r.Values[col-1]
		case col == len(m.Columns)+1:
			return across(r.Values, heads[col].Kind)
		}
		return Value{}
	}
	return Table{Title: m.Title, Form: Grid, Columns: heads, Len: len(m.Rows), Cell: cell, Chart: m.Chart}
}

func across(values []Value, kind Kind) Value {
	sum := Value{kind: kind}
	for _, v := range values {
		if v.kind.Sums() {
			sum.bits += v.bits
		}
	}
	return sum
}

// Figures is the block of indicators beside the period before.
type Figures struct {
	Title  string // key or text
	Now    string // key or text: the heading of the period, as the printer's Quarter gives it
	Before string // the same for the period before
	Rows   []Figure
}

// Figure is one indicator.
type Figure struct {
	Code   string // stable: V1, H1 ...
	Title  string // key or text
	Now    Value
	Before Value
}

// Table implements Block.
func (f Figures) Table() Table {
	heads := []Head{
		{Title: "workbook.code", Kind: Code, Width: 9},
		{Title: "workbook.indicator"},
		{Title: f.Now, Kind: Count, Width: 16},
		{Title: f.Before, Kind: Count, Width: 16},
		{Title: "workbook.change", Kind: Change},
	}
	cell := func(row, col int) Value {
		r := f.Rows[row]
		return [...]Value{Str(r.Code), Word(r.Title), r.Now, r.Before, Growth(r.Now, r.Before)}[col]
	}
	return Table{Title: f.Title, Form: Grid, Columns: heads, Len: len(f.Rows), Cell: cell}
}

// Notes is a block of texts: definitions, parameters, what was left out.
type Notes struct {
	Title string // key or text
	Lines []Note
}

// Note is a term and what is said of it.
type Note struct {
	Term string // key or text; may be empty
	Text string // key or text
}

// Table implements Block.
func (n Notes) Table() Table {
	heads := []Head{{Width: 40}, {Width: 100}}
	cell := func(row, col int) Value {
		if col == 0 {
			return Word(n.Lines[row].Term)
		}
		return Word(n.Lines[row].Text)
	}
	return Table{Title: n.Title, Form: Prose, Columns: heads, Len: len(n.Lines), Cell: cell}
}
