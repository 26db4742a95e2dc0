package events

import (
	"strconv"

	"fyne.io/fyne/v2"

	"saya/data"
	"saya/widgets"
)

// key moves between people with Up and Down. 1 to 5 mark and go on to the next one, Space is 1, 9 says of all without a
// mark that they came, and Delete, Backspace or 0 take a mark back. They are the keys of digits on every layout.
func (d *desk) key(e *fyne.KeyEvent) bool {
	at := d.current()
	if at < 0 || d.shell.Saving() {
		return false
	}
	switch e.Name {
	case fyne.KeyUp:
		d.goTo(at - 1)
	case fyne.KeyDown:
		d.goTo(at + 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		d.goOn(at)
	default:
		return d.lines[at].mark.Focused() && d.markKey(at, e.Name)
	}
	return true
}

// markKey does what a key means while the marks of a person have the keyboard.
func (d *desk) markKey(at int, name fyne.KeyName) bool {
	switch name {
	case fyne.KeySpace:
		d.note(at, data.Attended)
	case fyne.Key9:
		d.markAll()
	case fyne.KeyDelete, fyne.KeyBackspace, fyne.Key0:
		d.lines[at].mark.SetID("")
	default:
		n, err := strconv.Atoi(string(name))
		if err != nil || n < 1 || n > len(marks()) {
			return false
		}
		d.note(at, marks()[n-1])
	}
	return true
}

// note marks a person and goes on to the next one, unless the mark asks for a time.
func (d *desk) note(at int, a data.Attendance) {
	l := d.lines[at]
	l.mark.SetID(string(a))
	if l.mark.Focused() && !d.askTime(l) {
		d.goTo(at + 1)
	}
}

// goOn goes on from a time to the next person, and after the last one to what follows in the form.
func (d *desk) goOn(at int) {
	if at+1 < len(d.lines) {
		d.goTo(at + 1)
		return
	}
	widgets.Focus(d.lastField())
}

func (d *desk) goTo(i int) {
	d.form.Focus("mark" + key(d.lines[max(0, min(i, len(d.lines)-1))].person.ID))
}

// lastField is the first number below the people.
func (d *desk) lastField() fyne.Focusable {
	if d.event.Residents {
		return d.inside
	}
	return d.public
}

// current is the person whose marks or times have the keyboard, -1 for none.
func (d *desk) current() int {
	for i, l := range d.lines {
		if l.mark.Focused() || hasKeyboard(l.start) || hasKeyboard(l.end) {
			return i
		}
	}
	return -1
}

func hasKeyboard(f *widgets.TimeField) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	return c != nil && c.Focused() == fyne.Focusable(f)
}
