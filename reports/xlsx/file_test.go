package xlsx_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/reports/spec"
	"saya/reports/xlsx"
	"saya/reports/xlsx/xlsxtest"
)

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Есеп беру", "2026 жыл, қазан.xlsx")
	require.NoError(t, os.Mkdir(filepath.Dir(path), 0o700))
	require.NoError(t, os.WriteFile(path, []byte("an older one"), 0o600))
	require.NoError(t, xlsx.WriteFile(context.Background(), path, sample(events(5)), languages["kk"]))
	xlsxtest.Check(t, path)
	requireAlone(t, path)
	info, err := os.Stat(path)
	require.NoError(t, err)
	if runtime.GOOS != "windows" {
		require.Equal(t, fs.FileMode(0o600), info.Mode().Perm())
	}
}

// requireAlone holds that nothing but the file is in its folder.
func requireAlone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	require.Len(t, entries, 1)
	require.Equal(t, filepath.Base(path), entries[0].Name())
}

func TestPlaceErrors(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	require.NoError(t, os.MkdirAll(filepath.Join(folder, "folder.xlsx", "full"), 0o700))
	for name, test := range map[string]struct {
		path string
		want error
	}{
		"vanished folder":     {filepath.Join(folder, "secret", "a.xlsx"), xlsx.ErrNoFolder},
		"folder is a file":    {filepath.Join(file, "secret.xlsx"), xlsx.ErrNoFolder},
		"target is a folder":  {filepath.Join(folder, "folder.xlsx"), xlsx.ErrBusy},
		"folder is read-only": {readOnly(t), xlsx.ErrReadOnly},
	} {
		t.Run(name, func(t *testing.T) {
			if test.path == "" {
				t.Skip("no read-only folder here")
			}
			err := xlsx.WriteFile(context.Background(), test.path, sample(nil), languages["kk"])
			require.ErrorIs(t, err, test.want)
			require.NotContains(t, err.Error(), folder, "errors name no path")
			require.NotContains(t, err.Error(), "secret")
		})
	}
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, entries, 2, "nothing is left behind")
}

// readOnly returns a path in a folder that not even root can write, "" when
// there is none.
func readOnly(t *testing.T) string {
	if os.Geteuid() != 0 && runtime.GOOS != "windows" {
		folder := t.TempDir()
		require.NoError(t, os.Chmod(folder, 0o500))
		return filepath.Join(folder, "a.xlsx")
	}
	if _, err := os.Stat("/sys/kernel"); err != nil {
		return ""
	}
	return "/sys/kernel/a.xlsx"
}

func TestCancelledFileLeavesTheOld(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xlsx")
	require.NoError(t, os.WriteFile(path, []byte("an older one"), 0o600))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.ErrorIs(t, xlsx.WriteFile(ctx, path, sample(events(5)), languages["kk"]), context.Canceled)
	requireOld(t, path)
}

func TestRefusedRecordLeavesTheOld(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xlsx")
	require.NoError(t, os.WriteFile(path, []byte("an older one"), 0o600))
	full := errors.New("the history is full")
	err := xlsx.WriteRecorded(context.Background(), path, sample(nil), languages["kk"], func(string) error { return full })
	require.ErrorIs(t, err, full)
	requireOld(t, path)

	recorded := ""
	record := func(sum string) error { recorded = sum; return nil }
	require.NoError(t, xlsx.WriteRecorded(context.Background(), path, sample(nil), languages["kk"], record))
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, fmt.Sprintf("%x", sha256.Sum256(content)), recorded)
}

func TestLeftoversOfDeadProgramsAreSwept(t *testing.T) {
	folder := t.TempDir()
	dead, alive := filepath.Join(folder, ".saya-1.part"), filepath.Join(folder, ".saya-2.part")
	require.NoError(t, os.WriteFile(dead, nil, 0o600))
	require.NoError(t, os.WriteFile(alive, nil, 0o600))
	old := time.Now().Add(-2 * time.Hour)
	require.NoError(t, os.Chtimes(dead, old, old))
	require.NoError(t, xlsx.WriteFile(context.Background(), filepath.Join(folder, "a.xlsx"), sample(nil), languages["kk"]))
	require.NoFileExists(t, dead)
	require.FileExists(t, alive, "another window may be writing it")
}

func requireOld(t *testing.T, path string) {
	t.Helper()
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "an older one", string(content))
	requireAlone(t, path)
}

func TestWriterErrorStopsAtOnce(t *testing.T) {
	list := register(events(100_000))
	list.Columns[3].Total = spec.None
	written := 0
	list.Columns[3].Value = func(event) spec.Value { written++; return spec.Value{} }
	r := spec.Report{Sheets: []spec.Sheet{{Name: "S", Blocks: []spec.Block{list}}}}
	broken := errors.New("broken")
	err := xlsx.Write(context.Background(), failing{broken}, r, languages["en"])
	require.ErrorIs(t, err, broken)
	require.Less(t, written, 50_000)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
