package store

import (
	"context"
	"errors"

	"github.com/jmoiron/sqlx"

	"saya/data"
	"saya/data/reference"
)

// centreID is the id of the only row of the profile.
const centreID = 1

// Centre returns the centre's profile.
func (s *Store) Centre(ctx context.Context) (data.Centre, error) {
	return read(ctx, s.centre, func(q *sqlx.Tx) (data.Centre, error) { return s.tables.centre.get(ctx, q, centreID) })
}

// SaveCentre cleans, checks and saves the profile; whether the centre is a sample never changes.
func (s *Store) SaveCentre(ctx context.Context, actor data.Actor, c data.Centre) error {
	if err := s.check(&c); err != nil {
		return err
	}
	return s.inTx(ctx, s.centre, actor, "save_centre", func(w *tx) error {
		old, err := s.tables.centre.get(ctx, w, centreID)
		if err != nil {
			return err
		}
		c.Sample = old.Sample
		return s.tables.centre.update(ctx, w, centreID, &c)
	})
}

// furnishCentre writes the profile and the catalogues that a new centre begins with. There is nobody yet to name as the
// actor.
func (s *Store) furnishCentre(ctx context.Context, c data.Centre, accounts []keyed) error {
	return s.inTx(ctx, s.centre, data.Actor{}, "create_centre", func(w *tx) error {
		w.bulk = true
		for _, a := range accounts {
			if _, err := w.insertAccount(ctx, a); err != nil {
				return err
			}
		}
		if _, err := s.tables.centre.insert(ctx, w, &c); err != nil {
			return err
		}
		year := s.Today().Year()
		var holidays []data.Holiday
		for y := year - holidayYears; y <= year+holidayYears; y++ {
			holidays = append(holidays, data.HolidaysOf(y, reference.HolidayRules())...)
		}
		return errors.Join(
			addAll(ctx, w, s.tables.directions, reference.Directions()),
			addAll(ctx, w, s.tables.kinds, reference.ActivityKinds()),
			addAll(ctx, w, s.tables.holidays, holidays),
		)
	})
}

// holidayYears is how many years before and after the current one a new centre knows the days off of.
const holidayYears = 3

func addAll[T any](ctx context.Context, w *tx, t *table[T], rows []T) error {
	for i := range rows {
		if _, err := t.insert(ctx, w, &rows[i]); err != nil {
			return err
		}
	}
	return nil
}
