package fold

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key folds s to its search key: the letters a-z, digits and single spaces, none at the ends.
// It never fails; what has no Latin spelling is left out. Key(Key(s)) equals Key(s).
func Key(s string) string {
	if !isComposed(s) {
		s = norm.NFC.String(s)
	}
	key := transliterate(s)
	// A pass can bring letters together that are a pair again ("bekkhan": kh, then kh), so go on until it changes nothing.
	for changed := true; changed; {
		key, changed = sounds(key)
	}
	return string(key)
}

// isComposed tells of nearly every text that composing it would change nothing, without asking the library letter by
// letter: it holds nothing but Latin and Cyrillic letters without marks that combine.
func isComposed(s string) bool {
	for _, r := range s {
		if r >= 0x300 && (r < 0x400 || r >= 0x530 || 0x483 <= r && r <= 0x489) {
			return false
		}
	}
	return true
}

// transliterate spells s in a-z and digits; every run of other signs becomes one space.
func transliterate(s string) []byte {
	out := make([]byte, 0, len(s)+len(s)/4)
	space := false
	for _, r := range s {
		spelled, known := latin(unicode.ToLower(r))
		if !known {
			space = space || !isSilent(r)
			continue
		}
		if space && len(out) > 0 && spelled != "" {
			out = append(out, ' ')
		}
		space = space && spelled == ""
		out = append(out, spelled...)
	}
	return out
}

// isSilent tells whether a sign stands inside a word without parting it: an apostrophe (O'Neill, Natal'ya, Oʻgʻiloy),
// a combining mark, an invisible sign or a letter that cannot be spelled.
func isSilent(r rune) bool {
	return strings.ContainsRune("'’‘ʼʻʹ`´", r) || unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r)
}
