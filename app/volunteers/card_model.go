package volunteers

import (
	"context"

	"saya/data"
)

// How many events and entries a card shows.
const (
	comingEvents = 12
	latestEvents = 6
	latestHours  = 40
)

// card is everything the panel beside the list shows of one volunteer.
type card struct {
	volunteer      data.Volunteer
	row            data.VolunteerRow
	coming, latest []data.EventRow
	requirements   []data.Requirement
	papers         []data.Paper
	proofs         []data.Clearance // all there ever were, the newest first
	hours          []data.HoursRow  // the newest first
	sums           sums
}

// sums are minutes of one volunteer.
type sums struct{ approved, waiting int }

// load reads a card; it runs off the UI goroutine.
func (m *model) load(ctx context.Context, id int64) (c card, err error) {
	if c.volunteer, err = m.env.Store.Volunteer(ctx, id); err != nil {
		return c, err
	}
	rows, err := m.env.Store.VolunteerRows(ctx, []int64{id})
	if err != nil || len(rows) == 0 {
		return c, err
	}
	c.row = rows[0]
	for _, read := range []func(context.Context, *card) error{m.loadEvents, m.loadPapers, m.loadHours} {
		if err := read(ctx, &c); err != nil {
			return c, err
		}
	}
	return c, nil
}

func (m *model) loadEvents(ctx context.Context, c *card) (err error) {
	today, hers := m.env.Today(), data.EventFilter{VolunteerID: c.volunteer.ID}
	hers.Order, hers.Limit, hers.Days = data.OrderByDay, comingEvents, data.Period{From: today}
	hers.Statuses = []data.EventStatus{data.Planned, data.Confirmed}
	if c.coming, err = m.events(ctx, hers); err != nil {
		return err
	}
	hers.Desc, hers.Limit, hers.Days, hers.Statuses = true, latestEvents, data.Period{To: today.AddDays(-1)}, nil
	c.latest, err = m.events(ctx, hers)
	return err
}

func (m *model) events(ctx context.Context, f data.EventFilter) ([]data.EventRow, error) {
	ids, err := m.env.Store.Events(ctx, f)
	if err != nil {
		return nil, err
	}
	return m.env.Store.EventRows(ctx, ids)
}

func (m *model) loadPapers(ctx context.Context, c *card) (err error) {
	if c.proofs, err = m.env.Store.Clearances(ctx, c.volunteer.ID); err != nil {
		return err
	}
	c.requirements, err = m.env.Store.Requirements(ctx)
	c.papers = data.Papers(m.env.Today(), c.proofs, c.requirements)
	return err
}

func (m *model) loadHours(ctx context.Context, c *card) error {
	f := data.HoursFilter{VolunteerID: c.volunteer.ID}
	f.Desc = true
	ids, err := m.env.Store.HoursList(ctx, f)
	if err != nil {
		return err
	}
	rows, err := m.env.Store.HoursRows(ctx, ids)
	for _, r := range rows {
		if r.Status == data.Approved {
			c.sums.approved += r.Minutes
		} else {
			c.sums.waiting += r.Minutes
		}
	}
	c.hours = rows[:min(latestHours, len(rows))]
	return err
}

// others are the proofs that stand for no paper of the card any more: renewed since, or of a requirement that is gone.
func (c card) others() []data.Clearance {
	shown := map[int64]bool{}
	for _, p := range c.papers {
		shown[p.Clearance.ID] = true
	}
	var out []data.Clearance
	for _, k := range c.proofs {
		if !shown[k.ID] {
			out = append(out, k)
		}
	}
	return out
}

// requirement is that of a code; one that the centre has no more has only its code.
func (c card) requirement(code string) data.Requirement {
	for _, r := range c.requirements {
		if r.Code == code {
			return r
		}
	}
	return data.Requirement{Code: code}
}
