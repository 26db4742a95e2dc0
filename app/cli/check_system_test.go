package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/cli"
	"saya/app/system"
)

// The check starts this program again, to see whether a window opens: it must not run all tests then.
func TestMain(m *testing.M) {
	if slices.Equal(os.Args[1:], []string{"check", "--graphics"}) {
		os.Exit(cli.Run(context.Background(), os.Args[1:], cli.Console(), nil))
	}
	os.Exit(m.Run())
}

type findings struct {
	OK     bool
	Checks []struct {
		Name, Text string
		OK         bool
	}
}

// ok tells what was found of one thing.
func (f findings) ok(t *testing.T, name string) bool {
	t.Helper()
	for _, c := range f.Checks {
		if c.Name == name {
			require.NotEmpty(t, c.Text)
			return c.OK
		}
	}
	require.Fail(t, "not looked at", name)
	return false
}

func checkSystem(t *testing.T, args ...string) (code int, f findings) {
	t.Helper()
	code, out, errs := run(t, append([]string{"check", "--system", "--json"}, args...)...)
	require.NoError(t, json.Unmarshal([]byte(out), &f), errs)
	require.Equal(t, f.OK, code == 0)
	return code, f
}

func TestTheComputerWithoutADisplay(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	code, f := checkSystem(t, "--dir", t.TempDir(), "--lang", "kk")
	require.Equal(t, 1, code)
	require.False(t, f.ok(t, "display"))
	require.True(t, f.ok(t, "memory"))

	code, out, errs := run(t, "check", "--system", "--dir", t.TempDir(), "--lang", "ru")
	require.Equal(t, 1, code)
	require.Contains(t, out, "! Экрана нет")
	require.Contains(t, errs, "не сможет работать")
}

// The child cannot reach the screen, and the check says so instead of waiting or ending with it.
func TestTheComputerWithoutGraphics(t *testing.T) {
	t.Setenv("DISPLAY", ":no-such-display")
	t.Setenv("WAYLAND_DISPLAY", "")
	code, f := checkSystem(t, "--dir", t.TempDir())
	require.Equal(t, 1, code)
	require.False(t, f.ok(t, "opengl"))
}

func TestFoldersOfTheComputer(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	synced := filepath.Join(t.TempDir(), "OneDrive")
	require.NoError(t, os.Mkdir(synced, 0o700))
	for dir, says := range map[string]string{
		filepath.Join(t.TempDir(), "none"): "no such folder",
		"/proc":                            "cannot be written",
		synced:                             "OneDrive copies",
	} {
		_, f := checkSystem(t, "--dir", dir, "--lang", "en")
		require.False(t, f.ok(t, "folder"), dir)
		require.Contains(t, f.Checks[len(f.Checks)-1].Text, says)
	}
	_, f := checkSystem(t, "--dir", t.TempDir())
	require.True(t, f.ok(t, "folder"), "%v", f)
}

func TestWhyThereIsNoWindowIsSaidInAllLanguages(t *testing.T) {
	t.Setenv("DISPLAY", ":1")
	t.Setenv("LC_ALL", "ru_RU.UTF-8")
	var errs bytes.Buffer
	said := ""
	streams := cli.Streams{Err: &errs, Alert: func(_, text string) bool {
		said = text
		return true
	}}
	open := func(err error) cli.Window { return func(context.Context, string) error { return err } }
	require.Equal(t, 1, cli.Run(t.Context(), nil, streams, open(system.NoGraphics())))
	for _, part := range []string{"Терезе ашылмайды", "Окно не открывается", "The window cannot open"} {
		require.Contains(t, said, part)
	}
	require.Equal(t, 1, strings.Count(errs.String(), "OpenGL"), "in the terminal in its language")
	require.Contains(t, errs.String(), "Окно не открывается")

	said = ""
	require.Zero(t, cli.Run(t.Context(), []string{"--dir", "x"}, streams, open(nil)))
	require.Equal(t, 1, cli.Run(t.Context(), nil, cli.Streams{Err: &errs}, open(errors.New("closing"))))
	require.Equal(t, 2, cli.Run(t.Context(), []string{"--die", "x"}, streams, open(nil)))
	require.Empty(t, said)
}
