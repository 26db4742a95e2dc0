package data

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Line cleans a text of one line as it is stored: composed (NFC), no control or invisible signs, single spaces, none
// at the ends. Nothing is cut: whether it is too long is for the rules to say.
func Line(s string) string {
	if isLine(s) {
		return s
	}
	return strings.Join(strings.Fields(visible(s, "")), " ")
}

// isLine tells of most texts that they are clean already, in a tenth of the time that cleaning takes: printable ASCII
// and composed Cyrillic letters with single spaces between them.
func isLine(s string) bool {
	last := ' '
	for _, r := range s {
		switch {
		case r == ' ' && last == ' ':
			return false
		case r >= ' ' && r <= '~', r >= 'Ѐ' && r <= 'ҁ', r >= 'Ҋ' && r <= 'ԯ':
		default:
			return false
		}
		last = r
	}
	return s == "" || last != ' '
}

// Text cleans a text of several lines: as [Line], but line breaks and spaces inside lines stay.
func Text(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(visible(s, "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line, unicode.IsSpace)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// zeroWidthJoiner binds emoji and letters of some scripts into one; it is the only invisible sign with a meaning.
const zeroWidthJoiner = '\u200d'

// visible composes s, turns control signs into spaces and drops invisible ones, which can hide or reverse a text.
func visible(s, keep string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == zeroWidthJoiner || strings.ContainsRune(keep, r):
			return r
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "")))
}

func cleanLines(texts ...*string) {
	for _, t := range texts {
		*t = Line(*t)
	}
}

func cleanTexts(texts ...*string) {
	for _, t := range texts {
		*t = Text(*t)
	}
}

func cleanNames(names ...*Names) {
	for _, n := range names {
		cleanLines(&n.KK, &n.RU, &n.EN)
	}
}

// cleanList cleans the entries and drops empty and repeated ones.
func cleanList(list List) List {
	var out List
	for _, s := range list {
		if s = Line(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
