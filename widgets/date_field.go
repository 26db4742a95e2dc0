package widgets

import (
	"time"

	"fyne.io/fyne/v2"

	"saya/assets"
	"saya/assets/locale"
)

// DateField holds a day, midnight UTC: typed in any way people write days, or
// picked from a calendar that opens with Down, F4 or its icon.
type DateField struct {
	ValueField[time.Time]
	OnPicked func() // a day was chosen in the calendar

	printer *locale.Printer
	today   func() time.Time
	popup   *popup
}

var _ Field = (*DateField)(nil)

// NewDateField returns an empty day. The calendar marks today, which is asked
// for each time it opens.
func NewDateField(p *locale.Printer, today func() time.Time) *DateField {
	f := &DateField{printer: p, today: today}
	f.extendValue(f, valueRules[time.Time]{
		parse: locale.ParseDate, print: p.Date, compare: time.Time.Compare, wrong: ProblemNotDate,
	})
	f.OnKey = f.opens
	f.ActionItem = newIconTap(assets.IconCalendar, f.open)
	return f
}

// SetReadOnly shows the day to read and copy.
func (f *DateField) SetReadOnly(readOnly bool) {
	f.ValueField.SetReadOnly(readOnly)
	setVisible(f.ActionItem, !readOnly)
}

func (f *DateField) opens(key *fyne.KeyEvent) bool {
	if key.Name != fyne.KeyDown && key.Name != fyne.KeyF4 {
		return false
	}
	f.open()
	return true
}

// open shows the calendar at the day typed, or at today.
func (f *DateField) open() {
	if !f.editable() || f.Disabled() || f.popup != nil {
		return
	}
	Focus(f)
	calendar := newDateGrid(f.printer, dayOf(f.today()))
	calendar.min, calendar.max = f.min, f.max
	if day, ok := f.Value(); ok {
		calendar.picked = day
		calendar.moveTo(day)
	} else {
		calendar.moveTo(calendar.today)
	}
	calendar.onPick = func(day time.Time) {
		f.popup.close()
		f.SetValue(day)
		call(f.OnPicked)
	}
	calendar.onEscape = func() { f.popup.close() }
	calendar.onTab = func() {
		f.popup.close()
		leaveField(f)
	}
	f.popup = showPopup(f, calendar, below(f, calendar.MinSize), func() { f.popup = nil })
	f.popup.focus(calendar)
}

// leaveField does what Tab, or Shift and Tab, does in a field whose popup had
// the keyboard.
func leaveField(field fyne.CanvasObject) {
	c := canvasOf(field)
	if c == nil {
		return
	}
	if shiftHeld() {
		c.FocusPrevious()
		return
	}
	c.FocusNext()
}

// dayOf is the day of t in its own zone, as midnight UTC.
func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
