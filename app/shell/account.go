package shell

import (
	"time"

	"saya/assets"
	"saya/widgets"
)

// ShowAccountMenu opens what the account can do about itself.
func (s *Shell) ShowAccountMenu() {
	t := s.env.Text
	widgets.ShowMenu(s.side.whoever(),
		widgets.MenuItem{Text: t.T("shell.done"), Keys: s.keysOf("shell.done"), Icon: assets.IconHistory, Do: s.ShowDone},
		widgets.MenuItem{Text: t.T("lock.change_password"), Icon: assets.IconEdit, Do: s.changePassword},
		widgets.MenuItem{Text: t.T("lock.switch"), Icon: assets.IconPerson, Do: s.switchAccount},
		widgets.MenuItem{Text: t.T("lock.lock"), Keys: s.keysOf("lock.lock"), Icon: assets.IconLock, Do: s.lock},
		widgets.MenuItem{Text: t.T("lock.hide"), Keys: s.keysOf("lock.hide"), Icon: assets.IconHide, Do: s.hide},
	)
}

func (s *Shell) changePassword() { s.env.ChangePassword(s.centre.ShortName) }

func (s *Shell) lock() {
	if s.Session != nil {
		s.Session.Lock()
	}
}

func (s *Shell) hide() {
	if s.Session != nil {
		s.Session.Hide()
	}
}

// SignOut implements [page.Window].
func (s *Shell) SignOut(note string) {
	if s.Session != nil {
		s.Session.SignOut(note)
	}
}

func (s *Shell) used() {
	if s.Session != nil {
		s.Session.Used()
	}
}

// switchAccount lets somebody else sign in, once the page in front lets go.
func (s *Shell) switchAccount() {
	if s.Session != nil {
		s.Page().Leave(s.Session.Switch)
	}
}

// Warn says how long it is until the window is locked, instead of what it said before.
func (s *Shell) Warn(left time.Duration) {
	s.toasts.Dismiss(s.warning)
	seconds := int((left + time.Second - 1) / time.Second)
	s.warning = s.toasts.Add(widgets.Toast{Text: s.env.T("lock.soon", "Count", seconds), Tone: widgets.ToneWarn})
}

// Calm takes the warning away.
func (s *Shell) Calm() { s.toasts.Dismiss(s.warning) }
