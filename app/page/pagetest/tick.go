package pagetest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// Tick presses the tick box with these words.
func (w *Window) Tick(text string) {
	w.t.Helper()
	var found *widgets.CheckField
	w.walk(func(o fyne.CanvasObject) {
		if c, ok := o.(*widgets.CheckField); ok && c.Text == text && !c.Disabled() {
			found = c
		}
	})
	require.NotNil(w.t, found, "no tick box %q", text)
	test.Tap(found)
}
