package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/store"
)

// A folder that somebody else copies elsewhere is refused wherever a centre is made or opened.
func TestSyncedFolderIsRefused(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	require.NoError(t, create(t, dir).Close())
	synced := filepath.Join(t.TempDir(), "Dropbox", "centre")
	require.NoError(t, os.MkdirAll(filepath.Dir(synced), 0o700))
	require.NoError(t, os.Rename(dir, synced))
	_, err := open(synced)
	refused(t, "place.synced", err)
	_, err = store.Create(t.Context(), filepath.Join(filepath.Dir(synced), "new"), store.CreateOptions{Sample: true})
	refused(t, "place.synced", err)
}
