package vault_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/vault"
)

// A handle of the file that is closed beside SQLite's would drop SQLite's locks: another program would take the log away.
func TestChangingTheHeaderKeepsLocks(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "people.saya")
	f := create(t, dir, "people.saya")
	fill(t, connect(t, path, f), 10)
	before := locks(t, path)
	require.NotEmpty(t, before)
	c, err := vault.NewKnownCredential("x")
	require.NoError(t, err)
	require.NoError(t, f.Grant("another", c))
	_, err = f.Header()
	require.NoError(t, err)
	_, err = f.NewRecoveryCode()
	require.NoError(t, err)
	copied, err := f.Copy(filepath.Join(dir, "copy.saya"))
	require.NoError(t, err)
	copied.Close()
	require.Equal(t, before, locks(t, path))
}

// locks are those of this process on a file, as the kernel lists them.
func locks(t *testing.T, path string) (out []string) {
	t.Helper()
	info, err := os.Stat(path)
	require.NoError(t, err)
	content, err := os.ReadFile("/proc/locks")
	require.NoError(t, err)
	file := fmt.Sprintf(":%d ", info.Sys().(*syscall.Stat_t).Ino)
	for line := range strings.Lines(string(content)) {
		if strings.Contains(line, file) && strings.Contains(line, fmt.Sprintf(" %d ", os.Getpid())) {
			_, rest, _ := strings.Cut(line, ":")
			out = append(out, strings.TrimSpace(rest))
		}
	}
	return out
}
