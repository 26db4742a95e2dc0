package xlsx

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits of Excel, in UTF-16 units.
const (
	maxCell   = 32767
	maxHeader = 255
	maxName   = 31
)

// clean makes a text safe for a cell: control characters that XML cannot carry
// become U+FFFD, every kind of line end a line feed, and what is longer than
// Excel holds ends in an ellipsis.
func clean(s string) string {
	if !isClean(s) {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.Map(cleanRune, s) // invalid UTF-8 becomes U+FFFD on the way
	}
	return cut(s, maxCell)
}

func isClean(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || cleanRune(r) != r {
			return false
		}
	}
	return true
}

func cleanRune(r rune) rune {
	switch {
	case r == '\t' || r == '\n':
		return r
	case r == '\r' || r == '\v' || r == '\f':
		return '\n'
	case r < ' ' || r == 0xFFFE || r == 0xFFFF:
		return utf8.RuneError
	}
	return r
}

// cut shortens s to n UTF-16 units and marks that it did.
func cut(s string, n int) string {
	if len(s) <= n { // a byte is at least a third of a unit
		return s
	}
	end, units := 0, 0
	for i, r := range s {
		units += utf16Len(r)
		if units > n {
			return s[:end] + "…"
		}
		if units < n {
			end = i + utf8.RuneLen(r)
		}
	}
	return s
}

func utf16Len(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// oneLine is clean without line breaks and tabs: a heading.
func oneLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

// sheetName turns a title into a name that Excel takes: of a title in two
// languages only the first stays when both are too long.
func sheetName(title string) string {
	name := oneLine(title)
	if first, _, both := strings.Cut(name, " / "); both {
		if name = strings.ReplaceAll(name, " / ", " · "); utf16Units(name) > maxName {
			name = first
		}
	}
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '-'
		}
		return r
	}, name)
	name = strings.TrimSpace(strings.Trim(cut(name, maxName), "' "))
	if name == "" || strings.EqualFold(name, "history") { // reserved by Excel
		name = strings.TrimSpace("_ " + name)
	}
	return name
}

func utf16Units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16Len(r)
	}
	return n
}

// names hands out names that are unique without regard to case.
type names struct {
	taken map[string]bool
	max   int // UTF-16 units
}

func newNames(max int) *names { return &names{taken: map[string]bool{}, max: max} }

func (n *names) unique(name string) string {
	candidate := cut(name, n.max)
	for i := 2; n.taken[strings.ToLower(candidate)]; i++ {
		suffix := " " + strconv.Itoa(i)
		candidate = cut(name, n.max-len(suffix)) + suffix
	}
	n.taken[strings.ToLower(candidate)] = true
	return candidate
}
