package sheetin

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"saya/data"
)

// lookahead is how much of a text is read to find its separator, in bytes.
const lookahead = 64 << 10

// sentinel is added to a text as its last line. When it does not come back as one, a quotation mark was left open.
const sentinel = "\x00"

// readText reads a text file.
func readText(ctx context.Context, from io.ReaderAt, size int64) (File, error) {
	content := make([]byte, size)
	if _, err := from.ReadAt(content, 0); err != nil && !errors.Is(err, io.EOF) {
		return File{}, unopened(err)
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf")))) == 0 {
		return File{}, refuse(data.Invalid, "sheetin.empty")
	}
	text, encoding, err := decoded(content)
	if err != nil {
		return File{}, err
	}
	lines := bufio.NewReaderSize(text, lookahead)
	separator, err := findSeparator(lines)
	if err != nil {
		return File{}, refuse(data.Invalid, "sheetin.binary")
	}
	t := newTextReader(io.MultiReader(lines, strings.NewReader("\n"+sentinel)), separator)
	if err := t.read(ctx); err != nil {
		return File{}, err
	}
	if len(t.rows) == 0 {
		return File{}, refuse(data.Invalid, "sheetin.empty")
	}
	if t.doubtful > 0 && !isStrict(content) {
		return File{}, refuse(data.Invalid, "sheetin.open_quote", "Row", t.doubtful)
	}
	return File{Encoding: encoding, Separator: separator, Sheets: []Sheet{{Rows: t.rows}}}, nil
}

// isStrict tells whether every quotation mark of a text is where it belongs.
func isStrict(content []byte) bool {
	text, _, err := decoded(content)
	if err != nil {
		return false
	}
	lines := bufio.NewReaderSize(text, lookahead)
	separator, err := findSeparator(lines)
	r := csv.NewReader(lines)
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = separator, -1, true
	for err == nil {
		_, err = r.Read()
	}
	return errors.Is(err, io.EOF)
}

// findSeparator reads the line "sep=;" that Excel writes and hides, if there is one, else looks at the first lines.
func findSeparator(lines *bufio.Reader) (rune, error) {
	start, err := lines.Peek(lookahead)
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	if line, _, _ := bytes.Cut(start, []byte("\n")); bytes.HasPrefix(bytes.ToLower(line), []byte("sep=")) {
		sign := bytes.TrimRight(line[len("sep="):], "\r")
		if len(sign) == 1 && strings.ContainsAny(";,\t|", string(sign)) {
			_, err := lines.Discard(min(len(line)+1, len(start)))
			return rune(sign[0]), err
		}
	}
	return sniff(string(start), err != nil), nil
}

// sniff finds the separator of a text: the one of which most of the first lines have the same number outside
// quotation marks. whole tells that the text is not cut.
func sniff(text string, whole bool) rune {
	best, highest := ',', 0
	for _, sign := range ";,\t|" {
		lines := map[int]int{}
		for _, n := range counts(text, sign, whole) {
			if n > 0 {
				lines[n]++
			}
		}
		for n, same := range lines {
			// More lines count before more columns.
			if points := same*1000 + min(n, 999); points > highest {
				best, highest = sign, points
			}
		}
	}
	return best
}

// counts returns how often a separator stands outside of quotation marks in each of the first lines.
func counts(text string, sign rune, whole bool) []int {
	const enough = 30
	var all []int
	n, quoted := 0, false
	for _, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case r == sign && !quoted:
			n++
		case r == '\n' && !quoted:
			if all, n = append(all, n), 0; len(all) == enough {
				return all
			}
		}
	}
	if whole {
		all = append(all, n)
	}
	return all
}

// textReader gathers the rows of a text.
type textReader struct {
	*csv.Reader
	rows  [][]Cell
	cells int // that are kept
	line  int // of the text, at which the next row is expected
	// doubtful is the first row with both a quotation mark and a line break in a field. Where marks are not doubled, that
	// can be two rows: "Надежда" фонд in one and "Луч" in the next.
	doubtful int
}

func newTextReader(from io.Reader, separator rune) *textReader {
	r := csv.NewReader(from)
	// People write inch signs and names in quotation marks without doubling them.
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = separator, true, -1, true
	return &textReader{Reader: r, line: 1}
}

func (t *textReader) read(ctx context.Context) error {
	used := 0 // rows up to the last one that holds anything
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		fields, err := t.Read()
		if err != nil { // the sentinel did not come: it is inside a field that was never closed
			return refuse(data.Invalid, "sheetin.open_quote", "Row", max(len(t.rows), 1))
		}
		if len(fields) == 1 && fields[0] == sentinel {
			t.rows = t.rows[:used]
			return t.atEnd()
		}
		if err := t.keep(fields); err != nil {
			return err
		}
		if len(t.rows[len(t.rows)-1]) > 0 {
			used = len(t.rows)
		}
	}
}

// atEnd refuses a text that has a sentinel of its own, which no text has.
func (t *textReader) atEnd() error {
	if _, err := t.Read(); !errors.Is(err, io.EOF) {
		return refuse(data.Invalid, "sheetin.binary")
	}
	return nil
}

// keep keeps a row. Lines without anything, which the reader passes over, are rows too: people count them.
func (t *textReader) keep(fields []string) error {
	line, _ := t.FieldPos(0)
	last, _ := t.FieldPos(len(fields) - 1)
	for ; t.line < line && len(t.rows) <= MaxRows; t.line++ {
		t.rows = append(t.rows, nil)
	}
	t.line = last + strings.Count(fields[len(fields)-1], "\n") + 1
	row, err := t.row(fields)
	if t.rows = append(t.rows, row); err != nil {
		return err
	}
	if len(t.rows) > MaxRows {
		return refuse(data.Invalid, "sheetin.rows", "Limit", MaxRows)
	}
	return nil
}

// row makes the cells of a row.
func (t *textReader) row(fields []string) ([]Cell, error) {
	n := len(fields)
	for n > 0 && strings.TrimSpace(fields[n-1]) == "" {
		n--
	}
	at := len(t.rows) + 1
	if n > MaxColumns {
		return nil, refuse(data.Invalid, "sheetin.columns", "Row", at, "Limit", MaxColumns)
	}
	if t.cells += n; t.cells > maxCells {
		return nil, refuse(data.Invalid, "sheetin.cells")
	}
	row := make([]Cell, n)
	for i, field := range fields[:n] {
		text := clean(field)
		if t.doubtful == 0 && strings.Contains(field, "\"") && strings.Contains(field, "\n") {
			t.doubtful = at
		}
		switch {
		case text == tooLong && strings.Contains(field, sentinel):
			return nil, refuse(data.Invalid, "sheetin.open_quote", "Row", at)
		case text == tooLong:
			return nil, refuse(data.Invalid, "sheetin.long_cell", "Row", at, "Limit", MaxCharacters)
		case failure(text):
			row[i] = Cell{Text: text, Kind: Failed}
		case text != "":
			row[i] = Cell{Text: text, Kind: Text}
		}
	}
	for len(row) > 0 && row[len(row)-1].Kind == Empty { // it held invisible signs only
		row = row[:len(row)-1]
	}
	return row, nil
}

// failure tells whether a text is what a formula that failed leaves in a file.
func failure(text string) bool {
	return strings.HasPrefix(text, "#") && isWord(words().Failures, text)
}
