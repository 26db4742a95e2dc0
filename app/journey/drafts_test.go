package journey_test

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/widgets"
)

// lock takes the window away as a lock does, and opens it anew.
func (h *hand) lock() {
	h.t.Helper()
	h.shell.KeepDrafts()
	h.shell.Close()
	s, err := app.NewShell(context.Background(), h.window, h.store, page.Env{
		Text: h.text, Run: page.Inline{}, Now: func() time.Time { return until.Time().Add(7 * time.Hour) }, Prefs: prefs{},
	})
	require.NoError(h.t, err)
	h.t.Cleanup(s.Close)
	h.shell = s
}

// What was typed in a dialog above an editor is there again after a lock, in both.
func TestJourneyThroughALock(t *testing.T) {
	h := newHand(t, locale.Kazakh)
	h.lock()
	require.Nil(t, h.window.Canvas().Overlays().Top(), "nothing was typed")
	h.shell.Open("events", 0)
	h.shell.Page().New()
	h.fill("title_"+string(h.text.Lang()), "Қыш сабағы")
	h.fill("date", "21.1")
	h.press("events.new_venue")
	h.fill("name", "Жаңа за")
	h.lock()
	h.pressFirst("drafts.continue") // of two, that of the editor
	require.Equal(t, "Қыш сабағы", h.form().Snapshot()["title_"+string(h.text.Lang())])
	require.Equal(t, "21.1", h.form().Snapshot()["date"])
	h.press("events.new_venue")
	h.press("drafts.continue")
	require.Equal(t, "Жаңа за", h.form().Snapshot()["name_kk"])
	h.fill("name", "Жаңа зал")
	h.press("common.save")
	require.Contains(t, h.form().Snapshot()["venue_id"], "Жаңа зал", "it is chosen in the editor below")
}

// pressFirst presses the first of the buttons with the text of a key.
func (h *hand) pressFirst(key string) {
	h.t.Helper()
	var first *widgets.Button
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && first == nil && b.Text == h.text.T(key) {
			first = b
		}
	})
	require.NotNil(h.t, first, "no button %s", key)
	test.Tap(first)
}
