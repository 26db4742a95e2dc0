// Package page is what a section and the window around it know of each other.
package page

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Page is one section on screen. The window shows one at a time.
type Page interface {
	// Content is built once and stays the same object.
	Content() fyne.CanvasObject
	// Shown is called each time the page comes to the front; open is the record asked for, 0 for none.
	Shown(open int64)
	// Changed is called on the UI goroutine after a commit; while the page is in the back, once before it is shown.
	Changed(store.Change)
	// Editing tells whether an editor is open: Ctrl+Z is not for what is stored then.
	Editing() bool
	// Leave calls proceed when nothing typed would be lost, asking first if need be.
	Leave(proceed func())
	// Find puts the keyboard into the page's search field, if it has one (Ctrl+F).
	Find()
	// New starts a new record, if the page makes any (Ctrl+N).
	New()
	// Save saves the open editor, if any (Ctrl+S).
	Save()
	// Key does what a key means that no field has a use for, as Esc in an editor; false when it means nothing.
	Key(*fyne.KeyEvent) bool
	// Status says how many rows the page shows and how many of them are chosen, for the status bar; "" for nothing.
	Status() string
	// Scenes are the states of the page worth a picture, in an order in which they can be shown.
	Scenes() []Scene
}

// Settler is a page that tells whether it shows what it is for.
type Settler interface{ Settled() bool }

// Narrower is a page whose list can be narrowed to one of its filters by others, as by a line of Home.
type Narrower interface{ Narrow(chip string) }

// Keeper is a page with a state of its own, such as search, filter and chosen row, which it takes over from the page that
// was there before the window changed its language.
type Keeper interface {
	State() string
	Restore(state string)
}

// Scene is one state of a page, for pictures and for the test that walks every screen.
type Scene struct {
	Name string
	Show func()
}

// Plain answers the optional calls of [Page] for pages that need none of them; embed it.
type Plain struct{}

// Editing is never so.
func (Plain) Editing() bool { return false }

// Leave lets go at once.
func (Plain) Leave(proceed func()) { proceed() }

// Find does nothing.
func (Plain) Find() {}

// New does nothing.
func (Plain) New() {}

// Save does nothing.
func (Plain) Save() {}

// Key means nothing.
func (Plain) Key(*fyne.KeyEvent) bool { return false }

// Status says nothing.
func (Plain) Status() string { return "" }

// Scenes are none but the page as it opens.
func (Plain) Scenes() []Scene { return nil }

// Runner does slow work off the UI goroutine.
type Runner interface {
	// Go runs work in the background and then done on the UI goroutine.
	Go(work func(ctx context.Context) error, done func(error))
	// After runs do on the UI goroutine once a time has passed, unless stop is called before.
	After(d time.Duration, do func()) (stop func())
}

// Window is what a page may ask of the window around it. All calls come from the UI goroutine.
type Window interface {
	Looks
	// Palette asks for a command or a record by a few letters (Ctrl+K).
	Palette()
	// Say shows a short message that goes away. With undo it offers to take back the last change of the account.
	Say(text string, undo bool)
	// Fail shows why something did not work, as a sentence.
	Fail(err error)
	// Modals shows dialogs above the page.
	Modals() *widgets.Modals
	// Open brings a section to the front and, unless id is 0, one record of it.
	Open(section string, id int64)
	// OpenAt brings a section to the front, narrowed to one of its filters.
	OpenAt(section, chip string)
	// StatusChanged has the status bar ask the page in front again.
	StatusChanged()
	// Begin shows work that takes long in the status bar until its end; stop ends it when the user asks, nil if it cannot be.
	Begin(title string, stop func()) Work
	// Origin is the title of the section from which this one, which has no entry in the navigation, was opened; "" when
	// it was not opened from another.
	Origin() string
	// Back goes to that section.
	Back()
	// SignOut closes the centre, whose files are not what they were, and asks for a password below a note.
	SignOut(note string)
	// ChooseFile lets the user choose a file with one of these endings, such as ".xlsx"; nothing happens when none is.
	ChooseFile(endings []string, chosen func(path string))
	// ChooseFolder lets the user choose a folder, beginning at start if it exists; nothing happens when none is.
	ChooseFolder(start string, chosen func(path string))
}

// Work is long work in the status bar. Its methods may be called from any goroutine.
type Work interface {
	// Progress says how much is done; a total of 0 is not known.
	Progress(done, total int64)
	// End takes the work from the status bar.
	End()
}

// Dropper is a page that takes files which are dropped on the window.
type Dropper interface{ Drop(path string) }

// Env is what every page works with.
type Env struct {
	Store  *store.Store
	Actor  data.Actor
	Text   *locale.Printer
	Run    Runner
	Window Window
	Now    func() time.Time
	Prefs  Prefs
	// Secrets are what the window has put on the clipboard.
	Secrets *Secrets
	// Directions and Kinds are the centre's catalogues.
	Directions, Kinds []data.Choice
	// Log is the path of the file into which unexpected errors are written, "" for none.
	Log string
	// Drafts are those of the window, nil where nothing that is typed is kept.
	Drafts *Drafts
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

// Direction is the short name of a direction's code, the code itself when it is unknown.
func (e Env) Direction(code string) string { return nameOf(e.Directions, code, e.Lang()) }

// Kind is the short name of a kind of activity by law.
func (e Env) Kind(code string) string { return nameOf(e.Kinds, code, e.Lang()) }

func nameOf(choices []data.Choice, code, lang string) string {
	for _, c := range choices {
		if c.Code == code {
			if short := c.Short.In(lang); short != "" {
				return short
			}
			return c.Names.In(lang)
		}
	}
	return code
}
