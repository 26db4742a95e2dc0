package app

import (
	"fyne.io/fyne/v2"

	"saya/assets"
	"saya/widgets"
)

// Lock closes the centre and asks for the password. Whoever signs in again is where she was.
func (p *Program) Lock() {
	if p.session == nil {
		return
	}
	dir, name := p.session.store.Dir(), p.session.account.Name
	p.leave()
	p.signIn(signingIn{dir: dir, name: name})
}

// Switch closes the centre and lets somebody else sign in.
func (p *Program) Switch() { p.SignOut("") }

// SignOut is [Program.Switch] with a note on the page where somebody signs in.
func (p *Program) SignOut(note string) {
	if p.session == nil {
		return
	}
	dir := p.session.store.Dir()
	p.leaveBy((*session).signOut)
	p.signIn(signingIn{dir: dir, note: note})
}

// Hide covers everything with a calendar at once and closes the centre behind it. F9 and Enter lead back: to the
// password, or to what was there before a centre was open.
func (p *Program) Hide() {
	if p.covered {
		return
	}
	dir := ""
	if p.session != nil {
		dir = p.session.store.Dir()
	}
	p.cover(func() {
		switch {
		case p.fresh != nil: // its codes are not for everybody
			p.signIn(signingIn{dir: p.fresh.dir})
		case dir != "":
			p.signIn(signingIn{dir: dir})
		default:
			p.showAgain()
		}
	})
	p.leave()
}

// cover puts the calendar into the window.
func (p *Program) cover(back func()) {
	p.covered = true
	p.clear()
	month := widgets.NewMonth(p.Text, p.Now(), p.Text.T("common.today"))
	root := widgets.NewRoot(p.window, widgets.NewSurface(assets.ColorSide, month))
	uncover := func() {
		p.covered = false
		p.window.SetIcon(assets.AppIcon())
		back()
	}
	root.OnKeyDown = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyF9 {
			uncover()
		}
	}
	root.OnKey = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
			uncover()
			return
		}
		month.HandleKey(e)
	}
	p.window.SetTitle(p.Text.T("lock.calendar"))
	p.window.SetIcon(assets.IconIn(assets.IconCalendar, assets.ColorDim))
}

// Used hears of every key that goes down and every movement of the pointer.
func (p *Program) Used() {
	if p.session != nil && p.session.idle != nil {
		p.session.idle.used()
	}
}
