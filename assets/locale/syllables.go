package locale

import (
	"strings"
	"unicode"
)

// Syllable tells whether a Kazakh or Russian word can go on in another line after its first n letters: what follows
// begins with a consonant and a vowel, a vowel stands before, and at least two letters are at each side. It never does
// for other letters, whose languages have other rules.
func Syllable(word []rune, n int) bool {
	return n >= 2 && n+2 <= len(word) && consonant(word[n]) && vowel(word[n+1]) &&
		cyrillic(word[n-1]) && cyrillic(word[n-2]) && strings.ContainsFunc(string(word[:n]), vowel)
}

func vowel(r rune) bool {
	return strings.ContainsRune("аәеёиіоөуұүыэюя", unicode.ToLower(r))
}

func consonant(r rune) bool {
	return cyrillic(r) && !vowel(r) && !strings.ContainsRune("ьъ", unicode.ToLower(r))
}

func cyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }
