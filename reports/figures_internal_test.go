package reports

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/sample"
	"saya/data/store"
)

// The figures on the first screen are the indicators of the report, with events with residents counted in full.
func TestFiguresOfTheScreenAreTheIndicators(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, sample.Make(t.Context(), dir, sample.Options{Seed: 3, Until: "2026-11-22", Volunteers: 40, Events: 120, Hours: 600}))
	s, err := store.Open(t.Context(), dir, store.OpenOptions{})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	var periods []data.Period
	for m := data.Month("2026-11"); m > "2026-05"; m = m.Add(-1) {
		periods = append(periods, data.Period{From: m.First(), To: m.Last()})
	}
	periods = append(periods, data.Period{From: "2026-10-01", To: "2026-10-22"})
	figures, err := s.Figures(t.Context(), periods...)
	require.NoError(t, err)
	require.Len(t, figures, len(periods))
	require.NoError(t, s.Report(t.Context(), func(v *store.ReportView) error {
		w, err := newWorker(t.Context(), v, catalogue{}, nil)
		require.NoError(t, err)
		for i, p := range periods {
			totals, err := readTotals(t.Context(), w, p, true)
			require.NoError(t, err)
			require.NotZero(t, totals.allMinutes())
			got := map[string]int64{
				"V3": int64(figures[i].Active), "H1": int64(figures[i].Minutes), "E1": int64(figures[i].Events),
				"B1": int64(figures[i].Covered), "C1.1": figures[i].Received,
			}
			for _, in := range Indicators() {
				if n, shown := got[in.Code]; shown {
					require.Equal(t, in.value(totals).Int(), n, "%s of %v", in.Code, p)
				}
			}
		}
		return nil
	}))
}
