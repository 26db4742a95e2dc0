package shell

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/assets"
	"saya/widgets"
)

// account says who has signed in, and opens what she can do about it.
func (s *Shell) account() fyne.CanvasObject {
	name := widgets.NewText(s.env.Actor.Account)
	name.Bold, name.Cut = true, true
	role := widgets.NewParagraph(s.env.Text.Status("role", string(s.env.Actor.Role)))
	s.foot = widgets.NewPress(container.New(layout.NewCustomPaddedLayout(6, 6, 10, 10), widgets.NewStack(0, name, role)), s.ShowAccountMenu)
	return s.foot
}

// ShowAccountMenu opens what the account can do about itself.
func (s *Shell) ShowAccountMenu() {
	t := s.env.Text
	widgets.ShowMenu(s.foot,
		widgets.MenuItem{Text: t.T("lock.change_password"), Icon: assets.IconEdit, Do: s.changePassword},
		widgets.MenuItem{Text: t.T("lock.switch"), Icon: assets.IconPerson, Do: s.switchAccount},
		widgets.MenuItem{Text: t.T("lock.lock"), Keys: "Ctrl+L", Icon: assets.IconLock, Do: s.lock},
		widgets.MenuItem{Text: t.T("lock.hide"), Keys: "F9", Icon: assets.IconHide, Do: s.hide},
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
