package store

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
	"saya/data/fold"
)

// Duplicates lists volunteers who may be the same person, by the rules of [data.Duplicates], the surest first. number is
// ours, 0 = none; id is left out: the volunteer's own, 0 = a new one.
func (s *Store) Duplicates(ctx context.Context, id, number int64, p data.Person) ([]data.Duplicate, error) {
	p.Normalise()
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.Duplicate, error) {
		candidates, err := s.candidates(ctx, q, number, p)
		if err != nil {
			return nil, fmt.Errorf("looking for duplicates: %w", err)
		}
		var known data.Duplicates
		for _, v := range candidates {
			if v.ID != id {
				known.Add(v.ID, v.Number, v.Person)
			}
		}
		return known.Find(number, p), nil
	})
}

// candidates share at least one thing that can be looked up with a person.
func (s *Store) candidates(ctx context.Context, q sqlx.QueryerContext, number int64, p data.Person) ([]data.Volunteer, error) {
	b := &query{}
	b.ref("number", number)
	if p.IIN != "" {
		b.and("iin = ?", p.IIN)
	}
	if p.Email != "" {
		b.and("email = ?", p.Email)
	}
	if p.Birth != "" {
		b.and("birth = ?", p.Birth)
	}
	for _, phone := range p.Phones {
		b.and("digits LIKE ?", "%"+fold.Digits(phone)+"%")
	}
	var out []data.Volunteer
	seen := map[int64]bool{}
	for i, cond := range b.conds { // one by one, so that each has its index
		rows, err := s.tables.volunteers.where(ctx, q, cond, b.args[i])
		if err != nil {
			return nil, err
		}
		for _, v := range rows {
			if !seen[v.ID] {
				seen[v.ID] = true
				out = append(out, v)
			}
		}
	}
	return out, nil
}
