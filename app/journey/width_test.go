package journey_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app"
	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/widgets"
)

// The window fits on a screen of 1024 points in every language. A sample is marked on every screen, and the mark says
// what that means.
func TestWindowFitsANarrowScreen(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			h := newHand(t, lang)
			for _, section := range app.Sections() {
				h.shell.Open(section.ID, 0)
				require.LessOrEqual(t, h.window.Content().MinSize().Width, float32(1024), section.ID)
			}
			for _, width := range []float32{1024, 1440} {
				h.window.Resize(fyne.NewSize(width, 700))
				var mark *widgets.Press
				pagetest.Walk(h.window.Content(), func(o fyne.CanvasObject) {
					if p, ok := o.(*widgets.Press); ok && p.Tip == h.text.T("shell.sample_note") {
						mark = p
					}
				})
				require.NotNil(t, mark)
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(mark)
				require.Less(t, at.Y+mark.Size().Height, float32(700))
				require.Greater(t, at.Y, float32(640))
				test.Tap(mark)
				require.True(t, h.shows(h.text.T("shell.sample_note")))
				h.shell.Modals().CloseAll()
			}
		})
	}
}
