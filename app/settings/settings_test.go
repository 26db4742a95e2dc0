package settings_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/app/settings"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// centre makes a sample centre with an account of each role and closes it.
func centre(t *testing.T) (dir string, codes map[store.Wall]string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "centre")
	s, err := store.Create(t.Context(), dir, store.CreateOptions{Sample: true, Centre: storetest.Profile(), Now: storetest.Now})
	require.NoError(t, err)
	codes = s.RecoveryCodes()
	require.NoError(t, s.Close())
	return dir, codes
}

// enter opens the centre with an account, as its only one for now.
func enter(t *testing.T, dir, account, password string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), dir, store.OpenOptions{Now: storetest.Now, Account: account, Password: password})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// open shows the section to the account of a role.
func open(t *testing.T, dir string, role data.Role) (*pagetest.Window, *store.Store, *settings.Page) {
	t.Helper()
	s := enter(t, dir, string(role), store.SamplePassword)
	env, w := pagetest.NewEnv(t, s)
	env.Actor = s.Actor()
	p := settings.New(env)
	w.Show(p)
	return w, s, p
}

// turn brings one part to the front, as a picture does.
func turn(t *testing.T, p page.Page, part string) {
	t.Helper()
	for _, s := range p.Scenes() {
		if s.Name == part {
			s.Show()
			return
		}
	}
	require.Fail(t, "no part "+part)
}

func account(t *testing.T, s *store.Store, name string) data.Account {
	t.Helper()
	all, err := s.Accounts(t.Context())
	require.NoError(t, err)
	for _, a := range all {
		if a.Name == name {
			return a
		}
	}
	require.Fail(t, "no account "+name)
	return data.Account{}
}
