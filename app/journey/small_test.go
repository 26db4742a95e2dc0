package journey_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"

	"saya/app"
	"saya/app/page/pagetest"
	"saya/assets/locale"
)

// In a window of 800x600 points, smaller than the program is made for, every state of every section has its place and a colour for all that is drawn.
func TestEverySectionInASmallWindow(t *testing.T) {
	for _, lang := range locale.Languages() {
		t.Run(string(lang), func(t *testing.T) { inASmallWindow(t, lang) })
	}
}

func inASmallWindow(t *testing.T, lang locale.Lang) {
	h := newHand(t, lang)
	h.window.Resize(fyne.NewSize(800, 600))
	for _, section := range app.Sections() {
		h.shell.Open(section.ID, 0)
		for _, scene := range h.shell.Page().Scenes() {
			scene.Show()
			least := h.window.Content().MinSize()
			if top := h.window.Canvas().Overlays().Top(); top != nil {
				least = least.Max(top.MinSize())
			}
			h.coloured(section.ID + " " + scene.Name)
			require.LessOrEqual(t, least.Width, float32(800), "%s %s", section.ID, scene.Name)
			require.LessOrEqual(t, least.Height, float32(600), "%s %s", section.ID, scene.Name)
		}
		h.shell.Modals().CloseAll()
	}
}

// coloured fails for a surface without a colour, which cannot be drawn.
func (h *hand) coloured(state string) {
	h.t.Helper()
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		if r, ok := o.(*canvas.Rectangle); ok {
			require.NotNil(h.t, r.FillColor, state)
		}
	})
}
