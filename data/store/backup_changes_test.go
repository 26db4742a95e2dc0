package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/store"
)

func TestOnlyChangesAreBackedUpByThemselves(t *testing.T) {
	dir, _ := real(t)
	now := hoursLater()
	s, err := store.Open(t.Context(), dir, store.OpenOptions{Now: now, Account: "басшы", Password: managerWord})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	for want := range 3 {
		for range 2 {
			require.NoError(t, s.BackupChanges(t.Context(), s.Actor(), store.BackupClosing))
		}
		all, err := s.Backups(t.Context())
		require.NoError(t, err)
		require.Len(t, all, want+1, "of the centre as it was made, and of each change")
		oneMore(t, s)
	}
}
