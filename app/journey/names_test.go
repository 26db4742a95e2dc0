package journey_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/data"
)

// paste puts a text from the clipboard into a field of the form in view.
func (h *hand) paste(field, text string) {
	h.t.Helper()
	h.form().Focus(field)
	clipboard := test.NewClipboard()
	clipboard.SetContent(text)
	h.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
}

// Names as people paste them are stored as they can be read, found by them, and make no part of the window wider.
func TestJourneyOfStrangeNames(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	h.shell.Open("volunteers", 0)
	width := h.window.Content().MinSize().Width
	tests := map[string]struct{ pasted, stored, found string }{
		"the longest":     {strings.Repeat("Ұя", data.MaxName/2), strings.Repeat("Ұя", data.MaxName/2), "ұяұя"},
		"emoji":           {"Гүл 👩‍👧", "Гүл 👩‍👧", "гүл"},
		"right to left":   {"מרים مريم", "מרים مريم", "Дана"},
		"turned":          {"\u202eавонаЖ", "авонаЖ", "авонаж"},
		"lines and tabs":  {"Сапар\r\nова\tДана\n", "Сапар ова Дана", "сапар ова"},
		"nothing visible": {"\u200bТай\u00adбек\ufeff", "Тайбек", "тайбек"},
	}
	for name, tt := range tests {
		h.shell.Page().New()
		h.paste("surname", tt.pasted)
		h.fill("given", "Дана")
		h.press("common.save")
		require.False(t, h.shell.Page().Editing(), name)
		chosen := h.table().Selected()
		require.Len(t, chosen, 1, name)
		v, err := h.store.Volunteer(context.Background(), chosen[0])
		require.NoError(t, err)
		require.Equal(t, tt.stored, v.Surname, name)
		require.Contains(t, h.volunteers(tt.found), v.ID, "%s: she is found, if not by letters of other alphabets", name)
		require.LessOrEqual(t, h.window.Content().MinSize().Width, width, name)
		h.press("common.edit")
		require.Equal(t, tt.stored, h.form().Snapshot()["surname"], name)
		h.press("common.cancel")
		require.False(t, h.shell.Modals().Open(), "%s: nothing was changed by showing it", name)
	}
}

// A name of 500 letters is no name: it is refused with the limit, whole.
func TestNameOfFiveHundredLetters(t *testing.T) {
	h, long := newHand(t, locale.Kazakh), strings.Repeat("Ұзақ ", 100)
	h.shell.Open("volunteers", 0)
	h.shell.Page().New()
	width := h.window.Content().MinSize().Width
	h.paste("surname", long)
	h.fill("given", "Дана")
	h.press("common.save")
	require.Equal(t, h.text.T("errors.too_long", "Max", data.MaxName), h.form().Errors()["surname"])
	require.Equal(t, long, h.form().Snapshot()["surname"])
	require.LessOrEqual(t, h.window.Content().MinSize().Width, width)
}
