package app_test

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/app"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// A direction that is renamed is called so on every page, also on those that were open before.
func TestARenamedDirectionIsSeenEverywhere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "centre")
	s, err := store.Create(t.Context(), dir, store.CreateOptions{Sample: true, Centre: storetest.Profile(), Now: storetest.Now})
	require.NoError(t, err)
	storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Directions = data.List{"qamqor"} })
	require.NoError(t, s.Close())
	s, err = store.Open(t.Context(), dir, store.OpenOptions{Now: storetest.Now, Account: "manager", Password: store.SamplePassword})
	require.NoError(t, err)
	fa := test.NewTempApp(t)
	fa.Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := fa.NewWindow("")
	w.Resize(fyne.NewSize(1440, 900))
	sh, err := app.NewShell(t.Context(), w, s, page.Env{Text: locale.New(locale.Russian), Run: page.Inline{}, Now: storetest.Now, Prefs: forgotten{}})
	require.NoError(t, err)
	t.Cleanup(func() {
		sh.Close()
		require.NoError(t, s.Close())
	})
	shows := func(text string) (shown bool) {
		pagetest.Walk(w.Content(), func(o fyne.CanvasObject) {
			drawn, ok := o.(*canvas.Text)
			shown = shown || ok && drawn.Text == text
		})
		return shown
	}
	sh.Open("volunteers", 0)
	require.True(t, shows("Qamqor"))
	sh.Open("settings", 0)
	directions, err := s.Directions(t.Context())
	require.NoError(t, err)
	renamed := directions[1]
	require.Equal(t, "qamqor", renamed.Code)
	renamed.Short = data.Names{RU: "Забота"}
	require.NoError(t, s.SaveDirection(t.Context(), s.Actor(), renamed))
	sh.Open("volunteers", 0)
	require.True(t, shows("Забота"))
	require.False(t, shows("Qamqor"))
}
