package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/widgets"
)

// What opens above a field has the keyboard, and the window hears F9 there too.
func TestTheWindowHearsItsKeysFromWhatAFieldOpens(t *testing.T) {
	same := func(s string) string { return s }
	options := []widgets.Option{{ID: "a", Text: "Алматы"}, {ID: "b", Text: "Астана"}}
	list := widgets.NewSearchSelect(same, widgets.SelectTexts{})
	list.SetOptions(options)
	several := widgets.NewMultiSelect(same, widgets.SelectTexts{})
	several.SetOptions(options)
	tags := widgets.NewTagsField(same, widgets.SelectTexts{})
	tags.SetOptions(options)
	for name, w := range map[string]fyne.Focusable{
		"list": list, "several": several, "tags": tags, "day": widgets.NewDateField(locale.New(locale.Kazakh), today),
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, container.NewVBox(w.(fyne.CanvasObject)))
			var down []fyne.KeyName
			d.root.OnKeyDown = func(e *fyne.KeyEvent) { down = append(down, e.Name) }
			d.canvas.Focus(w)
			d.press(fyne.KeyDown)
			require.True(t, popupOpen(d))
			focused, ok := d.canvas.Focused().(desktop.Keyable)
			require.True(t, ok)
			focused.KeyDown(&fyne.KeyEvent{Name: fyne.KeyF9})
			require.Equal(t, []fyne.KeyName{fyne.KeyF9}, down)
			d.press(fyne.KeyF9)
			require.Equal(t, []fyne.KeyName{fyne.KeyF9}, d.keys)
		})
	}
}

func TestADialogHearsItsShortcutsFirst(t *testing.T) {
	e := widgets.NewEntry()
	d := newDesk(t, container.NewVBox(widgets.NewEntry()))
	var inside, outside []fyne.KeyName
	for _, key := range []fyne.KeyName{fyne.KeyU, fyne.KeyL} {
		d.root.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault},
			func(fyne.Shortcut) { outside = append(outside, key) })
	}
	widgets.NewModals(d.canvas).Show(widgets.Dialog{Content: e, Focus: e, OnShortcut: func(s fyne.Shortcut) bool {
		key := s.(*desktop.CustomShortcut).KeyName
		if key == fyne.KeyU {
			inside = append(inside, key)
		}
		return key == fyne.KeyU
	}})
	d.shortcut(fyne.KeyU)
	d.shortcut(fyne.KeyL)
	require.Equal(t, []fyne.KeyName{fyne.KeyU}, inside)
	require.Equal(t, []fyne.KeyName{fyne.KeyL}, outside)
}

// A list in a dialog is as high as it wants to be, and gives way in a small window without the dialog scrolling.
func TestStretchGivesWay(t *testing.T) {
	table := widgets.NewDataTable(nil)
	d := newDesk(t, container.NewStack())
	stretch := widgets.NewStretch(table, 470)
	widgets.NewModals(d.canvas).Show(widgets.Dialog{
		Title: "Қалта", Text: "Таңдаңыз", Content: stretch, Width: 700, Actions: []widgets.Action{{Text: "Ашу"}},
	})
	for height, want := range map[float32]float32{900: 470, 500: 320, 60: stretch.MinSize().Height} {
		d.window.Resize(fyne.NewSize(800, height))
		require.InDelta(t, want, stretch.Size().Height, 25, "%v", height)
		require.Equal(t, stretch.Size(), table.Size())
	}
}

func TestARowHasAPicture(t *testing.T) {
	table := widgets.NewDataTable([]widgets.Column{
		{ID: "icon", Width: 32, Style: widgets.StyleIcon}, {ID: "name", Flexible: true},
	})
	table.OnCopied = func(text string) { require.Equal(t, "folder\tҚұжаттар", text) }
	d := newDesk(t, table)
	table.SetRows(widgets.RowSlice{
		{ID: 1, Cells: []widgets.Cell{{Text: "folder"}, {Text: "Құжаттар"}}},
		{ID: 2, Cells: []widgets.Cell{{Text: ""}, {Text: "Есеп"}}},
	})
	pictures := 0
	for _, o := range drawn(table) {
		if image, ok := o.(*canvas.Image); ok && image.Visible() {
			pictures++
			require.Contains(t, image.Resource.Name(), "folder")
		}
	}
	require.Equal(t, 1, pictures)
	table.Select(1)
	d.canvas.Focus(table)
	table.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	require.NotEmpty(t, fyne.CurrentApp().Clipboard().Content())
}
