package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
	"saya/widgets"
)

// desk is a window of the test driver and what a person does at it: everything
// goes to what has the keyboard, as in a real window.
type desk struct {
	window fyne.Window
	canvas fyne.Canvas
	root   *widgets.Root
	keys   []fyne.KeyName // what no widget had a use for
}

func newDesk(t *testing.T, content fyne.CanvasObject) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := test.NewTempWindow(t, content)
	d := &desk{window: w, canvas: w.Canvas()}
	d.root = widgets.NewRoot(w, content)
	d.root.OnKey = func(e *fyne.KeyEvent) { d.keys = append(d.keys, e.Name) }
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 700))
	return d
}

// press sends keys to what has the keyboard, and Tab as the window does.
func (d *desk) press(names ...fyne.KeyName) {
	for _, name := range names {
		focused := d.canvas.Focused()
		tabs, ok := focused.(fyne.Tabbable)
		if name == fyne.KeyTab && (!ok || !tabs.AcceptsTab()) {
			d.canvas.FocusNext()
			continue
		}
		if focused == nil {
			d.root.OnKey(&fyne.KeyEvent{Name: name})
			continue
		}
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// write types a text into what has the keyboard.
func (d *desk) write(text string) {
	for _, r := range text {
		if focused := d.canvas.Focused(); focused != nil {
			focused.TypedRune(r)
		}
	}
}

// shortcut sends Ctrl and a key to what has the keyboard.
func (d *desk) shortcut(name fyne.KeyName) {
	s := &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault}
	if focused, ok := d.canvas.Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		return
	}
	d.root.TypedShortcut(s)
}

func (d *desk) paste(text string) {
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(text)
	d.canvas.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
}

// watched collects what a field tells its form.
func watched(field widgets.Field) *[]widgets.FieldEvent {
	events := &[]widgets.FieldEvent{}
	field.Watch(func(e widgets.FieldEvent) { *events = append(*events, e) })
	return events
}

func problemOf(code widgets.ProblemCode, limit string) widgets.Problem {
	return widgets.Problem{Code: code, Limit: limit}
}

func popupOpen(d *desk) bool { return d.canvas.Overlays().Top() != nil }
