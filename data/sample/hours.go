package sample

import (
	"fmt"
	"slices"
	"time"

	"saya/data"
)

// lastLocked is the last month closed for changes: two before the current one.
func (b *builder) lastLocked() data.Month { return b.opt.Until.Month().Add(-2) }

// addHours adds an entry of a day. Old ones are approved; of the last weeks many still wait.
func (b *builder) addHours(c *chance, day int, h data.Hours) error {
	h.Day = b.cal.date(day)
	h.Status = b.hoursStatus(c, day)
	switch h.Status {
	case data.Approved:
		h.ApprovedBy = pick(c, []string{"manager", "organizer"})
		h.ApprovedAt = b.approvedAt(c, day)
	case data.Returned:
		h.Note = pick(c, b.words.people.Returned)
	}
	if c.in(0.08) { // taken over from paper, where only the sum was written
		h.Start, h.End = "", ""
	}
	if _, err := b.into.AddHours(h); err != nil {
		return fmt.Errorf("adding hours: %w", err)
	}
	b.hoursMade++
	return b.tick()
}

func (b *builder) hoursStatus(c *chance, day int) data.HoursStatus {
	n, ago := c.Float64(), b.cal.last-day
	switch {
	case b.cal.date(day).Month() <= b.lastLocked():
		return data.Approved
	case n < 0.03:
		return data.Returned
	case ago == 0 || ago < 14 && n < 0.6 || n < 0.12:
		return pick(c, []data.HoursStatus{data.Submitted, data.Submitted, data.Submitted, data.Draft})
	}
	return data.Approved
}

// approvedAt is a moment of office hours within a week, at the latest on the last day.
func (b *builder) approvedAt(c *chance, day int) data.Stamp {
	office := time.Duration(c.between(9*60, 17*60+59)) * time.Minute
	t := b.cal.times[min(day+c.between(1, 7), b.cal.last)].Add(office)
	return data.StampOf(time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, data.Zone()))
}

// otherHours adds work outside events until there are about as many entries as were asked for.
func (b *builder) otherHours() error {
	c := b.opt.chance(partHours)
	for _, day := range spread(c, max(0, b.opt.Hours-b.hoursMade), b.cal.start, b.cal.last, b.cal.busy) {
		m := b.worker(c, day)
		if m == nil {
			continue
		}
		h := data.Hours{VolunteerID: m.id, Minutes: 30 * c.between(2, 8), Note: pick(c, b.words.people.Work)}
		if c.in(0.5) {
			h.Start = data.NewLocal(b.cal.date(day), 60*c.between(10, 17))
			h.End = h.Start.Add(h.Minutes)
		}
		if err := b.addHours(c, day, h); err != nil {
			return err
		}
	}
	return nil
}

// worker draws someone who has nothing else on the day, the day before and the day after.
func (b *builder) worker(c *chance, day int) *member {
	const tries = 300
	here := b.joinedBy(day)
	for range min(tries, tries*here) {
		m := &b.members[c.IntN(here)]
		near := func(d int) bool { return d >= day-1 && d <= day+1 }
		if m.joined <= day && day < m.away && c.in(m.zeal) && !slices.ContainsFunc(m.days, near) {
			m.days = append(m.days, day)
			return m
		}
	}
	return nil
}

// locks closes the months whose hours are all approved.
func (b *builder) locks() error {
	for m := b.cal.date(b.cal.start).Month(); m <= b.lastLocked(); m = m.Add(1) {
		if err := b.into.LockMonth(m); err != nil {
			return fmt.Errorf("locking a month: %w", err)
		}
	}
	return nil
}
