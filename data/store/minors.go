package store

import (
	"context"
	"errors"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// The minor rule is held wherever a write could break it: a place given, hours noted, an event that gets residents, a
// birth date corrected, a venue closed, and an undo of any of these.

// checkMinors refuses people whom the minor rule forbids an event. What it only warns of is not looked at here.
func (s *Store) checkMinors(ctx context.Context, w *tx, volunteerIDs []int64, e data.Event) error {
	var venue data.Venue
	var err error
	if e.VenueID != 0 {
		if venue, err = s.tables.venues.get(ctx, w, e.VenueID); err != nil {
			return err
		}
	}
	for _, id := range volunteerIDs {
		v, getErr := s.tables.volunteers.get(ctx, w, id)
		if getErr != nil {
			return getErr
		}
		const anyReason = "-" // only what no reason overrides
		err = errors.Join(err, data.Refuse(data.CheckMinor(v.Person, e, w.rules.kind(e.LawKind), venue), anyReason))
	}
	return err
}

// helperIDs are the people who have a place or hours at an event, or coordinate it.
func helperIDs(ctx context.Context, w *tx, e data.Event) ([]int64, error) {
	var ids []int64
	err := sqlx.SelectContext(ctx, w, &ids, `SELECT a.volunteer_id FROM needs n JOIN assignments a ON a.need_id = n.id
		WHERE n.event_id = ? AND a.status IN ('requested', 'confirmed', 'waitlisted')
		UNION SELECT coordinator_id FROM events WHERE id = ? AND coordinator_id IS NOT NULL
		UNION SELECT volunteer_id FROM hours WHERE event_id = ?`, e.ID, e.ID, e.ID)
	return ids, err
}

// checkEventsOf holds the minor rule over the standing events of a condition.
func (s *Store) checkEventsOf(ctx context.Context, w *tx, cond string, args ...any) error {
	events, err := s.tables.events.where(ctx, w, "status NOT IN ('cancelled', 'moved') AND "+cond, args...)
	if err != nil {
		return err
	}
	for _, e := range events {
		ids, err := helperIDs(ctx, w, e)
		if err == nil {
			err = s.checkMinors(ctx, w, ids, e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checkMinorOf holds the minor rule over what a volunteer is to do or did, once her birth date changed.
func (s *Store) checkMinorOf(ctx context.Context, w *tx, volunteerID int64) error {
	events, err := s.tables.events.where(ctx, w, `status NOT IN ('cancelled', 'moved') AND (coordinator_id = ? OR id IN (
		SELECT n.event_id FROM assignments a JOIN needs n ON n.id = a.need_id
		WHERE a.volunteer_id = ? AND a.status IN ('requested', 'confirmed', 'waitlisted')
		UNION SELECT event_id FROM hours WHERE volunteer_id = ?))`, volunteerID, volunteerID, volunteerID)
	if err != nil {
		return err
	}
	for _, e := range events {
		if err := s.checkMinors(ctx, w, []int64{volunteerID}, e); err != nil {
			return err
		}
	}
	return nil
}
