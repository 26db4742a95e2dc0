package sheetin

import (
	"strings"

	"saya/data"
)

// Parts splits a cell of several values at semicolons, commas and line breaks. A number with decimals, 4,5, is one.
func Parts(c Cell) []string {
	var all []string
	for part := range strings.FieldsFuncSeq(c.Text, func(r rune) bool { return strings.ContainsRune(";,\n", r) }) {
		if part = data.Line(part); part != "" {
			all = append(all, part)
		}
	}
	if whole := data.Line(c.Text); isDecimal(whole) {
		return []string{whole}
	}
	return all
}

// isDecimal tells whether a text is a number of at most three digits and two decimals after a comma; longer ones are
// two telephones.
func isDecimal(text string) bool {
	whole, decimals, ok := strings.Cut(text, ",")
	_, isWhole := digits([]byte(whole))
	_, areDecimals := digits([]byte(decimals))
	return ok && isWhole && areDecimals && len(whole) < 4 && len(decimals) < 3
}
