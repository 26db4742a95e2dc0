// Package page is what a section and the window around it know of each other.
package page

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
)

// Page is one section on screen. The window shows one at a time.
type Page interface {
	// Content is built once and stays the same object.
	Content() fyne.CanvasObject
	// Shown is called each time the page comes to the front; open is the record asked for, 0 for none.
	Shown(open int64)
	// Changed is called on the UI goroutine after a commit, also while the page is in the back.
	Changed(store.Change)
	// Leave calls proceed when nothing typed would be lost, asking first if need be.
	Leave(proceed func())
	// Find puts the keyboard into the page's search field, if it has one (Ctrl+F).
	Find()
	// New starts a new record, if the page makes any (Ctrl+N).
	New()
	// Save saves the open editor, if any (Ctrl+S).
	Save()
}

// Plain answers the optional calls of [Page] for pages that need none of them; embed it.
type Plain struct{}

// Leave lets go at once.
func (Plain) Leave(proceed func()) { proceed() }

// Find does nothing.
func (Plain) Find() {}

// New does nothing.
func (Plain) New() {}

// Save does nothing.
func (Plain) Save() {}

// Runner does slow work off the UI goroutine.
type Runner interface {
	// Go runs work in the background and then done on the UI goroutine.
	Go(work func(ctx context.Context) error, done func(error))
}

// Window is what a page may ask of the window around it. All calls come from the UI goroutine.
type Window interface {
	// Say shows a short message that goes away; undo, if not nil, is offered beside it.
	Say(text string, undo func())
	// Fail shows why something did not work, as a sentence.
	Fail(err error)
	// Ask shows a question; yes runs when it is confirmed.
	Ask(q Question, yes func())
	// Open brings a section to the front and, unless id is 0, one record of it.
	Open(section string, id int64)
	// Canvas is where popups of the page belong.
	Canvas() fyne.Canvas
}

// Question is a yes-or-no question in the user's language.
type Question struct {
	Title, Text, Yes string
	Danger           bool // the confirming button is drawn as a warning
}

// Env is what every page works with.
type Env struct {
	Store  *store.Store
	Actor  data.Actor
	Text   *locale.Printer
	Run    Runner
	Window Window
	Now    func() time.Time
	Prefs  Prefs
}

// Prefs keeps small choices of the user between runs: widths, last folder. Never a name or a search.
type Prefs interface {
	String(key string) string
	SetString(key, value string)
}

// Lang is the code of the language of the window.
func (e Env) Lang() string { return string(e.Text.Lang()) }

// Today is the day on the wall clock of the centre.
func (e Env) Today() data.Date { return data.DateOf(e.Now().In(data.Zone())) }

// T is the text of a key in the language of the window.
func (e Env) T(key string, args ...any) string { return e.Text.T(key, args...) }

// Sentence says an error as a person should read it.
func (e Env) Sentence(err error) string {
	refusals := data.Refusals(err)
	if len(refusals) == 0 {
		return e.T("errors.unexpected", "Reference", Reference(err))
	}
	text := ""
	for _, r := range refusals {
		line := e.T(r.Key, r.Args...)
		if r.Field != "" {
			line = e.T("field."+r.Field) + ": " + line
		}
		if text != "" {
			text += "\n"
		}
		text += line
	}
	return text
}
