package store

import (
	"context"
	"errors"

	"github.com/jmoiron/sqlx"

	"saya/data"
	"saya/data/reference"
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

// SaveKind adds a kind of activity or changes the one of the same code. What the law keeps from minors (42-VI
// art. 12(2-1)) no centre opens to them.
func (s *Store) SaveKind(ctx context.Context, actor data.Actor, c data.Choice) error {
	for _, k := range reference.ActivityKinds() {
		if k.Code == c.Code && k.AdultsOnly && !c.AdultsOnly {
			return &data.Error{Code: data.Invalid, Field: "adults_only", Key: "rules.adults_by_law"}
		}
	}
	return saveByCode(ctx, s, actor, "save_kind", s.tables.kinds, c.Code, c)
}

// SaveRequirement adds a requirement or changes the one of the same code.
func (s *Store) SaveRequirement(ctx context.Context, actor data.Actor, r data.Requirement) error {
	return saveByCode(ctx, s, actor, "save_requirement", s.tables.requirements, r.Code, r)
}

func saveByCode[T any](ctx context.Context, s *Store, actor data.Actor, kind string, t *table[T], code string, row T) error {
	if err := s.check(&row); err != nil {
		return err
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

// SaveHolidays replaces the days off of a year.
func (s *Store) SaveHolidays(ctx context.Context, actor data.Actor, year int, days []data.Holiday) error {
	for i := range days {
		if err := s.check(&days[i]); err != nil {
			return err
		}
		if days[i].From.Year() != year {
			return &data.Error{Code: data.Invalid, Field: "from_on", Key: "errors.date_range"}
		}
	}
	return s.inTx(ctx, s.centre, actor, "save_holidays", func(w *tx) error {
		var ids []int64
		err := w.SelectContext(ctx, &ids, "SELECT id FROM holidays WHERE from_on BETWEEN ? AND ?",
			data.NewDate(year, 1, 1), data.NewDate(year, 12, 31))
		for _, id := range ids {
			err = errors.Join(err, s.tables.holidays.remove(ctx, w, id))
		}
		return errors.Join(err, addAll(ctx, w, s.tables.holidays, days))
	})
}
