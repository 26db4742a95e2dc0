package app

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

const signInWidth float32 = 400

// signingIn is what is known when somebody is to sign in.
type signingIn struct {
	dir  string
	name string // of the account that is expected, "" for any
	note string // said above the form
}

// signInPage asks for name and password of an account.
type signInPage struct {
	*Program
	signingIn
	form     *widgets.Form
	name     *widgets.Entry
	password *widgets.PasswordField
	enter    *widgets.Button
	message  *widgets.Message
}

// signIn shows the page to sign in to the centre in a folder. It names nobody and nothing but the folder.
func (p *Program) signIn(in signingIn) {
	s := &signInPage{Program: p, signingIn: in, message: widgets.NewMessage()}
	s.name, s.password = widgets.NewEntry(), widgets.NewPassword()
	s.name.SetText(in.name)
	s.form = p.env().Form()
	name, password := p.env().Item("account_name", s.name), p.env().Item("password", s.password)
	name.Required, password.Required = true, true
	s.form.Add(name, password)
	s.name.OnEnter = func() { s.form.Focus("password") }
	s.password.OnCaps = s.caps
	s.enter = widgets.NewPrimaryButton(p.Text.T("start.sign_in"), "", s.submit)
	focus := fyne.Focusable(s.name)
	if in.name != "" {
		focus = s.password
	}
	p.show(front{content: panel(s.column()), focus: focus, enter: s.submit, again: func() { p.signIn(in) }})
}

func (s *signInPage) column() *fyne.Container {
	t := s.Text
	folder := widgets.NewDimText(filepath.Base(s.dir))
	folder.Cut = true
	c := column(signInWidth, widgets.NewHeading(t.T("start.sign_in_title")), folder)
	if s.note != "" {
		c.Add(widgets.NewBody(s.note))
	}
	if s.isSample() {
		c.Add(widgets.NewParagraph(t.T("start.sample_accounts", "Names", sampleNames(), "Password", store.SamplePassword)))
		c.Add(widgets.NewButton(t.T("start.sample_enter"), assets.IconShow, s.lookAround))
	}
	again := func() { s.signIn(signingIn{dir: s.dir, name: s.name.Text}) }
	for _, o := range []fyne.CanvasObject{
		s.form, s.message, s.enter,
		buttons([]fyne.CanvasObject{
			flush(widgets.NewQuietButton(t.T("start.other_centre"), "", func() { s.welcome(s.dir) })),
		}, []fyne.CanvasObject{
			flushEnd(widgets.NewQuietButton(t.T("start.forgotten"), "", func() { s.recoverAccount(s.dir, s.name.Value()) })),
		}),
		s.languages(again),
	} {
		c.Add(o)
	}
	return c
}

// isSample tells whether the centre is known to be an invented one.
func (s *signInPage) isSample() bool {
	own, err := sampleFolder()
	return s.dir == s.Program.sample || err == nil && s.dir == own
}

// sampleNames are the names of the accounts of a sample.
func sampleNames() string {
	var names []string
	for _, r := range data.Roles() {
		names = append(names, string(r))
	}
	return strings.Join(names, ", ")
}

func (s *signInPage) lookAround() { s.try(opening{dir: s.dir}) }

func (s *signInPage) submit() {
	if s.enter.Busy() || s.enter.Disabled() {
		return
	}
	if s.form.Validate() {
		s.try(opening{dir: s.dir, account: s.name.Value(), password: s.password.Value()})
	}
	s.settle()
}

func (s *signInPage) try(o opening) {
	s.busy(true)
	s.message.SetText("")
	s.open(nothing, o, s.fail)
}

func (s *signInPage) busy(on bool) {
	s.enter.SetBusy(on)
	s.form.SetLocked(on)
}

// fail says why the centre was not opened: the same for a wrong name and a wrong password.
func (s *signInPage) fail(err error) {
	s.busy(false)
	s.password.SetText("")
	s.form.Focus("password")
	if seconds := secondsToWait(err); seconds > 0 {
		s.wait(s.Now().Add(time.Duration(seconds)*time.Second), err)
		return
	}
	s.message.SetText(s.env().Sentence(err))
	s.settle()
}

// secondsToWait is how long nobody may try again; 0 when anybody may.
func secondsToWait(err error) int {
	for _, r := range data.Refusals(err) {
		for i := 0; r.Key == "store.wait" && i+1 < len(r.Args); i += 2 {
			if seconds, ok := r.Args[i+1].(int); ok && r.Args[i] == "Seconds" {
				return seconds
			}
		}
	}
	return 0
}

// wait counts down until somebody may try again.
func (s *signInPage) wait(until time.Time, err error) {
	left := int(until.Sub(s.Now()).Seconds() + 0.999)
	if left <= 0 {
		s.enter.Enable()
		s.message.SetText("")
		s.settle()
		return
	}
	s.enter.Disable()
	s.message.SetText(s.Text.T("store.wait", "Seconds", left))
	s.settle()
	s.run.After(time.Second, func() { s.wait(until, err) })
}

// caps says when Caps Lock seems to be on.
func (s *signInPage) caps(on bool) {
	hint := ""
	if on {
		hint = s.Text.T("lock.caps")
	}
	s.form.SetHint("password", hint)
	s.settle()
}
