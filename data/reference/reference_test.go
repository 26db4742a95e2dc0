package reference_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/reference"
)

func TestTablesAreWhole(t *testing.T) {
	for name, c := range map[string]struct {
		list []data.Choice
		want int
	}{
		"regions":    {reference.Regions(), 20},
		"kinds":      {reference.ActivityKinds(), 13},
		"forms":      {reference.ActivityForms(), 4},
		"directions": {reference.Directions(), 9},
	} {
		t.Run(name, func(t *testing.T) {
			require.Len(t, c.list, c.want)
			seen := map[string]bool{}
			for i, choice := range c.list {
				require.NotEmpty(t, choice.Code)
				require.False(t, seen[choice.Code], choice.Code)
				seen[choice.Code] = true
				require.Equal(t, i+1, choice.Position)
				for _, lang := range []string{choice.Names.KK, choice.Names.RU, choice.Names.EN} {
					require.NotEmpty(t, lang, choice.Code)
				}
			}
		})
	}
}

func TestKindsHaveShortNamesAndAdultsOnly(t *testing.T) {
	adults := []string{}
	for _, k := range reference.ActivityKinds() {
		for _, short := range []string{k.Short.KK, k.Short.RU, k.Short.EN} {
			require.NotEmpty(t, short, k.Code)
			require.LessOrEqual(t, len([]rune(short)), 60)
		}
		if k.AdultsOnly {
			adults = append(adults, k.Code)
		}
	}
	require.Equal(t, []string{"3", "4"}, adults, "help to victims of offences, emergencies")
}

func TestHolidaysOfRealYears(t *testing.T) {
	for year, want := range map[int][]data.Date{
		// The third day of Nauryz and Capital Day fell on a Saturday; Christmas and Kurban Ait, on Sundays, did not move.
		2024: {
			"2024-01-01", "2024-01-07", "2024-03-08", "2024-03-21", "2024-03-25", "2024-05-01", "2024-05-07", "2024-05-09",
			"2024-06-16", "2024-07-06", "2024-07-08", "2024-08-30", "2024-10-25", "2024-12-16",
		},
		// No constitution day: the old one ended with 2025, the new one begins with 2027.
		2026: {
			"2026-01-01", "2026-01-07", "2026-03-08", "2026-03-09", "2026-03-21", "2026-03-24", "2026-03-25", "2026-05-01",
			"2026-05-07", "2026-05-09", "2026-05-11", "2026-05-27", "2026-07-06", "2026-10-25", "2026-10-26", "2026-12-16",
		},
		// Both days of the New Year on a weekend; Kurban Ait is not set yet.
		2028: {
			"2028-01-01", "2028-01-03", "2028-01-04", "2028-01-07", "2028-03-08", "2028-03-15", "2028-03-21", "2028-05-01",
			"2028-05-07", "2028-05-08", "2028-05-09", "2028-07-06", "2028-10-25", "2028-12-16", "2028-12-18",
		},
	} {
		var got []data.Date
		for _, h := range data.HolidaysOf(year, reference.HolidayRules()) {
			require.True(t, h.From.Valid() && h.To.Valid() && h.From <= h.To, h.Code)
			require.NotEmpty(t, h.Names.KK, h.Code)
			got = append(got, h.From)
		}
		require.Equal(t, want, got, "%d", year)
	}
}
