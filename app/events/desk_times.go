package events

import (
	"context"

	"saya/data"
	"saya/widgets"
)

// asked is the time that a mark asks for, with its name in the form and what is said where it is missing; nil for a mark
// that asks for none.
func (l *deskLine) asked() (field *widgets.TimeField, name, missing string) {
	switch data.Attendance(l.mark.ID()) {
	case data.Late:
		return l.start, "start", "events.late_asks_time"
	case data.LeftEarly:
		return l.end, "end", "events.early_asks_time"
	}
	return nil, "", ""
}

// askTime takes the keyboard to the time that a mark asks for, unless it was typed before; false when none is asked for.
func (d *desk) askTime(l *deskLine) bool {
	asked, _, _ := l.asked()
	if asked == nil || !asked.Empty() {
		return false
	}
	// Fyne sends a key first and its letter next: the digit that marks is not to stand in the time.
	d.env.Run.Go(func(context.Context) error { return nil }, func(error) { widgets.Focus(asked) })
	return true
}

// untimed is the refusal of a mark that lacks the time it asks for, nil when it lacks none: without it the hours of the
// whole plan would be proposed.
func (l *deskLine) untimed() *data.Error {
	asked, name, missing := l.asked()
	if asked == nil || !asked.Empty() {
		return nil
	}
	return &data.Error{Code: data.Invalid, Field: name + key(l.person.ID), Key: missing}
}
