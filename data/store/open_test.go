package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/data/vault"
)

func create(t *testing.T, dir string) *store.Store {
	t.Helper()
	s, err := store.Create(t.Context(), dir, store.CreateOptions{Sample: true, Centre: storetest.Profile(), Now: storetest.Now})
	require.NoError(t, err)
	return s
}

func open(dir string) (*store.Store, error) {
	return store.Open(context.Background(), dir, store.OpenOptions{Now: storetest.Now})
}

// refused asks for one refusal and its key.
func refused(t *testing.T, key string, err error) {
	t.Helper()
	refusals := data.Refusals(err)
	require.NotEmpty(t, refusals, "%v", err)
	require.Equal(t, key, refusals[0].Key, "%v", err)
}

// alter runs statements on a closed file of a centre.
func alter(t *testing.T, dir string, wall data.Wall, statements ...string) {
	t.Helper()
	db := storetest.SQL(t, dir, wall)
	for _, q := range statements {
		_, err := db.Exec(q)
		require.NoError(t, err)
	}
	require.NoError(t, db.Close())
}

func TestCentreIsFoundAgain(t *testing.T) {
	for _, name := range []string{"centre", "Қамқорлық орталығы", "a b?c#d%20e%"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name)
			s := create(t, dir)
			id := storetest.Volunteer(t, s).ID
			require.NoError(t, s.Close())

			s, err := open(dir)
			require.NoError(t, err)
			v, err := s.Volunteer(t.Context(), id)
			require.NoError(t, err)
			require.Equal(t, "Қалиева Әсем", v.FullName())
			c, err := s.Centre(t.Context())
			require.NoError(t, err)
			require.True(t, c.Sample)
			require.NoError(t, s.Close())
		})
	}
}

func TestFilesAreTheirOwnersOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	storetest.Volunteer(t, s)
	info, err := os.Stat(dir)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o700), info.Mode().Perm())
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Greater(t, len(entries), 4, "the logs are there too")
	for _, e := range entries {
		info, err := e.Info()
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), e.Name())
	}
	require.NoError(t, s.Close())
	_, err = os.Stat(filepath.Join(dir, "people.saya-wal"))
	require.ErrorIs(t, err, os.ErrNotExist, "closing writes the log back")
}

func TestCreateRefusals(t *testing.T) {
	_, err := store.Create(t.Context(), t.TempDir(), store.CreateOptions{})
	refused(t, "store.last_admin", err)

	full := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(full, "letter.txt"), nil, 0o600))
	_, err = store.Create(t.Context(), full, store.CreateOptions{Sample: true})
	refused(t, "errors.folder_not_empty", err)

	file := filepath.Join(full, "letter.txt")
	_, err = store.Create(t.Context(), filepath.Join(file, "centre"), store.CreateOptions{Sample: true})
	refused(t, "errors.folder_missing", err)
}

func TestFailedCreationLeavesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := store.Create(ctx, dir, store.CreateOptions{Sample: true})
	require.ErrorIs(t, err, context.Canceled)
	_, err = os.Stat(dir)
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestOpenRefusals(t *testing.T) {
	people := func(dir string) string { return filepath.Join(dir, "people.saya") }
	for name, c := range map[string]struct {
		spoil func(t *testing.T, dir string)
		key   string
	}{
		"no centre": {func(t *testing.T, dir string) { require.NoError(t, os.Remove(filepath.Join(dir, "centre.saya"))) }, "store.no_centre"},
		"a text": {func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(people(dir), []byte("Dear Sir or Madam, this is not a database at all."), 0o600))
		}, "errors.foreign_database"},
		"an empty file":     {func(t *testing.T, dir string) { require.NoError(t, os.Truncate(people(dir), 0)) }, "errors.foreign_database"},
		"another program's": {func(t *testing.T, dir string) { alter(t, dir, data.PeopleWall, "PRAGMA application_id = 7") }, "errors.foreign_database"},
		"the wrong file": {func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(people(dir), []byte(content(t, filepath.Join(dir, "shelter.saya"))), 0o600))
		}, "errors.foreign_database"},
		"a newer one": {func(t *testing.T, dir string) {
			alter(t, dir, data.PeopleWall, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
		}, "errors.newer_database"},
		"not a sample": {func(t *testing.T, dir string) {
			alter(t, dir, data.CentreWall, "UPDATE centre SET sample = 0")
		}, "store.wrong_password"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "centre")
			require.NoError(t, create(t, dir).Close())
			c.spoil(t, dir)
			before := content(t, people(dir))
			_, err := open(dir)
			refused(t, c.key, err)
			require.Equal(t, before, content(t, people(dir)), "a refusal changes nothing")
		})
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(b)
}

func TestDamageIsFoundAfterAnUncleanEnd(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	for range 50 {
		storetest.Volunteer(t, s)
	}
	require.NoError(t, s.Close())
	h, err := os.OpenFile(filepath.Join(dir, "people.saya"), os.O_RDWR, 0)
	require.NoError(t, err)
	for page := int64(2); page < 20; page++ { // headers of pages
		_, err = h.WriteAt(make([]byte, 8), vault.HeaderSize+page*4096)
		require.NoError(t, err)
	}
	require.NoError(t, h.Close())
	require.NoError(t, os.WriteFile(filepath.Join(dir, "centre.open"), nil, 0o600), "as a crash leaves it")
	for range 2 {
		_, err = open(dir)
		refused(t, "errors.damaged_database", err)
	}
}

func TestOneWindowAndCommandsBesideIt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	window := store.OpenOptions{Window: true, Now: storetest.Now}
	first, err := store.Open(t.Context(), dir, window)
	require.NoError(t, err)

	_, err = store.Open(t.Context(), dir, window)
	refused(t, "store.window_open", err)
	require.Equal(t, data.Locked, data.Refusals(err)[0].Code)

	command, err := open(dir)
	require.NoError(t, err)
	id := storetest.Volunteer(t, command).ID
	_, err = first.Volunteer(t.Context(), id)
	require.NoError(t, err, "both see what either saved")
	require.NoError(t, command.Close())
	_, err = os.Stat(filepath.Join(dir, "centre.open"))
	require.NoError(t, err, "the window still works")
	require.NoError(t, first.Close())
	_, err = os.Stat(filepath.Join(dir, "centre.open"))
	require.ErrorIs(t, err, os.ErrNotExist)

	again, err := store.Open(t.Context(), dir, window)
	require.NoError(t, err)
	require.NoError(t, again.Close())
}
