package shell

import (
	"context"

	"saya/app/page"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
)

// Section is one entry of the navigation.
type Section struct {
	ID    string
	Title string // key
	Icon  assets.IconName
	New   func(page.Env) page.Page
	// Under is the section below which it is listed while one of both is in front, "" for a section of its own.
	Under string
	// Foot is true of a section at the foot of the navigation.
	Foot bool
	// Commands are what can be done in it from anywhere.
	Commands []Command
	// Count is the number beside its entry, none for 0; may be nil.
	Count func(store.Standing) int
	// Find looks for at most limit records by what was typed, off the UI goroutine; may be nil.
	Find func(ctx context.Context, env page.Env, typed string, limit int) ([]Found, error)
	// Wall is where its records are: who does not open it has no such section.
	Wall data.Wall
	// Files are dropped here, wherever the window is: a section that other sections open, without an entry of its own.
	Files bool
}

// Command is something to do in a section, wherever the window is.
type Command struct {
	Title string     // key
	Right data.Right // who lacks it does not see the command, "" for everybody
	Makes bool       // a record: it stands with the others that do
	Do    func(page.Page)
}

// Found is a record as a search shows it: what may be seen of it anywhere, nothing that is masked in its list.
type Found struct {
	ID           int64
	Text, Detail string
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
	// Speak hears in which language the window goes on.
	Speak(locale.Lang)
	// Used hears of every key that goes down and every movement of the pointer.
	Used()
}
