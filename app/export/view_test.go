package export_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/export"
	"saya/data"
	"saya/data/store/storetest"
	"saya/reports"
)

// A list that leaves is in the history, with whether it names people, and on the list of files outside.
func TestListIsRecorded(t *testing.T) {
	s, by := storetest.New(t), storetest.Actor()
	v := storetest.Volunteer(t, s)
	view := export.View{
		View: reports.View{List: "volunteers", IDs: []int64{v.ID}, Columns: []string{"number", "name"}},
		Lang: "kk", Today: storetest.Day, Path: filepath.Join(t.TempDir(), "list.xlsx"),
	}
	require.NoError(t, export.WriteView(t.Context(), s, by, view))
	exports, err := s.Exports(t.Context(), 0)
	require.NoError(t, err)
	require.Len(t, exports, 1)
	require.Equal(t, "view", exports[0].Report)
	require.True(t, exports[0].People)
	files, err := s.Outside(t.Context())
	require.NoError(t, err)
	require.Len(t, files, 1)

	view.Columns = []string{"number"}
	require.NoError(t, export.WriteView(t.Context(), s, by, view))
	exports, err = s.Exports(t.Context(), 0)
	require.NoError(t, err)
	require.False(t, exports[0].People, "numbers name nobody")

	err = export.WriteView(t.Context(), s, data.Actor{Account: "staff", Role: data.Staff}, view)
	require.True(t, data.IsCode(err, data.Denied), err)
	view.List, view.Path = "applications", filepath.Join(t.TempDir(), "never.xlsx")
	require.Error(t, export.WriteView(t.Context(), s, by, view))
	require.NoFileExists(t, view.Path)
}
