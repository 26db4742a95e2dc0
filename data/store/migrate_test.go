package store

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func clock() time.Time { return time.Date(2026, 11, 22, 5, 0, 0, 0, time.UTC) }

// later are our migrations and one more for the people.
func later(t *testing.T, statement string) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(embedded, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(embedded, path)
		out[path] = &fstest.MapFile{Data: b}
		return err
	}))
	out["migrations/sqlite/people/09999_later.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + statement)}
	return out
}

func openLater(ctx context.Context, t *testing.T, dir, statement string) (*Store, error) {
	t.Helper()
	s, err := newStore(dir, clock)
	require.NoError(t, err)
	for _, f := range s.files() {
		f.migrations = later(t, statement)
	}
	return s, s.start(ctx, OpenOptions{})
}

func oldCentre(t *testing.T) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "centre")
	s, err := Create(t.Context(), dir, CreateOptions{Sample: true, Now: clock})
	require.NoError(t, err)
	_, err = s.SaveVolunteer(t.Context(), data.Actor{}, data.Volunteer{Person: data.Person{Surname: "Абаева", Given: "Мария"}, Accepted: "2026-01-01"})
	require.NoError(t, err)
	require.NoError(t, s.Close())
	return dir
}

func TestOlderSchemaIsMigratedAfterABackup(t *testing.T) {
	dir := oldCentre(t)
	s, err := openLater(t.Context(), t, dir, "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")
	require.NoError(t, err)
	_, err = s.people.write.ExecContext(t.Context(), "INSERT INTO later DEFAULT VALUES")
	require.NoError(t, err)
	require.NoError(t, s.Close())

	backups, err := os.ReadDir(filepath.Join(dir, "backups"))
	require.NoError(t, err)
	require.Len(t, backups, 2, "one of all files, and the lock")
	require.Equal(t, "20261122T050000Z", backups[0].Name())
	path := filepath.Join(dir, "backups", backups[0].Name())
	m, err := readManifest(path)
	require.NoError(t, err)
	require.Equal(t, BackupMigration, m.Why)
	require.Equal(t, PeopleWall, m.Files[0].Wall)
	require.Equal(t, int64(3), m.Files[0].Schema)
	require.True(t, m.Files[0].Verified)

	_, err = Open(t.Context(), dir, OpenOptions{Now: clock})
	require.True(t, data.IsCode(err, data.Storage), "newer: %v", err)
	require.NoError(t, RestoreInto(t.Context(), dir, path, OpenOptions{Now: clock}))
	s, err = Open(t.Context(), dir, OpenOptions{Now: clock})
	require.NoError(t, err, "the backup is the centre before")
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 1)
	require.NoError(t, s.Close())
}

func TestFailedMigrationLeavesTheFileAsItWas(t *testing.T) {
	dir := oldCentre(t)
	s, err := openLater(t.Context(), t, dir, "CREATE TABLE later (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);")
	require.ErrorContains(t, err, "migrating people")
	require.NoError(t, s.Close())
	s, err = Open(t.Context(), dir, OpenOptions{Now: clock})
	require.NoError(t, err, "neither newer nor half migrated")
	var n int
	require.NoError(t, s.people.read.Get(&n, "SELECT count(*) FROM sqlite_schema WHERE name = 'later'"))
	require.Zero(t, n)
	require.NoError(t, s.Close())
}

func TestMigrationNeedsTheFolderToItself(t *testing.T) {
	dir := oldCentre(t)
	working, err := Open(t.Context(), dir, OpenOptions{Now: clock})
	require.NoError(t, err)
	s, err := openLater(t.Context(), t, dir, "CREATE TABLE later (id INTEGER) STRICT;")
	require.True(t, data.IsCode(err, data.Locked), "%v", err)
	require.NoError(t, s.Close())
	require.NoError(t, working.Close())
	_, err = os.Stat(filepath.Join(dir, "backups"))
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestKeysAreMadeAgainWithNewTables(t *testing.T) {
	dir := oldCentre(t)
	s, err := Open(t.Context(), dir, OpenOptions{Now: clock})
	require.NoError(t, err)
	_, err = s.people.write.Exec("UPDATE volunteers SET search = '', sort_kk = x'', digits = ''")
	require.NoError(t, err)
	_, err = s.people.write.Exec("UPDATE settings SET value = 'of older tables' WHERE name = 'keys'")
	require.NoError(t, err)
	changed, err := s.LastChange(t.Context())
	require.NoError(t, err)
	require.NoError(t, s.Close())

	s, err = Open(t.Context(), dir, OpenOptions{Now: func() time.Time { return clock().Add(time.Hour) }})
	require.NoError(t, err)
	for _, typed := range []string{"abaeva", "1"} {
		ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{Listing: data.Listing{Search: typed}})
		require.NoError(t, err)
		require.Len(t, ids, 1, typed)
	}
	last, err := s.LastChange(t.Context())
	require.NoError(t, err)
	require.Equal(t, changed, last, "computed keys are no change of the data")
	require.NoError(t, s.Close())
}
