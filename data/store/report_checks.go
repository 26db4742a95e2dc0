package store

import (
	"context"
	"slices"

	"saya/data"
)

// ReportChecks is what is not ready in a period for whoever sends a report of it.
type ReportChecks struct {
	Waiting    int          // hours entries that are not approved
	Unmarked   int          // past events where nobody was marked
	Uncounted  int          // held events without residents of which nobody wrote how many people came
	Incomplete int          // volunteers with approved hours who lack something, see [data.Volunteer.Missing]
	Open       []data.Month // months that are over and not locked
}

// Checks reads what is not ready in a period; what is still to come is no fault.
func (v *ReportView) Checks(ctx context.Context, p data.Period, today data.Date) (c ReportChecks, err error) {
	past := data.Period{From: p.From, To: min(p.To, today.AddDays(-1))}
	if c.Waiting, err = hoursQuery(data.HoursFilter{Days: p, Statuses: data.NotApproved()}).count(ctx, v.people); err != nil {
		return c, err
	}
	unmarked := eventQuery(data.EventFilter{Days: past, Statuses: []data.EventStatus{data.Planned, data.Confirmed}})
	if c.Unmarked, err = unmarked.count(ctx, v.people); err != nil {
		return c, err
	}
	uncounted := eventQuery(data.EventFilter{Days: p, Statuses: []data.EventStatus{data.Held}, Residents: data.WithoutResidents})
	uncounted.and("public_count IS NULL")
	if c.Uncounted, err = uncounted.count(ctx, v.people); err != nil {
		return c, err
	}
	incomplete := &query{from: "volunteers"}
	narrowVolunteers(incomplete, data.VolunteerFilter{Incomplete: true})
	incomplete.and("id IN (SELECT volunteer_id FROM hours WHERE status = 'approved' AND day BETWEEN ? AND ?)", p.From, p.To)
	if c.Incomplete, err = incomplete.count(ctx, v.people); err != nil {
		return c, err
	}
	c.Open, err = v.open(ctx, p, today)
	return c, err
}

// open lists the months of a period that are over and not locked.
func (v *ReportView) open(ctx context.Context, p data.Period, today data.Date) (out []data.Month, err error) {
	var locked []data.Month
	if err = v.people.SelectContext(ctx, &locked, "SELECT month FROM locked_months"); err != nil {
		return nil, reading("locked months", err)
	}
	for _, m := range p.Months() {
		if m.Last() < today && !slices.Contains(locked, m) {
			out = append(out, m)
		}
	}
	return out, nil
}
