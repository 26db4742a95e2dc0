package export_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/export"
	"saya/data"
	"saya/data/store/storetest"
	"saya/reports"
)

// Every file that is made is on the list of files outside, once, until it is deleted from there.
func TestFilesAreListedOutside(t *testing.T) {
	s, by := storetest.New(t), storetest.Actor()
	dir := t.TempDir()
	left := rest(t, s, filepath.Join(dir, "rest.xlsx"))
	report := export.Job{
		Kind: reports.HoursFile, Path: filepath.Join(dir, "hours.xlsx"),
		Params: reports.Params{Lang: "ru", Period: data.Period{From: "2026-10-01", To: "2026-10-31"}},
	}
	for range 2 {
		require.NoError(t, export.WriteRest(t.Context(), s, by, left))
		require.NoError(t, export.Write(t.Context(), s, by, report))
	}
	files, err := s.Outside(t.Context())
	require.NoError(t, err)
	require.Len(t, files, 2, "made again, in the same place")
	require.Equal(t, "rejected", files[0].Kind)
	require.Equal(t, string(reports.HoursFile), files[1].Kind)
	for _, f := range files {
		require.True(t, f.There)
		require.NoError(t, s.DeleteOutside(t.Context(), by, f.ID))
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, entries)
}
