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
	var lines []string
	fits := func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width }
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.FieldsFunc(paragraph, breaks) {
			joined := strings.TrimLeft(line+" "+word, " ")
			if fits(joined) {
				line = joined
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			var full []string
			full, line = breakWord(word, fits)
			lines = append(lines, full...)
		}
		lines = append(lines, line)
	}
	return lines
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

// unwrap joins lines of one text again.
func unwrap(lines []string) string {
	return strings.ReplaceAll(strings.Join(lines, " "), hyphen+" ", "")
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
