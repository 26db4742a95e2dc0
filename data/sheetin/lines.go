package sheetin

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isData tells whether a row under the header head is a record: not empty, no header again, no heading of a part, no
// numbers of columns and no totals. first tells that no record came before it.
func isData(cells []Cell, head [][]Cell, first bool) bool {
	own, _ := widths(cells)
	return own > 0 && !isHeading(cells) && !isHeader(cells, head) && !isNumbering(cells, first) && !isTotal(cells)
}

// widths counts the cells of a row that are not repeated, and those that are from the left.
func widths(cells []Cell) (own, wide int) {
	for i, c := range cells {
		switch {
		case repeatsLeft(cells, i):
			wide++
		case c.Kind != Empty && !c.Merged:
			own++
		}
	}
	return own, wide
}

// isHeading tells whether a row is one cell over the whole width, which parts a table.
func isHeading(cells []Cell) bool {
	own, wide := widths(cells)
	return own == 1 && wide > 1
}

// isHeader tells whether a row repeats one of the rows of the header, as lists printed page by page do.
func isHeader(cells []Cell, head [][]Cell) bool {
	return slices.ContainsFunc(head, func(row []Cell) bool {
		same := 0
		for i, c := range cells {
			if c.Kind == Empty {
				continue
			}
			if title := at(row, i).Text; title == "" || !strings.EqualFold(title, c.Text) {
				return false
			}
			same++
		}
		return same > 1 || same == 1 && len(row) == 1
	})
}

// isNumbering tells whether a row numbers the columns, 1 2 3, as forms do below their header.
func isNumbering(cells []Cell, first bool) bool {
	n := 0
	for i, c := range cells {
		if c.Kind == Empty || repeatsLeft(cells, i) {
			continue
		}
		if n++; strings.TrimSuffix(c.Text, ".0") != strconv.Itoa(n) {
			return false
		}
	}
	return n > 2 || n == 2 && first
}

// isTotal tells whether a row sums up: its first text begins with the word for it and it holds no other texts, as a
// record would.
func isTotal(cells []Cell) bool {
	total, others := false, 0
	for i, c := range cells {
		if c.Kind != Text || repeatsLeft(cells, i) || isNumeric(c.Text) {
			continue
		}
		if !total && others == 0 && saysTotal(c.Text) {
			total = true
			continue
		}
		others++
	}
	return total && others == 0
}

// saysTotal tells whether a text is a word for totals; some are so only alone or before a colon.
func saysTotal(text string) bool {
	text = strings.ToLower(text)
	alone, _, _ := strings.Cut(text, ":")
	return slices.Contains(words().TotalsAlone, alone) || beginsWith(text, words().Totals)
}

// beginsWith tells whether a text begins with one of some words, whole.
func beginsWith(text string, some []string) bool {
	return slices.ContainsFunc(some, func(word string) bool {
		rest, ok := strings.CutPrefix(text, word)
		next, _ := utf8.DecodeRuneInString(rest)
		return ok && !unicode.IsLetter(next)
	})
}

// isNote tells whether a row is a note or a signature below a table: it begins with an asterisk, or with a word for it
// before a colon or a line to sign on, and holds little else. After an empty row the word alone says it.
func isNote(cells []Cell, afterGap bool) bool {
	first, filled, line := "", 0, false
	for i, c := range cells {
		if c.Kind == Empty || repeatsLeft(cells, i) {
			continue
		}
		if filled++; filled == 1 {
			first = c.Text
		}
		line = line || strings.Contains(c.Text, "__")
	}
	if filled == 1 && strings.HasPrefix(first, "*") {
		return true
	}
	marked := afterGap || line || strings.Contains(first, ":")
	return filled > 0 && filled < 3 && marked && beginsWith(strings.ToLower(first), words().Notes)
}

// isNumeric tells whether a text is a number as people write it, with spaces and a comma or point.
func isNumeric(text string) bool {
	return strings.Trim(text, "0123456789.,- \u00a0\u202f") == "" && text != ""
}
