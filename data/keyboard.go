package data

import (
	"slices"
	"strings"
	"unicode"
)

// The keys of the Russian layout and, in the row of digits, what the Kazakh one adds; then the letters on them.
const (
	russianKeys    = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
	kazakhKeys     = "2345890-="
	russianLetters = "йцукенгшщзхъфывапролджэячсмитьбюё"
	kazakhLetters  = "әіңғүұқөһ"
)

// pressed is what the keys of a password give on the English layout: «йцукен» is qwerty. It is ASCII.
func pressed(password []rune) string {
	keys := []rune(russianKeys + kazakhKeys)
	letters := []rune(russianLetters + kazakhLetters)
	var out strings.Builder
	for _, r := range password {
		if at := slices.Index(letters, unicode.ToLower(r)); at >= 0 {
			r = keys[at]
		}
		out.WriteByte(sign(r))
	}
	return out.String()
}

// otherLayout is what the keys of a password give on the Russian or Kazakh layout: "gfhjkm" is «пароль». keys are
// those of them that are letters there.
func otherLayout(password []rune, keys string) []rune {
	const shifted, unshifted = `{}:"<>~`, "[];',.`"
	letters := []rune(russianLetters + kazakhLetters)
	out := make([]rune, len(password))
	for i, r := range password {
		out[i] = r
		r = unicode.ToLower(r)
		if at := strings.IndexRune(shifted, r); at >= 0 {
			r = rune(unshifted[at])
		}
		if at := strings.IndexRune(keys, r); at >= 0 {
			out[i] = letters[at]
		}
	}
	return out
}
