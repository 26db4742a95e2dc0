package xlsx

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"saya/reports/spec"
)

const (
	xmlHeader = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	chunk     = 128 << 10
)

// encoder writes cells as XML into a buffer. It knows no layout.
type encoder struct {
	buf     []byte
	row     []byte // digits of the row in hand
	columns []string
	strings *stringTable
	words   map[string]int // index of a translated key
	printer spec.Printer
}

func newEncoder(columns int, t *stringTable, p spec.Printer) *encoder {
	e := &encoder{buf: make([]byte, 0, chunk+chunk/4), strings: t, words: map[string]int{}, printer: p}
	for col := 1; col <= columns; col++ {
		e.columns = append(e.columns, columnName(col))
	}
	return e
}

func columnName(col int) string {
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		panic(err) // the layout refuses so many columns
	}
	return name
}

// startRow opens a row; height in points, 0 leaves it to the reader. A fixed
// height stays when the text changes.
func (e *encoder) startRow(row int, height float64, fixed bool) {
	e.row = strconv.AppendInt(e.row[:0], int64(row), 10)
	e.buf = append(e.buf, `<row r="`...)
	e.buf = append(e.buf, e.row...)
	if height > 0 {
		e.buf = append(e.buf, `" ht="`...)
		e.buf = strconv.AppendFloat(e.buf, height, 'f', -1, 64)
	}
	if fixed {
		e.buf = append(e.buf, `" customHeight="1`...)
	}
	e.buf = append(e.buf, '"', '>')
}

func (e *encoder) endRow() { e.buf = append(e.buf, "</row>"...) }

func (e *encoder) open(col, style int) {
	e.buf = append(e.buf, `<c r="`...)
	e.buf = append(e.buf, e.columns[col-1]...)
	e.buf = append(e.buf, e.row...)
	e.buf = append(e.buf, `" s="`...)
	e.buf = strconv.AppendInt(e.buf, int64(style), 10)
}

func (e *encoder) blank(col, style int) {
	e.open(col, style)
	e.buf = append(e.buf, `"/>`...)
}

func (e *encoder) text(col, style int, s string) {
	if s == "" {
		e.blank(col, style)
		return
	}
	e.shared(col, style, e.strings.add(s))
}

// word writes a key in the language of the report.
func (e *encoder) word(col, style int, key string) {
	if key == "" {
		e.blank(col, style)
		return
	}
	e.strings.refs++
	e.shared(col, style, e.wordIndex(key))
}

// wordIndex translates a key once and returns its place in the shared strings.
func (e *encoder) wordIndex(key string) int {
	i, known := e.words[key]
	if !known {
		i = e.strings.place(e.printer.T(key))
		e.words[key] = i
	}
	return i
}

// textOf is what the cell of a textual value shows.
func (e *encoder) textOf(v spec.Value) string {
	if v.IsWord() && v.Raw() != "" {
		return e.strings.texts[e.wordIndex(v.Raw())]
	}
	return v.Raw()
}

func (e *encoder) shared(col, style, index int) {
	e.open(col, style)
	e.buf = append(e.buf, `" t="s"><v>`...)
	e.buf = strconv.AppendInt(e.buf, int64(index), 10)
	e.buf = append(e.buf, "</v></c>"...)
}

// value writes a cell of any kind.
func (e *encoder) value(col, style int, v spec.Value) {
	switch {
	case v.IsWord():
		e.word(col, style, v.Raw())
	case outsideCalendar(v):
		e.text(col, style, v.Text(e.printer))
	case v.Kind().Textual():
		e.text(col, style, v.Raw())
	default:
		e.formula(col, style, "", v)
	}
}

// formula writes a number, with the formula that gives it when there is one.
func (e *encoder) formula(col, style int, f string, v spec.Value) {
	e.open(col, style)
	e.buf = append(e.buf, '"', '>')
	if f != "" {
		e.buf = append(e.buf, "<f>"...)
		e.buf = appendText(e.buf, f)
		e.buf = append(e.buf, "</f>"...)
	}
	e.buf = append(e.buf, "<v>"...)
	e.buf = appendNumber(e.buf, v)
	e.buf = append(e.buf, "</v></c>"...)
}

const (
	epoch     = 25569   // Excel's number of 1970-01-01
	firstDay  = 61      // 1900-03-01; before it Excel counts a day that never was
	lastDay   = 2958465 // 9999-12-31
	dayLength = 24 * 60 * 60
)

// outsideCalendar reports whether Excel has no number for a date.
func outsideCalendar(v spec.Value) bool {
	day := v.Int()
	switch v.Kind() {
	case spec.Stamp:
		day /= dayLength
	case spec.Date:
	default:
		return false
	}
	return day+epoch < firstDay || day+epoch > lastDay
}

// appendNumber writes a value in the unit of Excel: hours, tenge, days.
func appendNumber(b []byte, v spec.Value) []byte {
	switch n := v.Int(); v.Kind() {
	case spec.Hours:
		return appendQuotient(b, n, 60)
	case spec.Money:
		return appendQuotient(b, n, 100)
	case spec.Date:
		return strconv.AppendInt(b, n+epoch, 10)
	case spec.Stamp:
		return appendQuotient(b, n+epoch*dayLength, dayLength)
	case spec.Time:
		return appendQuotient(b, n, 24*60)
	case spec.Plain:
		return strconv.AppendFloat(b, v.Float(), 'f', -1, 64)
	case spec.Share, spec.Change:
		return strconv.AppendFloat(b, v.Float(), 'g', -1, 64)
	default:
		return strconv.AppendInt(b, n, 10)
	}
}

func appendQuotient(b []byte, n, by int64) []byte {
	if n%by == 0 {
		return strconv.AppendInt(b, n/by, 10)
	}
	return strconv.AppendFloat(b, float64(n)/float64(by), 'f', -1, 64)
}

// special holds the bytes that appendText has to look at.
var special = [256]bool{'&': true, '<': true, '>': true, '"': true, '_': true}

// appendText escapes clean text for an element or an attribute, and what looks
// like Excel's own escape _x0041_ so that it is read as it was written.
func appendText(b []byte, s string) []byte {
	last := 0
	for i := 0; i < len(s); i++ {
		if !special[s[i]] {
			continue
		}
		var escaped string
		switch s[i] {
		case '&':
			escaped = "&amp;"
		case '<':
			escaped = "&lt;"
		case '>':
			escaped = "&gt;"
		case '"':
			escaped = "&quot;"
		default:
			if !looksEscaped(s[i:]) {
				continue
			}
			escaped = "_x005F_"
		}
		b = append(append(b, s[last:i]...), escaped...)
		last = i + 1
	}
	return append(b, s[last:]...)
}

func looksEscaped(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}
