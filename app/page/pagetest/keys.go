package pagetest

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// HearsKeys holds everything on a canvas that can have the keyboard to be ours and to let the window hear F9, by which
// it is hidden: a widget of Fyne swallows it. It returns the names of their types.
func HearsKeys(t testing.TB, c fyne.Canvas) map[string]bool {
	t.Helper()
	root, ok := c.Content().(*widgets.Root)
	require.True(t, ok, "the window has no root")
	f9, heard, down := &fyne.KeyEvent{Name: fyne.KeyF9}, 0, 0
	defer func(key, keyDown func(*fyne.KeyEvent)) { root.OnKey, root.OnKeyDown = key, keyDown }(root.OnKey, root.OnKeyDown)
	root.OnKey = func(e *fyne.KeyEvent) {
		if e == f9 {
			heard++
		}
	}
	root.OnKeyDown = func(e *fyne.KeyEvent) {
		if e == f9 {
			down++
		}
	}
	seen := map[string]bool{}
	look := func(o fyne.CanvasObject) {
		focusable, ok := o.(fyne.Focusable)
		if !ok {
			return
		}
		kind := reflect.TypeOf(o).Elem()
		require.True(t, strings.HasPrefix(kind.PkgPath(), "saya/"), "%s of Fyne can have the keyboard", kind)
		keyable, ok := o.(desktop.Keyable)
		require.True(t, ok, "%s hears no key go down", kind)
		heard, down = 0, 0
		keyable.KeyDown(f9)
		focusable.TypedKey(f9)
		require.Equal(t, []int{1, 1}, []int{down, heard}, "%s keeps F9 to itself", kind)
		seen[kind.String()] = true
	}
	Walk(c.Content(), look)
	for _, overlay := range c.Overlays().List() {
		Walk(overlay, look)
	}
	return seen
}
