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

// The keyboard is seen wherever it goes, also in what scrolls inside of what scrolls; what the pointer is over stays.
func TestTheKeyboardIsSeen(t *testing.T) {
	var above, inner []fyne.CanvasObject
	var buttons []*widgets.Button
	for i := range 20 {
		b := widgets.NewButton("Ашу", "", nil)
		buttons = append(buttons, b)
		if i < 10 {
			above = append(above, b)
		} else {
			inner = append(inner, b)
		}
	}
	low := widgets.NewVScroll(container.NewVBox(inner...))
	low.SetMinSize(fyne.NewSize(100, 150))
	high := widgets.NewVScroll(container.NewVBox(append(above, low)...))
	d := newDesk(t, container.NewStack(high))
	d.window.Resize(fyne.NewSize(300, 260))
	seen := func(b *widgets.Button) bool {
		at, top := place(b), place(high)
		return at.Y >= top.Y && at.Y+b.Size().Height <= top.Y+high.Size().Height
	}
	for i, b := range append(buttons, buttons[0]) {
		d.canvas.Focus(b)
		require.True(t, seen(b), i)
	}
	d.canvas.Unfocus()
	buttons[9].MouseIn(nil)
	before := high.Offset
	d.canvas.Focus(buttons[9])
	require.Equal(t, before, high.Offset)
}
