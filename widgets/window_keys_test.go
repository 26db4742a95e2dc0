package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/assets/locale"
	"saya/widgets"
)

// Whatever has the keyboard, the window hears of a key before it is used: F9 hides in the middle of a word.
func TestTheWindowHearsEveryKeyGoDown(t *testing.T) {
	p := locale.New(locale.Kazakh)
	focusables := map[string]fyne.Focusable{
		"line":     widgets.NewEntry(),
		"note":     widgets.NewNote(3),
		"password": widgets.NewPassword(),
		"day":      widgets.NewDateField(p, today),
		"list":     widgets.NewSearchSelect(func(s string) string { return s }, widgets.SelectTexts{}),
		"segments": widgets.NewSegments(widgets.Option{ID: "a", Text: "А"}),
		"button":   widgets.NewButton("Ашу", "", nil),
		"table":    widgets.NewDataTable(nil),
		"nav":      widgets.NewNavItem("Волонтерлер", assets.IconVolunteers, nil),
	}
	for name, w := range focusables {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, container.NewVBox(w.(fyne.CanvasObject)))
			var down []fyne.KeyName
			used := 0
			d.root.OnKeyDown = func(e *fyne.KeyEvent) { down = append(down, e.Name) }
			d.root.OnUse = func() { used++ }
			d.canvas.Focus(w)
			keyable, ok := w.(desktop.Keyable)
			require.True(t, ok)
			keyable.KeyDown(&fyne.KeyEvent{Name: fyne.KeyA})
			keyable.KeyDown(&fyne.KeyEvent{Name: fyne.KeyF9})
			require.Equal(t, []fyne.KeyName{fyne.KeyA, fyne.KeyF9}, down)
			require.Equal(t, 2, used)
		})
	}
}

func TestTheWindowHearsThePointer(t *testing.T) {
	d := newDesk(t, container.NewStack(widgets.NewText("")))
	used := 0
	d.root.OnUse = func() { used++ }
	require.Equal(t, desktop.DefaultCursor, d.root.Cursor())
	require.Equal(t, 1, used)
	widgets.NewModals(d.canvas).Show(widgets.Dialog{Title: "?"})
	layer, ok := d.canvas.Overlays().Top().(desktop.Cursorable)
	require.True(t, ok, "the pointer is heard above dialogs")
	layer.Cursor()
	require.Equal(t, 2, used)
}
