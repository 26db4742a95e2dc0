package person

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/data"
)

func TestTimesAreReadAsPeopleWriteThem(t *testing.T) {
	text := locale.New(locale.Russian)
	for typed, shown := range map[string]string{
		"9-13":             "09:00–13:00",
		"9:30 – 13, 18—20": "09:30–13:00, 18:00–20:00",
		"0-24":             "00:00–24:00",
		"1730-2015;":       "17:30–20:15",
		"":                 "",
	} {
		spans, ok := parseTimes(3, typed)
		require.True(t, ok, typed)
		require.Equal(t, shown, showTimes(text, spans, 3))
		again, ok := parseTimes(3, shown)
		require.True(t, ok, shown)
		require.Equal(t, spans, again)
	}
	for _, typed := range []string{"утром", "9", "13-9", "9-9", "9-25", "9-13-15"} {
		_, ok := parseTimes(3, typed)
		require.False(t, ok, typed)
	}
}

func TestDaysAreReadWithWhatIsSaidOfThem(t *testing.T) {
	text := locale.New(locale.Russian)
	days, ok := parseDays("24.11.2026 (экзамен, зачет), 30/11/26", false)
	require.True(t, ok)
	require.Equal(t, []data.DayException{{Day: "2026-11-24", Note: "экзамен, зачет"}, {Day: "2026-11-30"}}, days)
	require.Equal(t, "24.11.2026 (экзамен, зачет), 30.11.2026", showDays(text, days, false))
	require.Empty(t, showDays(text, days, true))
	for _, typed := range []string{"завтра", "31.02.2027", "24.11.2026 30.11.2026"} {
		_, ok := parseDays(typed, false)
		require.False(t, ok, typed)
	}
}
