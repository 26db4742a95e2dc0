package store

import (
	"context"
	"errors"

	"saya/data"
)

// What is done to several events is one batch: those that a rule keeps as they are stay so, and the answer names them.

// SetEventStatus confirms, plans or calls off events, with the reason of the latter, and returns those that stay as they
// were. An event that was held stays so: people have hours of it.
func (s *Store) SetEventStatus(
	ctx context.Context, actor data.Actor, ids []int64, status data.EventStatus, reason string,
) (left []data.Unchanged, err error) {
	err = s.inPeople(ctx, actor, "set_event_status", func(w *tx) error {
		if err := w.permit(Events); err != nil { // not a refusal of each of them
			return err
		}
		left, err = oneByOne(ids, func(id int64) error { return s.setEventStatus(ctx, w, id, status, reason) })
		return err
	})
	return left, err
}

func (s *Store) setEventStatus(ctx context.Context, w *tx, id int64, status data.EventStatus, reason string) error {
	e, err := s.tables.events.get(ctx, w, id)
	if err != nil || e.Status == status {
		return err
	}
	if e.Status == data.Held {
		return &data.Error{Code: data.Conflict, Key: "store.event_held"}
	}
	if status == data.Cancelled {
		err := w.unused(ctx, "store.event_marked", id, `SELECT EXISTS (SELECT 1 FROM assignments a JOIN needs n ON n.id = a.need_id
			WHERE n.event_id = ?1 AND a.attendance <> '')`)
		if err != nil {
			return err
		}
		e.CancelReason = reason
	}
	e.Status = status
	_, err = s.saveEvent(ctx, w, e)
	return err
}

// oneByOne does something to every one of some records; what refuses leaves its record as it was. Every check of do comes
// before its first write.
func oneByOne(ids []int64, do func(id int64) error) (left []data.Unchanged, err error) {
	for _, id := range ids {
		switch err := do(id); {
		case err == nil:
		case len(data.Refusals(err)) > 0:
			left = append(left, data.Unchanged{ID: id, Why: err})
		default:
			return nil, err
		}
	}
	return left, nil
}

// DeleteEvent deletes an event made by mistake, with its needs and what is left of places that were given back. It
// refuses one with people who come or came, hours or contributions.
func (s *Store) DeleteEvent(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "delete_event", func(w *tx) error { return s.deleteEvent(ctx, w, id) })
}

// DeleteEvents deletes events as [Store.DeleteEvent] and returns those that stay.
func (s *Store) DeleteEvents(ctx context.Context, actor data.Actor, ids []int64) (left []data.Unchanged, err error) {
	err = s.inPeople(ctx, actor, "delete_events", func(w *tx) error {
		if err := w.permit(Events); err != nil {
			return err
		}
		left, err = oneByOne(ids, func(id int64) error { return s.deleteEvent(ctx, w, id) })
		return err
	})
	return left, err
}

func (s *Store) deleteEvent(ctx context.Context, w *tx, id int64) error {
	err := w.unused(ctx, "audit.event_in_use", id, `SELECT EXISTS (SELECT 1 FROM hours WHERE event_id = ?1)
		OR EXISTS (SELECT 1 FROM contributions WHERE event_id = ?1)
		OR EXISTS (SELECT 1 FROM assignments a JOIN needs n ON n.id = a.need_id WHERE n.event_id = ?1
			AND (a.attendance <> '' OR a.status IN ('requested', 'confirmed', 'waitlisted')))`)
	if err != nil {
		return err
	}
	return errors.Join(
		removeWhere(ctx, w, s.tables.assignments, "need_id IN (SELECT id FROM needs WHERE event_id = ?)", id),
		removeWhere(ctx, w, s.tables.needs, "event_id = ?", id),
		s.tables.events.remove(ctx, w, id),
	)
}
