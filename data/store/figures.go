package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// PeriodFigures are some of the indicators of a period for screens of the centre. They count events with residents in
// full, so they must not leave it.
type PeriodFigures struct {
	Active   int   `db:"active"`   // V3: volunteers with approved hours
	Minutes  int   `db:"minutes"`  // H1: approved
	Events   int   `db:"events"`   // E1: held
	Covered  int   `db:"covered"`  // B1: people at events without residents, where they were counted
	Received int64 `db:"received"` // C1.1: tiyn of money received
}

// figures takes the hours of events with residents to the month in which the event began, as reports do. The ids of
// these events are read once: looking at the event of every entry takes several times as long.
const figures = `WITH
	period (n, from_on, to_on, before) AS (VALUES %s),
	resident AS MATERIALIZED (SELECT id, status, start_at FROM events WHERE residents = 1),
	resident_hours AS MATERIALIZED (SELECT r.start_at, h.volunteer_id, h.minutes FROM resident r JOIN hours h ON h.event_id = r.id
		WHERE r.status = 'held' AND r.start_at >= ? AND h.status || '' = 'approved')
	SELECT
		(SELECT coalesce(sum(minutes), 0) FROM hours WHERE status = 'approved' AND day BETWEEN from_on AND to_on
			AND coalesce(event_id, 0) NOT IN (SELECT id FROM resident))
		+ (SELECT coalesce(sum(minutes), 0) FROM resident_hours WHERE start_at >= from_on AND start_at < before) AS minutes,
		(SELECT count(DISTINCT volunteer_id) FROM (
			SELECT volunteer_id FROM hours WHERE status = 'approved' AND day BETWEEN from_on AND to_on
				AND coalesce(event_id, 0) NOT IN (SELECT id FROM resident)
			UNION ALL
			SELECT volunteer_id FROM resident_hours WHERE start_at >= from_on AND start_at < before)) AS active,
		(SELECT count(*) FROM events WHERE status = 'held' AND start_at >= from_on AND start_at < before) AS events,
		(SELECT coalesce(sum(public_count), 0) FROM events
			WHERE status = 'held' AND residents = 0 AND start_at >= from_on AND start_at < before) AS covered,
		(SELECT coalesce(sum(value), 0) FROM contributions WHERE kind = 'money' AND day BETWEEN from_on AND to_on) AS received
	FROM period ORDER BY n`

// Figures reads the figures of some periods, in their order.
func (s *Store) Figures(ctx context.Context, periods ...data.Period) (out []PeriodFigures, err error) {
	if len(periods) == 0 {
		return nil, nil
	}
	var args []any
	first := periods[0].From
	for i, p := range periods {
		args = append(args, i, p.From, p.To, p.To.AddDays(1))
		first = min(first, p.From)
	}
	text := fmt.Sprintf(figures, strings.TrimSuffix(strings.Repeat("(?, ?, ?, ?), ", len(periods)), ", "))
	return read(ctx, s.people, func(q *sqlx.Tx) (out []PeriodFigures, err error) {
		if err := q.SelectContext(ctx, &out, text, append(args, first)...); err != nil {
			return nil, fmt.Errorf("reading the figures: %w", err)
		}
		return out, nil
	})
}
