package reports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/reports"
	"saya/data"
	"saya/data/store/storetest"
)

// Every file that holds people is named in the history, also one that is no report.
func TestHistoryNamesTheRestOfAnImport(t *testing.T) {
	s := storetest.New(t)
	_, err := s.AddExport(t.Context(), storetest.Actor(), data.Export{Report: "rejected", Lang: "ru"})
	require.NoError(t, err)
	env, w := pagetest.NewEnv(t, s)
	w.Show(reports.New(env))
	w.Press("История")
	require.True(t, w.Shows("Незагруженные строки"))
	require.False(t, w.Shows("01.01.0001"))
}
