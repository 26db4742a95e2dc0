package store

import (
	"context"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Events lists the ids of a filter in its order.
func (s *Store) Events(ctx context.Context, f data.EventFilter) ([]int64, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) { return eventQuery(f).ids(ctx, q) })
}

func eventQuery(f data.EventFilter) *query {
	b := &query{from: "events", limit: f.Limit}
	b.search(f.Search)
	if f.Days.From != "" {
		b.and("start_at >= ?", f.Days.From)
	}
	if f.Days.To != "" {
		b.and("start_at < ?", f.Days.To.AddDays(1))
	}
	if f.During.From != "" {
		b.and("end_at > ?", data.NewLocal(f.During.From, 0))
	}
	if f.During.To != "" {
		b.and("start_at < ?", f.During.To.AddDays(1))
	}
	in(b, "status", f.Statuses)
	in(b, "type", f.Types)
	if f.Residents != "" {
		b.and("residents = ?", f.Residents == data.WithResidents)
	}
	b.ref("venue_id", f.VenueID)
	b.ref("project_id", f.ProjectID)
	b.ref("coordinator_id", f.CoordinatorID)
	b.ref("series", f.Series)
	if f.Direction != "" {
		b.and("direction = ?", f.Direction)
	}
	b.eventPeople(f)
	switch f.Order {
	case data.OrderByName:
		b.orderBy(f.Desc, nameOrder(f.Lang, "title")...)
	case data.OrderByStatus:
		b.orderBy(f.Desc, "status", "start_at")
	default:
		b.orderBy(f.Desc, "start_at")
	}
	return b
}

// eventPeople narrows to events by their places and hours, which are in other tables.
func (b *query) eventPeople(f data.EventFilter) {
	if f.Short {
		b.and(`(SELECT coalesce(sum(wanted), 0) FROM needs WHERE event_id = events.id) > (SELECT count(*)
			FROM needs n JOIN assignments a ON a.need_id = n.id WHERE n.event_id = events.id AND a.status = 'confirmed')`)
	}
	if f.HoursWait {
		b.and("EXISTS (SELECT 1 FROM hours WHERE event_id = events.id AND status <> 'approved')")
	}
	if f.Worked {
		b.and("EXISTS (SELECT 1 FROM hours WHERE event_id = events.id)")
	}
	if f.VolunteerID != 0 {
		b.and(`id IN (SELECT n.event_id FROM assignments a JOIN needs n ON n.id = a.need_id
			WHERE a.volunteer_id = ? AND a.status NOT IN ('declined', 'withdrawn'))`, f.VolunteerID)
	}
}

// EventRows reads what lists and the calendar show of events, in the order of ids.
func (s *Store) EventRows(ctx context.Context, ids []int64) ([]data.EventRow, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.EventRow, error) {
		return chunk(ctx, q, ids, func(r data.EventRow) int64 { return r.ID }, `
			SELECT e.id, e.title, e.type, e.status, e.start_at, e.end_at, e.direction, e.residents, e.public_count,
				coalesce(e.venue_id, 0) AS venue_id, coalesce(v.name, '{}') AS venue_name, coalesce(v.closed, 0) AS venue_closed,
				coalesce(e.project_id, 0) AS project_id, coalesce(p.name, '{}') AS project_name,
				coalesce(e.coordinator_id, 0) AS coordinator_id, trim(coalesce(c.surname || ' ' || c.given, '')) AS coordinator_name,
				(SELECT coalesce(sum(wanted), 0) FROM needs WHERE event_id = e.id) AS wanted,
				(SELECT count(*) FROM needs n JOIN assignments a ON a.need_id = n.id
					WHERE n.event_id = e.id AND a.status = 'confirmed') AS confirmed,
				(SELECT count(DISTINCT a.volunteer_id) FROM needs n JOIN assignments a ON a.need_id = n.id
					WHERE n.event_id = e.id AND a.attendance IN ('attended', 'late', 'left_early')) AS came,
				(SELECT coalesce(sum(minutes), 0) FROM hours WHERE event_id = e.id AND status = 'approved') AS approved,
				(SELECT count(*) FROM hours WHERE event_id = e.id AND status <> 'approved') AS waiting
			FROM events e LEFT JOIN venues v ON v.id = e.venue_id LEFT JOIN projects p ON p.id = e.project_id
			LEFT JOIN volunteers c ON c.id = e.coordinator_id
			WHERE e.id IN (%s)`)
	})
}

// Event reads one event.
func (s *Store) Event(ctx context.Context, id int64) (data.Event, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (data.Event, error) { return s.tables.events.get(ctx, q, id) })
}

// SaveEvent saves an event and returns its id. It refuses what [Store.EventFindings] lists: what forbids always, what
// needs a reason as long as the event has none.
func (s *Store) SaveEvent(ctx context.Context, actor data.Actor, e data.Event) (id int64, err error) {
	err = s.inPeople(ctx, actor, "save_event", func(w *tx) error {
		id, err = s.saveEvent(ctx, w, e)
		return err
	})
	return id, err
}

func (s *Store) saveEvent(ctx context.Context, w *tx, e data.Event) (id int64, err error) {
	if err := s.check(&e); err != nil {
		return 0, err
	}
	var old data.Event
	if e.ID != 0 {
		if old, err = s.tables.events.get(ctx, w, e.ID); err != nil {
			return 0, err
		}
		if err := data.CheckStatus(old.Status, e.Status); err != nil {
			return 0, err
		}
	}
	findings, err := s.eventFindings(ctx, w, w.rules, e)
	if err != nil {
		return 0, err
	}
	if err := data.Refuse(findings, e.OverrideReason); err != nil {
		return 0, err
	}
	if id, err = s.tables.events.save(ctx, w, &e); err != nil || old.ID == 0 {
		return id, err
	}
	return id, s.followEvent(ctx, w, old, e)
}

// Needs lists an event's needs in the order in which they were added.
func (s *Store) Needs(ctx context.Context, eventID int64) ([]data.Need, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.Need, error) {
		return s.tables.needs.where(ctx, q, "event_id = ? ORDER BY id", eventID)
	})
}

// SaveNeed saves a need and returns its id.
func (s *Store) SaveNeed(ctx context.Context, actor data.Actor, n data.Need) (id int64, err error) {
	err = s.inPeople(ctx, actor, "save_need", func(w *tx) error {
		id, err = s.saveNeed(ctx, w, n)
		return err
	})
	return id, err
}

// saveNeed saves a need; it never moves to another event, whose rules its people were not measured by.
func (s *Store) saveNeed(ctx context.Context, w *tx, n data.Need) (int64, error) {
	if n.ID != 0 {
		old, err := s.tables.needs.get(ctx, w, n.ID)
		if err != nil {
			return 0, err
		}
		n.EventID = old.EventID
	}
	return put(ctx, s, w, s.tables.needs, &n)
}

// DeleteNeed removes a need that nobody was assigned to.
func (s *Store) DeleteNeed(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "delete_need", func(w *tx) error { return s.tables.needs.remove(ctx, w, id) })
}
