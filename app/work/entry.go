// Package work is what the sections of events, hours and contributions have in common: the form of an hours entry, approving
// and returning entries, and what a list adds up to.
package work

import (
	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// Asked says what the form of an entry asks for beside the work itself.
type Asked struct {
	Whose            string                // says whose entry it is, where that is settled; "" for nothing
	Volunteer, Event *widgets.SearchSelect // ask for it, nil where it is settled
	// Closed tells which months are closed; where it is nil the reason of a correction is asked for once the store
	// refuses an entry without one.
	Closed func(data.Month) bool
}

// Entry is the form of one hours entry; the names of its fields are those of the rules' refusals.
type Entry struct {
	Form       *widgets.Form
	env        page.Env
	asked      Asked
	before     data.Hours
	day        *widgets.DateField
	start, end *widgets.TimeField
	minutes    *widgets.HoursField
	note       *widgets.Entry
	correction *widgets.Entry
	span       int // minutes between the times, as both stood last
}

// NewEntry returns the form of an entry that is not approved. Who shows it calls Follow on every change.
func NewEntry(env page.Env, h data.Hours, asked Asked) *Entry {
	t := env.Text
	f := &Entry{
		Form: env.Form(), env: env, asked: asked, before: h, span: h.Span().Minutes(),
		day: env.DateField(), start: widgets.NewTimeField(t), end: widgets.NewTimeField(t),
		minutes: widgets.NewHoursField(t), note: widgets.NewNote(2), correction: widgets.NewNote(2),
	}
	f.note.MaxRunes, f.correction.MaxRunes = data.MaxText, data.MaxText
	f.layout()
	f.SetWork(h)
	f.note.SetText(h.Note)
	f.Form.SetVisible("correction", false)
	f.askReason()
	return f
}

func (f *Entry) layout() {
	env := f.env
	if f.asked.Whose != "" {
		f.Form.Note(f.asked.Whose)
	}
	if f.asked.Volunteer != nil {
		f.Form.Add(widgets.Item{Name: "volunteer_id", Label: env.T("field.volunteer_id"), Required: true, Wide: true, Field: f.asked.Volunteer})
	}
	if f.asked.Event != nil {
		f.Form.Add(widgets.Item{Name: "event_id", Label: env.T("field.event_id"), Hint: env.T("hours.hint_event"), Wide: true, Field: f.asked.Event})
	}
	day, minutes := env.Item("day", f.day), env.Item("minutes", f.minutes)
	day.Required, minutes.Hint = true, env.T("hours.hint_minutes")
	note, correction := env.Item("note", f.note), env.Item("correction", f.correction)
	note.Wide, correction.Wide = true, true
	if f.before.Correction != "" {
		correction.Hint = env.T("hours.earlier_reason", "Text", f.before.Correction)
	}
	start, end := env.Item("start_at", f.start), env.Item("end_at", f.end)
	start.Short, end.Short = true, true
	f.Form.Add(day, minutes, start, end, note, correction)
}

// SetWork shows when and how long somebody worked.
func (f *Entry) SetWork(h data.Hours) {
	page.SetDate(f.day, h.Day)
	for _, at := range []struct {
		field *widgets.TimeField
		value data.Local
	}{{f.start, h.Start}, {f.end, h.End}} {
		if at.value.Valid() {
			at.field.SetValue(at.value.MinuteOfDay())
		}
	}
	if h.Minutes > 0 {
		f.minutes.SetValue(h.Minutes)
	}
}

// Untimed tells whether no time was entered yet.
func (f *Entry) Untimed() bool { return f.start.Empty() && f.end.Empty() && f.minutes.Empty() }

// Follow keeps the hours as long as the times where they were so before, says when the end is in the night, and asks for
// the reason of a correction in a closed month.
func (f *Entry) Follow() {
	from, starts := f.start.Value()
	to, ends := f.end.Value()
	hint, span := "", 0
	if starts && ends {
		if span = to - from; span < 0 {
			hint, span = f.env.T("hours.hint_night"), span+24*60
		}
	}
	f.Form.SetHint("end_at", hint)
	if before := f.span; span > 0 && span != before { // a time that is being typed anew is none for a moment
		f.span = span
		if minutes, typed := f.minutes.Value(); !typed || minutes == before {
			f.minutes.SetValue(span)
		}
	}
	f.askReason()
}

// askReason asks for the reason where the month of the day before or after the change is known to be closed.
func (f *Entry) askReason() {
	if f.asked.Closed == nil {
		return
	}
	closed := false
	for _, day := range []data.Date{f.before.Day, page.Date(f.day)} {
		closed = closed || day != "" && f.asked.Closed(day.Month())
	}
	f.Form.SetVisible("correction", closed)
	f.Form.SetRequired("correction", closed)
}

// Refused asks for the reason of a correction once a closed month refuses without one.
func (f *Entry) Refused(fields map[string]string) { whenLocked(f.Form)(fields) }

func whenLocked(form *widgets.Form) func(map[string]string) {
	return func(fields map[string]string) {
		if fields["correction"] != "" {
			form.SetVisible("correction", true)
		}
	}
}

// Read takes the values out of the fields; the entry is handed in: whoever corrects what was returned means that. Without
// hours of its own it is as long as its times; a time that is not noted is not noted for the other end either. Each
// correction has a reason of its own, an earlier one stays only where none was typed.
func (f *Entry) Read(h *data.Hours) {
	if f.asked.Volunteer != nil {
		h.VolunteerID = page.ID(f.asked.Volunteer.ID())
	}
	if f.asked.Event != nil {
		h.EventID = page.ID(f.asked.Event.ID())
	}
	h.Day, h.Start, h.End = page.Date(f.day), "", ""
	from, starts := f.start.Value()
	to, ends := f.end.Value()
	if starts {
		h.Start = data.NewLocal(h.Day, from)
	}
	switch {
	case ends && starts && to == from: // a slip, not a whole day: the rules refuse it
		h.End = h.Start
	case ends && to < from:
		h.End = data.NewLocal(h.Day.AddDays(1), to)
	case ends:
		h.End = data.NewLocal(h.Day, to)
	}
	h.Minutes, _ = f.minutes.Value()
	h.Note, h.Status = f.note.Value(), data.Submitted
	if reason := f.correction.Value(); reason != "" {
		h.Correction = reason
	}
}
