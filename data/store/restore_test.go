package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func volunteers(t *testing.T, s *store.Store) int {
	t.Helper()
	ids, err := s.Volunteers(t.Context(), data.VolunteerFilter{})
	require.NoError(t, err)
	return len(ids)
}

func TestRestoreBringsTheCentreBack(t *testing.T) {
	dir := centre(t)
	s := signedIn(t, dir, data.Manager)
	first := backup(t, s)
	storetest.Volunteer(t, s)
	require.NoError(t, s.Restore(t.Context(), s.Actor(), first))
	require.False(t, s.Holds(data.CentreWall), "the store is closed")
	_, err := s.Volunteers(t.Context(), data.VolunteerFilter{})
	refused(t, "errors.no_access", err)
	require.NoError(t, s.Close())
	require.NotContains(t, entries(t, dir), "restore.part")
	require.NotContains(t, entries(t, dir), "restore.json")

	s = signedIn(t, dir, data.Manager)
	require.Equal(t, 1, volunteers(t, s), "as it was then")
	problems, err := s.Check(t.Context())
	require.NoError(t, err)
	require.Empty(t, problems, "the audit is whole, too")
	require.Equal(t, []string{filepath.Base(first.Path)}, audited(t, s, "restore"))
	all := backups(t, s)
	require.Len(t, all, 2)
	aside := all[0]
	require.Equal(t, store.BackupBeforeRestore, aside.Why)
	require.Empty(t, aside.Wrong)
	require.False(t, aside.Verified(data.PeopleWall))
	aside, err = s.VerifyBackup(t.Context(), aside)
	require.NoError(t, err)
	require.True(t, aside.Verified(data.PeopleWall))

	require.NoError(t, s.Restore(t.Context(), s.Actor(), aside))
	s = signedIn(t, dir, data.Manager)
	require.Equal(t, 2, volunteers(t, s), "back again")
	require.Len(t, backups(t, s), 3)
}

// Accounts and passwords are those of the backup.
func TestRestoreBringsPasswordsBack(t *testing.T) {
	dir, _ := real(t)
	s := enter(t, dir, "Басшы", managerWord)
	b := backup(t, s)
	require.NoError(t, s.ChangePassword(t.Context(), s.Actor(), managerWord, staffWord))
	require.NoError(t, s.Rekey(t.Context(), s.Actor(), data.PeopleWall))
	require.NoError(t, s.Restore(t.Context(), s.Actor(), b))
	cannotEnter(t, dir, "Басшы", staffWord)
	s = enter(t, dir, "Басшы", managerWord)
	require.True(t, s.Holds(data.PeopleWall))
	problems, err := s.Check(t.Context())
	require.NoError(t, err)
	require.Empty(t, problems)
}

// After a refusal all is as it was, and the store goes on.
func TestRestoreNeedsTheFolderToItself(t *testing.T) {
	dir := centre(t)
	s := signedIn(t, dir, data.Manager)
	b := backup(t, s)
	beside := signedIn(t, dir, data.Organizer)
	refused(t, "errors.locked", s.Restore(t.Context(), s.Actor(), b))
	storetest.Volunteer(t, s)
	require.Equal(t, 2, volunteers(t, beside))
	refused(t, "errors.locked", store.RestoreInto(t.Context(), dir, b.Path, store.OpenOptions{Now: storetest.Now}))
	require.NoError(t, beside.Close())
	require.NoError(t, s.Restore(t.Context(), s.Actor(), b))
}

// What goes has a log that was not written back, as a crash leaves it; it must not meet the older file that comes.
func TestRestoreOverALog(t *testing.T) {
	dir := centre(t)
	s := signedIn(t, dir, data.Manager)
	b := backup(t, s)
	require.NoError(t, s.Close())
	raw := storetest.SQL(t, dir, data.CasesWall)
	_, err := raw.Exec("INSERT INTO settings (name, value) VALUES ('test', 'later')")
	require.NoError(t, err)
	log := content(t, filepath.Join(dir, "cases.saya-wal"))
	require.NotEmpty(t, log)
	after := content(t, filepath.Join(dir, "cases.saya"))
	require.NoError(t, raw.Close())
	require.NoError(t, os.WriteFile(filepath.Join(dir, "cases.saya"), []byte(after), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "cases.saya-wal"), []byte(log), 0o600))

	s = signedIn(t, dir, data.Manager)
	require.NoError(t, s.Restore(t.Context(), s.Actor(), b))
	settings := func() (n int) {
		db := storetest.SQL(t, dir, data.CasesWall)
		require.NoError(t, db.QueryRow("SELECT count(*) FROM settings WHERE name = 'test'").Scan(&n))
		require.NoError(t, db.Close())
		return n
	}
	require.Zero(t, settings())
	s = signedIn(t, dir, data.Manager)
	require.NoError(t, s.Restore(t.Context(), s.Actor(), backups(t, s)[0]))
	require.Equal(t, 1, settings(), "what went is kept with its log")
}

func TestRestoreIntoASpoiltCentre(t *testing.T) {
	spoilings := map[string]func(t *testing.T, dir string){
		"the centre's header": func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, "centre.saya"), bytes.Repeat([]byte("x"), 100_000), 0o600))
		},
		"a file is missing": func(t *testing.T, dir string) { require.NoError(t, os.Remove(filepath.Join(dir, "people.saya"))) },
		"pages":             spoil,
	}
	for name, spoil := range spoilings {
		t.Run(name, func(t *testing.T) {
			dir := centre(t)
			s := signedIn(t, dir, data.Manager)
			b := backup(t, s)
			require.NoError(t, s.Close())
			spoil(t, dir)
			into := func(account, password string) error {
				return store.RestoreInto(t.Context(), dir, b.Path, store.OpenOptions{Account: account, Password: password, Now: storetest.Now})
			}
			before := entries(t, dir)
			refused(t, "store.wrong_password", into("manager", "wrong"))
			refused(t, "errors.not_allowed", into("staff", store.SamplePassword))
			require.Subset(t, before, without(entries(t, dir), "centre.open"), "nothing is left of a refusal")
			require.NoError(t, into("admin", store.SamplePassword))

			s = signedIn(t, dir, data.Manager)
			require.Equal(t, 1, volunteers(t, s))
			require.Equal(t, []string{filepath.Base(b.Path)}, audited(t, s, "restore"))
			require.Equal(t, store.BackupBeforeRestore, backups(t, s)[0].Why, "what was there is kept, spoilt as it is")
		})
	}
}

func without(names []string, one string) (out []string) {
	for _, n := range names {
		if n != one {
			out = append(out, n)
		}
	}
	return out
}

func TestRestoreIntoRefusals(t *testing.T) {
	dir := centre(t)
	s := signedIn(t, dir, data.Manager)
	b := backup(t, s)
	require.NoError(t, s.Close())
	o := store.OpenOptions{Now: storetest.Now}
	refused(t, "backup.no_manifest", store.RestoreInto(t.Context(), dir, t.TempDir(), o))
	refused(t, "backup.other_centre", store.RestoreInto(t.Context(), centre(t), b.Path, o))
	refused(t, "errors.folder_missing", store.RestoreInto(t.Context(), filepath.Join(dir, "nowhere"), b.Path, o))
	flip(t, filepath.Join(b.Path, "centre.saya"), 90_000)
	refused(t, "backup.changed", store.RestoreInto(t.Context(), dir, b.Path, o))
	require.Equal(t, 1, volunteers(t, signedIn(t, dir, data.Manager)))
}
