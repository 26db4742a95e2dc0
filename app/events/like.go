package events

import (
	"context"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// ahead is how many weeks a free day is looked for.
const ahead = 26

// like is a new event that is to be like another one.
type like struct {
	source data.Event
	next   data.Event       // as the editor shows it first
	people []data.Candidate // who helped last time
	lists  choices
}

// readLike reads what the editor of an event like another one needs; it runs off the UI goroutine.
func (m *model) readLike(ctx context.Context, id int64) (l like, err error) {
	if l.source, err = m.env.Store.Event(ctx, id); err != nil {
		return l, err
	}
	if l.next, err = m.nextFree(ctx, l.source); err != nil {
		return l, err
	}
	if l.people, err = m.env.Store.Helped(ctx, id, l.next); err != nil {
		return l, err
	}
	l.lists, err = m.choices(ctx, l.next)
	return l, err
}

// nextFree is an event once more on its weekday: on the first day that is still to come and has no conflict, or just the
// first one.
func (m *model) nextFree(ctx context.Context, e data.Event) (data.Event, error) {
	now := data.LocalOf(m.env.Now().In(data.Zone()))
	day := e.Start.Date().AddDays(7)
	for data.NewLocal(day, e.Start.MinuteOfDay()) <= now {
		day = day.AddDays(7)
	}
	days := append([]data.Date{day}, data.Repeat{Unit: data.EveryWeek, Every: 1, Count: ahead}.Days(day)...)
	found, err := m.env.Store.RepeatFindings(ctx, e.ID, days)
	for _, o := range found {
		if len(o.Findings) == 0 {
			return e.On(o.Day), nil
		}
	}
	return e.On(day), err
}

// like opens the editor of an event like another one.
func (p *Page) like(id int64) {
	var l like
	p.Leave(func() {
		p.env.Run.Go(func(ctx context.Context) (err error) {
			l, err = p.model.readLike(ctx, id)
			return err
		}, func(err error) {
			if err != nil {
				p.env.Window.Fail(err)
				return
			}
			p.Leave(func() { p.Open(p.likePanel(l)) })
		})
	})
}

func (p *Page) likePanel(l like) *list.Panel {
	e := newEditor(p.env, p.model, l.next, l.lists, &l)
	panel := e.panel()
	panel.Start = func() { e.form.Focus("date") }
	panel.Saved = func() int64 {
		p.tellLeft(l, e.left)
		return e.saved
	}
	panel.Subject = page.Subject{DraftKey: draftKey(formLike, l.source.ID, 0), Table: store.Events}
	panel.Again = func(ctx context.Context) (func() *list.Panel, error) {
		now, err := p.model.readLike(ctx, l.source.ID)
		return func() *list.Panel { return p.likePanel(now) }, err
	}
	return panel
}

// tellLeft names those who could not be asked again.
func (p *Page) tellLeft(l like, left []data.Unchanged) {
	if len(left) == 0 {
		return
	}
	names := map[int64]string{}
	for _, c := range l.people {
		names[c.VolunteerID] = p.env.Numbered(c.Number, c.FullName())
	}
	p.unchanged(p.env.T("events.not_asked", "Count", len(left)), left, names)
}

// layoutAsked offers to ask those first who helped last time. Who cannot be asked is named with the reason.
func (e *editor) layoutAsked() {
	t := e.env.Text
	e.form.Section(t.T("events.section_ask"))
	if len(e.like.people) == 0 {
		e.form.Note(t.T("events.ask_nobody"))
	}
	for _, c := range e.like.people {
		name := e.env.Numbered(c.Number, c.FullName()) + " · " + c.Role
		if data.Refuse(c.Findings, "") != nil {
			e.form.Note(t.T("events.ask_cannot", "Name", name, "Text", e.model.joined(c.Findings)))
			continue
		}
		box := widgets.NewCheckField(name)
		box.SetChecked(true)
		e.asks[c.VolunteerID] = box
		e.form.Add(widgets.Item{Name: "ask" + key(c.VolunteerID), Wide: true, Hint: e.model.joined(c.Findings), Field: box})
	}
}

// asked are the volunteers who are to be asked, in the order in which they are shown.
func (e *editor) asked() []int64 {
	var out []int64
	for _, c := range e.like.people {
		if box := e.asks[c.VolunteerID]; box != nil && box.Checked() {
			out = append(out, c.VolunteerID)
		}
	}
	return out
}
