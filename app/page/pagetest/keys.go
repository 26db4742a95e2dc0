package pagetest

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"
)

// HearsKeys holds everything on a canvas that can have the keyboard to be ours, and to hand on F9 and a shortcut of the
// window, which a widget of Fyne swallows. It returns the names of their types.
func HearsKeys(t testing.TB, c fyne.Canvas) map[string]bool {
	t.Helper()
	seen := map[string]bool{}
	handler, heard := c.OnTypedKey(), 0
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyF9 {
			heard++
		}
	})
	defer c.SetOnTypedKey(handler)
	look := func(o fyne.CanvasObject) {
		focusable, ok := o.(fyne.Focusable)
		if !ok {
			return
		}
		kind := reflect.TypeOf(o).Elem()
		require.True(t, strings.HasPrefix(kind.PkgPath(), "saya/"), "%s of Fyne can have the keyboard", kind)
		heard = 0
		focusable.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF9})
		require.Equal(t, 1, heard, "%s keeps F9 to itself", kind)
		seen[kind.String()] = true
	}
	Walk(c.Content(), look)
	for _, overlay := range c.Overlays().List() {
		Walk(overlay, look)
	}
	return seen
}
