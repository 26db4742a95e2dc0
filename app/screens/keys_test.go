package screens_test

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/screens"
	"saya/assets/locale"
	"saya/data/sample"
	"saya/widgets"
)

// The window is hidden by F9 wherever the keyboard is, on every screen and in every dialog that a section shows.
func TestTheWindowHearsItsKeysOnEveryScreen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	o := sample.Options{Seed: 7, Until: "2026-11-22", Volunteers: 40, Events: 30, Hours: 200}
	require.NoError(t, sample.Make(t.Context(), dir, o))
	kinds, untouchable, dialogs := map[string]bool{}, map[string]bool{}, 0
	look := screens.Look{Lang: locale.Russian, Theme: "light", Size: fyne.NewSize(1280, 820)}
	require.NoError(t, screens.Visit(context.Background(), dir, look, func(name string, c fyne.Canvas) error {
		maps.Copy(kinds, pagetest.HearsKeys(t, c))
		hearsShortcuts(t, name, c)
		maps.Copy(untouchable, withoutKeys(c))
		dialogs += len(c.Overlays().List())
		return nil
	}))
	require.Empty(t, slices.Sorted(maps.Keys(untouchable)), "these are for the mouse only; say in byOtherKeys by which keys the same is done")
	for _, kind := range []string{"Button", "Chip", "DataTable", "DateField", "Entry", "NavItem", "SearchSelect", "Segments"} {
		require.True(t, kinds["widgets."+kind], "%s was not met: is every screen visited?", kind)
	}
	require.Positive(t, dialogs)
}

// byOtherKeys are kinds of objects that are tapped and cannot have the keyboard, with the keys that do the same.
func byOtherKeys() map[string]string {
	return map[string]string{
		"widget.scrollBarArea": "what scrolls goes along with the keyboard",
		"widgets.catcher":      "nothing: keeps taps from what is below",
		"widgets.choiceChip":   "Backspace takes the last one away, the list any other",
		"widgets.hitRow":       "arrows and Enter",
		"widgets.iconTap":      "those of its field: arrow down opens, Delete clears, PageUp and PageDown turn months",
		"widgets.layer":        "Esc",
		"widgets.linkTap":      "Home: the month of today",
		"widgets.optionRow":    "arrows and Enter",
		"widgets.toastCard":    "nothing: its buttons have the keyboard",
	}
}

// withoutKeys are the kinds of visible objects that can be tapped and are out of reach of the keyboard.
func withoutKeys(c fyne.Canvas) map[string]bool {
	found := map[string]bool{}
	look := func(o fyne.CanvasObject) {
		_, taps := o.(fyne.Tappable)
		if _, focusable := o.(fyne.Focusable); !taps || focusable {
			return
		}
		kind := strings.TrimPrefix(fmt.Sprintf("%T", o), "*")
		if byOtherKeys()[kind] == "" {
			found[kind] = true
		}
	}
	pagetest.Walk(c.Content(), look)
	for _, overlay := range c.Overlays().List() {
		pagetest.Walk(overlay, look)
	}
	return found
}

// hearsShortcuts holds everything on a canvas that can have the keyboard to let the window hear its shortcuts.
func hearsShortcuts(t *testing.T, name string, c fyne.Canvas) {
	t.Helper()
	root, ok := c.Content().(*widgets.Root)
	require.True(t, ok)
	heard := 0
	all := windowShortcuts()
	for _, s := range all { // in place of what they do
		root.AddShortcut(s, func(fyne.Shortcut) { heard++ })
	}
	look := func(o fyne.CanvasObject) {
		focusable, ok := o.(fyne.Focusable)
		if !ok {
			return
		}
		hears, ok := focusable.(fyne.Shortcutable)
		require.True(t, ok, "%s: %T hears no shortcut", name, o)
		for _, s := range all {
			before := heard
			hears.TypedShortcut(s)
			require.Equal(t, before+1, heard, "%s: %T keeps %s to itself", name, o, s.ShortcutName())
		}
	}
	pagetest.Walk(c.Content(), look)
}

// windowShortcuts are those that mean the window wherever the keyboard is. Ctrl with PageUp and PageDown is not: what
// turns pages itself keeps it.
func windowShortcuts() (all []fyne.Shortcut) {
	for key, with := range map[fyne.KeyName]fyne.KeyModifier{
		fyne.KeyK: fyne.KeyModifierShortcutDefault, fyne.KeyL: fyne.KeyModifierShortcutDefault, fyne.KeyF: fyne.KeyModifierShortcutDefault,
		fyne.KeyN: fyne.KeyModifierShortcutDefault, fyne.KeyS: fyne.KeyModifierShortcutDefault, fyne.Key1: fyne.KeyModifierShortcutDefault,
		fyne.KeyZ:    fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift,
		fyne.KeyLeft: fyne.KeyModifierAlt, fyne.KeyRight: fyne.KeyModifierAlt,
	} {
		all = append(all, &desktop.CustomShortcut{KeyName: key, Modifier: with})
	}
	return all
}
