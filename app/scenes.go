package app

import (
	"time"

	"saya/app/events"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
)

// showing opens a section of the session and shows a scene of it.
func (p *Program) showing(section, scene string) func() {
	return func() {
		p.session.shell.Open(section, 0)
		for _, s := range p.session.shell.Page().Scenes() {
			if s.Name == scene {
				s.Show()
			}
		}
	}
}

// Scenes are the states of a program beside the sections of an open centre, for pictures of the sample centre in dir.
func (p *Program) Scenes(dir string) []page.Scene {
	enter := func(role data.Role) {
		p.leave()
		p.open(nothing, opening{dir, string(role), store.SamplePassword}, func(error) {})
	}
	scenes := []page.Scene{{Name: "start", Show: func() { p.welcome("") }}, {Name: "create-1", Show: p.create}}
	for i, name := range []string{"create-2", "create-3", "create-4"} {
		scenes = append(scenes, page.Scene{Name: name, Show: func() {
			p.making.at = i + 1
			p.making.showStep()
		}})
	}
	return append(scenes,
		page.Scene{Name: "create-wrong", Show: func() { p.making.forward() }},
		page.Scene{Name: "codes", Show: func() { p.inventCodes(dir) }},
		page.Scene{Name: "codes-confirm", Show: func() { p.fresh.askCodes() }},
		page.Scene{Name: "sign-in", Show: func() { p.fresh = nil; p.signIn(signingIn{dir: dir}) }},
		page.Scene{Name: "sign-in-sample", Show: func() { p.sample = dir; p.signIn(signingIn{dir: dir, name: string(data.Staff)}) }},
		page.Scene{Name: "recover", Show: func() { p.recoverAccount(dir, "") }},
		page.Scene{Name: "role-admin", Show: func() { enter(data.Admin) }},
		page.Scene{Name: "accounts", Show: p.showing("settings", "accounts")},
		page.Scene{Name: "accounts-one", Show: p.showing("settings", "account")},
		page.Scene{Name: "accounts-new", Show: p.showing("settings", "account-new")},
		page.Scene{Name: "role-caseworker", Show: func() { enter(data.CaseWorker) }},
		page.Scene{Name: "lock-soon", Show: func() { enter(data.Manager); p.session.shell.Warn(42 * time.Second) }},
		page.Scene{Name: "work", Show: p.inventWork},
		page.Scene{Name: "palette", Show: func() { p.session.shell.Palette() }},
		page.Scene{Name: "keys", Show: func() { p.session.shell.Modals().CloseAll(); p.session.shell.Help() }},
		page.Scene{Name: "keys-events", Show: func() {
			p.session.shell.Modals().CloseAll()
			p.session.shell.Open("events", 0)
			p.session.shell.Help()
		}},
		page.Scene{Name: "keys-month", Show: func() {
			p.session.shell.Modals().CloseAll()
			if e, ok := p.session.shell.Page().(*events.Page); ok {
				e.ShowMonth()
			}
			p.session.shell.Help()
		}},
		page.Scene{Name: "what-i-did", Show: func() { p.session.shell.Modals().CloseAll(); p.session.shell.ShowDone() }},
		page.Scene{Name: "closing", Show: func() { p.session.shell.Modals().CloseAll(); p.session.shell.CloseWindow() }},
		page.Scene{Name: "account-menu", Show: func() {
			p.session.shell.Calm()
			p.session.shell.Modals().CloseAll()
			p.session.shell.ShowAccountMenu()
		}},
		page.Scene{Name: "choose-password", Show: p.choosePassword},
		page.Scene{Name: "calendar", Show: p.Hide},
	)
}

// inventWork shows work that is half done and never ends.
func (p *Program) inventWork() {
	p.session.shell.Calm()
	p.session.shell.Begin(p.Text.T("settings.backing_up"), func() {}).Progress(1, 2)
}

// inventCodes shows recovery codes that open nothing.
func (p *Program) inventCodes(dir string) {
	codes := map[data.Wall]string{}
	for i, w := range data.Walls() {
		codes[w] = []string{
			"7K2Q-M4XD-9RTB-HW3E-5VNA-Z8PC-J6GF-2SY1", "B3TN-8QWX-4MHK-V7RD-1EZP-9CGA-6YJS-F25T",
			"N5GR-2XPV-W8AK-3DTM-QZ4H-7JBE-C9FY-6S1W", "H9WC-5TKA-R2NX-7GMP-4VBQ-E3ZD-8YFJ-1S6T",
		}[i]
	}
	p.fresh = newFresh(p, dir, data.Centre{}, codes)
	p.fresh.showCodes()
}
