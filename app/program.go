package app

import (
	"context"
	"errors"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/app/shell"
	"saya/assets"
	"saya/assets/locale"
	"saya/data/store"
	"saya/widgets"
)

// prefFolder keeps the folder of the centre that was open last. Nobody's name is kept.
const prefFolder = "folder"

// prefSection keeps the section that was in front when the window was closed.
const prefSection = "section"

// Runner is a [page.Runner] whose work can be waited for.
type Runner interface {
	page.Runner
	// Wait returns when all work has ended.
	Wait()
	// Busy tells whether something is under way that a person waits for.
	Busy() bool
}

// Options are what a program is made of.
type Options struct {
	Text  *locale.Printer
	Prefs page.Prefs
	Now   func() time.Time
	// NewRunner makes the runner of a session, whose end is that of its context; nil for goroutines.
	NewRunner func(context.Context) Runner
	// Rest is how long somebody who has just come in is left alone by work that nobody waits for.
	Rest time.Duration
}

// Program is the window: pages to begin on, and the session of whoever has signed in.
type Program struct {
	Options
	ctx    context.Context
	stop   context.CancelFunc
	window fyne.Window
	run    Runner // of what is done without a session
	modals *widgets.Modals
	centre *fyne.Container // around the page without a session
	scroll *widgets.Scroll

	session *session // nil while nobody has signed in
	ending  endings
	place   spot
	sample  string    // the folder of a centre that was found to be one
	notes   []string  // for whoever signs in next
	sheets  []string  // recovery sheets that were saved, to be listed by who can
	making  *creation // what was typed for a new centre
	fresh   *fresh    // a centre whose recovery codes are not confirmed yet
	front   front     // what stands in the window without a session
	worked  bool      // somebody did since the program was started
	opening int       // centres that are being opened
	shown   int       // how often the window showed something else
	covered bool
	helping *widgets.Modal // lists the keys; nil while it does not
}

// front is a page without a session.
type front struct {
	content fyne.CanvasObject
	focus   fyne.Focusable // has the keyboard first, nil for nothing
	enter   func()         // what Enter does in a field; nil for nothing
	again   func()         // shows the page anew after it was hidden; nil to show it as it was
}

// spot is where an account worked when the window was locked.
type spot struct{ dir, account, section string }

// New returns the program of a window that shows nothing yet.
func New(ctx context.Context, w fyne.Window, o Options) *Program {
	if o.NewRunner == nil {
		o.NewRunner = func(ctx context.Context) Runner { return page.NewBackground(ctx) }
	}
	p := &Program{Options: o, window: w}
	p.ctx, p.stop = context.WithCancel(ctx)
	p.run = o.NewRunner(p.ctx)
	return p
}

// Start shows the way into the centre in dir, else into the one that was open last, else the choice of one.
func (p *Program) Start(dir string) {
	last := p.Prefs.String(prefFolder)
	switch {
	case dir != "":
		p.enterAtOnce(dir)
	case last != "" && hasCentre(last):
		p.signIn(signingIn{dir: last})
	default:
		p.welcome(last)
	}
}

// enterAtOnce opens the centre in a folder before anything is shown: a page would be gone before it is read.
func (p *Program) enterAtOnce(dir string) {
	p.show(front{content: container.NewWithoutLayout(), again: func() { p.enterAtOnce(dir) }})
	p.enterFolder(dir, func(err error) { p.welcome(dir).fail(err) })
}

// opened tells whether no centre is being opened.
func (p *Program) opened() bool { return p.opening == 0 }

// settled tells whether the window shows what it was opened for.
func (p *Program) settled() bool {
	sh := p.Shell()
	if !p.opened() || sh == nil {
		return p.opened()
	}
	s, ok := sh.Page().(page.Settler)
	return !ok || s.Settled()
}

// Shell is the window of the session; nil while nobody has signed in.
func (p *Program) Shell() *shell.Shell {
	if p.session == nil {
		return nil
	}
	return p.session.shell
}

// Close ends the session and waits for what still works. It tells what went wrong when centres were closed.
func (p *Program) Close() error {
	p.leaveBy((*session).finish)
	p.stop()
	p.run.Wait()
	return p.ending.failed()
}

// Remember keeps for the next run where the window is.
func (p *Program) Remember() {
	section := p.place.section
	if s := p.Shell(); s != nil {
		section = s.Entry()
	}
	p.Prefs.SetString(prefSection, section)
}

// env is what pages without a centre work with.
func (p *Program) env() page.Env {
	return page.Env{Text: p.Text, Run: p.run, Now: p.Now, Prefs: p.Prefs}
}

// show puts a page without a session into the window.
func (p *Program) show(f front) {
	p.clear()
	p.front = f
	p.centre = container.NewCenter(f.content)
	p.scroll = widgets.NewVScroll(p.centre)
	root := widgets.NewRoot(p.window, widgets.NewSurface(assets.ColorSide, p.scroll))
	p.modals = widgets.NewModals(p.window.Canvas())
	root.OnKey = func(e *fyne.KeyEvent) {
		if !p.modals.HandleKey(e) && f.enter != nil && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) {
			f.enter()
		}
	}
	root.OnKeyDown, root.OnUse = p.keyDown, p.Used
	p.window.SetTitle(p.Text.T("shell.title"))
	if f.focus != nil {
		p.window.Canvas().Focus(f.focus)
	}
}

// settle places a page anew after its height may have changed.
func (p *Program) settle() {
	p.centre.Refresh()
	p.scroll.Refresh()
}

// chooseFolder lets the user choose a folder, beginning at start if it exists.
func (p *Program) chooseFolder(start string, chosen func(path string)) {
	shell.Chooser{Modals: p.modals, Text: p.Text, Run: p.run}.Folder(start, chosen)
}

// showAgain shows the page that was hidden.
func (p *Program) showAgain() {
	if p.front.again != nil {
		p.front.again()
		return
	}
	p.show(p.front)
}

// clear takes away all that lies above the content of the window and belonged to it.
func (p *Program) clear() {
	p.shown++
	if p.modals != nil {
		p.modals.End()
	}
	c := p.window.Canvas()
	for top := c.Overlays().Top(); top != nil; top = c.Overlays().Top() {
		c.Overlays().Remove(top)
	}
	c.Unfocus()
	p.window.SetCloseIntercept(nil)
	p.window.SetOnDropped(nil)
}

func (p *Program) keyDown(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF1:
		p.help()
	case fyne.KeyF9:
		p.Hide()
	}
}

// setLanguage makes the texts those of another language; who calls it shows its page anew.
func (p *Program) setLanguage(l locale.Lang) {
	p.Text = locale.New(l)
	p.Prefs.SetString(shell.PrefLanguage, string(l))
	shell.TranslateFyne(l)
}

// Speak implements [shell.Session]: what comes after the window speaks its language, too.
func (p *Program) Speak(l locale.Lang) { p.Text = locale.New(l) }

// open opens a centre in the background, after prepare, and enters it. failed hears why not. When the window shows
// something else by then, as when it was hidden meanwhile, the centre is closed again.
func (p *Program) open(prepare func(context.Context) error, o opening, failed func(error)) {
	var st *store.Store
	shown := p.shown
	p.opening++
	p.run.Go(func(ctx context.Context) (err error) {
		p.ending.Wait()
		if err = prepare(ctx); err == nil {
			st, err = store.Open(ctx, o.dir, store.OpenOptions{Window: true, Now: p.Now, Account: o.account, Password: o.password})
		}
		return err
	}, func(err error) {
		p.opening--
		switch {
		case shown != p.shown && err == nil:
			p.ending.Add(1)
			p.run.Go(func(context.Context) error { return p.ending.note(st.Close()) }, func(error) {})
		case shown != p.shown:
		case err != nil:
			failed(err)
		default:
			if err := p.enter(st, o.password); err != nil {
				failed(err)
			}
		}
	})
}

// opening is who opens which centre; without an account the manager of a sample.
type opening struct{ dir, account, password string }

// nothing has to be done before a centre is opened.
func nothing(context.Context) error { return nil }

// enter shows an open centre to the one who opened it, unless something has to be done before.
func (p *Program) enter(st *store.Store, password string) error {
	s, err := p.newSession(st)
	if err != nil {
		return errors.Join(err, st.Close())
	}
	s.password = password
	p.session, p.making = s, nil
	p.watch()
	p.Prefs.SetString(prefFolder, st.Dir())
	if s.centre.Sample {
		p.sample = st.Dir()
	}
	if p.fresh != nil && p.fresh.dir == st.Dir() {
		p.fresh.showCodes()
		return nil
	}
	return p.begin()
}

// begin lets the account of the session work, once it has a password of its own.
func (p *Program) begin() error {
	if p.session.account.MustChange {
		p.choosePassword()
		return nil
	}
	return p.work()
}

// goOn begins after something had to be done before; when that fails somebody signs in again.
func (p *Program) goOn() {
	dir := p.session.store.Dir()
	if err := p.begin(); err != nil {
		p.signIn(signingIn{dir: dir, note: p.env().Sentence(err)})
	}
}

// work shows the window of the session, in the section where the account was.
func (p *Program) work() error {
	s := p.session
	p.clear()
	sh, err := NewShell(s.ctx, p.window, s.store, page.Env{
		Text: p.Text, Run: s.run, Now: p.Now, Prefs: p.Prefs, Secrets: &page.Secrets{}, Log: logPath(),
	})
	if err != nil {
		p.leave()
		return err
	}
	s.shell, sh.Session = sh, p
	if section := p.lastSection(); sh.Has(section) {
		sh.Open(section, 0)
	}
	p.place, p.worked, s.password, p.front = spot{}, true, "", front{} // the page before held what was typed
	for _, note := range p.notes {
		sh.Say(note, false)
	}
	p.notes = nil
	p.listSheets()
	s.backUpDaily(p.Rest)
	return nil
}

// lastSection is the one in which the account was when the window was locked, and at the beginning of a run the one that
// was in front when the window was closed.
func (p *Program) lastSection() string {
	if !p.worked {
		return p.Prefs.String(prefSection)
	}
	if at := p.place; at.dir == p.session.store.Dir() && at.account == p.session.store.Actor().Account {
		return at.section
	}
	return ""
}

// listSheets puts recovery sheets among the files that lie outside of the vault, once somebody has signed in who lists
// such files.
func (p *Program) listSheets() {
	s, sheets := p.session, p.sheets
	if len(sheets) == 0 || !s.store.Holds(store.PeopleWall) {
		return
	}
	p.sheets = nil
	s.run.Go(func(ctx context.Context) error {
		var err error
		for _, path := range sheets {
			if _, missing := os.Stat(path); missing == nil { // not deleted yet
				_, added := s.store.AddOutside(ctx, s.store.Actor(), "recovery_sheet", path)
				err = errors.Join(err, added)
			}
		}
		return err
	}, func(err error) {
		if err != nil {
			s.shell.Fail(err)
		}
	})
}
