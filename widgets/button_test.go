package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/widgets"
)

func TestButtonIsPressedByTapEnterAndSpace(t *testing.T) {
	pressed := 0
	b := widgets.NewPrimaryButton("Сақтау", assets.IconSave, func() { pressed++ })
	d := newDesk(t, container.NewVBox(b))
	test.Tap(b)
	require.Equal(t, 1, pressed)
	require.Equal(t, fyne.Focusable(b), d.canvas.Focused())
	d.press(fyne.KeyReturn, fyne.KeyEnter)
	require.Equal(t, 3, pressed)
	d.press(fyne.KeySpace) // as in a window: the key, then the letter
	d.write(" ")
	require.Equal(t, 4, pressed)
	d.press(fyne.KeyF1)
	require.Equal(t, []fyne.KeyName{fyne.KeySpace, fyne.KeyF1}, d.keys)
}

func TestSpaceIsNotWrittenIntoTheFieldAButtonOpens(t *testing.T) {
	e := widgets.NewEntry()
	b := widgets.NewButton("Ашу", "", func() { widgets.Focus(e) })
	d := newDesk(t, container.NewVBox(b, e))
	d.canvas.Focus(b)
	d.press(fyne.KeySpace)
	d.write(" ")
	require.Empty(t, e.Text)
	require.Equal(t, fyne.Focusable(e), d.canvas.Focused())
}

func TestDisabledAndBusyButtonsAreNotPressed(t *testing.T) {
	for name, stop := range map[string]func(*widgets.Button){
		"disabled": (*widgets.Button).Disable,
		"busy":     func(b *widgets.Button) { b.SetBusy(true) },
	} {
		t.Run(name, func(t *testing.T) {
			pressed := 0
			b := widgets.NewButton("Басу", "", func() { pressed++ })
			newDesk(t, container.NewVBox(b))
			stop(b)
			test.Tap(b)
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			b.TypedRune(' ')
			require.Zero(t, pressed)
		})
	}
}

func TestButtonAsksForTheWidthOfItsText(t *testing.T) {
	newDesk(t, container.NewStack())
	short, long := widgets.NewButton("Иә", "", nil), widgets.NewButton("Өңдеуді жалғастыру", "", nil)
	require.Greater(t, long.MinSize().Width, short.MinSize().Width)
	require.Equal(t, long.MinSize().Height, short.MinSize().Height)
}
