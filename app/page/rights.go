package page

import (
	"fyne.io/fyne/v2"

	"saya/data"
)

// What another section opens of Settings, in place of a record: see [Window.Open].
const (
	SettingsAccess int64 = iota + 1 // who waits to be let into a file
	SettingsBackup
)

// May tells whether the account that opened the centre has a right. What it may not do is not offered.
func (e Env) May(right data.Right) bool { return e.Actor.Role.May(right) }

// Only hides an object from those who have not a right.
func (e Env) Only(right data.Right, o fyne.CanvasObject) fyne.CanvasObject {
	if !e.May(right) {
		o.Hide()
	}
	return o
}

// Keeps tells whether the account may let others into a file and shut them out, renew its key and its recovery code.
func (e Env) Keeps(w data.Wall) bool {
	return e.May(RightToKeep(w)) && e.Store.Holds(w)
}

// RightToKeep is the right that keeping a file takes, of those who open it.
func RightToKeep(w data.Wall) data.Right {
	if w == data.CentreWall {
		return data.ManageAccounts
	}
	return data.LetIn
}
