package sheetin

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"saya/data"
)

// sheetReader reads the rows of one sheet.
type sheetReader struct {
	*scanner
	book *book
	name string

	rows   [][]Cell
	row    []Cell // being read; row i of the file is rows[i-1]
	at     int    // number of the row being read, 1-based
	areas  []area // merged
	store  []Cell // where finished rows lie, many in one piece
	texts  map[string]string
	column int // of the last cell read, 1-based
}

// readSheet reads the rows of a sheet.
func (b *book) readSheet(name, part string) ([][]Cell, error) {
	from, err := b.open(part)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	r := &sheetReader{scanner: newScanner(from), book: b, name: name, texts: map[string]string{}}
	for {
		kind, err := r.next()
		if err == nil && kind == endOfFile {
			break
		}
		if err == nil {
			err = r.element(kind)
		}
		if err != nil {
			return nil, err
		}
	}
	return r.rows, r.repeatMerged()
}

// located says in which row a cell was too long.
func (r *sheetReader) located(err error) error {
	if errors.Is(err, errLongToken) {
		return refuse(data.Invalid, "sheetin.sheet_long_cell", "Sheet", r.name, "Row", r.at, "Limit", MaxCharacters)
	}
	return err
}

// element takes one tag outside of cells.
func (r *sheetReader) element(kind tokenKind) error {
	switch {
	case kind == startTag && r.is("row"):
		r.at, r.column = r.at+1, 0
		if number, ok := digits(r.attr("r")); ok {
			r.at = number
		}
	case kind == endTag && r.is("row"):
		return r.endRow()
	case kind == startTag && r.is("c"):
		return r.readCell()
	case kind == startTag && r.is("mergeCell"):
		if a, ok := parseArea(string(r.attr("ref"))); ok {
			r.areas = append(r.areas, a)
		}
	}
	return nil
}

// readCell reads a cell up to its end tag.
func (r *sheetReader) readCell() error {
	r.column++
	if column, _, ok := parseRef(string(r.attr("r"))); ok {
		r.column = column
	}
	raw := rawCell{kind: string(r.attr("t"))}
	if err := raw.read(r.scanner); err != nil {
		return r.located(err)
	}
	cell, err := raw.cell(r.book.strings)
	if err != nil || cell.Kind == Empty {
		return r.located(err)
	}
	if r.column > MaxColumns {
		return refuse(data.Invalid, "sheetin.sheet_columns", "Sheet", r.name, "Row", r.at, "Limit", MaxColumns)
	}
	for len(r.row) < r.column {
		r.row = append(r.row, Cell{})
	}
	cell.Text = r.once(cell.Text)
	r.row[r.column-1] = cell
	return nil
}

// once is a text that is kept once for all cells that hold it: lists repeat names, districts and words.
func (r *sheetReader) once(text string) string {
	const most = 20_000
	if kept, ok := r.texts[text]; ok {
		return kept
	}
	if len(r.texts) < most {
		r.texts[text] = text
	}
	return text
}

// endRow keeps the row that was read, if it holds anything.
func (r *sheetReader) endRow() error {
	if len(r.row) == 0 {
		return nil
	}
	if r.at > MaxRows {
		return refuse(data.Invalid, "sheetin.sheet_rows", "Sheet", r.name, "Limit", MaxRows)
	}
	if r.at < 1 {
		return errMalformed
	}
	if r.book.cells -= len(r.row); r.book.cells < 0 {
		return refuse(data.Invalid, "sheetin.sheet_cells", "Sheet", r.name)
	}
	for len(r.rows) < r.at {
		r.rows = append(r.rows, nil)
	}
	if len(r.store)+len(r.row) > cap(r.store) {
		r.store = make([]Cell, 0, max(4096, len(r.row)))
	}
	start := len(r.store)
	r.store = append(r.store, r.row...)
	r.rows[r.at-1] = r.store[start:len(r.store):len(r.store)]
	r.row = r.row[:0]
	return nil
}

// rawCell is a cell as it is written: its value, the text inside it, whether it has a formula.
type rawCell struct {
	kind    string
	value   []byte
	inline  richText
	formula bool
}

// read reads up to the end tag of the cell.
func (c *rawCell) read(s *scanner) error {
	outside := s.depth - 1
	inValue := false
	for {
		kind, err := s.next()
		switch {
		case err != nil:
			return err
		case kind == endOfFile:
			return errMalformed
		case kind == endTag && s.depth == outside:
			return nil
		case kind != textRun && s.is("v"):
			inValue = kind == startTag
		case kind == startTag && s.is("f"):
			c.formula = true
		case kind == textRun && inValue:
			c.value = append(c.value, s.text...)
		}
		c.inline.take(s, kind)
		if len(c.value) > maxToken || len(c.inline.bytes) > maxToken {
			return errLongToken
		}
	}
}

// cell makes what the cell holds.
func (c *rawCell) cell(shared []string) (Cell, error) {
	value := strings.TrimSpace(string(c.value))
	switch c.kind {
	case "s":
		i, ok := digits([]byte(value))
		if value == "" {
			return Cell{}, nil
		}
		if !ok || i >= len(shared) {
			return Cell{}, errMalformed
		}
		return textCell(shared[i])
	case "inlineStr":
		return textCell(clean(unescapeSigns(string(c.inline.bytes))))
	case "str":
		return textCell(clean(unescapeSigns(string(c.value))))
	case "d":
		return textCell(clean(value))
	}
	switch {
	case value == "" && c.formula:
		return Cell{Kind: Unvalued}, nil
	case value == "":
		return Cell{}, nil
	case c.kind == "b":
		return Cell{Text: value, Kind: Bool}, nil
	case c.kind == "e":
		return Cell{Text: clean(value), Kind: Failed}, nil
	}
	return numberCell(value)
}

func textCell(text string) (Cell, error) {
	if text == tooLong {
		return Cell{}, errLongToken
	}
	if text == "" {
		return Cell{}, nil
	}
	return Cell{Text: text, Kind: Text}, nil
}

// numberCell makes a number. Long whole ones, such as telephones, which some programs write as 7.701E10, are written
// out.
func numberCell(value string) (Cell, error) {
	if strings.Trim(value, "0123456789.") == "" && strings.Count(value, ".") < 2 {
		return Cell{Text: value, Kind: Number}, nil
	}
	n, ok := parseNumber(value)
	if !ok {
		return textCell(clean(value))
	}
	if strings.ContainsAny(value, "eE") && -1e18 < n && n < 1e18 {
		value = strconv.FormatFloat(n, 'f', -1, 64)
	}
	return Cell{Text: value, Kind: Number}, nil
}

// parseNumber reads the number of a cell; what a program wrote for no number at all is none.
func parseNumber(text string) (float64, bool) {
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && !math.IsNaN(n) && !math.IsInf(n, 0)
}
