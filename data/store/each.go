package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// EachVolunteer calls fn for every volunteer in the order of ids, all of one snapshot, and stops at its first error.
// Rows are read as fn takes them: a hundred thousand need the memory of one.
func (s *Store) EachVolunteer(ctx context.Context, fn func(data.Volunteer) error) error {
	return each(ctx, s.people, s.tables.volunteers, data.Period{}, fn)
}

// EachApplication is [Store.EachVolunteer] for applications.
func (s *Store) EachApplication(ctx context.Context, fn func(data.Application) error) error {
	return each(ctx, s.people, s.tables.applications, data.Period{}, fn)
}

// EachEvent is [Store.EachVolunteer] for events.
func (s *Store) EachEvent(ctx context.Context, fn func(data.Event) error) error {
	return each(ctx, s.people, s.tables.events, data.Period{}, fn)
}

// EachHours is [Store.EachVolunteer] for the hours entries of a closed period with open ends.
func (s *Store) EachHours(ctx context.Context, p data.Period, fn func(data.Hours) error) error {
	return each(ctx, s.people, s.tables.hours, p, fn)
}

// EachAssignment is [Store.EachVolunteer] for assignments.
func (s *Store) EachAssignment(ctx context.Context, fn func(data.Assignment) error) error {
	return each(ctx, s.people, s.tables.assignments, data.Period{}, fn)
}

// EachContribution is [Store.EachVolunteer] for contributions.
func (s *Store) EachContribution(ctx context.Context, fn func(data.Contribution) error) error {
	return each(ctx, s.people, s.tables.contributions, data.Period{}, fn)
}

func each[T any](ctx context.Context, f *file, t *table[T], days data.Period, fn func(T) error) error {
	b := query{}
	b.days("+day", days) // no index of days, or all ids would be sorted before the first is read
	text := "SELECT " + t.list + " FROM " + string(t.name)
	if len(b.conds) > 0 {
		text += " WHERE " + and(b.conds)
	}
	return f.view(ctx, func(q *sqlx.Tx) (err error) {
		rows, err := q.QueryxContext(ctx, text+" ORDER BY id", b.args...)
		if err != nil {
			return fmt.Errorf("reading %s: %w", t.name, err)
		}
		defer func() { err = errors.Join(err, rows.Close()) }()
		for rows.Next() {
			var row T
			if err := rows.StructScan(&row); err != nil {
				return fmt.Errorf("reading %s: %w", t.name, err)
			}
			if err := fn(row); err != nil {
				return err
			}
		}
		return rows.Err()
	})
}
