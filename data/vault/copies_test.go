package vault_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/vault"
)

// A copy opens with the data key of its file, a successor does not; both are known as of the same file.
func TestCopiesOfAFile(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	f := create(t, dir, "people.saya")
	other := create(t, dir, "other.saya")
	same, err := f.Copy(path("copy.saya"))
	require.NoError(t, err)
	same.Close()
	next, err := f.Successor(path("successor.saya"), nil)
	require.NoError(t, err)
	next.Close()

	opened, err := f.OpenCopy(path("copy.saya"))
	require.NoError(t, err)
	opened.Close()
	_, err = f.OpenCopy(path("successor.saya"))
	require.ErrorIs(t, err, vault.ErrPassword)
	_, err = other.OpenCopy(path("copy.saya"))
	require.ErrorIs(t, err, vault.ErrPassword)
	for name, want := range map[string]bool{"copy.saya": true, "successor.saya": true, "other.saya": false} {
		require.Equal(t, want, id(t, path(name)) == id(t, path("people.saya")), name)
	}
}

// What another program has changed in the header is in the next copy and the next successor.
func TestCopiesHaveThePresentHeader(t *testing.T) {
	dir := t.TempDir()
	f := create(t, dir, "people.saya")
	beside, _, err := vault.Open(filepath.Join(dir, "people.saya"), "people", "айгүл", "верная лошадь")
	require.NoError(t, err)
	defer beside.Close()
	c, ok := beside.Credential("айгүл")
	require.True(t, ok)
	require.NoError(t, beside.Grant("дина", c.Shared()))
	require.NoError(t, beside.Revoke("айгүл"))
	for name, make := range map[string]func(string) (*vault.File, error){
		"copy.saya": f.Copy, "successor.saya": func(path string) (*vault.File, error) {
			return f.Successor(path, map[string]vault.Credential{"айгүл": c, "дина": c})
		},
	} {
		next, err := make(filepath.Join(dir, name))
		require.NoError(t, err)
		next.Close()
		h, err := vault.HeaderOf(filepath.Join(dir, name))
		require.NoError(t, err)
		_, ok := h.Credential("айгүл")
		require.False(t, ok, name)
		_, ok = h.Credential("дина")
		require.True(t, ok, name)
		require.True(t, h.OpensTo(c), "the same key pair under another name")
	}
	stranger, err := vault.NewKnownCredential("чужая дверь")
	require.NoError(t, err)
	h, err := vault.HeaderOf(filepath.Join(dir, "copy.saya"))
	require.NoError(t, err)
	require.False(t, h.OpensTo(stranger))
}

func id(t *testing.T, path string) string {
	t.Helper()
	h, err := vault.HeaderOf(path)
	require.NoError(t, err)
	return h.ID()
}
