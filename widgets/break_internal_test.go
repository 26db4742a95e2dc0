package widgets

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// A word that is too long is parted at a sign or between syllables, and no letter is left alone.
func TestBreakWord(t *testing.T) {
	for _, tt := range []struct {
		word  string
		room  int
		first string
		rest  string
	}{
		{"қарым-қатынас", 12, "қарым-", "қатынас"},
		{"студенттерімен", 13, "студенттері‐", "мен"},
		{"конфиденциальность", 13, "конфиден‐", "циальность"},
		{"кибербезопасность", 16, "кибербезопас‐", "ность"},
		{"Құпиялылық", 7, "Құпия‐", "лылық"},
		{"abcdefghijklmn", 13, "abcdefghijkl", "mn"},
		{"ayla@example.invalid", 16, "ayla@", "example.invalid"},
	} {
		full, rest := breakWord(tt.word, func(s string) bool { return utf8.RuneCountInString(s) <= tt.room })
		require.Equal(t, []string{tt.first}, full)
		require.Equal(t, tt.rest, rest)
	}
}

// A number is not parted from what it counts, nor the ends of a range, while there is room.
func TestWordsThatStayTogether(t *testing.T) {
	for _, tt := range []struct {
		text  string
		room  int
		lines []string
	}{
		{"There are 3 notices", 11, []string{"There are", "3 notices"}},
		{"On 02.09.2026, 18:00 – 19:30.", 22, []string{"On 02.09.2026,", "18:00 – 19:30."}},
		{"Somebody — a person", 9, []string{"Somebody", "— a", "person"}},
		{"Volunteer № 135 came", 13, []string{"Volunteer", "№ 135 came"}},
		{"For the well-known", 13, []string{"For the well-", "known"}},
		{"For the well-known", 11, []string{"For the", "well-known"}},
		{"On the 5-10 days", 9, []string{"On the", "5-10 days"}},
		{"3 notices", 7, []string{"3", "notices"}},
	} {
		fits := func(s string) bool { return utf8.RuneCountInString(s) <= tt.room }
		require.Equal(t, tt.lines, wrapFitting(tt.text, fits))
	}
}
