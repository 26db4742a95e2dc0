// Package shell is the window around the sections: navigation, status bar, messages, language and look.
package shell

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Section is one entry of the navigation.
type Section struct {
	ID    string
	Title string // key
	Icon  assets.IconName
	New   func(page.Env) page.Page
	// Under is the section below which it is listed while one of both is in front, "" for a section of its own.
	Under string
	// Commands are what can be done in it from anywhere.
	Commands []Command
	// Wall is where its records are: who does not open it has no such section.
	Wall data.Wall
	// Files are dropped here, wherever the window is: a section that other sections open, without an entry of its own.
	Files bool
}

// Command is something to do in a section, wherever the window is.
type Command struct {
	Title string     // key
	Right data.Right // who lacks it does not see the command, "" for everybody
	Do    func(page.Page)
}

// Session is the signing in that a window belongs to. All calls come from the UI goroutine.
type Session interface {
	// Lock closes the centre and asks for the password.
	Lock()
	// Switch closes the centre and lets somebody else sign in.
	Switch()
	// SignOut closes the centre and lets somebody sign in below a note.
	SignOut(note string)
	// Hide covers the window at once and closes the centre.
	Hide()
	// Used hears of every key that goes down and every movement of the pointer.
	Used()
}

// Shell is the window of one open centre.
type Shell struct {
	// Session is who ends the work; without one nothing does.
	Session Session

	window   fyne.Window
	sections []Section
	env      page.Env
	centre   data.Centre

	pages   map[string]page.Page
	missed  map[string]store.Change // what pages in the back have not heard yet
	current string
	origin  string // from where a section without an entry in the navigation was opened
	nav     map[string]*widgets.NavItem
	foot    *widgets.Press  // who has signed in
	place   *fyne.Container // where the page in front stands
	toasts  *widgets.Toasts
	modals  *widgets.Modals
	root    *widgets.Root
	last    store.BatchID // the newest change made here of which nothing was said
	cancel  func()
	closed  bool
	files   string          // the folder of the file that was chosen last
	warning widgets.ToastID // that the window will be locked
}

// New shows a centre in the window, the first section in front. env needs everything but Window.
func New(window fyne.Window, env page.Env, centre data.Centre, sections []Section) *Shell {
	s := &Shell{window: window, sections: sections, env: env, centre: centre}
	s.env.Window, s.env.Secrets, s.env.Drafts = s, &page.Secrets{}, page.NewDrafts()
	s.cancel = env.Store.OnChange(func(c store.Change) { fyne.Do(func() { s.changed(c) }) })
	s.build()
	s.Open(sections[0].ID, 0)
	window.SetCloseIntercept(s.CloseWindow)
	window.SetOnClosed(s.env.ForgetSecrets)
	window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { s.Drop(files) })
	s.env.OfferDrafts()
	return s
}

// CloseWindow closes the window unless something typed would be lost by that: then it asks first. An open dialog is
// cancelled in its place.
func (s *Shell) CloseWindow() {
	if s.modals.Open() {
		s.modals.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		return
	}
	s.Page().Leave(s.window.Close)
}

// Close takes away everything that the window shows above its page and stops listening to the store: what was under way
// shows nothing any more.
func (s *Shell) Close() {
	s.closed = true
	s.cancel()
	s.modals.End()
	s.toasts.Clear()
	s.env.ForgetSecrets()
}

// drafter is a page that keeps what is typed in it, for whoever opens it again.
type drafter interface{ KeepDraft() }

// KeepDrafts lets every page keep what is typed in it and not saved.
func (s *Shell) KeepDrafts() {
	for _, p := range s.pages {
		if d, ok := p.(drafter); ok {
			d.KeepDraft()
		}
	}
}

// Current is the section in front.
func (s *Shell) Current() string { return s.current }

// Has tells whether the account has a section.
func (s *Shell) Has(section string) bool {
	return slices.ContainsFunc(s.sections, func(c Section) bool { return c.ID == section })
}

// Page is the page in front.
func (s *Shell) Page() page.Page { return s.pages[s.current] }

// Open brings a section to the front and shows one record of it, if id is not 0.
func (s *Shell) Open(section string, id int64) {
	if section == s.current {
		s.pages[section].Shown(id)
		return
	}
	show := func() { s.show(section, id) }
	if before := s.pages[s.current]; before != nil {
		before.Leave(show)
		return
	}
	show()
}

func (s *Shell) show(section string, id int64) {
	p := s.pages[section]
	if p == nil {
		p = s.newPage(section)
		s.pages[section] = p
	}
	if s.hidden(section) && s.current != "" && s.current != section {
		s.origin = s.current
	}
	s.current = section
	for name, item := range s.nav {
		item.SetSelected(name == section)
	}
	s.place.Objects = []fyne.CanvasObject{p.Content()}
	s.place.Refresh()
	if c, ok := s.missed[section]; ok {
		delete(s.missed, section)
		p.Changed(c)
	}
	p.Shown(id)
}

// hidden tells whether a section has no entry in the navigation.
func (s *Shell) hidden(section string) bool {
	return slices.ContainsFunc(s.sections, func(c Section) bool { return c.ID == section && c.Files })
}

// Origin implements [page.Window].
func (s *Shell) Origin() string {
	for _, section := range s.sections {
		if section.ID == s.origin {
			return s.env.T(section.Title)
		}
	}
	return ""
}

// Back implements [page.Window].
func (s *Shell) Back() {
	if s.origin != "" && s.hidden(s.current) {
		s.Open(s.origin, 0)
	}
}

func (s *Shell) newPage(section string) page.Page {
	for _, candidate := range s.sections {
		if candidate.ID == section {
			return candidate.New(s.env)
		}
	}
	return s.sections[0].New(s.env)
}

// changed remembers what can be taken back and tells the page in front; the others hear of it when they are shown.
func (s *Shell) changed(c store.Change) {
	if s.closed {
		return
	}
	if c.Batch.N != 0 {
		s.last = c.Batch
	}
	for name, p := range s.pages {
		if name == s.current {
			p.Changed(c)
			continue
		}
		s.missed[name] = s.missed[name].Join(c)
	}
}

// build makes everything in the present language; pages are made when they are first shown.
func (s *Shell) build() {
	s.pages, s.missed = map[string]page.Page{}, map[string]store.Change{}
	s.nav = map[string]*widgets.NavItem{}
	s.place = container.NewStack()
	side := s.sidebar()
	main := container.New(mainLayout{}, s.place, s.statusBar())
	content := container.New(sideLayout{}, side, main)
	s.toasts = widgets.NewToasts()
	s.root = widgets.NewRoot(s.window, container.NewStack(content, s.toasts))
	s.modals = widgets.NewModals(s.window.Canvas())
	s.listen()
	s.window.SetTitle(s.env.T("shell.title"))
}
