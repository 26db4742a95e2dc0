package journey_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/widgets"
)

// drop lets a file fall on the window.
func (h *hand) drop(path string) { h.shell.Drop([]fyne.URI{storage.NewFileURI(path)}) }

// file writes a file as people bring it.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

// table is the list in view.
func (h *hand) table() *widgets.DataTable {
	h.t.Helper()
	var table *widgets.DataTable
	pagetest.Walk(h.window.Content(), func(o fyne.CanvasObject) {
		if found, ok := o.(*widgets.DataTable); ok {
			table = found
		}
	})
	require.NotNil(h.t, table, "no list in view")
	return table
}

// row goes to the n-th row of the list with the keyboard.
func (h *hand) row(n int) {
	h.t.Helper()
	h.window.Canvas().Focus(h.table())
	h.key(fyne.KeyHome)
	for range n - 1 {
		h.key(fyne.KeyDown)
	}
}

// The import leads back to the list that it was opened from: by its button, by Alt+Left and by Esc.
func TestImportLeadsBack(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	h.shell.Open("volunteers", 0)
	list := h.shell.Page()
	for name, back := range map[string]func(){
		"the button": func() { h.press("shell.volunteers") },
		"Esc":        func() { h.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"Alt+Left": func() {
			h.window.Content().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{
				KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt,
			})
		},
	} {
		h.press("page.import")
		require.NotSame(t, list, h.shell.Page())
		back()
		require.Same(t, list, h.shell.Page(), name)
	}
	h.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	require.Same(t, list, h.shell.Page(), "a list leads nowhere")
}

// In another language, and from another list, the way back has that list's name.
func TestWayBackIsNamed(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	h.shell.Open("events", 0)
	h.press("page.import")
	h.shell.SetLanguage(locale.English)
	h.text = locale.New(locale.English)
	h.press("shell.events")
	h.shell.Open("applications", 0)
	h.press("page.import")
	h.press("shell.applications")
}

// Corrections stay in the window while the person looks at the list, after one question.
func TestWayBackAsksOnce(t *testing.T) {
	h := newHand(t, locale.Russian)
	h.shell.Open("volunteers", 0)
	list := h.shell.Page()
	h.drop(file(t, "список.csv", "Фамилия;Имя;Телефон\nТайнаева;Жанна;87999999901\n"))
	h.press("importpage.compare")
	h.row(1)
	h.press("importpage.skip")
	h.press("shell.volunteers")
	h.press("importpage.stay")
	require.NotSame(t, list, h.shell.Page())
	h.press("shell.volunteers")
	h.press("importpage.leave_yes")
	require.Same(t, list, h.shell.Page())
	h.press("page.import")
	h.press("importpage.take")
}

// Another file takes the place of corrections after one question, not two.
func TestDroppedFileAsksOnce(t *testing.T) {
	h := newHand(t, locale.Russian)
	list := file(t, "список.csv", "Фамилия;Имя;Телефон\nТайнаева;Жанна;87999999901\n")
	h.drop(list)
	h.press("importpage.compare")
	h.row(1)
	h.press("importpage.skip")
	h.drop(list)
	h.press("importpage.drop_yes")
	require.Nil(t, h.window.Canvas().Overlays().Top(), "a second question")
	h.press("importpage.compare")
}
