package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"saya/data"
)

// SaveAttendance notes in one batch what the desk of an event knows: who came, how many people without a name, whether
// the event was held. e is the event as it shall be, under the rules of [Store.SaveEvent]; marks are those that change.
// Whoever came had a place. Hours entries of the event follow a changed mark; an approved one keeps its mark as it is.
// It refuses an event that has not begun and marks of other events.
func (s *Store) SaveAttendance(ctx context.Context, actor data.Actor, e data.Event, marks []data.Mark) error {
	return s.inPeople(ctx, actor, "mark_attendance", func(w *tx) error {
		old, err := s.tables.events.get(ctx, w, e.ID)
		if err != nil {
			return err
		}
		if err := errors.Join(s.hasBegun(old), takesPlace(e)); err != nil {
			return err
		}
		if !w.may(data.KeepEvents) && !sameButAttendance(old, e) {
			return notAllowed()
		}
		if !reflect.DeepEqual(old, e) {
			if _, err := s.saveEvent(ctx, w, e); err != nil {
				return err
			}
		}
		for _, m := range marks {
			if err := s.mark(ctx, w, e, m); err != nil {
				return err
			}
		}
		return nil
	})
}

// sameButAttendance tells whether an event is changed in nothing but what the desk notes: whether it was held, and for how
// many.
func sameButAttendance(old, e data.Event) bool {
	old.Status, old.PublicCount, old.ResidentsCount, old.OverrideReason = e.Status, e.PublicCount, e.ResidentsCount, e.OverrideReason
	return reflect.DeepEqual(old, e)
}

func (s *Store) mark(ctx context.Context, w *tx, e data.Event, m data.Mark) error {
	a, err := s.tables.assignments.get(ctx, w, m.AssignmentID)
	if err != nil {
		return err
	}
	need, err := s.tables.needs.get(ctx, w, a.NeedID)
	if err != nil {
		return err
	}
	if need.EventID != e.ID || !a.Open() {
		return &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	}
	before := a
	a.Version, a.Attendance, a.Start, a.End = m.Version, m.Attendance, m.Start, m.End
	if a.Attendance.Came() {
		a.Status = data.ConfirmedPlace
	}
	if _, err = put(ctx, s, w, s.tables.assignments, &a); err != nil {
		return err
	}
	return s.followMark(ctx, w, e, before, a)
}

// saveMarked saves an assignment whose mark may be new. A new mark needs an event that has begun, whoever came had a
// place, and hours that followed from another mark follow this one.
func (s *Store) saveMarked(ctx context.Context, w *tx, a data.Assignment) (int64, error) {
	var old data.Assignment
	if a.ID != 0 {
		var err error
		if old, err = s.tables.assignments.get(ctx, w, a.ID); err != nil {
			return 0, err
		}
	}
	if a.Attendance == old.Attendance && a.Start == old.Start && a.End == old.End {
		return s.saveAssignment(ctx, w, a)
	}
	e, err := s.markable(ctx, w, a)
	if err != nil {
		return 0, err
	}
	if a.Attendance.Came() {
		a.Status = data.ConfirmedPlace
	}
	id, err := s.saveAssignment(ctx, w, a)
	if err != nil || a.ID == 0 {
		return id, err
	}
	return id, s.followMark(ctx, w, e, old, a)
}

// markable is the event of an assignment, if it has begun.
func (s *Store) markable(ctx context.Context, w *tx, a data.Assignment) (data.Event, error) {
	need, err := s.tables.needs.get(ctx, w, a.NeedID)
	if err != nil {
		return data.Event{}, err
	}
	e, err := s.tables.events.get(ctx, w, need.EventID)
	if err != nil {
		return e, err
	}
	return e, s.hasBegun(e)
}

func (s *Store) hasBegun(e data.Event) error {
	if e.Start.Date() > s.Today() {
		return &data.Error{Code: data.Conflict, Field: "start_at", Key: "errors.event_not_held"}
	}
	return nil
}

// followMark makes the hours entry of an assignment what its mark suggests now, if it is what the mark before suggested:
// hours written by hand stay. Whoever did not come has none. The entry keeps its status, note and reason of a correction.
func (s *Store) followMark(ctx context.Context, w *tx, e data.Event, before, after data.Assignment) error {
	entries, err := s.tables.hours.where(ctx, w, "event_id = ? AND volunteer_id = ?", e.ID, after.VolunteerID)
	if err != nil {
		return err
	}
	was, _ := data.ProposeHours(e, before)
	for _, h := range entries {
		switch {
		case h.Status == data.Approved:
			return s.approvedMark(ctx, w, after.VolunteerID)
		case !after.Attendance.Came():
			err = s.removeHours(ctx, w, h)
		case h.SameWork(was):
			err = s.repropose(ctx, w, h, e, after)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// repropose makes an entry what an assignment suggests now; where it suggests nothing, the entry stays.
func (s *Store) repropose(ctx context.Context, w *tx, h data.Hours, e data.Event, a data.Assignment) error {
	next, ok := data.ProposeHours(e, a)
	if !ok {
		return nil
	}
	h.Day, h.Start, h.End, h.Minutes = next.Day, next.Start, next.End, next.Minutes
	_, err := s.saveHours(ctx, w, h)
	return err
}

// followEvent keeps the hours of an event with it when it moves. Approved hours keep the event where it is, and held.
func (s *Store) followEvent(ctx context.Context, w *tx, before, after data.Event) error {
	moved := before.Span() != after.Span()
	if !moved && (before.Status != data.Held || after.Status == data.Held) {
		return nil
	}
	entries, err := s.tables.hours.where(ctx, w, "event_id = ? ORDER BY status = 'approved' DESC", after.ID)
	if err != nil || len(entries) == 0 {
		return err
	}
	if entries[0].Status == data.Approved {
		return &data.Error{Code: data.Conflict, Key: "store.event_hours_approved"}
	}
	people, err := s.tables.assignments.where(ctx, w, "need_id IN (SELECT id FROM needs WHERE event_id = ?)", after.ID)
	if err != nil {
		return err
	}
	for _, a := range people {
		was, _ := data.ProposeHours(before, a)
		for _, h := range entries {
			if h.SameWork(was) {
				if err := s.repropose(ctx, w, h, after, a); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// approvedMark refuses to change a mark from which approved hours follow.
func (s *Store) approvedMark(ctx context.Context, w *tx, volunteerID int64) error {
	v, err := s.tables.volunteers.get(ctx, w, volunteerID)
	if err != nil {
		return fmt.Errorf("reading whose hours are approved: %w", err)
	}
	return &data.Error{Code: data.Conflict, Key: "store.hours_approved", Args: []any{"Number", v.Number}}
}
