package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func TestAMenuIsChosenFromByKeys(t *testing.T) {
	for name, tt := range map[string]struct {
		keys []fyne.KeyName
		done string
	}{
		"the first": {[]fyne.KeyName{fyne.KeyReturn}, "lock"},
		"the next":  {[]fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "hide"},
		"none":      {[]fyne.KeyName{fyne.KeyEscape}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			anchor, done := widgets.NewButton("…", "", nil), ""
			d := newDesk(t, container.NewVBox(anchor))
			widgets.ShowMenu(anchor,
				widgets.MenuItem{Text: "Құлыптау", Keys: "Ctrl+L", Do: func() { done += "lock" }},
				widgets.MenuItem{Text: "Жасыру", Keys: "F9", Do: func() { done += "hide" }})
			require.NotNil(t, d.canvas.Overlays().Top())
			d.press(tt.keys...)
			require.Equal(t, tt.done, done)
			require.Nil(t, d.canvas.Overlays().Top(), "it is gone before anything is done")
		})
	}
}
