package store

import (
	"context"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// RepeatFindings lists what stands against holding an event again on each of some days. [Store.RepeatEvent] refuses by
// the same list.
func (s *Store) RepeatFindings(ctx context.Context, id int64, days []data.Date) ([]data.Occurrence, error) {
	c, err := s.catalogues(ctx)
	if err != nil {
		return nil, err
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.Occurrence, error) {
		e, err := s.tables.events.get(ctx, q, id)
		if err != nil {
			return nil, err
		}
		out := make([]data.Occurrence, len(days))
		for i, day := range days {
			out[i].Day = day
			if out[i].Findings, err = s.eventFindings(ctx, q, c, e.On(day)); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

// RepeatEvent makes an event again on each of some days, with its needs, and returns the ids. All of them and the event
// are one series then. A day with a conflict needs the reason, which is kept with it.
func (s *Store) RepeatEvent(
	ctx context.Context, actor data.Actor, id int64, days []data.Date, reason string,
) (ids []int64, err error) {
	err = s.inPeople(ctx, actor, "repeat_event", func(w *tx) error {
		e, err := s.tables.events.get(ctx, w, id)
		if err != nil {
			return err
		}
		if e.Series == 0 {
			e.Series = e.ID
			if _, err := s.tables.events.save(ctx, w, &e); err != nil {
				return err
			}
		}
		for _, day := range days {
			made, err := s.repeatOn(ctx, w, e, day, reason)
			if err != nil {
				return err
			}
			ids = append(ids, made)
		}
		return nil
	})
	return ids, err
}

func (s *Store) repeatOn(ctx context.Context, w *tx, e data.Event, day data.Date, reason string) (int64, error) {
	next := e.On(day)
	findings, err := s.eventFindings(ctx, w, w.rules, next)
	if err != nil {
		return 0, err
	}
	if data.Refuse(findings, "") != nil {
		next.OverrideReason = reason
	}
	id, err := s.saveEvent(ctx, w, next)
	if err != nil {
		return 0, err
	}
	_, err = s.copyNeeds(ctx, w, e.ID, id)
	return id, err
}

// copyNeeds gives an event the needs of another one and returns the new id of each.
func (s *Store) copyNeeds(ctx context.Context, w *tx, from, to int64) (map[int64]int64, error) {
	needs, err := s.tables.needs.where(ctx, w, "event_id = ? ORDER BY id", from)
	if err != nil {
		return nil, err
	}
	copies := make(map[int64]int64, len(needs))
	for _, n := range needs {
		old := n.ID
		n.ID, n.Version, n.EventID = 0, 0, to
		if copies[old], err = put(ctx, s, w, s.tables.needs, &n); err != nil {
			return nil, err
		}
	}
	return copies, nil
}

// RestOfSeries lists an event and those of its series that come after it, by day; the event alone where it has none.
func (s *Store) RestOfSeries(ctx context.Context, id int64) ([]int64, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) {
		e, err := s.tables.events.get(ctx, q, id)
		if err != nil || e.Series == 0 {
			return []int64{id}, err
		}
		b := eventQuery(data.EventFilter{Series: e.Series})
		b.and("start_at >= ?", e.Start)
		return b.ids(ctx, q)
	})
}

// Helped lists who helped at an event, or has a place at one that was not marked yet, by need and name, each with what
// stands against asking her for next, an event like that one which may not be saved yet.
func (s *Store) Helped(ctx context.Context, like int64, next data.Event) ([]data.Candidate, error) {
	c, err := s.catalogues(ctx)
	if err != nil {
		return nil, err
	}
	people, err := s.Assignments(ctx, like)
	if err != nil {
		return nil, err
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.Candidate, error) {
		setting, err := s.setting(ctx, q, c, next)
		if err != nil {
			return nil, err
		}
		var out []data.Candidate
		for _, a := range people {
			if !a.Helped() {
				continue
			}
			need, err := s.tables.needs.get(ctx, q, a.NeedID)
			if err != nil {
				return nil, err
			}
			h, err := s.helper(ctx, q, next, a.VolunteerID, need.Clearances)
			if err != nil {
				return nil, err
			}
			out = append(out, data.Candidate{AssignmentRow: a, Findings: data.CheckAssignment(setting, h)})
		}
		return out, nil
	})
}

// SaveLike saves a new event that is like another one, with the needs of that one, and asks volunteers who helped there
// for the same places. It returns the event's id and, by their volunteers, those whom the rules do not let be asked.
func (s *Store) SaveLike(
	ctx context.Context, actor data.Actor, like int64, e data.Event, volunteers []int64,
) (id int64, left []data.Unchanged, err error) {
	err = s.inPeople(ctx, actor, "save_event_like", func(w *tx) error {
		e.ID, e.Version = 0, 0
		if id, err = s.saveEvent(ctx, w, e); err != nil {
			return err
		}
		needs, err := s.copyNeeds(ctx, w, like, id)
		if err != nil {
			return err
		}
		left, err = oneByOne(volunteers, func(v int64) error { return s.askAgain(ctx, w, like, needs, v) })
		return err
	})
	return id, left, err
}

// askAgain asks a volunteer for the place that she had at an event. needs are those of the new event by those of that one.
func (s *Store) askAgain(ctx context.Context, w *tx, like int64, needs map[int64]int64, volunteer int64) error {
	places, err := s.tables.assignments.where(ctx, w,
		"volunteer_id = ? AND need_id IN (SELECT id FROM needs WHERE event_id = ?) ORDER BY id", volunteer, like)
	for _, a := range places {
		if err == nil && a.Helped() {
			_, err = s.saveAssignment(ctx, w, data.Assignment{NeedID: needs[a.NeedID], VolunteerID: volunteer, Status: data.Requested})
			return err
		}
	}
	return err
}
