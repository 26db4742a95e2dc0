package store

import (
	"context"

	"saya/data"
)

// check cleans a row and refuses one that breaks the rules of its own fields. What it meets is checked where it is saved.
func (s *Store) check(row any) error {
	if r, ok := row.(interface{ Normalise() }); ok {
		r.Normalise()
	}
	switch r := row.(type) {
	case interface{ Validate(today data.Date) error }:
		return r.Validate(s.Today())
	case interface{ Validate() error }:
		return r.Validate()
	}
	return nil
}

// put saves a row that keeps the rules of its own fields and returns its id.
func put[T any](ctx context.Context, s *Store, w *tx, t *table[T], row *T) (int64, error) {
	if err := s.check(row); err != nil {
		return 0, err
	}
	return t.save(ctx, w, row)
}

// putAlone saves one row in a transaction of its own.
func putAlone[T any](ctx context.Context, s *Store, actor data.Actor, kind string, t *table[T], row T) (id int64, err error) {
	err = s.inPeople(ctx, actor, kind, func(w *tx) error {
		id, err = put(ctx, s, w, t, &row)
		return err
	})
	return id, err
}
