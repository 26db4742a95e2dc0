package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// A notch of the wheel is three rows of a list, a touch pad moves as the fingers do.
func TestTheWheelGoesThreeRows(t *testing.T) {
	content := canvas.NewRectangle(nil)
	content.SetMinSize(fyne.NewSize(100, 2000))
	s := widgets.NewVScroll(content)
	show(t, container.NewStack(s), 200, 300)
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	test.Scroll(c, fyne.NewPos(50, 50), 0, -25)
	require.InDelta(t, 90, s.Offset.Y, 0.1)
	test.Scroll(c, fyne.NewPos(50, 50), 0, -7.5)
	require.InDelta(t, 97.5, s.Offset.Y, 0.1)
	test.Scroll(c, fyne.NewPos(50, 50), 0, 50)
	require.Zero(t, s.Offset.Y)
}
