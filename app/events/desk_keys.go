package events

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"saya/data"
	"saya/widgets"
)

// key does what a key means to the person who has the keyboard.
func (d *desk) key(e *fyne.KeyEvent) bool {
	at := d.current()
	if at < 0 || d.shell.Saving() {
		return false
	}
	return d.moveKeys(at).Press(e.Name, 0) || d.lines[at].mark.Focused() && d.markKeys(at).Press(e.Name, 0)
}

// keys are those of the desk, for the help.
func (d *desk) keys() []widgets.KeySet {
	return []widgets.KeySet{{Name: "desk", Keys: slices.Concat(d.markKeys(0), d.moveKeys(0))}}
}

// moveKeys go from one person to another, also from a time.
func (d *desk) moveKeys(at int) widgets.Hotkeys {
	return widgets.Hotkeys{
		{Does: "person", Key: fyne.KeyUp, Do: func() { d.goTo(at - 1) }},
		{Does: "person", Key: fyne.KeyDown, Do: func() { d.goTo(at + 1) }},
		{Does: "next_person", Key: fyne.KeyReturn, Do: func() { d.goOn(at) }},
		{Key: fyne.KeyEnter, Do: func() { d.goOn(at) }},
	}
}

// move goes from a time to another person: at the desk Up and Down change no time.
func (d *desk) move(e *fyne.KeyEvent) bool {
	return (e.Name == fyne.KeyUp || e.Name == fyne.KeyDown) && d.key(e)
}

// markKeys note whether a person came. They are the keys of digits on every layout.
func (d *desk) markKeys(at int) (keys widgets.Hotkeys) {
	for i, m := range marks() {
		keys = append(keys, widgets.Hotkey{Does: "mark", Key: fyne.KeyName(strconv.Itoa(i + 1)), Do: func() { d.note(at, m) }})
	}
	clear := func() { d.lines[at].mark.SetID("") }
	return append(keys,
		widgets.Hotkey{Does: "came", Key: fyne.KeySpace, Do: func() { d.note(at, data.Attended) }},
		widgets.Hotkey{Does: "all_came", Key: fyne.Key9, Do: d.markAll},
		widgets.Hotkey{Does: "unmark", Key: fyne.KeyDelete, Do: clear},
		widgets.Hotkey{Does: "unmark", Key: fyne.Key0, Do: clear},
		widgets.Hotkey{Key: fyne.KeyBackspace, Do: clear},
	)
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
