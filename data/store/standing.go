package store

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Standing is how many there are of what people ask for most often.
type Standing struct {
	Volunteers   int `db:"volunteers"`   // active
	Applications int `db:"applications"` // without a decision
	Events       int `db:"events"`       // neither cancelled nor moved, from today
	Hours        int `db:"hours"`        // entries that wait for approval
}

// Standing counts it, without reading a list.
func (s *Store) Standing(ctx context.Context) (Standing, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (out Standing, err error) {
		args := []any{data.Active}
		for _, status := range data.StandingEvents() {
			args = append(args, status)
		}
		err = sqlx.GetContext(ctx, q, &out, `SELECT
			(SELECT count(*) FROM volunteers WHERE status = ?) AS volunteers,
			(SELECT count(*) FROM applications WHERE status IN ('new', 'screening')) AS applications,
			(SELECT count(*) FROM events WHERE status IN (?, ?, ?, ?) AND start_at >= ?) AS events,
			(SELECT count(*) FROM hours WHERE status = ?) AS hours`,
			append(args, s.Today(), data.Submitted)...)
		if err != nil {
			return out, fmt.Errorf("counting what there is: %w", err)
		}
		return out, nil
	})
}
