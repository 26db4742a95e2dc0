package widgets

import (
	"fyne.io/fyne/v2"

	"saya/assets"
)

// Field is what a Form holds: one focusable widget that stands for one value.
//
// What a person typed is kept as he typed it, wrong or not: Check says whether
// it can be saved, and only a typed getter of the concrete field (Value,
// Selected ...) turns it into a value.
type Field interface {
	fyne.Widget
	fyne.Focusable
	fyne.Disableable

	// Empty tells whether nothing has been typed or chosen.
	Empty() bool
	// Check says what is wrong with what stands in the field, nil when it can
	// be saved. It is a Problem, or whatever the field's own Rule answered. An
	// empty field has nothing wrong: the form knows what is required.
	Check() error
	// Snapshot is what stands in the field, garbage included; equal snapshots
	// mean that nothing was changed. Restore puts it back, also into a field
	// of another language.
	Snapshot() string
	Restore(snapshot string)
	// Display is what stands in the field as a person reads it, garbage included.
	Display() string
	// SetInvalid draws the field as wrong.
	SetInvalid(invalid bool)
	// SetReadOnly shows the value to read and copy, not to change.
	SetReadOnly(readOnly bool)
	// SetLocked refuses changes without another look, while a save runs.
	SetLocked(locked bool)
	// Watch tells the form what happens to the field.
	Watch(watcher func(FieldEvent))
}

// FieldEvent is what a field tells its form.
type FieldEvent int

// What happens to a field.
const (
	FieldChanged FieldEvent = iota // something else stands in it
	FieldEntered                   // it got the keyboard
	FieldLeft                      // it lost the keyboard
)

// ProblemCode names what can be wrong with what was typed.
type ProblemCode int

// The problems fields find by themselves. ProblemRequired is found by the form.
const (
	ProblemRequired ProblemCode = iota + 1
	ProblemNotDate
	ProblemNotTime
	ProblemNotNumber
	ProblemNotMoney
	ProblemNotHours
	ProblemNotOption // the text typed stands for no option
	ProblemTooSmall  // below Limit; for dates: before it
	ProblemTooLarge  // above Limit; for dates: after it
	ProblemTooLong   // more characters than Limit
	ProblemNoneOf    // neither the field nor one that does in its place was filled; found by the form, too
)

// Problem is what a field found wrong. It has no words for people: the Say of a
// form gives them.
type Problem struct {
	Code  ProblemCode
	Limit string // the bound that was crossed, printed in the language of the field
}

// Error names the problem for a log.
func (p Problem) Error() string {
	names := map[ProblemCode]string{
		ProblemRequired: "required", ProblemNotDate: "not a date", ProblemNotTime: "not a time",
		ProblemNotNumber: "not a number", ProblemNotMoney: "not a sum", ProblemNotHours: "not hours",
		ProblemNotOption: "not an option", ProblemTooSmall: "too small", ProblemTooLarge: "too large",
		ProblemTooLong: "too long", ProblemNoneOf: "none of them",
	}
	return "field: " + names[p.Code]
}

// FieldState is the part of a Field that is the same in all of them.
type FieldState struct {
	self                      fyne.Widget
	invalid, readOnly, locked bool
	watcher                   func(FieldEvent)
}

// SetInvalid draws the field as wrong.
func (s *FieldState) SetInvalid(invalid bool) {
	if s.invalid != invalid {
		s.invalid = invalid
		s.self.Refresh()
	}
}

// SetReadOnly shows the value to read and copy, not to change.
func (s *FieldState) SetReadOnly(readOnly bool) {
	if s.readOnly != readOnly {
		s.readOnly = readOnly
		s.self.Refresh()
	}
}

// SetLocked refuses changes without another look.
func (s *FieldState) SetLocked(locked bool) { s.locked = locked }

// Watch tells the form what happens to the field.
func (s *FieldState) Watch(watcher func(FieldEvent)) { s.watcher = watcher }

func (s *FieldState) tell(event FieldEvent) {
	if s.watcher != nil {
		s.watcher(event)
	}
}

func (s *FieldState) editable() bool { return !s.readOnly && !s.locked }

// choice is under every field that is not typed into: Base with the state of a
// field and the grey state that stock widgets have.
type choice struct {
	Base
	FieldState
	disabled bool
}

func (c *choice) extend(self fyne.Widget) {
	c.FieldState.self = self
	c.ExtendBaseWidget(self)
}

// Enable lets the field be used again.
func (c *choice) Enable() { c.setDisabled(false) }

// Disable greys the field; it cannot be focused.
func (c *choice) Disable() { c.setDisabled(true) }

// Disabled tells whether the field is greyed.
func (c *choice) Disabled() bool { return c.disabled }

func (c *choice) setDisabled(disabled bool) {
	if c.disabled != disabled {
		c.disabled = disabled
		c.FieldState.self.Refresh()
	}
}

// FocusGained marks the field and tells the form.
func (c *choice) FocusGained() {
	c.Base.FocusGained()
	c.tell(FieldEntered)
}

// FocusLost takes the mark away and tells the form.
func (c *choice) FocusLost() {
	c.Base.FocusLost()
	c.tell(FieldLeft)
}

func (c *choice) editable() bool { return c.offers() && !c.locked }

// offers tells whether the field looks as if it can be changed.
func (c *choice) offers() bool { return !c.disabled && !c.readOnly }

func (c *choice) look() frameLook {
	return frameLook{
		focused: c.focused, hovered: c.hovered && c.offers(),
		invalid: c.invalid, disabled: c.disabled, readOnly: c.readOnly,
	}
}

// inkOf is the colour of a field's value.
func (c *choice) ink() fyne.ThemeColorName {
	if c.disabled {
		return assets.ColorDim
	}
	return colorInk
}
