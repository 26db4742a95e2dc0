package app

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
	"saya/widgets"
)

// forgotten are preferences that end with the test.
type forgotten map[string]string

func (f forgotten) String(key string) string    { return f[key] }
func (f forgotten) SetString(key, value string) { f[key] = value }

func newProgram(t *testing.T) *Program {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	fa := test.NewTempApp(t)
	fa.Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := fa.NewWindow("")
	w.Resize(fyne.NewSize(1280, 820))
	p := New(t.Context(), w, Options{Text: locale.New(locale.Russian), Prefs: forgotten{}, Now: time.Now})
	t.Cleanup(func() { require.NoError(t, p.Close()) })
	return p
}

// look collects what of one kind is on the screen.
func look[T any](p *Program) (found []T) {
	pagetest.Walk(p.window.Content(), func(o fyne.CanvasObject) {
		if is, ok := o.(T); ok {
			found = append(found, is)
		}
	})
	return found
}

func (p *Program) press(t *testing.T, key string) {
	t.Helper()
	for _, b := range look[*widgets.Button](p) {
		if b.Text == p.Text.T(key) {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %s", key)
}

func TestTheStartPageChangesItsLanguage(t *testing.T) {
	p := newProgram(t)
	p.Start("")
	look[*widgets.Entry](p)[0].SetText("/home/centre")
	languages := look[*widgets.Segments](p)[0]
	require.Equal(t, "ru", languages.ID())
	languages.SetID("kk")
	require.Equal(t, locale.Kazakh, p.Text.Lang())
	require.Equal(t, "kk", p.Prefs.String(shell.PrefLanguage))
	require.Equal(t, "kk", look[*widgets.Segments](p)[0].ID())
	require.Equal(t, "/home/centre", look[*widgets.Entry](p)[0].Text, "what was typed stays")
	require.Equal(t, p.Text.T("start.create"), look[*widgets.Button](p)[0].Text)
}

func TestOpenWithoutAFolderAsksForOne(t *testing.T) {
	p := newProgram(t)
	p.Start("")
	p.press(t, "start.open")
	require.NotNil(t, p.window.Canvas().Overlays().Top())
}

// A centre that was open last and is gone leads back to the choice, not to a password.
func TestALostCentreIsLookedFor(t *testing.T) {
	p := newProgram(t)
	lost := filepath.Join(t.TempDir(), "lost")
	p.Prefs.SetString(prefFolder, lost)
	p.Start("")
	require.Equal(t, lost, look[*widgets.Entry](p)[0].Text)
}

func TestTheRecoveryGroupIsReadAsPeopleTypeIt(t *testing.T) {
	for typed, want := range map[string]string{"7k2q": "7K2Q", " 7K-2Q ": "7K2Q", "oOiL": "0011"} {
		require.Equal(t, want, readGroup(typed), typed)
	}
}
