//go:build unix

package xlsx_test

import (
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/reports/xlsx"
	"saya/reports/xlsx/xlsxtest"
)

func TestFullDevice(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	err = xlsx.Write(context.Background(), full, sample(events(20_000)), languages["kk"])
	require.ErrorIs(t, err, syscall.ENOSPC)
}

// TestFullDisk lets a process write files of 64 KiB at most.
func TestFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xlsx")
	require.NoError(t, os.WriteFile(path, []byte("an older one"), 0o600))
	out, err := childProcess("full", path).CombinedOutput()
	require.NoError(t, err, string(out))
	requireOld(t, path)
}

func fullChild(t *testing.T, path string) {
	signal.Ignore(syscall.SIGXFSZ)
	limit := syscall.Rlimit{Cur: 64 << 10, Max: 64 << 10}
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
	err := xlsx.WriteFile(context.Background(), path, sample(events(20_000)), languages["kk"])
	require.ErrorIs(t, err, xlsx.ErrDiskFull)
	require.NotContains(t, err.Error(), filepath.Dir(path))
}

// TestKilled kills a process at moments all over its writing: the file is the
// old one or a complete new one.
func TestKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xlsx")
	older := []byte("an older one")
	random := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for range 12 {
		require.NoError(t, os.WriteFile(path, older, 0o600))
		cmd := childProcess("write", path)
		ready, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		_, err = ready.Read(make([]byte, 1))
		require.NoError(t, err)
		time.Sleep(time.Duration(random.IntN(300)) * time.Millisecond)
		require.NoError(t, cmd.Process.Kill())
		if cmd.Wait() != nil {
			killed++
		}
		if content, err := os.ReadFile(path); err != nil || string(content) != string(older) {
			xlsxtest.Check(t, path)
		}
	}
	require.Positive(t, killed)
}

// writeChild writes one workbook after another until it is killed.
func writeChild(t *testing.T, path string) {
	report := sample(events(5_000))
	_, err := os.Stdout.WriteString("\n")
	require.NoError(t, err)
	for {
		require.NoError(t, xlsx.WriteFile(context.Background(), path, report, languages["kk"]))
	}
}

func childProcess(what, path string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], "-test.run", "^TestChild$")
	cmd.Env = append(os.Environ(), "SAYA_CHILD="+what, "SAYA_CHILD_PATH="+path)
	return cmd
}
