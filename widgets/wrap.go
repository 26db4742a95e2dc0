package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"saya/assets/locale"
)

// wrapLines breaks text into lines no wider than width, between words where it
// can and inside a word that is wider than a line. Without a width, before it is laid out, nothing is broken.
func wrapLines(text string, width, size float32, style fyne.TextStyle) []string {
	if width <= 0 {
		return strings.Split(text, "\n")
	}
	return wrapFitting(text, func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width })
}

func wrapFitting(text string, fits func(string) bool) (lines []string) {
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range together(strings.FieldsFunc(paragraph, breaks), fits) {
			joined := strings.TrimLeft(line+" "+word, " ")
			if fits(joined) {
				line = joined
				continue
			}
			if line != "" {
				var part string
				part, word = compound(line+" ", word, fits)
				lines = append(lines, line+part)
			}
			var full []string
			full, line = breakWord(word, fits)
			lines = append(lines, full...)
		}
		lines = append(lines, line)
	}
	return lines
}

// compound is as much of a word of several, with the space before it, as fits behind the start of a line; and the rest.
func compound(start, word string, fits func(string) bool) (part, rest string) {
	for end := strings.LastIndex(word, "-"); end > 0; end = strings.LastIndex(word[:end], "-") {
		before, _ := utf8.DecodeLastRuneInString(word[:end])
		after, _ := utf8.DecodeRuneInString(word[end+1:])
		if unicode.IsLetter(before) && unicode.IsLetter(after) && fits(start+word[:end+1]) {
			return " " + word[:end+1], word[end+1:]
		}
	}
	return "", word
}

// together joins words that stay on one line if that has room for them: a number and what it counts, "№" and its number,
// the ends of a range, and a dash with what is before it.
func together(words []string, fits func(string) bool) []string {
	var out []string
	for i, word := range words {
		if i > 0 && stays(words[i-1], word) && fits(out[len(out)-1]+" "+word) {
			out[len(out)-1] += " " + word
			continue
		}
		out = append(out, word)
	}
	return out
}

func stays(before, word string) bool {
	digit, _ := utf8.DecodeRuneInString(word)
	switch {
	case word == "–", word == "—", before == "№":
		return true
	case before == "–":
		return unicode.IsDigit(digit)
	}
	return before != "" && strings.Trim(before, "0123456789") == ""
}

// breaks tells whether a line may end at a space: not within a sum or before its unit.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// breakWord cuts a word into pieces that fit, after a sign that separates parts of it, as of an address or path, where
// there is one, else with a hyphen between syllables; the last piece may go on.
func breakWord(word string, fits func(string) bool) (full []string, rest string) {
	runes := []rune(word)
	for !fits(string(runes)) && len(runes) > 1 {
		n := 1
		for n < len(runes)-1 && fits(string(runes[:n+1])) {
			n++
		}
		sign := ""
		if part := strings.LastIndexAny(string(runes[:n]), `@/\-`); part >= 0 {
			n = utf8.RuneCountInString(string(runes[:n])[:part]) + 1
		} else if end := syllables(runes, n, fits); end > 0 {
			n, sign = end, hyphen
		} else if n == len(runes)-1 && n > 2 { // no letter is left alone
			n--
		}
		full, runes = append(full, string(runes[:n])+sign), runes[n:]
	}
	return full, string(runes)
}

// hyphen parts a word; the sign that people type for a compound is another one.
const hyphen = "\u2010"

// behind is what of a text stands behind its first lines.
func behind(text string, lines []string) string {
	for _, line := range lines {
		text = strings.TrimSpace(strings.TrimPrefix(text, strings.TrimSuffix(line, hyphen)))
	}
	return text
}

// syllables is how many of the first n letters of a word stand before a hyphen, 0 for none.
func syllables(word []rune, n int, fits func(string) bool) int {
	for ; n > 0; n-- {
		if locale.Syllable(word, n) && fits(string(word[:n])+hyphen) {
			return n
		}
	}
	return 0
}
