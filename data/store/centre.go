package store

import (
	"context"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// centreID is the id of the only row of the profile.
const centreID = 1

// Centre returns the centre's profile.
func (s *Store) Centre(ctx context.Context) (data.Centre, error) {
	return read(ctx, s.centre, func(q *sqlx.Tx) (data.Centre, error) { return s.tables.centre.get(ctx, q, centreID) })
}

// SaveCentre saves the profile; whether the centre is a sample never changes.
func (s *Store) SaveCentre(ctx context.Context, actor data.Actor, c data.Centre) error {
	return s.inTx(ctx, s.centre, actor, "save_centre", func(w *tx) error {
		old, err := s.tables.centre.get(ctx, w, centreID)
		if err != nil {
			return err
		}
		c.Sample = old.Sample
		return s.tables.centre.update(ctx, w, centreID, &c)
	})
}

// furnishCentre writes the profile of a new centre. There is nobody yet to name as the actor.
func (s *Store) furnishCentre(ctx context.Context, c data.Centre) error {
	return s.inTx(ctx, s.centre, data.Actor{}, "create_centre", func(w *tx) error {
		_, err := s.tables.centre.insert(ctx, w, &c)
		return err
	})
}
