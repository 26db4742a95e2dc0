// Package app wires the program together: the store of a centre, the window and its sections.
package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"saya/app/page"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
)

// appID names the program to the system; preferences are kept under it.
const appID = "kz.saya.desktop"

// prefFolder keeps the folder of the centre that was open last.
const prefFolder = "folder"

// Window opens the window on the centre in dir; without dir the user chooses. It returns when the window is closed.
func Window(ctx context.Context, dir string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	fa := fyneapp.NewWithID(appID)
	fa.SetIcon(assets.AppIcon())
	prefs := preferences{fa.Preferences()}
	fa.Settings().SetTheme(assets.NewTheme(shell.Variant(prefs.String(shell.PrefTheme))))
	text := locale.New(language(prefs))
	shell.TranslateFyne(text.Lang())

	w := fa.NewWindow(text.T("shell.title"))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 820))
	w.CenterOnScreen()
	s := &session{ctx: ctx, run: page.NewBackground(ctx), window: w, prefs: prefs, text: text}
	if dir == "" {
		s.start()
	} else if err := s.open(dir); err != nil {
		return err
	}
	go func() {
		<-ctx.Done()
		fyne.Do(fa.Quit)
	}()
	w.ShowAndRun()
	stop()
	s.run.Wait()
	return s.close()
}

// language is the one chosen before, else that of the system, else Russian.
func language(prefs page.Prefs) locale.Lang {
	if saved := prefs.String(shell.PrefLanguage); saved != "" {
		return locale.Lang(saved)
	}
	code, _, _ := strings.Cut(string(lang.SystemLocale()), "-")
	return locale.Lang(code)
}

// session is what is open between start and end of the program.
type session struct {
	ctx    context.Context
	run    *page.Background
	window fyne.Window
	prefs  page.Prefs
	text   *locale.Printer
	store  *store.Store
	shell  *shell.Shell
}

// open opens the centre in a folder and shows it.
func (s *session) open(dir string) error {
	st, err := s.read(s.ctx, dir)
	if err != nil {
		return err
	}
	return s.show(st)
}

// read opens the files of a centre; it may run off the UI goroutine.
func (s *session) read(ctx context.Context, dir string) (*store.Store, error) {
	return store.Open(ctx, dir, store.OpenOptions{Window: true})
}

// show puts an open centre into the window and remembers its folder.
func (s *session) show(st *store.Store) (err error) {
	env := page.Env{Text: s.text, Run: s.run, Now: time.Now, Prefs: s.prefs}
	if s.shell, err = NewShell(s.ctx, s.window, st, env); err != nil {
		return errors.Join(err, st.Close())
	}
	s.store = st
	s.prefs.SetString(prefFolder, st.Dir())
	return nil
}

// NewShell shows an open centre in a window. env brings language, runner, clock and preferences. Until there are
// accounts everybody acts as the manager of the sample centre.
func NewShell(ctx context.Context, w fyne.Window, st *store.Store, env page.Env) (*shell.Shell, error) {
	centre, err := st.Centre(ctx)
	if err != nil {
		return nil, err
	}
	if env.Directions, err = st.Directions(ctx); err != nil {
		return nil, err
	}
	if env.Kinds, err = st.Kinds(ctx); err != nil {
		return nil, err
	}
	env.Store, env.Actor = st, data.Actor{Account: string(data.Manager), Role: data.Manager}
	return shell.New(w, env, centre, Sections()), nil
}

// close lets go of the centre.
func (s *session) close() error {
	if s.store == nil {
		return nil
	}
	s.shell.Close()
	return s.store.Close()
}

// sampleFolder is where "look around" makes its centre.
func sampleFolder() (string, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(base, "saya", "sample"), nil
}

// preferences are kept by Fyne beside the program's other settings.
type preferences struct{ fyne.Preferences }

func (p preferences) String(key string) string { return p.Preferences.String(key) }

func (p preferences) SetString(key, value string) { p.Preferences.SetString(key, value) }
