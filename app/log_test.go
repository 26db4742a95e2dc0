package app

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/app/page"
)

func TestLog(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "saya.log")
	now := func() time.Time { return time.Date(2026, 11, 22, 7, 0, 0, 0, time.UTC) }
	before := slog.Default()
	slog.SetDefault(slog.New(&logFile{path: path, now: now}))
	t.Cleanup(func() { slog.SetDefault(before) })
	reference := page.Reference(fmt.Errorf("reading volunteers: %w", errors.New("Сапарова")))
	slog.Error("Сапарова", "error", fmt.Errorf("searching: %w", errors.New("Дана")), "name", "Айгерим", "number", 47)
	slog.Info("Сапарова")
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "2026-11-22T07:00:00Z "+reference+" reading volunteers: *errors.errorString\n"+
		"2026-11-22T07:00:00Z searching: *errors.errorString\n", string(text))

	require.NoError(t, os.WriteFile(path, []byte(strings.Repeat("x", logLimit+1)), 0o600))
	page.Reference(errors.New("Сапарова"))
	old, err := os.Stat(path + ".old")
	require.NoError(t, err)
	require.EqualValues(t, logLimit+1, old.Size())
	text, err = os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(string(text), "\n"))
}

func TestWindowSize(t *testing.T) {
	for saved, want := range map[string][2]float32{
		"": {1280, 820}, "1024x700": {1024, 700}, "10x10": {1280, 820}, "x": {1280, 820}, "1e9x5": {1280, 820}, "99999x99999": {1280, 820},
	} {
		size := savedSize(forgotten{prefSize: saved})
		require.Equal(t, want, [2]float32{size.Width, size.Height}, saved)
	}
}
