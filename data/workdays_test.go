package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/reference"
)

func TestWorkdays(t *testing.T) {
	days := data.NewWorkdays(data.HolidaysOf(2026, reference.HolidayRules()))
	for day, want := range map[data.Date]bool{
		"2026-03-20": true,
		"2026-03-21": false, // Nauryz on a Saturday
		"2026-03-22": false,
		"2026-03-23": false,
		"2026-03-24": false, // for the 21st
		"2026-03-25": false, // for the 22nd
		"2026-03-26": true,
		"2026-11-21": false, // a Saturday
		"2026-12-16": false,
	} {
		require.Equal(t, want, days.Working(day), "%s", day)
	}
}

func TestAddWorkingDays(t *testing.T) {
	days := data.NewWorkdays(data.HolidaysOf(2026, reference.HolidayRules()))
	for _, c := range []struct {
		from data.Date
		n    int
		want data.Date
	}{
		{"2026-03-20", 0, "2026-03-20"},
		{"2026-03-20", 1, "2026-03-26"},
		{"2026-03-21", 1, "2026-03-26"},
		{"2026-11-20", 1, "2026-11-23"},
		{"", 3, ""},
	} {
		require.Equal(t, c.want, days.Add(c.from, c.n), "%s and %d", c.from, c.n)
	}
	require.Equal(t, data.Date("2026-12-31"), days.StopUsingBy("2026-12-09"), "Independence Day does not count")
	require.Equal(t, data.Date("2026-11-23"), data.Workdays{}.Add("2026-11-20", 1), "the zero value knows weekends")
}
