package sheetin

import (
	"io"
	"slices"
	"strings"

	"saya/data"
)

// sheets reads the sheets that hold anything.
func (b *book) sheets() ([]Sheet, error) {
	main, err := b.mainPart()
	if err != nil {
		return nil, err
	}
	related, err := b.relations(main)
	if err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(related, func(r relation) bool { return r.kind == "sharedStrings" }); i >= 0 {
		if err := b.readStrings(related[i].target); err != nil {
			return nil, err
		}
	}
	listed, err := b.list(main)
	if err != nil {
		return nil, err
	}
	var sheets []Sheet
	for _, l := range listed {
		i := slices.IndexFunc(related, func(r relation) bool { return r.kind == "worksheet" && r.id == l.id })
		if i < 0 {
			continue // a sheet of one chart
		}
		rows, err := b.readSheet(l.Name, related[i].target)
		if err != nil {
			return nil, err
		}
		if l.Rows = rows; len(rows) > 0 {
			sheets = append(sheets, l.Sheet)
		}
	}
	return sheets, nil
}

// mainPart finds the part that lists the sheets.
func (b *book) mainPart() (string, error) {
	related, err := b.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range related {
		if r.kind == "officeDocument" {
			return r.target, nil
		}
	}
	return "", io.ErrUnexpectedEOF
}

// listedSheet is a sheet by the list of the book, with the id of its part.
type listedSheet struct {
	Sheet
	id string
}

// list reads the list of sheets.
func (b *book) list(main string) ([]listedSheet, error) {
	var all []listedSheet
	err := b.tags(main, func(s *scanner) error {
		switch {
		case s.is("workbookPr"):
			b.date1904 = isTrue(s.attr("date1904"))
		case s.is("sheet"):
			all = append(all, listedSheet{id: s.value("id"), Sheet: Sheet{
				Name:   data.Line(s.value("name")),
				Hidden: strings.Contains(strings.ToLower(s.value("state")), "hidden"), // also veryHidden
			}})
		}
		return nil
	})
	for i := range all {
		all[i].Date1904 = b.date1904
	}
	return all, err
}

func isTrue(value []byte) bool { return string(value) == "1" || string(value) == "true" }

// readStrings reads the texts that the cells of all sheets refer to by number.
func (b *book) readStrings(part string) error {
	r, err := b.open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	s := newScanner(r)
	var text richText
	for {
		kind, err := s.next()
		if err != nil || kind == endOfFile {
			return err
		}
		text.take(s, kind)
		if kind != endTag || !s.is("si") {
			continue
		}
		if len(b.strings) == maxCells {
			return errUnpacked
		}
		if len(text.bytes) > maxToken {
			return errLongToken
		}
		b.strings = append(b.strings, clean(unescapeSigns(string(text.bytes))))
		text.bytes = text.bytes[:0]
	}
}

// richText gathers the text of a string, whose runs may be formatted one by one. How a name is pronounced, which
// Japanese books note beside it, is left out.
type richText struct {
	bytes    []byte
	inText   bool
	phonetic bool
}

func (t *richText) take(s *scanner, kind tokenKind) {
	switch {
	case kind == textRun:
		if t.inText && !t.phonetic {
			t.bytes = append(t.bytes, s.text...)
		}
	case s.is("t"):
		t.inText = kind == startTag
	case s.is("rPh"):
		t.phonetic = kind == startTag
	}
}

// unescapeSigns replaces the signs that XML cannot hold and Excel writes as _x000D_.
func unescapeSigns(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 {
			out.WriteString(s)
			return out.String()
		}
		out.WriteString(s[:i])
		if r, ok := hexSign(s[i:]); ok {
			out.WriteRune(r)
			s = s[i+len("_x0000_"):]
		} else {
			out.WriteString("_x")
			s = s[i+2:]
		}
	}
}

// hexSign reads _x000D_ at the beginning of s.
func hexSign(s string) (rune, bool) {
	if len(s) < len("_x0000_") || s[6] != '_' {
		return 0, false
	}
	var r rune
	for _, c := range s[2:6] {
		digit := strings.IndexRune("0123456789abcdef", c|0x20)
		if digit < 0 {
			return 0, false
		}
		r = r<<4 | rune(digit)
	}
	return r, true
}
