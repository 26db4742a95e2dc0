package sheetin

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"saya/data"
)

// clean makes a text as [data.Text] does, and drops the joiner of emoji where there is no emoji: pages and messengers
// leave it between letters, where nobody can see it. A text longer than a cell may be becomes [tooLong].
func clean(s string) string {
	if len(s) > MaxCharacters && utf8.RuneCountInString(s) > MaxCharacters {
		return tooLong
	}
	if plain(s) {
		return s
	}
	if strings.ContainsRune(s, joiner) && !strings.ContainsFunc(s, isSymbol) {
		s = strings.ReplaceAll(s, string(joiner), "")
	}
	return data.Text(s)
}

const (
	joiner  = '\u200d'
	tooLong = "\x00" // no clean text has a control sign
)

func isSymbol(r rune) bool { return unicode.Is(unicode.So, r) }

// plain tells, without allocating, that a text is clean: only letters, digits and signs of Latin and Cyrillic, and no
// space at its ends.
func plain(s string) bool {
	if s == "" {
		return true
	}
	if s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for _, r := range s {
		switch {
		case ' ' <= r && r <= '~', 'À' <= r && r <= 'ɏ', 'Ѐ' <= r && r < '\u0483', 'Ҋ' <= r && r <= 'ӹ':
		case r == '«', r == '»', r == '№', r == '–', r == '—':
		default:
			return false
		}
	}
	return true
}
