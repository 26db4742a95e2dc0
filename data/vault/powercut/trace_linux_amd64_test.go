package powercut_test

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/vault/powercut"
)

const tracedDir = "SAYA_POWERCUT_TRACED"

func TestMain(m *testing.M) {
	if dir := os.Getenv(tracedDir); dir != "" {
		if err := work(dir); err != nil {
			panic(err)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// work replaces a file whole, in a folder of its own that gets its name last, and then writes without a sync.
func work(dir string) error {
	part, whole := filepath.Join(dir, "new.part"), filepath.Join(dir, "new")
	powercut.Say("folders", 0)
	if err := os.Mkdir(part, 0o700); err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(part, "file"))
	if err != nil {
		return err
	}
	parent, err := os.Open(dir)
	if err != nil {
		return err
	}
	inside, err := os.Open(part)
	if err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { _, err := f.WriteString("whole"); return err },
		f.Sync, inside.Sync,
		func() error { return os.Rename(part, whole) },
		parent.Sync,
		func() error { powercut.Say("folders", 1); return nil },
		func() error { _, err := f.WriteString(" and more"); return err },
		func() error { return os.Remove(filepath.Join(dir, "old")) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// All that a program does is noted, by Go's own calls, too; a name is safe when its folder is synced.
func TestTrace(t *testing.T) {
	if !powercut.Allowed() {
		t.Skip("this system lets nobody trace programs")
	}
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "old"), []byte("old"), 0o600))
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), tracedDir+"="+dir)
	log, err := powercut.Trace(cmd, dir)
	require.NoError(t, err)

	seen := map[string]bool{}
	chance := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		state := log.Cut(chance)
		cut := t.TempDir()
		require.NoError(t, state.Write(cut))
		content, err := os.ReadFile(filepath.Join(cut, "new", "file"))
		if state.Noted["folders"] == 1 {
			require.NoError(t, err, state)
		}
		if err == nil {
			require.Equal(t, "whole", string(content[:5]), "%s: the name comes after what is in the file", state)
		}
		seen[string(content)] = true
		content, err = os.ReadFile(filepath.Join(cut, "new.part", "file"))
		seen["part "+string(content)] = err == nil || seen["part "+string(content)]
		_, err = os.Stat(filepath.Join(cut, "old"))
		seen["removed"] = seen["removed"] || err != nil
		seen["not removed"] = seen["not removed"] || err == nil
	}
	for _, what := range []string{"", "whole", "whole and more", "part ", "part whole", "removed", "not removed"} {
		require.True(t, seen[what], what)
	}
}

// A program that fails is no log.
func TestTraceOfAFailure(t *testing.T) {
	if !powercut.Allowed() {
		t.Skip("this system lets nobody trace programs")
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), tracedDir+"="+filepath.Join(t.TempDir(), "nowhere"))
	_, err := powercut.Trace(cmd, t.TempDir())
	require.ErrorContains(t, err, "no such file or directory")
}
