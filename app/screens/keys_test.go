package screens_test

import (
	"context"
	"maps"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/screens"
	"saya/assets/locale"
	"saya/data/sample"
)

// The window is hidden by F9 wherever the keyboard is, on every screen and in every dialog that a section shows.
func TestTheWindowHearsItsKeysOnEveryScreen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	o := sample.Options{Seed: 7, Until: "2026-11-22", Volunteers: 40, Events: 30, Hours: 200}
	require.NoError(t, sample.Make(t.Context(), dir, o))
	kinds, dialogs := map[string]bool{}, 0
	look := screens.Look{Lang: locale.Russian, Theme: "light", Size: fyne.NewSize(1280, 820)}
	require.NoError(t, screens.Visit(context.Background(), dir, look, func(_ string, c fyne.Canvas) error {
		maps.Copy(kinds, pagetest.HearsKeys(t, c))
		dialogs += len(c.Overlays().List())
		return nil
	}))
	for _, kind := range []string{"Button", "Chip", "DataTable", "DateField", "Entry", "NavItem", "SearchSelect", "Segments"} {
		require.True(t, kinds["widgets."+kind], "%s was not met: is every screen visited?", kind)
	}
	require.Positive(t, dialogs)
}
