// Package pagetest puts a page on a window in memory and does what a person does there: it presses buttons by their
// words, fills forms by the names of their fields, and reads what was said.
package pagetest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/assets"
	"saya/assets/locale"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/widgets"
)

// Window is a [page.Window] that remembers what a page asked of it.
type Window struct {
	Said   []string // messages, in their order
	Undo   []bool   // whether each offered to take the change back
	Failed []error
	Opened []string // sections brought to the front, "section/chip" where they were narrowed
	From   string   // the title of the section from which the page was opened, "" = none
	Backs  int      // how often the page went back there
	Out    []string // notes below which somebody is to sign in
	File   string   // what is chosen when a file is asked for, "" = none
	Folder string   // what is chosen when a folder is asked for, "" = none
	Lang   string   // the language that was chosen, "" = none
	Look   string   // "light", "dark", "system"
	Size   int      // of everything, in percent
	Asked  int      // how often a command was asked for

	t      testing.TB
	store  *store.Store
	window fyne.Window
	modals *widgets.Modals
}

// NewEnv returns what a page works with in a test: Russian texts, the clock of [storetest.Now], and everything done at
// once on the caller's goroutine.
func NewEnv(t testing.TB, s *store.Store) (page.Env, *Window) {
	t.Helper()
	app := test.NewApp()
	app.Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	t.Cleanup(app.Quit)
	w := &Window{t: t, store: s, window: test.NewWindow(nil), Look: "system", Size: 100}
	w.window.Resize(fyne.NewSize(1440, 900))
	w.modals = widgets.NewModals(w.window.Canvas())
	directions, err := s.Directions(t.Context())
	require.NoError(t, err)
	kinds, err := s.Kinds(t.Context())
	require.NoError(t, err)
	return page.Env{
		Store: s, Actor: storetest.Actor(), Text: locale.New(locale.Russian), Run: Apart{}, Window: w,
		Now: storetest.Now, Prefs: prefs{}, Secrets: &page.Secrets{}, Directions: directions, Kinds: kinds,
		Drafts: page.NewDrafts(),
	}, w
}

// Show puts a page on the window; it hears keys and commits as in the program.
func (w *Window) Show(p page.Page) {
	root := widgets.NewRoot(w.window, p.Content())
	root.OnKey = func(e *fyne.KeyEvent) {
		if !w.modals.HandleKey(e) && !p.Key(e) && e.Name == fyne.KeyEscape {
			w.Back()
		}
	}
	app := fyne.CurrentApp()
	w.t.Cleanup(w.store.OnChange(func(c store.Change) { // the program does that on the UI goroutine, too
		within(app, func() { p.Changed(c) })
	}))
	p.Shown(0)
}

// Say implements [page.Window].
func (w *Window) Say(text string, undo bool) {
	w.Said, w.Undo = append(w.Said, text), append(w.Undo, undo)
}

// Fail implements [page.Window].
func (w *Window) Fail(err error) { w.Failed = append(w.Failed, err) }

// OpenAt implements [page.Window].
func (w *Window) OpenAt(section, chip string) { w.Opened = append(w.Opened, section+"/"+chip) }

// StatusChanged implements [page.Window].
func (w *Window) StatusChanged() {}

// Begin implements [page.Window].
func (w *Window) Begin(string, func()) page.Work { return noWork{} }

type noWork struct{}

func (noWork) Progress(int64, int64) {}

func (noWork) End() {}

// Palette implements [page.Window].
func (w *Window) Palette() { w.Asked++ }

// SetLanguage implements [page.Looks].
func (w *Window) SetLanguage(l locale.Lang) { w.Lang = string(l) }

// Theme implements [page.Looks].
func (w *Window) Theme() string { return w.Look }

// SetTheme implements [page.Looks].
func (w *Window) SetTheme(name string) { w.Look = name }

// Scale implements [page.Looks].
func (w *Window) Scale() int { return w.Size }

// SetScale implements [page.Looks].
func (w *Window) SetScale(percent int) { w.Size = percent }

// Modals implements [page.Window].
func (w *Window) Modals() *widgets.Modals { return w.modals }

// Open implements [page.Window].
func (w *Window) Open(section string, _ int64) { w.Opened = append(w.Opened, section) }

// Origin implements [page.Window].
func (w *Window) Origin() string { return w.From }

// Back implements [page.Window].
func (w *Window) Back() { w.Backs++ }

// ChooseFile implements [page.Window].
func (w *Window) ChooseFile(_ []string, chosen func(string)) {
	if w.File != "" {
		chosen(w.File)
	}
}

// ChooseFolder implements [page.Window].
func (w *Window) ChooseFolder(_ string, chosen func(string)) {
	if w.Folder != "" {
		chosen(w.Folder)
	}
}

// Key presses a key where the keyboard is.
func (w *Window) Key(name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if focused := w.window.Canvas().Focused(); focused != nil {
		focused.TypedKey(e)
		return
	}
	w.window.Canvas().OnTypedKey()(e)
}

// Type types where the keyboard is.
func (w *Window) Type(text string) {
	w.t.Helper()
	focused := w.window.Canvas().Focused()
	require.NotNil(w.t, focused, "the keyboard is nowhere")
	test.Type(focused, text)
}

// Press presses the topmost button with these words.
func (w *Window) Press(text string) {
	w.t.Helper()
	var found *widgets.Button
	w.walk(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == text && !b.Disabled() {
			found = b
		}
	})
	require.NotNil(w.t, found, "no button %q", text)
	test.Tap(found)
}

// PressIcon presses the first of the buttons that are only this icon.
func (w *Window) PressIcon(icon assets.IconName) {
	w.t.Helper()
	var found *widgets.Button
	w.walk(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && found == nil && b.Text == "" && b.Icon == icon {
			found = b
		}
	})
	require.NotNil(w.t, found, "no button with the icon %q", icon)
	test.Tap(found)
}

// Filter presses the chip with these words.
func (w *Window) Filter(text string) {
	w.t.Helper()
	var found *widgets.Chip
	w.walk(func(o fyne.CanvasObject) {
		if c, ok := o.(*widgets.Chip); ok && c.Text == text {
			found = c
		}
	})
	require.NotNil(w.t, found, "no chip %q", text)
	test.Tap(found)
}

// Offers tells whether there is a button with these words.
func (w *Window) Offers(text string) bool {
	offered := false
	w.walk(func(o fyne.CanvasObject) {
		b, ok := o.(*widgets.Button)
		offered = offered || ok && b.Text == text
	})
	return offered
}

// Button is one with these words.
func (w *Window) Button(text string) *widgets.Button {
	w.t.Helper()
	var found *widgets.Button
	w.walk(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == text {
			found = b
		}
	})
	require.NotNil(w.t, found, "no button %q", text)
	return found
}

// Top is how far under the top of the window a button with these words stands.
func (w *Window) Top(text string) float32 {
	w.t.Helper()
	top := float32(-1)
	w.walk(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == text {
			top = fyne.CurrentApp().Driver().AbsolutePositionForObject(b).Y
		}
	})
	require.GreaterOrEqual(w.t, top, float32(0), "no button %q", text)
	return top
}

// Shows tells whether these words stand somewhere.
func (w *Window) Shows(text string) bool {
	shown := false
	w.walk(func(o fyne.CanvasObject) {
		switch drawn := o.(type) {
		case *widgets.Text: // whole, even where it is drawn cut
			shown = shown || drawn.Text == text
		case *canvas.Text:
			shown = shown || drawn.Text == text
		}
	})
	return shown
}

// Form is the topmost form.
func (w *Window) Form() *widgets.Form {
	w.t.Helper()
	var found *widgets.Form
	w.walk(func(o fyne.CanvasObject) {
		if f, ok := o.(*widgets.Form); ok {
			found = f
		}
	})
	require.NotNil(w.t, found, "no form is open")
	return found
}

// Fill types into fields of the topmost form, by their names; what stands for an option is its ID.
func (w *Window) Fill(values map[string]string) {
	w.t.Helper()
	w.Form().Restore(values)
}

// Editor is the editor beside the list, nil when none is open.
func (w *Window) Editor() *widgets.EditorShell {
	var found *widgets.EditorShell
	w.walk(func(o fyne.CanvasObject) {
		if e, ok := o.(*widgets.EditorShell); ok {
			found = e
		}
	})
	return found
}

// walk goes through everything visible, what lies on top last.
func (w *Window) walk(visit func(fyne.CanvasObject)) {
	c := w.window.Canvas()
	Walk(c.Content(), visit)
	for _, overlay := range c.Overlays().List() {
		Walk(overlay, visit)
	}
}

// Walk goes through everything visible under an object.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch parent := o.(type) {
	case *fyne.Container:
		for _, child := range parent.Objects {
			Walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(parent).Objects() {
			Walk(child, visit)
		}
	}
}

// prefs are preferences that are forgotten.
type prefs map[string]string

func (p prefs) String(key string) string { return p[key] }

func (p prefs) SetString(key, value string) { p[key] = value }
