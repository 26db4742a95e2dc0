//go:build linux

package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/vault"
)

// The points in the life of an account. The next one's begin when it is removed and shut out.
const (
	nobody = iota
	added
	letIn
	renamed
	reset
	letInAgain
	disabled
	enabled
	removed
	perLife
)

func nameOf(point int) string {
	if point%perLife < renamed {
		return fmt.Sprint("Айгүл ", point/perLife)
	}
	return fmt.Sprint("Айгүл Омарова ", point/perLife)
}

func passwordOf(point int) string {
	if point%perLife < reset {
		return staffWord
	}
	return recoveryWord
}

// changingAccounts leads account after account through all that can be done to it. Two do it, each with her rights.
func changingAccounts(w *worker) {
	admin, manager := w.open(data.Admin), w.open(data.Manager)
	all, err := admin.Accounts(w.Context())
	require.NoError(w, err)
	point := perLife * len(all)
	w.begins(point)
	clearAccounts(w, admin, manager)
	for w.more() {
		changeAccount(w, admin, manager, point)
		point += perLife
	}
	require.NoError(w, admin.Close())
	require.NoError(w, manager.Close())
}

func changeAccount(w *worker, admin, manager *store.Store, point int) {
	var id int64
	letIn := func() error { return manager.LetIn(w.Context(), manager.Actor(), id, data.PeopleWall) }
	for i, fn := range []func() error{
		func() (err error) {
			n := store.NewAccount{Name: nameOf(point), Role: data.Staff, Password: staffWord}
			id, err = admin.AddAccount(w.Context(), admin.Actor(), n)
			return err
		},
		letIn,
		func() error { return admin.RenameAccount(w.Context(), admin.Actor(), id, nameOf(point+renamed)) },
		func() error { return admin.ResetPassword(w.Context(), admin.Actor(), id, recoveryWord) },
		letIn,
		func() error { return admin.DisableAccount(w.Context(), admin.Actor(), id) },
		func() error { return admin.EnableAccount(w.Context(), admin.Actor(), id) },
		func() error { return admin.RemoveAccount(w.Context(), admin.Actor(), id) },
		func() error { return manager.ShutOut(w.Context(), manager.Actor(), id, data.PeopleWall, false) },
	} {
		w.does(point+i+1, fn)
	}
}

// clearAccounts ends what a process before began.
func clearAccounts(w *worker, admin, manager *store.Store) {
	for _, a := range waiting(w.T, manager) {
		if a.Has && a.Held {
			require.NoError(w, manager.ShutOut(w.Context(), manager.Actor(), a.Account.ID, a.Wall, false))
		}
	}
	all, err := admin.Accounts(w.Context())
	require.NoError(w, err)
	for _, a := range all {
		if a.ID > int64(len(data.Roles())) && a.State != data.AccountRemoved {
			require.NoError(w, admin.RemoveAccount(w.Context(), admin.Actor(), a.ID))
			require.NoError(w, manager.ShutOut(w.Context(), manager.Actor(), a.ID, data.PeopleWall, false))
		}
	}
}

// holdsAccounts tries to sign in as the account whose life it is.
func holdsAccounts(c *cutOff, point int) error {
	enters, opens := false, false
	switch point % perLife {
	case added, reset:
		enters = true
	case letIn, renamed, letInAgain, enabled:
		enters, opens = true, true
	}
	s, err := c.open(nameOf(point), passwordOf(point))
	switch {
	case err != nil && !enters && data.IsCode(err, data.Denied):
		return nil
	case err != nil:
		return err
	}
	defer func() { require.NoError(c, s.Close()) }()
	if !enters || s.Holds(data.PeopleWall) != opens {
		return fmt.Errorf("she signs in, and opens the people's file: %t", s.Holds(data.PeopleWall))
	}
	return nil
}

// What a crash left of a name is swept away by the next who opens the centre.
func TestSlotsOfNobodyAreSwept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	emptyCentre(t, dir)
	centre := filepath.Join(dir, "centre.saya")
	f, _, err := vault.Open(centre, string(data.CentreWall), "admin", store.SamplePassword)
	require.NoError(t, err)
	require.NoError(t, f.Alias("staff", "Айгүл"))
	f.Close()
	for _, c := range []struct {
		mark bool // of an unclean end
		want error
	}{{false, nil}, {true, vault.ErrPassword}} {
		if c.mark {
			require.NoError(t, os.WriteFile(filepath.Join(dir, "centre.open"), nil, 0o600))
		}
		s, err := open(dir)
		require.NoError(t, err)
		require.NoError(t, s.Close())
		f, _, err := vault.Open(centre, string(data.CentreWall), "айгүл", store.SamplePassword)
		require.ErrorIs(t, err, c.want)
		if err == nil {
			f.Close()
		}
	}
	require.NoError(t, (&cutOff{T: t, dir: dir}).everybodyEnters())
}
