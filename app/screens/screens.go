// Package screens draws every screen of a sample centre into pictures, without a display: for the guide, and to look
// at what a change did in all languages. It knowingly uses Fyne's test driver, which draws in memory.
package screens

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"saya/app"
	"saya/app/page"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
)

// Look is how the screens are to look.
type Look struct {
	Lang  locale.Lang
	Theme string // "light" or "dark"
}

// Draw writes a PNG of every scene of every section of the centre in dir into the folder out and returns how many.
// The clock stands at the last change of the data, so that the same centre gives the same pictures.
func Draw(ctx context.Context, dir, out string, look Look) (n int, err error) {
	if err := os.MkdirAll(out, 0o700); err != nil {
		return 0, fmt.Errorf("making the folder for pictures: %w", err)
	}
	last, err := lastChange(ctx, dir)
	if err != nil {
		return 0, err
	}
	st, err := store.Open(ctx, dir, store.OpenOptions{Now: last.Time})
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	fa := test.NewApp()
	defer fa.Quit()
	fa.Settings().SetTheme(assets.NewTheme(shell.Variant(look.Theme)))
	shell.TranslateFyne(look.Lang)
	w := test.NewWindow(nil)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1440, 900))
	env := page.Env{Text: locale.New(look.Lang), Run: page.Inline{}, Now: last.Time, Prefs: memory{shell.PrefTheme: look.Theme}}
	s, err := app.NewShell(ctx, w, st, env)
	if err != nil {
		return 0, err
	}
	defer s.Close()
	d := drawer{window: w, out: out, suffix: "-" + string(look.Lang) + "-" + look.Theme + ".png"}
	for _, section := range app.Sections() {
		s.Open(section.ID, 0)
		d.draw(section.ID)
		for _, scene := range s.Page().Scenes() {
			scene.Show()
			d.draw(section.ID + "-" + scene.Name)
		}
		s.Page().Leave(func() {})
	}
	return d.n, d.err
}

func lastChange(ctx context.Context, dir string) (last data.Stamp, err error) {
	st, err := store.Open(ctx, dir, store.OpenOptions{})
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return st.LastChange(ctx)
}

// drawer writes what the window shows.
type drawer struct {
	window fyne.Window
	out    string
	suffix string
	n      int
	err    error
}

func (d *drawer) draw(name string) {
	if d.err != nil {
		return
	}
	f, err := os.OpenFile(filepath.Join(d.out, name+d.suffix), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err == nil {
		err = errors.Join(png.Encode(f, d.window.Canvas().Capture()), f.Close())
	}
	if err != nil {
		d.err = fmt.Errorf("writing a picture: %w", err)
		return
	}
	d.n++
}

// memory is preferences that are forgotten.
type memory map[string]string

func (m memory) String(key string) string { return m[key] }

func (m memory) SetString(key, value string) { m[key] = value }
