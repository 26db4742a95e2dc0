package shell_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/app/shell"
	"saya/data/store"
	"saya/data/store/storetest"
)

// blank is a page with nothing on it.
type blank struct{ page.Plain }

func (blank) Content() fyne.CanvasObject { return container.NewStack() }
func (blank) Shown(int64)                {}
func (blank) Changed(store.Change)       {}

// Whoever comes after does not find on the clipboard what was copied before.
func TestTheClipboardIsClearedWithTheWindow(t *testing.T) {
	for name, end := range map[string]func(*shell.Shell, fyne.Window){
		"locked": func(s *shell.Shell, _ fyne.Window) { s.Close() },
		"closed": func(_ *shell.Shell, w fyne.Window) { w.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			st := storetest.New(t)
			env, _ := pagetest.NewEnv(t, st)
			centre, err := st.Centre(t.Context())
			require.NoError(t, err)
			var inside page.Env
			w := test.NewWindow(nil)
			s := shell.New(w, env, centre, []shell.Section{{ID: "home", Title: "shell.home", New: func(e page.Env) page.Page {
				inside = e
				return blank{}
			}}})
			inside.CopySecret("+7 701 000 00 01")
			require.NotEmpty(t, fyne.CurrentApp().Clipboard().Content())
			end(s, w)
			require.Empty(t, fyne.CurrentApp().Clipboard().Content())
		})
	}
}
