package reports_test

import (
	"io"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/sample"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/reports"
	"saya/reports/xlsx"
)

// BenchmarkFrontOffice makes the workbook of a year, from the question to the last byte: of the default sample, of a
// large centre, and of one with a tenth of its data.
func BenchmarkFrontOffice(b *testing.B) {
	for _, c := range []struct {
		name string
		sample.Options
	}{
		{"default", sample.Options{}},
		{"tenth", sample.Options{Volunteers: 500, Events: 2_000, Hours: 40_000}},
		{"large", sample.Options{Volunteers: 5_000, Events: 20_000, Hours: 400_000}},
	} {
		b.Run(c.name, func(b *testing.B) {
			c.Seed, c.Until = 1, storetest.Day
			dir := filepath.Join(b.TempDir(), "centre")
			require.NoError(b, sample.Make(b.Context(), dir, c.Options))
			s, err := store.Open(b.Context(), dir, store.OpenOptions{Now: storetest.Now})
			require.NoError(b, err)
			defer func() { require.NoError(b, s.Close()) }()
			params := reports.Params{Period: data.PeriodOf(data.YearPeriod, storetest.Day), Lang: "kk+ru", Texts: allTexts()}
			for b.Loop() {
				r, err := reports.FrontOffice(b.Context(), s, params)
				require.NoError(b, err)
				require.NoError(b, xlsx.Write(b.Context(), io.Discard, r, reports.Printer(params.Lang)))
			}
		})
	}
}
