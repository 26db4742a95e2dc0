package list_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/data"
)

// leaving makes the list one of which reports knows what may leave.
func leaving(c *list.Config) { c.ID, c.Export = "events", "События" }

func TestListIsExportedAsItIsShown(t *testing.T) {
	_, s, w := open(t)
	require.Equal(t, 0, w.Icons("export"), "of this list nothing may leave")
	s.open(w, leaving)
	w.Filter("Все")
	w.PressIcon("export")
	path := filepath.Join(t.TempDir(), "list.xlsx")
	w.Fill(map[string]string{"folder": filepath.Dir(path), "file_name": "list.xlsx"})
	w.Press("Выгрузить в Excel")
	require.FileExists(t, path)
	require.Empty(t, w.Failed)
	exports, err := s.env.Store.Exports(t.Context(), 0)
	require.NoError(t, err)
	require.Equal(t, "list.xlsx", exports[0].FileName)
}

func TestFilterThatMayNotLeave(t *testing.T) {
	_, s, w := open(t)
	s.open(w, leaving, filtered)
	choose(w, "Величина", "трех")
	w.PressIcon("export")
	require.Len(t, w.Failed, 1)
	require.False(t, w.Modals().Open())
}

func TestExportIsOfferedToThoseWhoMay(t *testing.T) {
	_, s, w := open(t)
	s.env.Actor.Role = data.Staff
	s.open(w, leaving)
	require.Equal(t, 0, w.Icons("export"))
}
