package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/cli"
)

// run calls the program as a terminal does.
func run(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	window := func(context.Context, string) error { return nil }
	code = cli.Run(context.Background(), args, cli.Streams{Out: &o, Err: &e}, window)
	return code, o.String(), e.String()
}

func TestSampleReportAndCheck(t *testing.T) {
	t.Setenv("LC_ALL", "kk_KZ.UTF-8")
	dir := filepath.Join(t.TempDir(), "Орталық #1 100%")
	code, out, errs := run(t, "sample", "--dir", dir, "--until", "2026-11-22", "--volunteers", "30", "--events", "20")
	require.Zero(t, code, errs)
	require.Contains(t, out, "Үлгі орталық")

	file, people := filepath.Join(t.TempDir(), "есеп.xlsx"), filepath.Join(t.TempDir(), "тізім.xlsx")
	code, _, errs = run(t, "report", "front-office", "--dir", dir, "--from", "2026-10-01", "--to", "2026-10-31",
		"--lang", "kk+ru", "--out", file, "--people", people)
	require.Zero(t, code, errs)
	for _, f := range []string{file, people} {
		info, err := os.Stat(f)
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	}

	code, out, errs = run(t, "check", "--dir", dir, "--json")
	require.Zero(t, code, errs)
	require.JSONEq(t, `{"ok": true, "problems": []}`, out)
}

func TestWrongUse(t *testing.T) {
	t.Setenv("LC_ALL", "ru_RU.UTF-8")
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"unknown command", []string{"fly"}, 2, "«fly»"},
		{"no folder", []string{"check"}, 2, "--dir"},
		{"no date", []string{"report", "hours", "--dir", "x", "--from", "32.10", "--to", "2026-10-31", "--out", "o.xlsx"}, 2, "--from"},
		{"no kind of report", []string{"report", "--help"}, 2, "front-office"},
		{"days in the wrong order", []string{
			"report", "hours", "--dir", "x", "--from", "2026-10-31", "--to", "2026-10-01", "--out", "o.xlsx",
		}, 2, "--from"},
		{"a file that is no workbook", []string{
			"report", "hours", "--dir", "x", "--from", "2026-10-01", "--to", "2026-10-31", "--out", "o.csv",
		}, 2, ".xlsx"},
		{"two reports in one file", []string{
			"report", "hours", "--dir", "x", "--from", "2026-10-01", "--to", "2026-10-31", "--out", "./o.xlsx", "--people", "o.xlsx",
		}, 2, "--people"},
		{"a size there is not", []string{"screens", "--dir", "x", "--out", "y", "--size", "big"}, 2, "1024x700"},
		{"a language there is not", []string{"screens", "--dir", "x", "--out", "y", "--lang", "de"}, 2, "kk, ru, en"},
		{"a folder without a centre", []string{"check", "--dir", t.TempDir()}, 1, "нет данных центра"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, _, errs := run(t, c.args...)
			require.Equal(t, c.code, code)
			require.Contains(t, errs, c.says)
		})
	}
}

func TestHelpIsNoError(t *testing.T) {
	t.Setenv("LC_ALL", "en_GB.UTF-8")
	for _, args := range [][]string{{"help"}, {"--help"}, {"sample", "--help"}} {
		code, out, errs := run(t, args...)
		require.Zero(t, code, args)
		require.Contains(t, out, "saya sample")
		require.Empty(t, errs)
	}
}
