package cli_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBackupRestoreAndHandover(t *testing.T) {
	t.Setenv("LC_ALL", "en_GB.UTF-8")
	dir := filepath.Join(t.TempDir(), "centre")
	does := func(want int, says string, args ...string) {
		t.Helper()
		code, out, errs := run(t, args...)
		require.Equal(t, want, code, errs)
		require.Contains(t, out+errs, says)
	}
	does(0, "", "sample", "--dir", dir, "--until", "2026-11-22", "--volunteers", "5", "--events", "3", "--hours", "5")
	does(0, "Backup made", "backup", "--dir", dir)
	backups, err := filepath.Glob(filepath.Join(dir, "backups", "2*"))
	require.NoError(t, err)
	require.Len(t, backups, 1)

	does(2, "what to restore from", "restore", "--dir", dir)
	does(1, "no such backup", "restore", "nothing", "--dir", dir)
	given(t, "SAYA_PASSWORD_FILE", "saya-sample")
	does(1, "may not", "restore", backups[0], "--dir", dir, "--user", "staff")
}

func TestSpoiltCentreIsRestored(t *testing.T) {
	t.Setenv("LC_ALL", "en_GB.UTF-8")
	dir, other := filepath.Join(t.TempDir(), "centre"), filepath.Join(t.TempDir(), "other")
	file := filepath.Join(t.TempDir(), "centre.saya-package")
	does := func(args ...string) {
		t.Helper()
		code, _, errs := run(t, args...)
		require.Zero(t, code, errs)
	}
	does("sample", "--dir", dir, "--until", "2026-11-22", "--volunteers", "5", "--events", "3", "--hours", "5")
	does("backup", "--dir", dir)
	does("backup", "--dir", dir, "--package", file)
	backups, err := filepath.Glob(filepath.Join(dir, "backups", "2*"))
	require.NoError(t, err)
	does("restore", filepath.Base(backups[0]), "--dir", dir)
	require.NoError(t, os.Truncate(filepath.Join(dir, "people.saya"), 100))
	code, _, _ := run(t, "check", "--dir", dir)
	require.NotZero(t, code)
	does("restore", backups[0], "--dir", dir)
	does("check", "--dir", dir)
	does("restore", file, "--dir", other)
	does("check", "--dir", other)
}
