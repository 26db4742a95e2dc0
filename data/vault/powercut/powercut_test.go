package powercut_test

import (
	"database/sql"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/vault/powercut"
)

// What was synced is on every disk, what was not is on some.
func TestWhatWaits(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"file", "next"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600))
	}
	r, err := powercut.Record(dir)
	require.NoError(t, err)
	f, err := r.File("file")
	require.NoError(t, err)
	_, err = f.WriteAt([]byte("safe"), 0)
	require.NoError(t, err)
	require.NoError(t, f.Sync())
	_, err = f.WriteAt([]byte(" and more"), 4)
	require.NoError(t, err)
	require.NoError(t, r.Rename("next", "last"))
	r.Note("done", 1)
	log := r.Stop()

	seen := map[string]bool{}
	chance := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		state := log.Cut(chance)
		require.Equal(t, 1, state.Noted["done"])
		dir := t.TempDir()
		require.NoError(t, state.Write(dir))
		content, err := os.ReadFile(filepath.Join(dir, "file"))
		require.NoError(t, err)
		require.Equal(t, "safe", string(content[:4]))
		seen[string(content)] = true
		_, err = os.Stat(filepath.Join(dir, "next"))
		seen["not renamed"] = seen["not renamed"] || err == nil
		_, err = os.Stat(filepath.Join(dir, "last"))
		seen["renamed"] = seen["renamed"] || err == nil
	}
	for _, what := range []string{"safe", "safe and more", "renamed", "not renamed"} {
		require.True(t, seen[what], what)
	}
	require.Greater(t, len(seen), 4, "in part, too")
}

// The recorder takes its place as the usual VFS and gives it back.
func TestRecordsOneFolder(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	r, err := powercut.Record(dir)
	require.NoError(t, err)
	r.Note("begun", 0)
	write(t, filepath.Join(other, "a"))
	write(t, filepath.Join(dir, "b"))
	log := r.Stop()
	recorded := log.Len()
	require.Greater(t, recorded, 3)
	write(t, filepath.Join(dir, "b"))
	require.Equal(t, recorded, log.Len())
}

func write(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.ToSlash(path))
	require.NoError(t, err)
	_, err = db.Exec("CREATE TABLE IF NOT EXISTS t (n); INSERT INTO t VALUES (1)")
	require.NoError(t, err)
	require.NoError(t, db.Close())
}
