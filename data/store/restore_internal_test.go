package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// halfRestored is a centre with two volunteers in which a restore of a backup with one has written its plan, and a log
// beside a file, and has moved nothing yet.
func halfRestored(t *testing.T) (dir string) {
	t.Helper()
	dir = oldCentre(t)
	s, err := Open(t.Context(), dir, OpenOptions{Now: clock})
	require.NoError(t, err)
	b, err := s.Backup(t.Context(), s.Actor(), BackupAsked, nil)
	require.NoError(t, err)
	_, err = s.SaveVolunteer(t.Context(), s.Actor(), data.Volunteer{Person: data.Person{Surname: "Оспан", Given: "Дина"}, Accepted: "2026-01-01"})
	require.NoError(t, err)
	_, err = s.stage(t.Context(), b.Path)
	require.NoError(t, err)
	for _, f := range s.files() {
		require.NoError(t, f.disconnect())
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "cases.saya-wal"), []byte("an old log"), 0o600))
	require.NoError(t, s.planRestore(t.Context()))
	for _, f := range s.files() {
		require.NoError(t, f.close())
	}
	require.NoError(t, s.guard.unlock())
	return dir
}

// moves are what carrying a plan out does, in its order.
func moves(dir string) (out []func() error) {
	in, away := restoreIn(dir), restoreOut(dir)
	move := func(from, to, name string) {
		out = append(out, func() error { return moveIfThere(from, to, name) })
	}
	for _, w := range data.Walls() {
		move(dir, away, fileName(w))
		move(dir, away, logName(w))
		move(in, dir, fileName(w))
		move(in, dir, logName(w))
	}
	out = append(out, func() error { return rename(away, filepath.Join(dir, backupsFolder, "20261122T050000Z-2")) })
	out = append(out, func() error { return os.Remove(filepath.Join(dir, planName)) })
	return out
}

// Wherever a restore was cut off, opening the centre finishes it.
func TestRestoreIsFinishedFromEveryPoint(t *testing.T) {
	whole := halfRestored(t)
	for done := range len(moves(whole)) + 1 {
		dir := filepath.Join(t.TempDir(), "centre")
		require.NoError(t, os.CopyFS(dir, os.DirFS(whole)))
		for _, move := range moves(dir)[:done] {
			require.NoError(t, move())
		}
		s, err := Open(t.Context(), dir, OpenOptions{Now: clock})
		require.NoError(t, err, done)
		ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{})
		require.NoError(t, err)
		require.Len(t, ids, 1, done)
		all, err := s.Backups(t.Context())
		require.NoError(t, err)
		require.Len(t, all, 2, done)
		require.Equal(t, BackupBeforeRestore, all[0].Why)
		require.Empty(t, all[0].Wrong, done)
		_, err = s.VerifyBackup(t.Context(), all[0])
		require.NoError(t, err, done)
		require.NoError(t, s.Close())
		requireNoRestore(t, dir)
	}
}

func requireNoRestore(t *testing.T, dir string) {
	t.Helper()
	for _, name := range []string{planName, restoreFolder} {
		_, err := os.Lstat(filepath.Join(dir, name))
		require.ErrorIs(t, err, os.ErrNotExist)
	}
}

// Without a plan nothing was moved: what was made ready is thrown away.
func TestRestoreWithoutAPlanIsTakenBack(t *testing.T) {
	dir := halfRestored(t)
	require.NoError(t, os.Remove(filepath.Join(dir, planName)))
	require.NoError(t, os.Remove(filepath.Join(dir, "cases.saya-wal")))
	s, err := Open(t.Context(), dir, OpenOptions{Now: clock})
	require.NoError(t, err)
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{})
	require.NoError(t, err)
	require.Len(t, ids, 2)
	requireNoRestore(t, dir)
	require.NoError(t, s.Close())
}

// A restore at work is left alone, and one whose plan nobody can read, too.
func TestRestoreThatIsNotOurs(t *testing.T) {
	dir := halfRestored(t)
	g, alone, err := takeGuard(t.Context(), dir, false)
	require.NoError(t, err)
	require.True(t, alone)
	soon, cancel := context.WithTimeout(t.Context(), 2*lockRetry) // it is not given up in this test
	defer cancel()
	_, err = Open(soon, dir, OpenOptions{Now: clock})
	require.True(t, data.IsCode(err, data.Locked), "%v", err)
	require.DirExists(t, restoreIn(dir))
	require.NoError(t, g.unlock())

	for _, text := range []string{"", "{", `{"format":0,"aside":"20261122T050000Z-2"}`, `{"format":1,"aside":"../x"}`, `{"format":2,"aside":"20261122T050000Z-2"}`} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, planName), []byte(text), 0o600))
		_, err = Open(t.Context(), dir, OpenOptions{Now: clock})
		require.True(t, data.IsCode(err, data.Storage), "%s: %v", text, err)
		require.True(t, strings.HasPrefix(data.Refusals(err)[0].Key, "backup."), "%v", err)
		require.DirExists(t, restoreIn(dir))
		require.FileExists(t, filepath.Join(dir, "people.saya"))
	}
}
