package widgets

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// A word that is too long is parted at a sign, and no letter is left alone.
func TestBreakWord(t *testing.T) {
	for _, tt := range []struct {
		word  string
		room  int
		first string
		rest  string
	}{
		{"қарым-қатынас", 12, "қарым-", "қатынас"},
		{"студенттерімен", 13, "студенттерім", "ен"},
		{"ayla@example.invalid", 16, "ayla@", "example.invalid"},
	} {
		full, rest := breakWord(tt.word, func(s string) bool { return utf8.RuneCountInString(s) <= tt.room })
		require.Equal(t, []string{tt.first}, full)
		require.Equal(t, tt.rest, rest)
	}
}
