package store

import (
	"context"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Contributions lists the ids of a filter in its order.
func (s *Store) Contributions(ctx context.Context, f data.ContributionFilter) ([]int64, error) {
	b := &query{from: "contributions", limit: f.Limit}
	b.search(f.Search)
	b.days("day", f.Days)
	in(b, "kind", f.Kinds)
	b.ref("event_id", f.EventID)
	if f.Pledges {
		b.and("day = ''")
	}
	if f.Unthanked {
		b.and("day <> '' AND thanked_on = ''")
	}
	switch f.Order {
	case data.OrderByName:
		b.orderBy(f.Desc, sortColumn(f.Lang))
	case data.OrderByValue:
		b.orderBy(f.Desc, "value")
	default:
		b.orderBy(f.Desc, "day")
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) { return b.ids(ctx, q) })
}

// ContributionRows reads what lists show of contributions, in the order of ids.
func (s *Store) ContributionRows(ctx context.Context, ids []int64) ([]data.ContributionRow, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.ContributionRow, error) {
		return chunk(ctx, q, ids, func(r data.ContributionRow) int64 { return r.ID }, "SELECT "+s.tables.contributions.list+`,
				coalesce((SELECT title FROM events WHERE id = contributions.event_id), '{}') AS event_title
			FROM contributions WHERE id IN (%s)`)
	})
}

// Contribution reads one contribution.
func (s *Store) Contribution(ctx context.Context, id int64) (data.Contribution, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (data.Contribution, error) { return s.tables.contributions.get(ctx, q, id) })
}

// SaveContribution saves a contribution and returns its id.
func (s *Store) SaveContribution(ctx context.Context, actor data.Actor, c data.Contribution) (int64, error) {
	return putAlone(ctx, s, actor, "save_contribution", s.tables.contributions, c)
}

func (s *Store) saveContribution(ctx context.Context, w *tx, c data.Contribution) (int64, error) {
	return put(ctx, s, w, s.tables.contributions, &c)
}
