package widgets

import (
	"unicode"

	"saya/assets"
)

// PasswordField is a field of one line that hides what is typed until its eye
// is pressed, and again when it is left.
type PasswordField struct {
	Entry
	// OnCaps hears with each letter whether Caps Lock seems to be on.
	OnCaps func(on bool)

	eye *iconTap
}

var _ Field = (*PasswordField)(nil)

// NewPassword returns an empty password.
func NewPassword() *PasswordField {
	f := &PasswordField{}
	f.Password = true
	f.eye = newIconTap(assets.IconShow, f.toggle)
	f.ActionItem = f.eye
	f.extend(f)
	return f
}

// Value is the text as typed: space belongs to a password.
func (f *PasswordField) Value() string { return f.Text }

// Empty tells whether nothing was typed.
func (f *PasswordField) Empty() bool { return f.Text == "" }

// Display is nothing: a password is shown only by its eye.
func (f *PasswordField) Display() string { return "" }

// Shown tells whether the password can be read.
func (f *PasswordField) Shown() bool { return !f.Password }

func (f *PasswordField) toggle() {
	Focus(f)
	f.show(f.Password)
}

func (f *PasswordField) show(shown bool) {
	f.Password, f.eye.icon = !shown, assets.IconShow
	if shown {
		f.eye.icon = assets.IconHide
	}
	f.eye.Refresh()
	f.Refresh()
}

// FocusLost hides the password.
func (f *PasswordField) FocusLost() {
	f.Entry.FocusLost()
	f.show(false)
}

// TypedRune writes a letter. A capital one without Shift, or a small one with
// it, comes from Caps Lock.
func (f *PasswordField) TypedRune(r rune) {
	f.Entry.TypedRune(r)
	if f.OnCaps != nil && unicode.ToUpper(r) != unicode.ToLower(r) {
		f.OnCaps(unicode.IsUpper(r) != shiftHeld())
	}
}
