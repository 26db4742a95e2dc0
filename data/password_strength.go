package data

import (
	_ "embed" // the words below
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/nbutton23/zxcvbn-go/match"
	"github.com/nbutton23/zxcvbn-go/scoring"

	"saya/data/fold"
)

// passwordWords are words that people of Kazakhstan take for passwords: names, cities, endearments. The lists of the
// library are English. They stand in any spelling, since all of them are folded.
//
//go:embed password_words.txt
var passwordWords string

// commonWords are the words as they sound.
func commonWords() []string { return spoken([]string{passwordWords}) }

// spoken parts texts into words and spells them as they sound; short ones are left out, because they are in everything.
func spoken(texts []string) []string {
	const shortest = 3
	var words []string
	for _, text := range texts {
		for _, word := range strings.Fields(text) {
			word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if heard := sound([]rune(word)).text; len(heard) >= shortest {
				words = append(words, heard)
			}
		}
	}
	return words
}

// reading is one way to see a password, in ASCII, because the library counts bytes.
type reading struct {
	text  string
	words []match.Match // words of Cyrillic letters
}

// readings are the ways that a guesser would try.
func readings(password []rune) []reading {
	plain := withoutDisguise(password)
	return []reading{
		{text: pressed(password)},
		{text: pressed(plain)},
		sound(password),
		sound(plain),
		{text: sound(otherLayout(password, russianKeys)).text},
		{text: sound(otherLayout(password, russianKeys+kazakhKeys)).text},
	}
}

// guessBits is the binary logarithm of the tries that a good guesser needs; words are tried first.
func guessBits(password []rune, words []string) float64 {
	own := ranked(words)
	least := math.Inf(1)
	for _, r := range readings(password) {
		matches := slices.Concat(
			wordMatches(r.text, own), wordMatches(r.text, commonRanks()), keyMatches(r.text), repeats(r.text), sequences(r.text),
			numbers(r.text), r.words,
		)
		least = min(least, scoring.MinimumEntropyMatchSequence(r.text, matches).Entropy)
	}
	return least
}

var (
	number = regexp.MustCompile(`\d(?:[ ().+/-]{0,2}\d){1,11}`)
	year   = regexp.MustCompile(`(?:19|20)\d\d`)
)

// numbers finds digits that mean something: a year, a birthday, a telephone number, an IIN. Who knows her knows them.
func numbers(text string) []match.Match {
	const (
		yearBits  = 7
		knownBits = 17 // every day of a century, in several spellings
		digitBits = 3.32
	)
	var found []match.Match
	for _, at := range number.FindAllStringIndex(text, -1) {
		digits := len(fold.Digits(text[at[0]:at[1]]))
		found = append(found, match.Match{
			Pattern: "number", I: at[0], J: at[1] - 1, Entropy: min(digitBits*float64(digits), knownBits),
		})
	}
	for _, at := range year.FindAllStringIndex(text, -1) {
		found = append(found, match.Match{Pattern: "year", I: at[0], J: at[1] - 1, Entropy: yearBits})
	}
	return found
}

// letterBits is what a Cyrillic letter is worth. Nobody types such letters by chance: they are words, and a letter of
// a word says far less than one of thirty-three would.
const letterBits = 2

// sound spells the words of a password as search keys, so that it does not matter which alphabet they are in.
func sound(password []rune) reading {
	var r reading
	for i := 0; i < len(password); {
		end := i
		for end < len(password) && unicode.In(password[end], unicode.Latin, unicode.Cyrillic) {
			end++
		}
		if end == i {
			r.text += string(sign(unicode.ToLower(password[i])))
			i++
			continue
		}
		word := password[i:end]
		from := len(r.text)
		r.text += fold.Key(string(word))
		if unicode.Is(unicode.Cyrillic, word[0]) && len(r.text) > from {
			r.words = append(r.words, match.Match{
				Pattern: "word", I: from, J: len(r.text) - 1, Entropy: letterBits * float64(len(word)),
			})
		}
		i = end
	}
	return r
}

// sign is an ASCII sign in place of r: itself, or some punctuation mark.
func sign(r rune) byte {
	const marks = "!#%&*+=?^_~"
	if ' ' <= r && r <= '~' {
		return byte(r)
	}
	return marks[int(r)%len(marks)]
}

// withoutDisguise gives back the letters that signs and single digits stand for; numbers are left alone.
func withoutDisguise(password []rune) []rune {
	const signs, letters = "@!$4830157", "aisabeoist"
	isDigit := func(i int) bool { return i >= 0 && i < len(password) && unicode.IsDigit(password[i]) }
	plain := make([]rune, len(password))
	for i, r := range password {
		plain[i] = r
		inNumber := isDigit(i) && (isDigit(i-1) || isDigit(i+1))
		if at := strings.IndexRune(signs, r); at >= 0 && !inNumber {
			plain[i] = rune(letters[at])
		}
	}
	return plain
}
