package sample_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/sample"
	"saya/data/store"
	"saya/data/store/storetest"
)

func small() sample.Options {
	return sample.Options{Seed: 7, Until: "2026-11-22", Volunteers: 40, Events: 60, Hours: 300}
}

func TestSameArgumentsSameCentre(t *testing.T) {
	one, two, other := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "б в"), filepath.Join(t.TempDir(), "c")
	require.NoError(t, sample.Make(t.Context(), one, small()))
	require.NoError(t, sample.Make(t.Context(), two, small()))
	o := small()
	o.Seed++
	require.NoError(t, sample.Make(t.Context(), other, o))
	first := dump(t, one)
	require.Equal(t, first, dump(t, two))
	require.NotEqual(t, first, dump(t, other))
	for _, table := range []string{"volunteers", "hours", "contributions", "requirements", "locked_months", "batches"} {
		require.NotEmpty(t, first[table], table)
	}
}

func TestMadeCentreOpens(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	var done, total int
	o := small()
	o.Progress = func(d, n int) {
		require.GreaterOrEqual(t, d, done)
		done, total = d, n
	}
	require.NoError(t, sample.Make(t.Context(), dir, o))
	require.NotZero(t, done)
	require.Equal(t, total, done)

	s, err := store.Open(t.Context(), dir, store.OpenOptions{})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	centre, err := s.Centre(t.Context())
	require.NoError(t, err)
	require.True(t, centre.Sample)
	require.NoError(t, centre.Validate())
	require.Equal(t, "ulgi", centre.ShortName)
	last, err := s.LastChange(t.Context())
	require.NoError(t, err)
	require.Equal(t, data.Local("2026-11-22T18:00"), last.Local())
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 40)
}

func TestCancelledMakeLeavesNothing(t *testing.T) {
	there := t.TempDir()
	for name, dir := range map[string]string{"a new folder": filepath.Join(there, "new"), "an empty folder": t.TempDir()} {
		t.Run(name, func(t *testing.T) {
			_, before := os.Stat(dir)
			ctx, cancel := context.WithCancel(t.Context())
			o := small()
			o.Hours = 2000
			o.Progress = func(int, int) { cancel() }
			require.ErrorIs(t, sample.Make(ctx, dir, o), context.Canceled)
			_, after := os.Stat(dir)
			require.Equal(t, before == nil, after == nil)
			entries, _ := os.ReadDir(dir)
			require.Empty(t, entries)
		})
	}
}

func TestFolderInUseIsRefusedAndKept(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "note.txt")
	require.NoError(t, os.WriteFile(file, []byte("mine"), 0o600))
	require.True(t, data.IsCode(sample.Make(t.Context(), dir, small()), data.Conflict))
	require.FileExists(t, file)
}

func TestWrongOptionsAreRefused(t *testing.T) {
	for field, o := range map[string]sample.Options{
		"until":      {},
		"volunteers": {Until: "2026-11-22", Volunteers: -1, Hours: 1},
		"events":     {Until: "2026-11-22", Events: 200_001, Hours: 1},
		"hours":      {Until: "2026-11-22", Volunteers: 10, Hours: 10 * 366},
	} {
		t.Run(field, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "centre")
			refusals := data.Refusals(sample.Make(t.Context(), dir, o))
			var fields []string
			for _, r := range refusals {
				fields = append(fields, r.Field)
			}
			require.Contains(t, fields, field)
			require.NoDirExists(t, dir)
		})
	}
}

// dump writes down every row of both files, by table, but for when the schema was made.
func dump(t *testing.T, dir string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, wall := range data.Walls() {
		db := storetest.SQL(t, dir, wall)
		for _, table := range column(t, db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'goose%' ORDER BY name") {
			columns := column(t, db, "SELECT name FROM pragma_table_info('"+table+"') WHERE name <> 'credential'") // by chance
			quoted := make([]string, len(columns))
			for i, c := range columns {
				quoted[i] = fmt.Sprintf("quote(%q)", c)
			}
			out[table] = append(out[table], column(t, db, "SELECT "+strings.Join(quoted, "||'|'||")+" FROM "+table+" ORDER BY rowid")...)
		}
		require.NoError(t, db.Close())
	}
	return out
}

func column(t *testing.T, db *sql.DB, query string) []string {
	t.Helper()
	rows, err := db.Query(query)
	require.NoError(t, err)
	defer func() { require.NoError(t, rows.Close()) }()
	var out []string
	for rows.Next() {
		var s string
		require.NoError(t, rows.Scan(&s))
		out = append(out, s)
	}
	require.NoError(t, rows.Err())
	return out
}
