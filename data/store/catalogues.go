package store

import (
	"context"
	"errors"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Directions lists the directions of help, retired ones too, in their order.
func (s *Store) Directions(ctx context.Context) ([]data.Choice, error) {
	return catalogue(ctx, s, s.tables.directions, "position, id")
}

// Kinds lists the kinds of activity, retired ones too, in their order.
func (s *Store) Kinds(ctx context.Context) ([]data.Choice, error) {
	return catalogue(ctx, s, s.tables.kinds, "position, id")
}

// Requirements lists the rules whose proof is a clearance.
func (s *Store) Requirements(ctx context.Context) ([]data.Requirement, error) {
	return catalogue(ctx, s, s.tables.requirements, "id")
}

// Holidays lists the days off of all years, by day.
func (s *Store) Holidays(ctx context.Context) ([]data.Holiday, error) {
	return catalogue(ctx, s, s.tables.holidays, "from_on, id")
}

func catalogue[T any](ctx context.Context, s *Store, t *table[T], order string) ([]T, error) {
	return read(ctx, s.centre, func(q *sqlx.Tx) ([]T, error) { return t.where(ctx, q, "1 ORDER BY "+order) })
}

// SaveDirection adds a direction or changes the one of the same code.
func (s *Store) SaveDirection(ctx context.Context, actor data.Actor, c data.Choice) error {
	return saveByCode(ctx, s, actor, "save_direction", s.tables.directions, c.Code, c)
}

// SaveKind adds a kind of activity or changes the one of the same code.
func (s *Store) SaveKind(ctx context.Context, actor data.Actor, c data.Choice) error {
	return saveByCode(ctx, s, actor, "save_kind", s.tables.kinds, c.Code, c)
}

// SaveRequirement adds a requirement or changes the one of the same code.
func (s *Store) SaveRequirement(ctx context.Context, actor data.Actor, r data.Requirement) error {
	return saveByCode(ctx, s, actor, "save_requirement", s.tables.requirements, r.Code, r)
}

func saveByCode[T any](ctx context.Context, s *Store, actor data.Actor, kind string, t *table[T], code string, row T) error {
	if code == "" {
		return &data.Error{Code: data.Invalid, Field: "code", Key: "errors.required"}
	}
	return s.inTx(ctx, s.centre, actor, kind, func(w *tx) error {
		var id int64
		err := w.GetContext(ctx, &id, "SELECT coalesce(max(id), 0) FROM "+string(t.name)+" WHERE code = ?", code)
		if err != nil {
			return err
		}
		if id == 0 {
			_, err = t.insert(ctx, w, &row)
			return err
		}
		return t.update(ctx, w, id, &row)
	})
}

// SaveHolidays replaces the days off of the years that the given ones lie in.
func (s *Store) SaveHolidays(ctx context.Context, actor data.Actor, year int, days []data.Holiday) error {
	first, last := data.NewDate(year, 1, 1), data.NewDate(year, 12, 31)
	return s.inTx(ctx, s.centre, actor, "save_holidays", func(w *tx) error {
		var ids []int64
		err := w.SelectContext(ctx, &ids, "SELECT id FROM holidays WHERE from_on BETWEEN ? AND ?", first, last)
		for _, id := range ids {
			err = errors.Join(err, s.tables.holidays.remove(ctx, w, id))
		}
		for _, d := range days {
			if d.From < first || d.From > last || d.To < d.From {
				return &data.Error{Code: data.Invalid, Field: "from_on", Key: "errors.date_range"}
			}
			_, insertErr := s.tables.holidays.insert(ctx, w, &d)
			err = errors.Join(err, insertErr)
		}
		return err
	})
}
