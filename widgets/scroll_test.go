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

// The keyboard is seen wherever Tab takes it, also in what scrolls inside of what scrolls; nothing moves under the pointer,
// nor when the window has the keyboard again.
func TestTheKeyboardIsSeen(t *testing.T) {
	var inner, all []fyne.CanvasObject
	var buttons []*widgets.Button
	button := func() fyne.CanvasObject {
		buttons = append(buttons, widgets.NewButton("Ашу", "", nil))
		return buttons[len(buttons)-1]
	}
	for range 10 {
		all = append(all, button())
	}
	for range 30 {
		inner = append(inner, button())
	}
	low := widgets.NewVScroll(container.NewVBox(inner...))
	low.SetMinSize(fyne.NewSize(100, 150))
	all = append(all, low)
	for range 10 {
		all = append(all, button())
	}
	high := widgets.NewVScroll(container.NewVBox(all...))
	d := newDesk(t, container.NewStack(high))
	d.window.Resize(fyne.NewSize(300, 260))
	within := func(b *widgets.Button, s *widgets.Scroll) bool {
		at, top := place(b), place(s)
		return at.Y >= top.Y && at.Y+b.Size().Height <= top.Y+s.Size().Height
	}
	for i, b := range append(buttons, buttons[0]) {
		d.root.KeyDown(&fyne.KeyEvent{Name: fyne.KeyTab})
		d.canvas.FocusNext()
		require.Equal(t, fyne.Focusable(b), d.canvas.Focused(), i)
		require.True(t, within(b, high), i)
		require.True(t, i < 10 || i >= 40 || within(b, low), i)
	}
	before := high.Offset
	d.canvas.Focus(buttons[9])
	require.Equal(t, before, high.Offset)
}
