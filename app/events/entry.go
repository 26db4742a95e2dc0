package events

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// entryForm is the small editor of one hours entry of an event.
type entryForm struct {
	form       *widgets.Form
	volunteer  *widgets.SearchSelect // whose hours a new entry holds
	day        *widgets.DateField
	start, end *widgets.TimeField
	minutes    *widgets.HoursField
	note       *widgets.Entry
	correction *widgets.Entry // asked for when the month is closed
	span       int            // minutes between the times, as they stood last
	night      string         // hint when the end is in the night after the day
}

// newEntry opens a new hours entry of somebody of an event who has none yet.
func (p *Page) newEntry(c card) {
	p.editEntry(data.Hours{EventID: c.event.ID, Day: c.event.Start.Date()}, "", c.without())
}

// openEntry opens an hours entry that is not approved.
func (p *Page) openEntry(h data.HoursRow) {
	p.editEntry(h.Hours, numbered(p.env, h.Number, h.FullName()), nil)
}

// editEntry opens an hours entry that is not approved, saying whose it is, or a new one for someone of people. Saved, it waits for
// approval: whoever corrects what was returned means to hand it in again.
func (p *Page) editEntry(h data.Hours, whose string, people []data.AssignmentRow) {
	p.entryDialog(h, whose, people).Show(p.env)
}

func (p *Page) entryDialog(h data.Hours, whose string, people []data.AssignmentRow) *page.FormDialog {
	f := newEntryForm(p.env, h, whose, people)
	title := p.env.T("events.entry_title")
	if h.ID == 0 {
		title = p.env.T("events.entry_new")
	}
	d := &page.FormDialog{
		Title: title, Form: f.form, Yes: p.env.T("events.entry_save"),
		Subject: page.Subject{DraftKey: draftKey(formEntry, h.EventID, h.ID), Version: h.Version, Table: store.HoursEntries},
		Again: func(ctx context.Context) (func() *page.FormDialog, error) {
			now, err := p.env.Store.HoursEntry(ctx, h.ID)
			return func() *page.FormDialog { return p.entryDialog(now, whose, people) }, err
		},
		Read: func() { f.read(&h) },
		Save: func(ctx context.Context) error {
			_, err := p.env.Store.SaveHours(ctx, p.env.Actor, h)
			return err
		},
		Saved: func() { p.env.Window.Say(p.env.T("events.entry_saved"), true) },
	}
	f.form.SetVisible("correction", h.Correction != "")
	d.Changed = f.follow
	d.Refused = whenLocked(f.form)
	return d
}

func newEntryForm(env page.Env, h data.Hours, whose string, people []data.AssignmentRow) *entryForm {
	t := env.Text
	f := &entryForm{
		night: t.T("events.hint_night"), span: h.Span().Minutes(),
		form: env.Form(), day: env.DateField(), start: widgets.NewTimeField(t), end: widgets.NewTimeField(t),
		minutes: widgets.NewHoursField(t), note: widgets.NewNote(2), correction: widgets.NewNote(2),
	}
	if h.ID != 0 {
		f.form.Note(whose)
	} else {
		options := make([]widgets.Option, len(people))
		for i, a := range people {
			options[i] = widgets.Option{ID: key(a.VolunteerID), Text: numbered(env, a.Number, a.FullName())}
		}
		f.volunteer = env.Select(options...)
		f.form.Add(widgets.Item{Name: "volunteer_id", Label: t.T("field.volunteer_id"), Required: true, Wide: true, Field: f.volunteer})
	}
	page.SetDate(f.day, h.Day)
	setTime(f.start, h.Start)
	setTime(f.end, h.End)
	if h.Minutes > 0 {
		f.minutes.SetValue(h.Minutes)
	}
	f.note.SetText(h.Note)
	f.correction.SetText(h.Correction)
	f.form.Add(
		widgets.Item{Name: "day", Label: t.T("field.day"), Required: true, Field: f.day},
		widgets.Item{Name: "minutes", Label: t.T("field.minutes"), Hint: t.T("events.hint_minutes"), Field: f.minutes},
		widgets.Item{Name: "start_at", Label: t.T("field.start_at"), Field: f.start},
		widgets.Item{Name: "end_at", Label: t.T("field.end_at"), Field: f.end},
		widgets.Item{Name: "note", Label: t.T("field.note"), Wide: true, Field: f.note},
		widgets.Item{Name: "correction", Label: t.T("field.correction"), Wide: true, Field: f.correction},
	)
	return f
}

// follow keeps the hours as long as the times where they were so before, and says when the end is in the night.
func (f *entryForm) follow() {
	from, starts := f.start.Value()
	to, ends := f.end.Value()
	hint, span := "", 0
	if starts && ends {
		if span = to - from; span < 0 {
			hint, span = f.night, span+24*60
		}
	}
	f.form.SetHint("end_at", hint)
	before := f.span
	f.span = span
	if minutes, typed := f.minutes.Value(); span > 0 && span != before && (!typed || minutes == before) {
		f.minutes.SetValue(span)
	}
}

// read takes the values out of the fields. Without hours of its own the entry is as long as its times; a time that is
// not noted is not noted for the other end either.
func (f *entryForm) read(h *data.Hours) {
	if f.volunteer != nil {
		h.VolunteerID = id(f.volunteer.ID())
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
	case ends:
		h.End = after(data.NewLocal(h.Day, from), to)
	}
	h.Minutes, _ = f.minutes.Value()
	h.Note, h.Correction, h.Status = f.note.Value(), f.correction.Value(), data.Submitted
}

// returnEntry sends approved or submitted hours back, saying what is to be mended.
func (p *Page) returnEntry(h data.HoursRow) {
	note, correction, form := widgets.NewNote(2), widgets.NewNote(2), p.env.Form()
	form.Note(numbered(p.env, h.Number, h.FullName()))
	form.Add(
		widgets.Item{Name: "note", Label: p.env.T("events.return_note"), Required: true, Wide: true, Field: note},
		widgets.Item{Name: "correction", Label: p.env.T("field.correction"), Wide: true, Field: correction},
	)
	var text, reason string
	d := &page.FormDialog{
		Title: p.env.T("events.return_title"), Form: form, Yes: p.env.T("events.return"),
		Read: func() { text, reason = note.Value(), correction.Value() },
		Save: func(ctx context.Context) error {
			return p.env.Store.ReturnHours(ctx, p.env.Actor, []int64{h.ID}, text, reason)
		},
		Saved:   func() { p.env.Window.Say(p.env.T("events.returned"), true) },
		Refused: whenLocked(form),
	}
	form.SetVisible("correction", false)
	d.Show(p.env)
}

// whenLocked asks for the reason of a correction once a closed month refuses without one.
func whenLocked(form *widgets.Form) func(map[string]string) {
	return func(fields map[string]string) {
		if fields["correction"] != "" {
			form.SetVisible("correction", true)
		}
	}
}

// entryAction opens an entry: to correct it, or, once approved, to send it back.
func (p *Page) entryAction(h data.HoursRow) fyne.CanvasObject {
	right, icon, do := data.KeepHours, assets.IconEdit, func() { p.openEntry(h) }
	if h.Status == data.Approved {
		right, icon, do = data.ApproveHours, assets.IconUndo, func() { p.returnEntry(h) }
	}
	b := widgets.NewQuietButton("", icon, do)
	b.Compact = true
	return p.env.Only(right, b)
}
