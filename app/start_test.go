package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
	"saya/widgets"
)

// forgotten are preferences that end with the test.
type forgotten map[string]string

func (f forgotten) String(key string) string    { return f[key] }
func (f forgotten) SetString(key, value string) { f[key] = value }

func newStart(t *testing.T) *session {
	t.Helper()
	fa := test.NewTempApp(t)
	fa.Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := fa.NewWindow("")
	w.Resize(fyne.NewSize(1280, 820))
	s := &session{
		ctx: t.Context(), run: page.NewBackground(t.Context()), window: w,
		prefs: forgotten{}, text: locale.New(locale.Russian),
	}
	s.start()
	return s
}

// look collects what of one kind is on the screen.
func look[T any](s *session) (found []T) {
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if is, ok := o.(T); ok {
			found = append(found, is)
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(s.window.Content())
	return found
}

func (s *session) press(t *testing.T, key string) {
	t.Helper()
	for _, b := range look[*widgets.Button](s) {
		if b.Text == s.text.T(key) {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %s", key)
}

func TestTheStartPageChangesItsLanguage(t *testing.T) {
	s := newStart(t)
	look[*widgets.Entry](s)[0].SetText("/home/centre")
	languages := look[*widgets.Segments](s)[0]
	require.Equal(t, "ru", languages.ID())
	languages.SetID("kk")
	require.Equal(t, locale.Kazakh, s.text.Lang())
	require.Equal(t, "kk", s.prefs.String(shell.PrefLanguage))
	require.Equal(t, "kk", look[*widgets.Segments](s)[0].ID())
	require.Equal(t, "/home/centre", look[*widgets.Entry](s)[0].Text, "what was typed stays")
	require.Equal(t, "Үлгі орталықты қарау", look[*widgets.Button](s)[0].Text)
}

func TestOpenWithoutAFolderAsksForOne(t *testing.T) {
	s := newStart(t)
	s.press(t, "shell.start_open")
	require.NotNil(t, s.window.Canvas().Overlays().Top())
}
