package journey_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/data"
)

// ctrl presses a letter with Ctrl where the keyboard is.
func (h *hand) ctrl(letter fyne.KeyName) {
	h.t.Helper()
	s := &desktop.CustomShortcut{KeyName: letter, Modifier: fyne.KeyModifierControl}
	focused, ok := h.window.Canvas().Focused().(fyne.Shortcutable)
	require.True(h.t, ok, "the keyboard is nowhere")
	focused.TypedShortcut(s)
}

// Somebody calls while the window shows something else, and the telephone is in the other hand: at most 12 keys beyond
// what is typed into the fields.
func TestJourneyFromACallToAnApplication(t *testing.T) {
	h, keys := newHand(t, locale.Russian), 0
	does := func(act func()) {
		keys++
		act()
	}
	enter := func() { does(func() { h.key(fyne.KeyReturn) }) }
	h.shell.Open("events", 0)
	does(func() { h.ctrl(fyne.KeyK) })
	for _, letter := range "зая" {
		does(func() { h.typed(string(letter)) })
	}
	enter()
	h.typed("Омарова")
	enter()
	h.typed("Жанна")
	enter()
	h.typed("8 701 000 00 01")
	enter()
	h.typed("bilim")
	enter()
	does(func() { h.ctrl(fyne.KeyS) })
	t.Logf("from a call to a saved application: %d keys beyond what is typed into the fields", keys)
	require.LessOrEqual(t, keys, 12)
	a := h.application("Омарова")
	require.Equal(t, []any{"Омарова Жанна", data.List{"+77010000001"}, data.List{"bilim"}, until, data.NewApplication},
		[]any{a.FullName(), a.Phones, a.Directions, a.ReceivedOn, a.Status})
}
