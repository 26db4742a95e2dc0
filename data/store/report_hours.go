package store

import (
	"context"

	"saya/data"
)

// ReportHours is an approved hours entry as reports add it up.
type ReportHours struct {
	VolunteerID int64
	EventID     int64 // 0 = work outside events
	Month       data.Month
	Minutes     int
}

// OpenHours calls fn for every approved entry dated in a period that is not of an event with residents. There can be
// hundreds of thousands: adding them up in one pass is several times faster than a sorted query for each table.
func (v *ReportView) OpenHours(ctx context.Context, p data.Period, fn func(ReportHours)) error {
	for _, m := range p.Months() {
		err := v.eachHours(ctx, m, fn, `SELECT h.volunteer_id, coalesce(h.event_id, 0), h.minutes
			FROM hours h LEFT JOIN events e ON e.id = h.event_id
			WHERE h.status = 'approved' AND h.day BETWEEN ? AND ? AND coalesce(e.residents, 0) = 0`,
			max(p.From, m.First()), min(p.To, m.Last()))
		if err != nil {
			return err
		}
	}
	return nil
}

// ResidentHours calls fn for every approved entry of a held event with residents that began in a period. These hours
// go with their event, to the month in which it began: whatever is decided for the events of a month then holds for
// all of their hours and for no others.
func (v *ReportView) ResidentHours(ctx context.Context, p data.Period, fn func(ReportHours)) error {
	for _, m := range p.Months() {
		from, before := wholeDays(data.Period{From: max(p.From, m.First()), To: min(p.To, m.Last())})
		// || keeps the index of statuses out of it: without statistics SQLite would read all approved hours per event
		err := v.eachHours(ctx, m, fn, `SELECT h.volunteer_id, h.event_id, h.minutes FROM events e JOIN hours h ON h.event_id = e.id
			WHERE e.residents = 1 AND e.status = 'held' AND e.start_at >= ? AND e.start_at < ? AND h.status || '' = 'approved'`,
			from, before)
		if err != nil {
			return err
		}
	}
	return nil
}

func (v *ReportView) eachHours(ctx context.Context, m data.Month, fn func(ReportHours), query string, args ...any) error {
	rows, err := v.people.QueryContext(ctx, query, args...)
	if err != nil {
		return reading("hours", err)
	}
	defer func() { _ = rows.Close() }()
	h := ReportHours{Month: m}
	for rows.Next() {
		if err := rows.Scan(&h.VolunteerID, &h.EventID, &h.Minutes); err != nil {
			return reading("hours", err)
		}
		fn(h)
	}
	return reading("hours", rows.Err())
}
