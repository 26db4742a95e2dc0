package fold

import "strings"

// Query folds what a person types into a search field: a text that can only be a number or a part of one
// ("8 705", "+7 (705) 123") becomes its digits, any other its [Key].
func Query(s string) string {
	if digits := Digits(s); digits != "" && strings.Trim(s, "0123456789+-() \u00a0") == "" {
		return digits
	}
	return Key(s)
}

// Digits keeps the digits of s.
func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}
