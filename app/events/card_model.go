package events

import (
	"context"
	"slices"

	"saya/assets/locale"
	"saya/data"
)

// card is everything the panel beside the list shows of one event.
type card struct {
	event    data.Event
	row      data.EventRow
	needs    []data.Need
	people   []data.AssignmentRow
	hours    []data.HoursRow
	findings []string // conflicts of an event that is still to come, as sentences
	follow   int      // events of its series after it
}

// load reads a card; it runs off the UI goroutine.
func (m *model) load(ctx context.Context, id int64) (c card, err error) {
	if c.event, err = m.env.Store.Event(ctx, id); err != nil {
		return c, err
	}
	rows, err := m.env.Store.EventRows(ctx, []int64{id})
	if err != nil || len(rows) == 0 {
		return c, err
	}
	c.row = rows[0]
	if c.needs, err = m.env.Store.Needs(ctx, id); err != nil {
		return c, err
	}
	if c.people, err = m.env.Store.Assignments(ctx, id); err != nil {
		return c, err
	}
	rest, err := m.env.Store.RestOfSeries(ctx, id)
	if err != nil {
		return c, err
	}
	c.follow = len(rest) - 1
	if c.hours, err = m.hoursOf(ctx, id); err != nil || c.event.Start.Date() < m.env.Today() {
		return c, err
	}
	findings, err := m.env.Store.EventFindings(ctx, c.event)
	if err != nil {
		return c, err
	}
	c.findings, err = m.sentences(ctx, findings)
	return c, err
}

// series says how many events of a series follow, "" for an event that stands alone.
func (c card) series(t *locale.Printer) string {
	if c.event.Series == 0 {
		return ""
	}
	return t.T("events.series_rest", "Count", c.follow)
}

// hoursOf reads the hours entries of an event, by name.
func (m *model) hoursOf(ctx context.Context, eventID int64) ([]data.HoursRow, error) {
	ids, err := m.env.Store.HoursList(ctx, data.HoursFilter{
		Listing: data.Listing{Order: data.OrderByName, Lang: m.env.Lang()}, EventID: eventID,
	})
	if err != nil {
		return nil, err
	}
	return m.env.Store.HoursRows(ctx, ids)
}

// step is what an event waits for.
type step string

// The steps, from idea to approved hours.
const (
	noStep   step = ""
	plan     step = "plan"
	confirm  step = "confirm"
	attend   step = "attend"
	propose  step = "propose"
	approval step = "approve"
)

// next is the sensible next step of an event on a day.
func (c card) next(today data.Date) step {
	begun := c.event.Start.Date() <= today
	switch c.event.Status {
	case data.Idea, data.Cancelled, data.Moved:
		return plan
	case data.Planned, data.Confirmed:
		switch {
		case begun:
			return attend
		case c.event.Status == data.Planned:
			return confirm
		}
		return noStep
	}
	switch {
	case c.unmarked() > 0:
		return attend
	case c.unproposed() > 0:
		return propose
	case len(c.submitted()) > 0:
		return approval
	}
	return noStep
}

// unmarked counts the people expected of whom nobody said whether they came.
func (c card) unmarked() int {
	n := 0
	for _, a := range c.people {
		if a.Open() && a.Attendance == data.Expected {
			n++
		}
	}
	return n
}

// without are those who came and have no hours entry.
func (c card) without() []data.AssignmentRow {
	have := map[int64]bool{}
	for _, h := range c.hours {
		have[h.VolunteerID] = true
	}
	var out []data.AssignmentRow
	for _, a := range c.people {
		if a.Attendance.Came() && !have[a.VolunteerID] {
			out = append(out, a)
		}
	}
	return out
}

// unproposed counts those of whom hours would be proposed; an event too long to propose hours for has none.
func (c card) unproposed() int {
	n := 0
	for _, a := range c.without() {
		if _, ok := data.ProposeHours(c.event, a.Assignment); ok {
			n++
		}
	}
	return n
}

// remarkable tells whether marks that are all made can be changed at the desk.
func (c card) remarkable(today data.Date) bool {
	return c.event.Status == data.Held && c.event.Start.Date() <= today && c.next(today) != attend
}

// submitted are the hours entries that wait for approval.
func (c card) submitted() []data.HoursRow {
	var out []data.HoursRow
	for _, h := range c.hours {
		if h.Status == data.Submitted {
			out = append(out, h)
		}
	}
	return out
}

// of are the people of a need, those who gave their place back left out.
func (c card) of(need data.Need) []data.AssignmentRow {
	var out []data.AssignmentRow
	for _, a := range c.people {
		if a.NeedID == need.ID && a.Open() {
			out = append(out, a)
		}
	}
	return out
}

// used tells whether somebody has or had a place of a need: it stays then.
func (c card) used(need data.Need) bool {
	return slices.ContainsFunc(c.people, func(a data.AssignmentRow) bool { return a.NeedID == need.ID })
}

// taken counts the confirmed places of a need.
func (c card) taken(need data.Need) int {
	n := 0
	for _, a := range c.of(need) {
		if a.Status == data.ConfirmedPlace {
			n++
		}
	}
	return n
}
