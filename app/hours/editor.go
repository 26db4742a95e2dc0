package hours

import (
	"context"
	"slices"

	"saya/app/list"
	"saya/app/page"
	"saya/app/work"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// editor is the panel in which an entry is written by hand or corrected.
type editor struct {
	env    page.Env
	shell  *widgets.EditorShell
	entry  *work.Entry
	asked  work.Asked
	status *widgets.Segments
	saved  int64 // the record's id after a save
}

// edit reads what the editor of an entry needs; 0 is a new one.
func (p *Page) edit(ctx context.Context, id int64) (func() *list.Panel, error) {
	row := data.HoursRow{Hours: data.Hours{Day: p.env.Today(), Status: data.Submitted}}
	locked, err := p.env.Store.LockedMonths(ctx)
	if err == nil && id != 0 {
		row, err = p.model.load(ctx, id)
	}
	if err == nil && row.Status == data.Approved {
		err = &data.Error{Code: data.Conflict, Key: "rules.hours_approved"}
	}
	if err != nil {
		return nil, err
	}
	return func() *list.Panel {
		e := newEditor(p.env, row, p.asked(row, locked))
		return &list.Panel{
			Shell: e.shell, Start: e.entry.Form.FocusFirst, Done: p.env.T("hours.saved"), Saved: func() int64 { return e.saved },
			Subject: page.Subject{DraftKey: data.DraftKey{Record: id}, Version: row.Version, Table: store.HoursEntries},
		}
	}, nil
}

// asked are the fields of an editor that need more than the entry: whose hours, of which event, and which months are closed.
func (p *Page) asked(row data.HoursRow, locked []data.Month) work.Asked {
	asked := work.Asked{
		Volunteer: p.env.VolunteerField(data.VolunteerFilter{}), Event: p.env.EventField(),
		Closed: func(m data.Month) bool { return slices.Contains(locked, m) },
	}
	if row.ID != 0 {
		asked.Volunteer.SetSelected(widgets.Option{ID: page.Key(row.VolunteerID), Text: row.FullName()})
	}
	if row.EventID != 0 {
		asked.Event.SetSelected(p.env.EventOption(row.EventID, row.EventTitle, row.Day))
	}
	return asked
}

func newEditor(env page.Env, row data.HoursRow, asked work.Asked) *editor {
	h := row.Hours
	e := &editor{
		env: env, asked: asked, entry: work.NewEntry(env, h, asked),
		status: widgets.NewSegments(page.Statuses(env, "hours", data.Draft, data.Submitted)...),
	}
	e.status.SetID(string(handedIn(h.Status)))
	status := env.Item("status", e.status)
	status.Wide = true
	e.entry.Form.Add(status)
	e.entry.Form.OnChanged = e.entry.Follow
	asked.Event.OnChanged = e.timed
	title := env.T("hours.entry_title")
	if h.ID == 0 {
		title = env.T("hours.entry_new")
	}
	e.shell = env.Editor(title, e.entry.Form, func() {
		e.entry.Read(&h)
		h.Status = data.HoursStatus(e.status.ID())
	}, func(ctx context.Context) (err error) {
		e.saved, err = env.Store.SaveHours(ctx, env.Actor, h)
		return err
	})
	if h.ID != 0 {
		e.shell.Subtitle = env.Numbered(row.Number, row.FullName())
	}
	explain := e.shell.Explain
	e.shell.Explain = func(err error) (string, map[string]string) {
		text, fields := explain(err)
		e.entry.Refused(fields)
		return text, fields
	}
	return e
}

// handedIn is the status that an editor begins with: whoever corrects what was returned means to hand it in again.
func handedIn(s data.HoursStatus) data.HoursStatus {
	if s == data.Draft {
		return data.Draft
	}
	return data.Submitted
}

// timed takes day and times from the event that was chosen, while none were entered.
func (e *editor) timed(o widgets.Option) {
	if o.ID == "" || !e.entry.Untimed() {
		return
	}
	var event data.Event
	e.env.Run.Go(func(ctx context.Context) (err error) {
		event, err = e.env.Store.Event(ctx, page.ID(o.ID))
		return err
	}, func(err error) {
		if err != nil {
			e.env.Window.Fail(err)
			return
		}
		h, ok := data.ProposeHours(event, data.Assignment{Attendance: data.Attended})
		if ok && e.entry.Untimed() && e.asked.Event.ID() == o.ID {
			e.entry.SetWork(h)
		}
	})
}
