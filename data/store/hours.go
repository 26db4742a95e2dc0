package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// HoursList lists the ids of a filter in its order.
func (s *Store) HoursList(ctx context.Context, f data.HoursFilter) ([]int64, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) { return hoursQuery(f).ids(ctx, q) })
}

// HoursTotal sums what a filter finds.
func (s *Store) HoursTotal(ctx context.Context, f data.HoursFilter) (data.HoursTotal, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (out data.HoursTotal, err error) {
		return out, hoursQuery(f).sum(ctx, q, "count(*) AS entries, coalesce(sum(minutes), 0) AS minutes", &out)
	})
}

// sum reads one row about all that a filter finds.
func (b *query) sum(ctx context.Context, q *sqlx.Tx, columns string, out any) error {
	text := "SELECT " + columns + " FROM " + b.from
	if len(b.conds) > 0 {
		text += " WHERE " + and(b.conds)
	}
	if err := q.GetContext(ctx, out, text, b.args...); err != nil {
		return fmt.Errorf("summing %s: %w", b.from, err)
	}
	return nil
}

// HoursMonths reads the months that a period touches, the first one first.
func (s *Store) HoursMonths(ctx context.Context, p data.Period) ([]data.HoursMonth, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.HoursMonth, error) {
		var found []data.HoursMonth
		err := q.SelectContext(ctx, &found, `SELECT substr(day, 1, 7) AS month, sum(status <> 'approved') AS waiting,
				sum(iif(status = 'approved', minutes, 0)) AS approved
			FROM hours WHERE day BETWEEN ? AND ? GROUP BY 1`, p.From.Month().First(), p.To.Month().Last())
		if err != nil {
			return nil, fmt.Errorf("summing months of hours: %w", err)
		}
		locked, err := s.lockedMonths(ctx, q)
		months := p.Months()
		out := make([]data.HoursMonth, len(months))
		for i, m := range months {
			out[i] = data.HoursMonth{Month: m}
			for _, f := range found {
				if f.Month == m {
					out[i] = f
				}
			}
			out[i].Locked = slices.Contains(locked, m)
		}
		return out, err
	})
}

func hoursQuery(f data.HoursFilter) *query {
	b := &query{from: "hours", limit: f.Limit}
	b.days("day", f.Days)
	in(b, "status", f.Statuses)
	b.ref("volunteer_id", f.VolunteerID)
	b.ref("event_id", f.EventID)
	if f.Direction != "" {
		b.and("event_id IN (SELECT id FROM events WHERE direction = ?)", f.Direction)
	}
	b.searchWork(f.Search)
	switch f.Order {
	case data.OrderByName:
		b.orderBy(f.Desc, "(SELECT "+sortColumn(f.Lang)+" FROM volunteers WHERE id = hours.volunteer_id)", "day")
	case data.OrderByMinutes:
		b.orderBy(f.Desc, "minutes")
	case data.OrderByStatus:
		b.orderBy(f.Desc, "status", "day")
	default:
		b.orderBy(f.Desc, "day")
	}
	return b
}

// searchWork finds entries by their volunteer or by their event.
func (b *query) searchWork(typed string) {
	people, events := &query{}, &query{}
	people.searchPeople(typed)
	events.search(typed)
	if len(people.conds) > 0 {
		b.and("(volunteer_id IN (SELECT id FROM volunteers WHERE "+and(people.conds)+
			") OR event_id IN (SELECT id FROM events WHERE "+and(events.conds)+"))", append(people.args, events.args...)...)
	}
}

// HoursRows reads what lists show of hours entries, in the order of ids.
func (s *Store) HoursRows(ctx context.Context, ids []int64) ([]data.HoursRow, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.HoursRow, error) {
		return chunk(ctx, q, ids, func(r data.HoursRow) int64 { return r.ID }, `
			SELECT h.id, h.version, h.volunteer_id, coalesce(h.event_id, 0) AS event_id, h.day, h.start_at, h.end_at, h.minutes,
				h.status, h.approved_by, h.approved_at, h.correction, h.note, v.number, v.surname, v.given, v.patronymic,
				coalesce(e.title, '{}') AS event_title, coalesce(e.residents, 0) AS residents,
				EXISTS (SELECT 1 FROM locked_months WHERE month = substr(h.day, 1, 7)) AS locked
			FROM hours h JOIN volunteers v ON v.id = h.volunteer_id LEFT JOIN events e ON e.id = h.event_id
			WHERE h.id IN (%s)`)
	})
}

// HoursEntry reads one hours entry.
func (s *Store) HoursEntry(ctx context.Context, id int64) (data.Hours, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (data.Hours, error) { return s.tables.hours.get(ctx, q, id) })
}
