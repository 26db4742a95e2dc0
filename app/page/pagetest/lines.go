package pagetest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// PressLine presses the first of the lines that lead somewhere in which these words stand.
func (w *Window) PressLine(text string) {
	w.t.Helper()
	var found *widgets.Press
	w.walk(func(o fyne.CanvasObject) {
		line, ok := o.(*widgets.Press)
		if !ok || found != nil {
			return
		}
		Walk(line, func(o fyne.CanvasObject) {
			if said, ok := o.(*widgets.Text); ok && said.Text == text {
				found = line
			}
		})
	})
	require.NotNil(w.t, found, "no line with %q", text)
	test.Tap(found)
}
