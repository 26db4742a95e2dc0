package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

func setting(t *testing.T, s *store.Store, name string) string {
	t.Helper()
	value, err := s.Setting(t.Context(), name)
	require.NoError(t, err)
	return value
}

func TestSettingIsKeptUntilItIsEmptied(t *testing.T) {
	s := storetest.New(t)
	require.Empty(t, setting(t, s, "list.events"))
	for _, value := range []string{"one", "екі «🙂» \n", ""} {
		require.NoError(t, s.SetSetting(t.Context(), storetest.Actor(), "list.events", value))
		require.Equal(t, value, setting(t, s, "list.events"))
		require.Empty(t, setting(t, s, "list.hours"), "another name")
	}
}

// How a list looks is nothing to take back, to back up for or to tell anybody of.
func TestSettingIsNoChangeOfTheData(t *testing.T) {
	s := storetest.New(t)
	before, err := s.LastChange(t.Context())
	require.NoError(t, err)
	defer s.OnChange(func(c store.Change) { t.Errorf("told of %s", c.Kind) })()
	require.NoError(t, s.SetSetting(t.Context(), storetest.Actor(), "list.events", "x"))
	after, err := s.LastChange(t.Context())
	require.NoError(t, err)
	require.Equal(t, before, after)
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.Empty(t, batches)
}

// A view may be named after somebody: nobody else reads it, whatever the role.
func TestSettingsAreOfOneAccount(t *testing.T) {
	dir, _ := real(t)
	manager := enter(t, dir, "басшы", managerWord)
	require.NoError(t, manager.SetSetting(t.Context(), manager.Actor(), "list.events", "менікі"))
	require.NoError(t, manager.Close())
	admin := enter(t, dir, "админ", adminWord)
	require.Empty(t, setting(t, admin, "list.events"))
	require.NoError(t, admin.SetSetting(t.Context(), admin.Actor(), "list.events", "әкімшінікі"), "every role may")
	refused(t, "errors.not_allowed", admin.SetSetting(t.Context(), data.Actor{Account: "басшы"}, "list.events", "x"))
	require.NoError(t, admin.Close())
	require.Equal(t, "менікі", setting(t, enter(t, dir, "басшы", managerWord), "list.events"))
}
