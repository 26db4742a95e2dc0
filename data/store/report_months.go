package store

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// MonthlyMinutes sums the approved minutes of each calendar month of a period; months without any are left out.
// It is for the screen only: it counts events with residents too.
func (s *Store) MonthlyMinutes(ctx context.Context, p data.Period) (map[data.Month]int, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (map[data.Month]int, error) {
		var rows []struct {
			Month   data.Month `db:"month"`
			Minutes int        `db:"minutes"`
		}
		err := q.SelectContext(ctx, &rows, `SELECT substr(day, 1, 7) AS month, sum(minutes) AS minutes FROM hours
			WHERE status = 'approved' AND day BETWEEN ? AND ? GROUP BY 1`, p.From, p.To)
		if err != nil {
			return nil, fmt.Errorf("summing the months: %w", err)
		}
		out := make(map[data.Month]int, len(rows))
		for _, r := range rows {
			out[r.Month] = r.Minutes
		}
		return out, nil
	})
}
