package fold

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latin spells a lower-case letter or a digit with a-z and 0-9. The spelling of й is y: whether it is heard depends
// on its neighbours, see [glide]. known is false for whatever has no such spelling.
func latin(r rune) (spelled string, known bool) {
	if r < utf8.RuneSelf {
		return ascii(byte(r))
	}
	if spelled, known = vowel(r); known {
		return spelled, known
	}
	if spelled, known = consonant(r); known {
		return spelled, known
	}
	return base(r)
}

// vowel spells Cyrillic vowels, glides and signs, and what Latin alphabets write for them.
func vowel(r rune) (spelled string, known bool) {
	switch r {
	case 'а', 'ә', 'ə':
		return "a", true
	case 'е', 'ё', 'э', 'є':
		return "e", true
	case 'и', 'і', 'ї', 'ы', 'ı':
		return "i", true
	case 'й':
		return "y", true
	case 'о', 'ө', 'ø':
		return "o", true
	case 'у', 'ұ', 'ү', 'ў', 'ý': // ý is у in the Kazakh Latin of 2018
		return "u", true
	case 'ю':
		return "iu", true
	case 'я':
		return "ia", true
	case 'ъ', 'ь':
		return "", true
	}
	return "", false
}

// consonant spells Cyrillic consonants, and what Latin alphabets write for them.
func consonant(r rune) (spelled string, known bool) {
	switch r {
	case 'б':
		return "b", true
	case 'в':
		return "v", true
	case 'г', 'ғ', 'ґ':
		return "g", true
	case 'д', 'đ':
		return "d", true
	case 'ж':
		return "j", true
	case 'з':
		return "z", true
	case 'к', 'қ':
		return "k", true
	case 'л', 'ł':
		return "l", true
	case 'м':
		return "m", true
	case 'н', 'ң', 'ŋ':
		return "n", true
	case 'п':
		return "p", true
	case 'р':
		return "r", true
	case 'с', 'ß':
		return "s", true
	case 'т':
		return "t", true
	case 'ф':
		return "f", true
	case 'х', 'һ':
		return "h", true
	case 'ц':
		return "ts", true
	case 'ч', 'ç':
		return "ch", true
	case 'ш', 'щ', 'ş':
		return "sh", true
	}
	return "", false
}

// ascii spells letters of the basic Latin alphabet: those that stand for one sound become one letter.
func ascii(c byte) (string, bool) {
	const self = "abcdefghijklmnopqrstuvwxyz0123456789"
	switch {
	case c == 'q':
		return "k", true
	case c == 'w':
		return "v", true
	case c == 'x':
		return "ks", true
	case 'a' <= c && c <= 'z':
		return self[c-'a' : c-'a'+1], true
	case isDigit(c):
		return self[26+c-'0' : 27+c-'0'], true
	}
	return "", false
}

// base is the letter or digit without its diacritics and typographic form: á, ä and ａ are a.
func base(r rune) (string, bool) {
	whole := string(r)
	parts := norm.NFKD.PropertiesString(whole).Decomposition()
	if len(parts) == 0 {
		return "", false
	}
	return ascii(parts[0])
}
