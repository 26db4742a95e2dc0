// Package screens draws every screen of a sample centre into pictures, without a display: for the guide, and to look
// at what a change did in all languages. It knowingly uses Fyne's test driver, which draws in memory.
package screens

import (
	"cmp"
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

// logThere is where the pictures say that the log is: not where it is on this computer.
const logThere = `C:\Saya\saya.log`

// Look is how the screens are to look.
type Look struct {
	Lang  locale.Lang
	Theme string    // "light" or "dark"
	Size  fyne.Size // of the window, zero for 1440 by 900
}

// Draw writes a PNG of every scene of every section of the centre in dir into the folder out and returns how many.
func Draw(ctx context.Context, dir, out string, look Look) (n int, err error) {
	if err := os.MkdirAll(out, 0o700); err != nil {
		return 0, fmt.Errorf("making the folder for pictures: %w", err)
	}
	d := drawer{out: out, suffix: "-" + string(look.Lang) + "-" + look.Theme + ".png"}
	err = Visit(ctx, dir, look, d.draw)
	return d.n, err
}

// Visit shows every scene of every section of the centre in dir to a function, by name. The clock
// stands at the last change of the data, so that the same centre gives the same screens.
func Visit(ctx context.Context, dir string, look Look, visit func(name string, c fyne.Canvas) error) (err error) {
	last, err := lastChange(ctx, dir)
	if err != nil {
		return err
	}
	st, err := store.Open(ctx, dir, store.OpenOptions{Now: last.Time})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	fa := test.NewApp()
	defer fa.Quit()
	fa.Settings().SetTheme(assets.NewTheme(shell.Variant(look.Theme)))
	shell.TranslateFyne(look.Lang)
	w := test.NewWindow(nil)
	w.SetPadded(false)
	w.Resize(cmp.Or(look.Size, fyne.NewSize(1440, 900)))
	env := page.Env{Text: locale.New(look.Lang), Run: page.Inline{}, Now: last.Time, Prefs: memory{shell.PrefTheme: look.Theme}, Log: logThere}
	s, err := app.NewShell(ctx, w, st, env)
	if err != nil {
		return err
	}
	defer s.Close()
	see := func(name string) error {
		s.Count() // no time passes after which it would be counted
		return visit(name, w.Canvas())
	}
	for _, section := range app.Sections() {
		if section.Files { // is opened from a list
			s.Open(app.Sections()[1].ID, 0)
		}
		s.Open(section.ID, 0)
		err = errors.Join(err, see(section.ID))
		for _, scene := range s.Page().Scenes() {
			scene.Show()
			err = errors.Join(err, see(section.ID+"-"+scene.Name))
		}
		s.Page().Leave(func() {})
	}
	return errors.Join(err, visitRest(ctx, w, dir, env, visit))
}

// visitRest shows what there is before and around an open centre.
func visitRest(ctx context.Context, w fyne.Window, dir string, env page.Env, visit func(name string, c fyne.Canvas) error) (err error) {
	p := app.New(ctx, w, app.Options{
		Text: env.Text, Prefs: env.Prefs, Now: env.Now,
		NewRunner: func(context.Context) app.Runner { return page.Inline{} },
	})
	defer func() { err = errors.Join(err, p.Close()) }()
	for _, scene := range p.Scenes(dir) {
		scene.Show()
		err = errors.Join(err, visit(scene.Name, w.Canvas()))
	}
	return err
}

func lastChange(ctx context.Context, dir string) (last data.Stamp, err error) {
	st, err := store.Open(ctx, dir, store.OpenOptions{})
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return st.LastChange(ctx)
}

// drawer writes what a window shows.
type drawer struct {
	out    string
	suffix string
	n      int
}

func (d *drawer) draw(name string, c fyne.Canvas) error {
	f, err := os.OpenFile(filepath.Join(d.out, name+d.suffix), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err == nil {
		err = errors.Join(png.Encode(f, c.Capture()), f.Close())
	}
	if err != nil {
		return fmt.Errorf("writing a picture: %w", err)
	}
	d.n++
	return nil
}

// memory is preferences that are forgotten.
type memory map[string]string

func (m memory) String(key string) string { return m[key] }

func (m memory) SetString(key, value string) { m[key] = value }
