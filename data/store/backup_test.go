package store_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// signedIn opens a sample centre with the account of a role.
func signedIn(t *testing.T, dir string, role data.Role) *store.Store {
	t.Helper()
	return openAt(t, dir, role, storetest.Now)
}

func openAt(t *testing.T, dir string, role data.Role, now func() time.Time) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), dir, store.OpenOptions{Account: string(role), Password: store.SamplePassword, Now: now})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// centre makes a sample centre with a volunteer and closes it.
func centre(t *testing.T) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "centre")
	s := create(t, dir)
	storetest.Volunteer(t, s)
	require.NoError(t, s.Close())
	return dir
}

func backup(t *testing.T, s *store.Store) store.Backup {
	t.Helper()
	b, err := s.Backup(t.Context(), s.Actor(), store.BackupAsked, nil)
	require.NoError(t, err)
	require.NoError(t, b.Warning)
	require.Empty(t, b.Wrong)
	return b
}

func backups(t *testing.T, s *store.Store) []store.Backup {
	t.Helper()
	all, err := s.Backups(t.Context())
	require.NoError(t, err)
	return all
}

func entries(t *testing.T, dir string) (out []string) {
	t.Helper()
	found, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range found {
		out = append(out, e.Name())
	}
	return out
}

// audited is what the lines of the audit about a kind of act are about, the newest first.
func audited(t *testing.T, s *store.Store, kind string) (out []string) {
	t.Helper()
	lines, err := s.Audit(t.Context(), data.AuditFilter{})
	require.NoError(t, err)
	for _, l := range lines {
		if l.Kind == kind {
			out = append(out, l.About)
		}
	}
	return out
}

func TestBackupIsWholeAndSaysNobodysName(t *testing.T) {
	dir := centre(t)
	s := signedIn(t, dir, data.Manager)
	require.True(t, s.DueBackup(t.Context()))
	var told []int64
	changed := false
	defer s.OnChange(func(c store.Change) { changed = c.Touches(store.Backups) })()
	b, err := s.Backup(t.Context(), s.Actor(), store.BackupDaily, func(done, total int64) {
		require.Positive(t, total)
		told = append(told, done*100/total)
	})
	require.NoError(t, err)
	require.IsNonDecreasing(t, told)
	require.Equal(t, int64(100), told[len(told)-1])
	require.True(t, changed)
	require.Equal(t, []string{"20261122T050000Z", "lock"}, entries(t, filepath.Join(dir, "backups")))
	require.Equal(t, []string{"cases.saya", "centre.saya", "manifest.json", "people.saya", "shelter.saya"}, entries(t, b.Path))
	require.Equal(t, data.StampOf(storetest.Now()), b.At)
	require.True(t, b.Verified(data.CentreWall, data.PeopleWall, data.ShelterWall))
	require.False(t, b.Verified(data.CasesWall), "a manager does not open it")
	require.Greater(t, b.Bytes(), int64(4*64<<10))
	for _, name := range entries(t, b.Path) {
		info, err := os.Stat(filepath.Join(b.Path, name))
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), name)
	}
	text := strings.ToLower(content(t, filepath.Join(b.Path, "manifest.json")))
	for _, word := range []string{"manager", "admin", "қалиева", "sample", dir} {
		require.NotContains(t, text, word)
	}
	require.Equal(t, []store.Backup{b}, backups(t, s))
	require.False(t, s.DueBackup(t.Context()))
	at, err := s.NewestVerified(t.Context())
	require.NoError(t, err)
	require.Equal(t, b.At, at)
	require.Equal(t, []string{"daily"}, audited(t, s, "backup"))
}

func TestWhoOpensAFileVerifiesItsCopies(t *testing.T) {
	dir := centre(t)
	manager := signedIn(t, dir, data.Manager)
	backup(t, manager)
	require.NoError(t, manager.Close())

	worker := signedIn(t, dir, data.CaseWorker)
	at, err := worker.NewestVerified(t.Context())
	require.NoError(t, err)
	require.Empty(t, at, "nobody has seen the cases in it")
	n, err := worker.VerifyBackups(t.Context())
	require.NoError(t, err)
	require.Equal(t, 1, n)
	b := backups(t, worker)[0]
	require.True(t, b.Verified(data.Walls()...), "what the manager verified stays so")
	at, err = worker.NewestVerified(t.Context())
	require.NoError(t, err)
	require.Equal(t, b.At, at)
	n, err = worker.VerifyBackups(t.Context())
	require.NoError(t, err)
	require.Zero(t, n, "nothing is left to verify")
}

// A file that the account cannot open is in use, and its log is not written back: the copy has both.
func TestLogOfAFileThatIsNotOpened(t *testing.T) {
	dir := centre(t)
	raw := storetest.SQL(t, dir, data.CasesWall)
	_, err := raw.Exec("INSERT INTO settings (name, value) VALUES ('test', 'kept')")
	require.NoError(t, err)
	manager := signedIn(t, dir, data.Manager)
	b := backup(t, manager)
	require.Contains(t, entries(t, b.Path), "cases.saya-wal")
	require.NoError(t, raw.Close())
	require.NoError(t, manager.Close())
	alter(t, dir, data.CasesWall, "DELETE FROM settings WHERE name = 'test'")

	before := content(t, filepath.Join(b.Path, "cases.saya-wal"))
	worker := signedIn(t, dir, data.CaseWorker)
	b, err = worker.VerifyBackup(t.Context(), b)
	require.NoError(t, err)
	require.True(t, b.Verified(data.CasesWall))
	require.Equal(t, before, content(t, filepath.Join(b.Path, "cases.saya-wal")), "a backup stays as it is")
	require.NoError(t, worker.Close())

	manager = signedIn(t, dir, data.Manager)
	require.NoError(t, manager.Restore(t.Context(), manager.Actor(), b))
	var kept int
	require.NoError(t, storetest.SQL(t, dir, data.CasesWall).QueryRow("SELECT count(*) FROM settings WHERE name = 'test'").Scan(&kept))
	require.Equal(t, 1, kept)
}

func TestCancelledBackupLeavesNothing(t *testing.T) {
	dir := centre(t)
	s := signedIn(t, dir, data.Manager)
	for steps := range 8 {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		_, err := s.Backup(ctx, s.Actor(), store.BackupAsked, func(int64, int64) {
			if n++; n > steps {
				cancel()
			}
		})
		cancel()
		require.ErrorIs(t, err, context.Canceled, steps)
		require.Equal(t, []string{"lock"}, entries(t, filepath.Join(dir, "backups")), steps)
	}
	require.Len(t, backups(t, s), 0)
	backup(t, s)
}

func TestBackupOfADamagedFileIsRefused(t *testing.T) {
	dir := centre(t)
	s := signedIn(t, dir, data.Manager)
	require.NoError(t, s.Close())
	spoil(t, dir)
	s = signedIn(t, dir, data.Manager)
	_, err := s.Backup(t.Context(), s.Actor(), store.BackupAsked, nil)
	refused(t, "errors.damaged_database", err)
	require.Equal(t, []string{"lock"}, entries(t, filepath.Join(dir, "backups")))
}

// Two programs back up while both write: every backup is whole, and they do not take each other's folders.
func TestBackupsAtOnce(t *testing.T) {
	dir := centre(t)
	var all sync.WaitGroup
	errs := make(chan error, 100)
	for range 2 {
		s := signedIn(t, dir, data.Manager)
		all.Go(func() {
			for range 4 {
				_, err := s.Backup(t.Context(), s.Actor(), store.BackupAsked, nil)
				errs <- err
			}
		})
		all.Go(func() {
			for range 40 {
				_, err := s.SaveVolunteer(t.Context(), s.Actor(), data.Volunteer{
					Person: data.Person{Surname: "Абаева", Given: "Мария"}, Accepted: "2026-01-01",
				})
				errs <- err
			}
		})
	}
	all.Wait()
	close(errs)
	for err := range errs {
		require.NoError(t, err)
	}
	s := signedIn(t, dir, data.Manager)
	require.NotEmpty(t, backups(t, s), "all of one day: rotation has kept the newest")
	for _, b := range backups(t, s) {
		_, err := s.VerifyBackup(t.Context(), b)
		require.NoError(t, err)
	}
}

func TestOnlyTheOneWhoSignedInBacksUp(t *testing.T) {
	for _, role := range data.Roles() {
		t.Run(string(role), func(t *testing.T) {
			s := signedIn(t, centre(t), role)
			_, err := s.Backup(t.Context(), data.Actor{Account: "somebody", Role: role}, store.BackupAsked, nil)
			refused(t, "errors.not_allowed", err)
			b := backup(t, s)
			err = s.DeleteBackup(t.Context(), s.Actor(), b)
			if !role.May(data.RestoreBackups) {
				refused(t, "errors.not_allowed", err)
				refused(t, "errors.not_allowed", s.Restore(t.Context(), s.Actor(), b))
				refused(t, "errors.not_allowed", s.WritePackage(t.Context(), s.Actor(), filepath.Join(t.TempDir(), "p")))
				require.Len(t, backups(t, s), 1)
				return
			}
			require.NoError(t, err)
			require.Empty(t, backups(t, s))
			refused(t, "backup.gone", s.DeleteBackup(t.Context(), s.Actor(), b))
		})
	}
}

func TestOnlyBackupsAreDeleted(t *testing.T) {
	dir := centre(t)
	s := signedIn(t, dir, data.Manager)
	outside := filepath.Join(t.TempDir(), "20261122T050000Z")
	require.NoError(t, os.Mkdir(outside, 0o700))
	for _, path := range []string{outside, dir, filepath.Join(dir, "backups"), "", "/"} {
		refused(t, "backup.gone", s.DeleteBackup(t.Context(), s.Actor(), store.Backup{Path: path}))
	}
	require.DirExists(t, outside)
}
