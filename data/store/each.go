package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// glanced are the columns by which persons are told apart.
func glanced() []string {
	return []string{"id", "number", "surname", "given", "patronymic", "birth", "iin", "phones", "email"}
}

// EachVolunteer calls fn for every volunteer who is wanted, in the order of ids, all of one snapshot, and stops at its
// first error. Rows are read as fn takes them: a hundred thousand need the memory of one. wanted sees no more than id,
// number, names, birth date, IIN, telephones and e-mail, since most of the time goes into the rest; nil wants all.
func (s *Store) EachVolunteer(ctx context.Context, wanted func(*data.Volunteer) bool, fn func(data.Volunteer) error) error {
	return each(ctx, s.people, s.tables.volunteers, data.Period{}, wanted, fn)
}

// EachApplication is [Store.EachVolunteer] for applications.
func (s *Store) EachApplication(ctx context.Context, wanted func(*data.Application) bool, fn func(data.Application) error) error {
	return each(ctx, s.people, s.tables.applications, data.Period{}, wanted, fn)
}

// EachEvent is [Store.EachVolunteer] for events.
func (s *Store) EachEvent(ctx context.Context, fn func(data.Event) error) error {
	return each(ctx, s.people, s.tables.events, data.Period{}, nil, fn)
}

// EachHours is [Store.EachVolunteer] for the hours entries of a closed period with open ends.
func (s *Store) EachHours(ctx context.Context, p data.Period, fn func(data.Hours) error) error {
	return each(ctx, s.people, s.tables.hours, p, nil, fn)
}

// EachAssignment is [Store.EachVolunteer] for assignments.
func (s *Store) EachAssignment(ctx context.Context, fn func(data.Assignment) error) error {
	return each(ctx, s.people, s.tables.assignments, data.Period{}, nil, fn)
}

// EachContribution is [Store.EachVolunteer] for contributions.
func (s *Store) EachContribution(ctx context.Context, fn func(data.Contribution) error) error {
	return each(ctx, s.people, s.tables.contributions, data.Period{}, nil, fn)
}

func each[T any](
	ctx context.Context, f *file, t *table[T], days data.Period, wanted func(*T) bool, fn func(T) error,
) error {
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
		if wanted != nil {
			err = eachWanted(rows, t, wanted, fn)
		} else {
			for err == nil && rows.Next() {
				err = useRow(rows, fn)
			}
		}
		return cmp.Or(err, rows.Err(), rows.Close(), letGo(ctx, q))
	})
}

// letGo lets go of the pages of the file that a connection keeps: nobody reads the whole of a table again soon.
func letGo(ctx context.Context, q *sqlx.Tx) error {
	_, err := q.ExecContext(ctx, "PRAGMA shrink_memory")
	return err
}

func useRow[T any](rows *sqlx.Rows, fn func(T) error) error {
	var row T
	if err := rows.StructScan(&row); err != nil {
		return fmt.Errorf("reading a row: %w", err)
	}
	return fn(row)
}

// eachWanted looks at a few columns of each row before it reads all of them.
func eachWanted[T any](rows *sqlx.Rows, t *table[T], wanted func(*T) bool, fn func(T) error) error {
	var glance T
	into := t.places(&glance, glanced())
	for rows.Next() {
		glance = *new(T)
		if err := rows.Scan(into...); err != nil {
			return fmt.Errorf("reading %s: %w", t.name, err)
		}
		if !wanted(&glance) {
			continue
		}
		if err := useRow(rows, fn); err != nil {
			return err
		}
	}
	return nil
}

// places are where the columns of a list of the table go to in a row; columns without a name are passed over.
func (t *table[T]) places(row *T, names []string) []any {
	v := reflect.ValueOf(row).Elem()
	out := make([]any, len(t.listed))
	for i, c := range t.listed {
		if out[i] = any(passedOver{}); slices.Contains(names, c.name) {
			out[i] = v.FieldByIndex(c.index).Addr().Interface()
		}
	}
	return out
}

// passedOver is a column that is not read.
type passedOver struct{}

// Scan takes any value.
func (passedOver) Scan(any) error { return nil }
