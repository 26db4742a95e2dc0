package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func entryMenu(t *testing.T) (*desk, *widgets.Entry) {
	t.Helper()
	e := widgets.NewEntry()
	d := newDesk(t, container.NewVBox(e))
	e.SetText("Айгүл")
	d.canvas.Focus(e)
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.TapSecondary(e)
	require.True(t, popupOpen(d))
	return d, e
}

func TestTheMenuOfAnEntryDoesWhatItsKeysDo(t *testing.T) {
	tests := map[string]struct {
		keys            []fyne.KeyName
		text, clipboard string
	}{
		"cut":        {[]fyne.KeyName{fyne.KeyReturn}, "", "Айгүл"},
		"copy":       {[]fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "Айгүл", "Айгүл"},
		"paste":      {[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "Сәуле", "Сәуле"},
		"select all": {[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "Айгүл", "Сәуле"},
		"nothing":    {[]fyne.KeyName{fyne.KeyEscape}, "Айгүл", "Сәуле"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d, e := entryMenu(t)
			fyne.CurrentApp().Clipboard().SetContent("Сәуле")
			d.press(tt.keys...)
			require.False(t, popupOpen(d))
			require.Equal(t, tt.text, e.Text)
			require.Equal(t, tt.clipboard, fyne.CurrentApp().Clipboard().Content())
			require.Equal(t, fyne.Focusable(e), d.canvas.Focused())
		})
	}
}

func TestTheWindowHearsItsKeysFromAMenu(t *testing.T) {
	d, _ := entryMenu(t)
	d.press(fyne.KeyF9)
	require.Equal(t, []fyne.KeyName{fyne.KeyF9}, d.keys)
}

func TestAnEntryTellsWhatWasCopied(t *testing.T) {
	e := widgets.NewEntry()
	newDesk(t, container.NewVBox(e))
	clipboard := fyne.CurrentApp().Clipboard()
	var copied []string
	e.OnCopied = func(text string) { copied = append(copied, text) }
	e.SetText("+7 701 000 00 01")
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	require.Empty(t, copied, "nothing was selected")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	e.SetReadOnly(true)
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	e.SetReadOnly(false)
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	require.Equal(t, []string{"+7 701 000 00 01", "+7 701 000 00 01"}, copied)
	require.Empty(t, e.Text)
}

func TestAPasswordIsNotHandedOut(t *testing.T) {
	p := widgets.NewPassword()
	newDesk(t, container.NewVBox(p))
	p.OnCopied = func(string) { t.Error("copied") }
	p.SetText("qarlygash-9")
	p.TypedShortcut(&fyne.ShortcutSelectAll{})
	p.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	require.Empty(t, fyne.CurrentApp().Clipboard().Content())
}
