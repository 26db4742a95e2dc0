package store

import (
	"context"
	"fmt"

	"saya/data"
)

// What was made by mistake can be deleted while nothing depends on it. It goes into the bin; what has been used stays,
// and the refusal says what to do with it instead.

// DeleteVolunteer deletes a volunteer made by mistake, with her clearances. It refuses one with hours, places, events,
// a group or an application.
func (s *Store) DeleteVolunteer(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "delete_volunteer", func(w *tx) error {
		err := w.unused(ctx, "audit.volunteer_in_use", id, `SELECT EXISTS (SELECT 1 FROM hours WHERE volunteer_id = ?1)
			OR EXISTS (SELECT 1 FROM assignments WHERE volunteer_id = ?1) OR EXISTS (SELECT 1 FROM events WHERE coordinator_id = ?1)
			OR EXISTS (SELECT 1 FROM groups WHERE leader_id = ?1) OR EXISTS (SELECT 1 FROM applications WHERE volunteer_id = ?1)`)
		if err != nil {
			return err
		}
		if err := removeWhere(ctx, w, s.tables.clearances, "volunteer_id = ?", id); err != nil {
			return err
		}
		return s.tables.volunteers.remove(ctx, w, id)
	})
}

// DeleteApplication deletes an application made by mistake. One that was accepted stays with its volunteer.
func (s *Store) DeleteApplication(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "delete_application", func(w *tx) error {
		err := w.unused(ctx, "audit.application_in_use", id,
			"SELECT EXISTS (SELECT 1 FROM applications WHERE id = ?1 AND (status = 'accepted' OR volunteer_id IS NOT NULL))")
		if err != nil {
			return err
		}
		return s.tables.applications.remove(ctx, w, id)
	})
}

// DeleteVenue deletes a venue at which no event ever was planned.
func (s *Store) DeleteVenue(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "delete_venue", func(w *tx) error {
		err := w.unused(ctx, "audit.venue_in_use", id, "SELECT EXISTS (SELECT 1 FROM events WHERE venue_id = ?1)")
		if err != nil {
			return err
		}
		return s.tables.venues.remove(ctx, w, id)
	})
}

// DeleteContribution deletes a contribution.
func (s *Store) DeleteContribution(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "delete_contribution", func(w *tx) error {
		return s.tables.contributions.remove(ctx, w, id)
	})
}

// unused refuses a record when a question about its id is answered by yes.
func (w *tx) unused(ctx context.Context, key string, id int64, question string) error {
	var used bool
	if err := w.GetContext(ctx, &used, question, id); err != nil {
		return fmt.Errorf("looking for what needs a record: %w", err)
	}
	if used {
		return &data.Error{Code: data.Conflict, Key: key}
	}
	return nil
}

// removeWhere removes the rows of a condition.
func removeWhere[T any](ctx context.Context, w *tx, t *table[T], cond string, args ...any) error {
	rows, err := t.where(ctx, w, cond, args...)
	for i := range rows {
		if err == nil {
			err = t.remove(ctx, w, t.idOf(&rows[i]))
		}
	}
	return err
}
