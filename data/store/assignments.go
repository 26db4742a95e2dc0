package store

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Assignments lists who fills the needs of an event, by need and name, as its attendance desk shows them.
func (s *Store) Assignments(ctx context.Context, eventID int64) ([]data.AssignmentRow, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.AssignmentRow, error) {
		var rows []data.AssignmentRow
		err := q.SelectContext(ctx, &rows, `SELECT a.id, a.version, a.need_id, a.volunteer_id, a.status, a.attendance,
				a.start_at, a.end_at, a.note, a.override_reason, n.role, v.number, v.surname, v.given, v.patronymic, v.birth, v.phones
			FROM needs n JOIN assignments a ON a.need_id = n.id JOIN volunteers v ON v.id = a.volunteer_id
			WHERE n.event_id = ? ORDER BY n.id, v.sort_kk, a.id`, eventID)
		if err != nil {
			return nil, fmt.Errorf("listing assignments: %w", err)
		}
		return rows, nil
	})
}

// AssignVolunteer gives a place of a need to a volunteer and returns the assignment's id. It refuses a second place at
// the same event, a full need and what the minor rule forbids; other conflicts need a reason, which is kept.
func (s *Store) AssignVolunteer(
	ctx context.Context, actor data.Actor, needID, volunteerID int64, reason string,
) (id int64, err error) {
	a := data.Assignment{NeedID: needID, VolunteerID: volunteerID, Status: data.ConfirmedPlace, OverrideReason: reason}
	return s.assign(ctx, actor, "assign_volunteer", a)
}

// SaveAssignment saves an assignment and returns its id, under the rules of [Store.AssignVolunteer]; its reason is
// OverrideReason. Only a confirmed place is counted against the need.
func (s *Store) SaveAssignment(ctx context.Context, actor data.Actor, a data.Assignment) (int64, error) {
	return s.assign(ctx, actor, "save_assignment", a)
}

func (s *Store) assign(ctx context.Context, actor data.Actor, kind string, a data.Assignment) (id int64, err error) {
	err = s.inPeople(ctx, actor, kind, func(w *tx) error {
		id, err = s.saveAssignment(ctx, w, a)
		return err
	})
	return id, err
}

func (s *Store) saveAssignment(ctx context.Context, w *tx, a data.Assignment) (int64, error) {
	if err := s.check(&a); err != nil {
		return 0, err
	}
	if err := s.mayAssign(ctx, w, a); err != nil {
		return 0, err
	}
	return s.tables.assignments.save(ctx, w, &a)
}

// mayAssign refuses a change of status that is not allowed and an open place that the rules do not give.
func (s *Store) mayAssign(ctx context.Context, w *tx, a data.Assignment) error {
	if a.ID != 0 {
		old, err := s.tables.assignments.get(ctx, w, a.ID)
		if err != nil {
			return err
		}
		if err := data.CheckStatus(old.Status, a.Status); err != nil {
			return err
		}
	}
	if !a.Open() {
		return nil
	}
	need, err := s.tables.needs.get(ctx, w, a.NeedID)
	if err != nil {
		return err
	}
	if err := s.placeLeft(ctx, w, need, a); err != nil {
		return err
	}
	findings, err := s.assignmentFindings(ctx, w, w.rules, need, a.VolunteerID)
	if err != nil {
		return err
	}
	return data.Refuse(findings, a.OverrideReason)
}

// takesPlace refuses an event that is off.
func takesPlace(e data.Event) error {
	if e.TakesPlace() {
		return nil
	}
	return &data.Error{Code: data.Conflict, Field: "event_id", Key: "store.event_off"}
}

// placeLeft refuses an event that is off, a second place at one event, and a full need.
func (s *Store) placeLeft(ctx context.Context, w *tx, need data.Need, a data.Assignment) error {
	e, err := s.tables.events.get(ctx, w, need.EventID)
	if err != nil {
		return err
	}
	if err := takesPlace(e); err != nil {
		return err
	}
	var twice, taken int
	err = w.QueryRowxContext(ctx, `SELECT
			coalesce(sum(a.volunteer_id = ? AND a.status IN ('requested', 'confirmed', 'waitlisted')), 0),
			coalesce(sum(a.need_id = ? AND a.status = 'confirmed'), 0)
		FROM needs n JOIN assignments a ON a.need_id = n.id WHERE n.event_id = ? AND a.id <> ?`,
		a.VolunteerID, a.NeedID, e.ID, a.ID).Scan(&twice, &taken)
	switch {
	case err != nil:
		return fmt.Errorf("counting places: %w", err)
	case twice > 0:
		return &data.Error{Code: data.Conflict, Field: "volunteer_id", Key: "errors.already_assigned"}
	case a.Status == data.ConfirmedPlace && taken >= need.Wanted:
		return &data.Error{Code: data.Conflict, Field: "need_id", Key: "errors.needs_full"}
	}
	return nil
}

// RemoveAssignment takes an assignment away as if it had not been; one with attendance stays.
func (s *Store) RemoveAssignment(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "remove_assignment", func(w *tx) error {
		a, err := s.tables.assignments.get(ctx, w, id)
		if err != nil {
			return err
		}
		if a.Attendance != data.Expected {
			return &data.Error{Code: data.Conflict, Field: "attendance", Key: "errors.in_use"}
		}
		return s.tables.assignments.remove(ctx, w, id)
	})
}
