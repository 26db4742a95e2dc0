package store

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Venues lists the ids of a filter in its order.
func (s *Store) Venues(ctx context.Context, f data.VenueFilter) ([]int64, error) {
	b := &query{from: "venues", limit: f.Limit}
	b.search(f.Search)
	if !f.Retired {
		b.and("retired = 0")
	}
	b.answer("closed", f.Closed)
	b.answer("women_only", f.WomenOnly)
	if f.Region != "" {
		b.and("region = ?", f.Region)
	}
	switch f.Order {
	case data.OrderByCapacity:
		b.orderBy(f.Desc, "capacity", sortColumn(f.Lang))
	case data.OrderByEvents:
		b.orderBy(f.Desc, fmt.Sprintf(comingAt, "'"+string(s.Today())+"'"), sortColumn(f.Lang))
	default:
		b.orderBy(f.Desc, nameOrder(f.Lang, "name")...)
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) { return b.ids(ctx, q) })
}

// VenueRows reads what lists show of venues, in the order of ids.
func (s *Store) VenueRows(ctx context.Context, ids []int64) ([]data.VenueRow, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.VenueRow, error) {
		return chunk(ctx, q, ids, func(r data.VenueRow) int64 { return r.ID }, "SELECT "+s.tables.venues.list+`,
				(SELECT count(*) FROM events WHERE venue_id = venues.id AND status NOT IN ('cancelled', 'moved')) AS events,
				`+fmt.Sprintf(comingAt, "?")+` AS coming
			FROM venues WHERE id IN (%s)`, s.Today())
	})
}

// comingAt counts the events of a venue that are not over before a day.
const comingAt = "(SELECT count(*) FROM events WHERE venue_id = venues.id AND status NOT IN ('cancelled', 'moved') AND end_at >= %s)"

// answer narrows to rows where something is so, or is not.
func (b *query) answer(column string, a data.Answer) {
	if a != "" {
		b.and(column+" = ?", a == data.Yes)
	}
}

// Venue reads one venue.
func (s *Store) Venue(ctx context.Context, id int64) (data.Venue, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (data.Venue, error) { return s.tables.venues.get(ctx, q, id) })
}

// SaveVenue saves a venue and returns its id. An unset parallel limit means one event at a time. A venue with minors at
// its coming events cannot become a closed one.
func (s *Store) SaveVenue(ctx context.Context, actor data.Actor, v data.Venue) (id int64, err error) {
	err = s.inPeople(ctx, actor, "save_venue", func(w *tx) error {
		id, err = s.saveVenue(ctx, w, v)
		return err
	})
	return id, err
}

func (s *Store) saveVenue(ctx context.Context, w *tx, v data.Venue) (int64, error) {
	id, err := put(ctx, s, w, s.tables.venues, &v)
	if err != nil {
		return 0, err
	}
	return id, s.checkVenue(ctx, w, id)
}

// RetireVenues says of venues that they are no longer offered for new events, or are again.
func (s *Store) RetireVenues(ctx context.Context, actor data.Actor, ids []int64, retired bool) error {
	return s.inPeople(ctx, actor, "retire_venues", func(w *tx) error {
		for _, id := range ids {
			v, err := s.tables.venues.get(ctx, w, id)
			if err != nil {
				return err
			}
			v.Retired = retired
			if _, err := s.tables.venues.save(ctx, w, &v); err != nil {
				return err
			}
		}
		return nil
	})
}

// checkVenue holds the minor rule over the events of a venue that are not over.
func (s *Store) checkVenue(ctx context.Context, w *tx, id int64) error {
	return s.checkEventsOf(ctx, w, "venue_id = ? AND end_at >= ?", id, s.Today())
}
