package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
)

func TestOnlyChangesAreBackedUpByThemselves(t *testing.T) {
	dir, _ := real(t)
	now := hoursLater()
	s, err := store.Open(t.Context(), dir, store.OpenOptions{Now: now, Account: "басшы", Password: managerWord})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	var newest data.Stamp
	for range 3 {
		var made []data.Stamp
		for range 2 {
			require.NoError(t, s.BackupChanges(t.Context(), s.Actor(), store.BackupClosing))
			made = append(made, backups(t, s)[0].At)
		}
		require.Greater(t, made[0], newest, "of the centre as it was made, and of each change")
		require.Equal(t, made[0], made[1], "not of what is backed up already")
		newest = made[0]
		oneMore(t, s)
	}
}
