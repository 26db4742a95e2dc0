// Package shell is the window around the sections: navigation, status bar, messages, language and look.
package shell

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Shell is the window of one open centre.
type Shell struct {
	// Session is who ends the work; without one nothing does.
	Session Session

	window   fyne.Window
	sections []Section
	env      page.Env
	centre   data.Centre

	pages    map[string]page.Page
	missed   map[string]store.Change // what pages in the back have not heard yet
	states   map[string]string       // of pages that were there before the window changed its language
	current  string
	origin   string // from where a section without an entry in the navigation was opened
	trail    trail
	side     *side
	status   *status
	place    *fyne.Container // where the page in front stands
	toasts   *widgets.Toasts
	modals   *widgets.Modals
	root     *widgets.Root
	keys     []shortcut
	help     *widgets.Modal // nil for none
	works    []*work        // under way, the newest last
	waiting  *waiting       // for their end, to close the window; nil for none
	asking   bool           // whether to wait for it
	failures int            // said
	last     store.BatchID  // the newest change made here of which nothing was said
	offered  store.BatchID  // the newest change that a message offers to take back
	offer    widgets.ToastID
	counts   int    // asked for: only the newest are shown
	recount  func() // stops the clock of the counts
	cancel   func()
	closed   bool
	files    string          // the folder of the file that was chosen last
	warning  widgets.ToastID // that the window will be locked
}

// New shows a centre in the window, the first section in front. env needs everything but Window.
func New(window fyne.Window, env page.Env, centre data.Centre, sections []Section) *Shell {
	s := &Shell{window: window, sections: sections, env: env, centre: centre}
	s.env.Window, s.env.Secrets, s.env.Drafts = s, &page.Secrets{}, page.NewDrafts()
	s.cancel = env.Store.OnChange(func(c store.Change) { fyne.Do(func() { s.changed(c) }) })
	s.build()
	s.Open(sections[0].ID, 0)
	s.Count()
	window.SetCloseIntercept(s.CloseWindow)
	window.SetOnClosed(s.env.ForgetSecrets)
	window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { s.Drop(files) })
	s.env.OfferDrafts()
	return s
}

// CloseWindow closes the window unless something typed or under way would be lost by that: then it asks first. An open
// dialog is cancelled in its place.
func (s *Shell) CloseWindow() {
	switch {
	case len(s.works) > 0 && !s.asking:
		s.askBusy()
	case s.modals.Open():
		s.modals.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	default:
		s.Page().Leave(s.window.Close)
	}
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

// Entry is the section in front, or the one from which it was opened where it has no entry in the navigation.
func (s *Shell) Entry() string {
	if s.hidden(s.current) {
		return s.origin
	}
	return s.current
}

// Has tells whether the account has a section.
func (s *Shell) Has(section string) bool {
	return slices.ContainsFunc(s.sections, func(c Section) bool { return c.ID == section })
}

// Page is the page in front.
func (s *Shell) Page() page.Page { return s.pages[s.current] }

// Open brings a section to the front and shows one record of it, if id is not 0.
func (s *Shell) Open(section string, id int64) {
	if section == s.current && id == 0 {
		s.pages[section].Shown(0)
		return
	}
	s.visit(section, func() {
		s.trail.goOn(spot{section, id})
		s.show(section, id)
	})
}

// step goes back or forward through what was open.
func (s *Shell) step(by int) {
	to, ok := s.trail.ahead(by)
	if !ok {
		return
	}
	s.visit(to.section, func() {
		s.trail.at += by
		s.show(to.section, to.record)
	})
}

// visit shows a section once the page in front lets go; a page asks itself before it shows another record.
func (s *Shell) visit(section string, show func()) {
	leave := func() {
		s.noteRecord()
		show()
	}
	before := s.pages[s.current]
	if before == nil || section == s.current {
		leave()
		return
	}
	before.Leave(leave)
}

// noteRecord remembers which record is chosen on the page in front.
func (s *Shell) noteRecord() {
	if p, ok := s.pages[s.current].(interface{ Chosen() int64 }); ok {
		s.trail.note(p.Chosen())
	}
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
	if s.current != section { // keys are not for what is in the back
		s.window.Canvas().Unfocus()
	}
	s.current = section
	s.side.show(section)
	s.place.Objects = []fyne.CanvasObject{p.Content()}
	s.place.Refresh()
	if c, ok := s.missed[section]; ok {
		delete(s.missed, section)
		p.Changed(c)
	}
	p.Shown(id)
	s.StatusChanged()
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

// newPage makes the page of a section, in the state in which it was in the language before.
func (s *Shell) newPage(section string) page.Page {
	at := max(0, slices.IndexFunc(s.sections, func(c Section) bool { return c.ID == section }))
	p := s.sections[at].New(s.env)
	if state, ok := s.states[section]; ok {
		delete(s.states, section)
		if keeper, ok := p.(page.Keeper); ok {
			keeper.Restore(state)
		}
	}
	return p
}

// above is the section below which another is listed, itself for one of its own.
func (s *Shell) above(section string) string {
	for _, c := range s.sections {
		if c.ID == section && c.Under != "" {
			return c.Under
		}
	}
	return section
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
	s.renewCatalogues(c)
	s.StatusChanged()
	s.countSoon()
}

// build makes everything in the present language; pages are made when they are first shown.
func (s *Shell) build() {
	s.pages, s.missed = map[string]page.Page{}, map[string]store.Change{}
	s.place = container.NewStack()
	s.keys = s.shortcuts()
	s.side, s.status = newSide(s), newStatus(s)
	main := container.New(mainLayout{}, s.place, s.status.content())
	content := container.NewStack(container.New(sideLayout{s.side}, s.side.content, main))
	s.toasts = widgets.NewToasts()
	s.toasts.CloseTip = s.env.T("common.close")
	s.toasts.OnShown = func(id widgets.ToastID) { s.env.Run.After(toastTime, func() { s.toasts.Dismiss(id) }) }
	content.Add(s.toasts)
	if s.centre.Sample {
		content.Add(sampleFrame())
	}
	s.root = widgets.NewRoot(s.window, content)
	s.modals = widgets.NewModals(s.window.Canvas())
	s.listen()
	s.window.SetTitle(s.env.T("shell.title"))
	s.status.showWorks(s.works)
}
