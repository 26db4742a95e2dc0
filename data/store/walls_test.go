package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/data/vault"
)

// withStaff makes a centre with a member of staff who opens the people's file, and returns the number of her account.
func withStaff(t *testing.T) (dir string, staff int64) {
	t.Helper()
	dir, _ = real(t)
	admin := enter(t, dir, "админ", adminWord)
	staff, err := admin.AddAccount(t.Context(), admin.Actor(), store.NewAccount{Name: "Айгүл", Role: data.Staff, Password: staffWord})
	require.NoError(t, err)
	require.NoError(t, admin.Close())
	manager := enter(t, dir, "басшы", managerWord)
	require.NoError(t, manager.LetIn(t.Context(), manager.Actor(), staff, data.PeopleWall))
	require.NoError(t, manager.Close())
	return dir, staff
}

// Whoever kept the key pair that she had before her password was reset does not get into a file with a new key.
func TestResetAccountDoesNotOutliveARekey(t *testing.T) {
	dir, staff := withStaff(t)
	kept := filepath.Join(t.TempDir(), "centre.saya")
	content, err := os.ReadFile(filepath.Join(dir, "centre.saya"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(kept, content, 0o600))
	f, id, err := vault.Open(kept, "centre", "айгүл", staffWord)
	require.NoError(t, err)
	f.Close()

	admin := enter(t, dir, "админ", adminWord)
	require.NoError(t, admin.ResetPassword(t.Context(), admin.Actor(), staff, recoveryWord))
	require.NoError(t, admin.RemoveAccount(t.Context(), admin.Actor(), staff))
	require.NoError(t, admin.Close())
	manager := enter(t, dir, "басшы", managerWord)
	require.Len(t, waiting(t, manager), 1, "her old slot is to be taken")
	require.NoError(t, manager.Rekey(t.Context(), manager.Actor(), data.PeopleWall))
	require.Empty(t, waiting(t, manager))
	require.NoError(t, manager.Close())
	_, err = vault.OpenAs(filepath.Join(dir, "people.saya"), "people", "a3", id)
	require.ErrorIs(t, err, vault.ErrPassword)
	require.True(t, enter(t, dir, "басшы", managerWord).Holds(data.PeopleWall))
}

// A name that somebody had is given to nobody else: drafts, Undo and the audit go by names.
func TestNamesAreNotGivenTwice(t *testing.T) {
	dir, staff := withStaff(t)
	admin := enter(t, dir, "админ", adminWord)
	require.NoError(t, admin.RenameAccount(t.Context(), admin.Actor(), staff, "Айгүл Б."))
	_, err := admin.AddAccount(t.Context(), admin.Actor(), store.NewAccount{Name: "АЙГҮЛ", Role: data.Staff, Password: staffWord})
	refused(t, "store.name_taken", err)
	require.NoError(t, admin.RenameAccount(t.Context(), admin.Actor(), staff, "Айгүл"), "she may have it back")
	require.NoError(t, admin.RenameAccount(t.Context(), admin.Actor(), 1, "Әкімші"), "her own name, too")
	me, err := admin.Me(t.Context())
	require.NoError(t, err)
	require.Equal(t, "Әкімші", me.Name)
	refused(t, "store.own_account", admin.RemoveAccount(t.Context(), admin.Actor(), 1))
	refused(t, "store.reset_instead", admin.LetIn(t.Context(), admin.Actor(), staff, data.CentreWall))
}

// Rights end at once, also those of somebody who is signed in elsewhere.
func TestEndedAccountWritesNothing(t *testing.T) {
	dir, staff := withStaff(t)
	working := enter(t, dir, "айгүл", staffWord)
	oneMore(t, working)
	admin := enter(t, dir, "админ", adminWord)
	require.NoError(t, admin.SetRole(t.Context(), admin.Actor(), staff, data.CaseWorker))
	_, err := working.SaveVolunteer(t.Context(), working.Actor(), data.Volunteer{
		Person: data.Person{Surname: "Қалиева", Given: "Әсем", Birth: "1990-05-01"}, Accepted: "2026-01-10",
	})
	refused(t, "errors.not_allowed", err)
}

func TestSideDoors(t *testing.T) {
	dir, _ := withStaff(t)
	s := enter(t, dir, "айгүл", staffWord)
	never := errors.New("let in")
	refused(t, "errors.not_allowed", s.Load(t.Context(), s.Actor(), func(*store.Loader) error { return never }))
	require.NoError(t, s.Close())
	admin := enter(t, dir, "админ", adminWord)
	_, err := admin.Import(t.Context(), admin.Actor(), func(*store.Importer) error { return never })
	refused(t, "errors.not_allowed", err)
	refused(t, "errors.not_allowed", admin.DropExport(t.Context(), 1))
	refused(t, "store.same_password", admin.ChangePassword(t.Context(), admin.Actor(), adminWord, adminWord))
	for range 3 {
		refused(t, "store.wrong_current", admin.ChangePassword(t.Context(), admin.Actor(), "x", staffWord))
	}
	refused(t, "store.wait", admin.ChangePassword(t.Context(), admin.Actor(), "x", staffWord))
}

// One who signs in does not free those who guess the password of another.
func TestWaitsAreByName(t *testing.T) {
	dir, _ := real(t)
	try := func(name, password string) error {
		s, err := store.Open(t.Context(), dir, store.OpenOptions{Now: storetest.Now, Account: name, Password: password})
		if err == nil {
			require.NoError(t, s.Close())
		}
		return err
	}
	for range 3 {
		refused(t, "store.wrong_password", try("басшы", "x"))
		require.NoError(t, try("админ", adminWord))
	}
	refused(t, "store.wait", try("басшы", managerWord))
}
