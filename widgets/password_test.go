package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func TestAPasswordIsHiddenUnlessItsEyeIsPressed(t *testing.T) {
	f, other := widgets.NewPassword(), widgets.NewEntry()
	d := newDesk(t, container.NewVBox(f, other))
	d.canvas.Focus(f)
	eye := f.ActionItem.(fyne.Tappable) // the mouse on it is on the field, too, which keeps the keyboard
	d.write(" құпия сөз ")
	require.Equal(t, " құпия сөз ", f.Value(), "space belongs to it")
	require.False(t, f.Shown())
	eye.Tapped(nil)
	require.True(t, f.Shown())
	require.Equal(t, fyne.Focusable(f), d.canvas.Focused(), "one goes on typing")
	eye.Tapped(nil)
	require.False(t, f.Shown())
	eye.Tapped(nil)
	d.canvas.Focus(other)
	require.False(t, f.Shown(), "who leaves it hides it")
	require.Equal(t, " құпия сөз ", f.Value())
}

func TestAPasswordIsNeverCopied(t *testing.T) {
	f := widgets.NewPassword()
	d := newDesk(t, container.NewVBox(f))
	d.canvas.Focus(f)
	d.write("құпия")
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent("before")
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	require.Equal(t, "before", clipboard.Content())
}

func TestCapsLockIsSuspected(t *testing.T) {
	f := widgets.NewPassword()
	var heard []bool
	f.OnCaps = func(on bool) { heard = append(heard, on) }
	d := newDesk(t, container.NewVBox(f))
	d.canvas.Focus(f)
	d.write("қ5Қ")
	require.Equal(t, []bool{false, true}, heard, "figures say nothing")
}
