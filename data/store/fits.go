package store

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Fits says of each volunteer of a filter how well she fits a place of a need, the best first, as [data.RankFits] does;
// who is equal stays in the order of the filter. [Store.AssignVolunteer] refuses by the same findings.
func (s *Store) Fits(ctx context.Context, needID int64, f data.VolunteerFilter) ([]data.Fit, error) {
	c, err := s.catalogues(ctx)
	if err != nil {
		return nil, err
	}
	ids, err := s.Volunteers(ctx, f)
	if err != nil {
		return nil, err
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.Fit, error) {
		need, err := s.tables.needs.get(ctx, q, needID)
		if err != nil {
			return nil, err
		}
		e, err := s.tables.events.get(ctx, q, need.EventID)
		if err != nil {
			return nil, err
		}
		setting, err := s.setting(ctx, q, c, e)
		if err != nil {
			return nil, err
		}
		asked, err := s.asked(ctx, q, e, need, ids)
		return data.RankFits(setting, need.Role, asked), err
	})
}

// asked gathers what is weighed of volunteers: all of each kind at once, as there may be very many of them.
func (s *Store) asked(ctx context.Context, q *sqlx.Tx, e data.Event, need data.Need, ids []int64) ([]data.Asked, error) {
	people, err := chunk(ctx, q, ids, func(v data.Volunteer) int64 { return v.ID }, `SELECT id, birth, sex, guardian_consent,
		skills, availability, status, left_on, leave_since FROM volunteers WHERE id IN (%s)`)
	if err != nil {
		return nil, err
	}
	recent, err := tally(ctx, q, "SELECT volunteer_id, sum(minutes) FROM hours WHERE status = 'approved' AND day >= ? GROUP BY volunteer_id",
		s.Today().AddDays(1-data.RecentDays))
	if err != nil {
		return nil, err
	}
	taken, err := tally(ctx, q, `SELECT a.volunteer_id, 1 FROM assignments a JOIN needs n ON n.id = a.need_id
		WHERE n.event_id = ? AND a.status IN ('requested', 'confirmed', 'waitlisted')`, e.ID)
	if err != nil {
		return nil, err
	}
	before, err := cameBefore(ctx, q, e)
	if err != nil {
		return nil, err
	}
	elsewhere, err := s.elsewhere(ctx, q, e)
	if err != nil {
		return nil, err
	}
	papers, err := s.allClearances(ctx, q, need)
	if err != nil {
		return nil, err
	}
	out := make([]data.Asked, len(people))
	for i, v := range people {
		out[i] = data.Asked{
			Helper: data.Helper{
				Volunteer: v, Leads: v.ID == e.CoordinatorID, Required: need.Clearances, Clearances: papers[v.ID], Elsewhere: elsewhere[v.ID],
			},
			Taken: taken[v.ID] > 0, Before: before[v.ID] > 0, Recent: recent[v.ID],
		}
	}
	return out, nil
}

// allClearances are those of everybody, none for a need that asks for none.
func (s *Store) allClearances(ctx context.Context, q *sqlx.Tx, need data.Need) (map[int64][]data.Clearance, error) {
	if len(need.Clearances) == 0 {
		return nil, nil
	}
	all, err := s.tables.clearances.where(ctx, q, "1")
	out := map[int64][]data.Clearance{}
	for _, c := range all {
		out[c.VolunteerID] = append(out[c.VolunteerID], c)
	}
	return out, err
}

// tally reads a number by volunteer.
func tally(ctx context.Context, q *sqlx.Tx, text string, args ...any) (map[int64]int, error) {
	var rows []struct {
		Volunteer int64 `db:"volunteer_id"`
		N         int   `db:"n"`
	}
	err := q.SelectContext(ctx, &rows, "WITH counted (volunteer_id, n) AS ("+text+") SELECT * FROM counted", args...)
	if err != nil {
		return nil, fmt.Errorf("counting by volunteer: %w", err)
	}
	out := make(map[int64]int, len(rows))
	for _, r := range rows {
		out[r.Volunteer] = r.N
	}
	return out, nil
}

// cameBefore are those who came to the last event before this one that was of its series, or else of its type.
func cameBefore(ctx context.Context, q *sqlx.Tx, e data.Event) (map[int64]int, error) {
	return tally(ctx, q, `SELECT a.volunteer_id, 1 FROM assignments a JOIN needs n ON n.id = a.need_id
		WHERE a.attendance IN ('attended', 'late', 'left_early') AND n.event_id = (
			SELECT id FROM events WHERE start_at < ? AND id <> ? AND status = 'held' AND (type = ? OR series <> 0 AND series = ?)
			ORDER BY series <> 0 AND series = ? DESC, start_at DESC, id DESC LIMIT 1)`,
		e.Start, e.ID, e.Type, e.Series, e.Series)
}

// elsewhere are the other events around the time of one, by those who are there.
func (s *Store) elsewhere(ctx context.Context, q *sqlx.Tx, e data.Event) (map[int64][]data.Event, error) {
	events, err := s.tables.events.where(ctx, q, "id <> ? AND start_at < ? AND end_at > ? ORDER BY start_at, id", e.ID, e.End, e.Start)
	if err != nil {
		return nil, err
	}
	out := map[int64][]data.Event{}
	for _, other := range events {
		people, err := tally(ctx, q, "SELECT a.volunteer_id, 1"+standing+` AND n.event_id = ?
			UNION SELECT coordinator_id, 1 FROM events WHERE id = ? AND coordinator_id IS NOT NULL`, other.ID, other.ID)
		if err != nil {
			return nil, err
		}
		for id := range people {
			out[id] = append(out[id], other)
		}
	}
	return out, nil
}
