package export_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/export"
	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/reports"
)

// rest is what is left of a list of one person whose telephone is none.
func rest(t *testing.T, s *store.Store, path string) export.Rest {
	t.Helper()
	cell := func(s string) sheetin.Cell { return sheetin.Cell{Text: s, Kind: sheetin.Text} }
	src := imports.Source{
		Kind: imports.Volunteers, Mapping: imports.Mapping{"surname", "given", "phones"}, Today: storetest.Day,
		Table: sheetin.Table{Header: 1, Height: 1, Titles: []string{"Фамилия", "Имя", "Телефон"}, Lines: []sheetin.Line{
			{Row: 2, Cells: []sheetin.Cell{cell("Ахметова"), cell("Айгуль"), cell("701")}},
		}},
	}
	plan, err := imports.NewPlan(t.Context(), s, storetest.Actor(), src)
	require.NoError(t, err)
	text := locale.New(locale.Kazakh)
	return export.Rest{Report: reports.Rejected(text, src, plan.Rows(), plan.Choices), Text: text, Path: path}
}

// Rows that were not taken hold people: their file is in the history like any other.
func TestRestIsRecorded(t *testing.T) {
	s := storetest.New(t)
	path := filepath.Join(t.TempDir(), "қалғаны.xlsx")
	require.NoError(t, export.WriteRest(t.Context(), s, storetest.Actor(), rest(t, s, path)))
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	sum := sha256.Sum256(content)

	exports, err := s.Exports(t.Context(), 0)
	require.NoError(t, err)
	require.Len(t, exports, 1)
	require.Equal(t, data.Export{
		ID: exports[0].ID, At: data.StampOf(storetest.Now()), Account: storetest.Actor().Account,
		Report: "rejected", Lang: "kk", FileName: "қалғаны.xlsx", SHA256: hex.EncodeToString(sum[:]), People: true,
	}, exports[0])
}

func TestRestIsThereAndRecordedOrNeither(t *testing.T) {
	s := storetest.New(t)
	dir := t.TempDir()
	err := export.WriteRest(t.Context(), s, storetest.Actor(), rest(t, s, filepath.Join(dir, "жоқ", "rest.xlsx")))
	require.True(t, data.IsCode(err, data.Storage), err)
	taken := filepath.Join(dir, "taken.xlsx") // a folder is where the file should stand
	require.NoError(t, os.Mkdir(taken, 0o700))
	require.Error(t, export.WriteRest(t.Context(), s, storetest.Actor(), rest(t, s, taken)))
	exports, err := s.Exports(t.Context(), 0)
	require.NoError(t, err)
	require.Empty(t, exports)

	left := rest(t, s, filepath.Join(dir, "rest.xlsx"))
	require.NoError(t, s.Close())
	require.Error(t, export.WriteRest(t.Context(), s, storetest.Actor(), left))
	require.NoFileExists(t, left.Path)
}
