package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestPeriodKindAndNeighbours(t *testing.T) {
	for _, c := range []struct {
		name          string
		p             data.Period
		kind          data.PeriodKind
		before, after data.Period
	}{
		{"month", period("2026-03-01", "2026-03-31"), data.MonthPeriod, period("2026-02-01", "2026-02-28"), period("2026-04-01", "2026-04-30")},
		{"leap month", period("2028-02-01", "2028-02-29"), data.MonthPeriod, period("2028-01-01", "2028-01-31"), period("2028-03-01", "2028-03-31")},
		{"quarter", period("2026-01-01", "2026-03-31"), data.QuarterPeriod, period("2025-10-01", "2025-12-31"), period("2026-04-01", "2026-06-30")},
		{"half-year", period("2026-07-01", "2026-12-31"), data.HalfYearPeriod, period("2026-01-01", "2026-06-30"), period("2027-01-01", "2027-06-30")},
		{"year", period("2026-01-01", "2026-12-31"), data.YearPeriod, period("2025-01-01", "2025-12-31"), period("2027-01-01", "2027-12-31")},
		{"free days", period("2026-11-03", "2026-11-09"), data.FreePeriod, period("2026-10-27", "2026-11-02"), period("2026-11-10", "2026-11-16")},
		{"three months that are no quarter", period("2026-02-01", "2026-04-30"), data.FreePeriod, period("2025-11-04", "2026-01-31"), period("2026-05-01", "2026-07-28")},
		{"a month less a day", period("2028-02-01", "2028-02-28"), data.FreePeriod, period("2028-01-04", "2028-01-31"), period("2028-02-29", "2028-03-27")},
		{"two years", period("2026-01-01", "2027-12-31"), data.FreePeriod, period("2024-01-02", "2025-12-31"), period("2028-01-01", "2029-12-30")},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.kind, c.p.Kind())
			require.Equal(t, c.before, c.p.Before())
			require.Equal(t, c.after, c.p.After())
			require.Equal(t, c.p.Days(), c.p.To.DaysSince(c.p.From)+1)
			if c.kind != data.FreePeriod {
				require.Equal(t, c.p, data.PeriodOf(c.kind, c.p.To))
			}
		})
	}
}

func TestPeriodHoldsItsDays(t *testing.T) {
	p := period("2026-11-01", "2026-11-30")
	for day, want := range map[data.Date]bool{"2026-10-31": false, "2026-11-01": true, "2026-11-30": true, "2026-12-01": false, "": false} {
		require.Equal(t, want, p.Holds(day), "%s", day)
	}
	require.Equal(t, []data.Month{"2026-12", "2027-01"}, period("2026-12-31", "2027-01-01").Months())
	require.False(t, period("2026-11-30", "2026-11-01").Valid())
	require.Equal(t, data.FreePeriod, data.Period{}.Kind())
}
