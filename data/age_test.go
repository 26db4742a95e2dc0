package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestAge(t *testing.T) {
	for _, c := range []struct {
		birth, day data.Date
		years      int
		ok         bool
	}{
		{"2008-11-22", "2026-11-21", 17, true},
		{"2008-11-22", "2026-11-22", 18, true},
		{"2008-12-31", "2026-01-01", 17, true},
		{"2008-02-29", "2026-02-28", 17, true}, // 18 on 1 March
		{"2008-02-29", "2026-03-01", 18, true},
		{"2008-02-29", "2028-02-29", 20, true},
		{today, today, 0, true},
		{"2026-11-23", today, 0, false},
		{"", today, 0, false},
		{"2008-02-30", today, 0, false},
		{"2008-11-22", "", 0, false},
	} {
		years, ok := data.Age(c.birth, c.day)
		require.Equal(t, c.years, years, "%s on %s", c.birth, c.day)
		require.Equal(t, c.ok, ok, "%s on %s", c.birth, c.day)
	}
}

func TestBandOn(t *testing.T) {
	for birth, want := range map[data.Date]data.AgeBand{
		"2012-11-23": data.Under14, "2012-11-22": data.Age14to17,
		"2008-11-23": data.Age14to17, "2008-11-22": data.Age18to28,
		"1997-11-23": data.Age18to28, "1997-11-22": data.Age29to35,
		"1990-11-23": data.Age29to35, "1990-11-22": data.Age36to59,
		"1966-11-23": data.Age36to59, "1966-11-22": data.Age60,
		"": data.AgeUnknown,
	} {
		require.Equal(t, want, data.BandOn(birth, today), "%s", birth)
		require.Contains(t, data.AgeBands(), want)
	}
}
