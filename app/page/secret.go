package page

import (
	"time"

	"fyne.io/fyne/v2"

	"saya/assets"
	"saya/widgets"
)

// secretTime is how long a secret stays on the clipboard: every program can read it there.
const secretTime = time.Minute

// Secrets knows what the window put on the clipboard that is nobody else's business. The zero value is ready to use.
type Secrets struct {
	text string
	stop func() // the clock; nil for none
}

// CopySecret puts a telephone, an address or the like on the clipboard and says so. After a minute it is cleared,
// unless something else stands there by then.
func (e Env) CopySecret(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	if e.Secrets == nil { // a page without a centre
		e.Secrets = &Secrets{}
	}
	if e.Secrets.stop != nil {
		e.Secrets.stop()
	}
	e.Secrets.text, e.Secrets.stop = text, e.Run.After(secretTime, e.Secrets.Forget)
	e.Window.Say(e.T("secret.copied"), false)
}

// ForgetSecrets clears the clipboard at once of what CopySecret put there: when the window is closed, locked or hidden.
func (e Env) ForgetSecrets() {
	if e.Secrets != nil {
		e.Secrets.Forget()
	}
}

// Forget clears the clipboard if the secret is still there. Without one it does not touch the clipboard, which there is
// none of once the program has left the screen.
func (s *Secrets) Forget() {
	if s.stop == nil {
		return
	}
	s.stop()
	if clipboard := fyne.CurrentApp().Clipboard(); clipboard.Content() == s.text {
		clipboard.SetContent("")
	}
	*s = Secrets{}
}

// SecretFact is a line of a card that can be copied whole, also where only its masked form is shown.
func (e Env) SecretFact(label, shown, whole string) Fact {
	button := widgets.NewQuietButton("", assets.IconCopy, func() { e.CopySecret(whole) })
	button.Compact, button.Tip = true, e.T("secret.copy")
	return Fact{Label: label, Value: shown, Full: whole, Tip: e.T("secret.show"), copy: button}
}
