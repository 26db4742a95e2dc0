package journey_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/app"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// until is the last day of the sample centre; the clock of a journey stands at its noon.
const until data.Date = "2026-11-22"

// hand is what a person has: the window of a sample centre, eyes and a keyboard.
type hand struct {
	t      testing.TB
	window fyne.Window
	shell  *shell.Shell
	store  *store.Store
	text   *locale.Printer
}

// prefs are forgotten with the test.
type prefs map[string]string

func (p prefs) String(key string) string    { return p[key] }
func (p prefs) SetString(key, value string) { p[key] = value }

func newHand(t *testing.T, lang locale.Lang) *hand {
	t.Helper()
	return newHandOn(t, lang, page.Inline{})
}

// newHandOn is newHand where work is done by another runner.
func newHandOn(t *testing.T, lang locale.Lang, run page.Runner) *hand {
	t.Helper()
	ctx, dir := context.Background(), t.TempDir()+"/Орталық № 1"
	copySample(t, dir)
	now := func() time.Time { return until.Time().Add(7 * time.Hour) }
	st, err := store.Open(ctx, dir, store.OpenOptions{Window: true, Now: now})
	require.NoError(t, err)
	fa := test.NewTempApp(t)
	fa.Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := fa.NewWindow("")
	w.Resize(fyne.NewSize(1440, 900))
	text := locale.New(lang)
	s, err := app.NewShell(ctx, w, st, page.Env{Text: text, Run: run, Now: now, Prefs: prefs{}})
	require.NoError(t, err)
	t.Cleanup(func() {
		s.Close()
		require.NoError(t, st.Close())
	})
	return &hand{t: t, window: w, shell: s, store: st, text: text}
}

// front is what the eyes are on: the top dialog or popup, else the window.
func (h *hand) front() fyne.CanvasObject {
	if top := h.window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return h.window.Content()
}

// form is the last form in view: that of the panel or dialog in front.
func (h *hand) form() *widgets.Form {
	h.t.Helper()
	var found *widgets.Form
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		if f, ok := o.(*widgets.Form); ok {
			found = f
		}
	})
	require.NotNil(h.t, found, "no form in view")
	return found
}

// fill types into a field of the form in view; a list opens by itself and its first answer is taken.
func (h *hand) fill(field, text string) {
	h.t.Helper()
	h.window.Canvas().Unfocus()
	h.form().Focus(field)
	focused := h.window.Canvas().Focused()
	require.NotNil(h.t, focused, "no field %s among %v", field, h.form().Snapshot())
	if _, list := focused.(*widgets.SearchSelect); list {
		h.typed(text)
		h.key(fyne.KeyReturn)
		return
	}
	if e, ok := focused.(interface{ SetText(string) }); ok {
		e.SetText("")
	}
	h.typed(text)
}

// choose takes the n-th segment of a field.
func (h *hand) choose(field, id string) {
	h.t.Helper()
	h.form().Focus(field)
	segments, ok := h.window.Canvas().Focused().(*widgets.Segments)
	require.True(h.t, ok, field)
	segments.SetID(id)
}

// typed sends letters to whatever has the keyboard, which may change on the way.
func (h *hand) typed(text string) {
	for _, r := range text {
		h.window.Canvas().Focused().TypedRune(r)
	}
}

func (h *hand) key(name fyne.KeyName) {
	h.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

// hit presses a key as the window does: it goes down where the keyboard is, then it is typed where the keyboard is then.
func (h *hand) hit(name fyne.KeyName) {
	c, e := h.window.Canvas(), &fyne.KeyEvent{Name: name}
	switch focused := c.Focused().(type) {
	case nil:
		h.window.Content().(*widgets.Root).KeyDown(e)
	case desktop.Keyable:
		focused.KeyDown(e)
	}
	if focused := c.Focused(); focused != nil {
		focused.TypedKey(e)
		return
	}
	c.OnTypedKey()(e)
}

// press presses the button with the text of a key.
func (h *hand) press(key string, args ...any) {
	h.t.Helper()
	h.tap(func(b *widgets.Button) bool { return b.Text == h.text.T(key, args...) }, key)
}

// pressIcon presses the button that is only a picture.
func (h *hand) pressIcon(icon assets.IconName) {
	h.t.Helper()
	h.tap(func(b *widgets.Button) bool { return b.Text == "" && b.Icon == icon }, string(icon))
}

func (h *hand) tap(wanted func(*widgets.Button) bool, name string) {
	h.t.Helper()
	var found *widgets.Button
	var all []string
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok {
			all = append(all, b.Text)
			if wanted(b) {
				found = b
			}
		}
	})
	require.NotNil(h.t, found, "no button %s among %s", name, strings.Join(all, " | "))
	test.Tap(found)
}
