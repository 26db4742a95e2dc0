package journey_test

import (
	"bytes"
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
)

// fullDisk lets no file grow while something is done, as a disk does that is full.
func fullDisk(t *testing.T, do func()) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var before syscall.Rlimit
	require.NoError(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 4096, Max: before.Max}))
	defer func() { require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before)) }()
	do()
}

// A save that finds no room says what to do, keeps what was typed, and works once there is room.
func TestSaveOnAFullDisk(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			h := newHand(t, lang)
			h.typeVolunteer()
			h.window.Canvas().Unfocus() // a telephone that is left is written as others are
			typed := h.form().Snapshot()
			fullDisk(t, func() { h.press("common.save") })
			require.True(t, h.shows(h.text.T("errors.disk_full")))
			require.Empty(t, h.volunteers("Сапарова"))
			require.Equal(t, typed, h.form().Snapshot())
			h.press("common.save")
			require.Equal(t, "Дана", h.known("Сапарова").Given)
			require.Len(t, h.batches(), 1)
		})
	}
}

// An export that finds no room says so in its dialog, and the workbook of the week before stays as it was.
func TestExportOnAFullDisk(t *testing.T) {
	h, dir := newHand(t, locale.Kazakh), t.TempDir()
	path := filepath.Join(dir, "2026-10_almaty_ulgi_esep.xlsx")
	old := bytes.Repeat([]byte("old"), 5000)
	require.NoError(t, os.WriteFile(path, old, 0o600))
	h.shell.Open("reports", 0)
	h.press("reports.export")
	h.fill("folder", dir)
	h.press("reports.export")
	fullDisk(t, func() { h.press("page.replace") })
	require.Equal(t, h.text.T("errors.disk_full"), h.form().Errors()["folder"])
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, left, 1, "no half file")
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, old, content)
	exports, err := h.store.Exports(context.Background(), 0)
	require.NoError(t, err)
	require.Empty(t, exports)

	h.press("reports.export")
	h.press("page.replace")
	h.press("common.close")
	content, err = os.ReadFile(path)
	require.NoError(t, err)
	require.NotEqual(t, old, content)
}
