package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// SaveHours saves an hours entry and returns its id. A status of approved is an approval by the actor, under the rules
// of [Store.ApproveHours].
func (s *Store) SaveHours(ctx context.Context, actor data.Actor, h data.Hours) (id int64, err error) {
	err = s.inPeople(ctx, actor, "save_hours", func(w *tx) error {
		id, err = s.saveHours(ctx, w, h)
		return err
	})
	return id, err
}

// saveHours is the one way by which an entry changes.
func (s *Store) saveHours(ctx context.Context, w *tx, h data.Hours) (int64, error) {
	if err := s.check(&h); err != nil {
		return 0, err
	}
	var old data.Hours
	if h.ID != 0 {
		var err error
		if old, err = s.tables.hours.get(ctx, w, h.ID); err != nil {
			return 0, err
		}
	}
	if (old.Status == data.Approved || h.Status == data.Approved) && !w.may(data.ApproveHours) {
		return 0, notAllowed()
	}
	if err := data.CheckStatus(old.Status, h.Status); err != nil {
		return 0, err
	}
	if err := data.CheckChange(old, h); err != nil {
		return 0, err
	}
	if err := s.checkMonth(ctx, w, data.CorrectionOf(old, h), old.Day, h.Day); err != nil {
		return 0, err
	}
	if err := s.checkEventHours(ctx, w, h); err != nil {
		return 0, err
	}
	h.ApprovedBy, h.ApprovedAt = old.ApprovedBy, old.ApprovedAt
	switch {
	case h.Status != data.Approved:
		h.ApprovedBy, h.ApprovedAt = "", ""
	case old.Status != data.Approved:
		h.ApprovedBy, h.ApprovedAt = w.actor.Account, w.at
	}
	if err := s.checkApproved(ctx, w, h); err != nil {
		return 0, err
	}
	return s.tables.hours.save(ctx, w, &h)
}

// checkApproved refuses approved hours that overlap with others of the same person.
func (s *Store) checkApproved(ctx context.Context, q sqlx.QueryerContext, h data.Hours) error {
	if h.Status != data.Approved {
		return nil
	}
	others, err := s.tables.hours.where(ctx, q, "volunteer_id = ? AND status = 'approved' AND day BETWEEN ? AND ?",
		h.VolunteerID, h.Day.AddDays(-1), h.Day.AddDays(1))
	if err != nil {
		return err
	}
	return data.CheckHours(h, others)
}

// checkEventHours refuses hours of a minor at an event with residents or in a closed venue (law 42-VI art. 12(2-1)).
func (s *Store) checkEventHours(ctx context.Context, w *tx, h data.Hours) error {
	if h.EventID == 0 {
		return nil
	}
	e, err := s.tables.events.get(ctx, w, h.EventID)
	if err != nil {
		return err
	}
	return s.checkMinors(ctx, w, []int64{h.VolunteerID}, e)
}

// ApproveHours approves entries, all or none. It refuses hours that overlap with approved ones of the same person, or
// with those before them in the batch, and entries of a locked month without a reason for the correction: as
// [data.HoursRefusals], which name every entry that is in the way.
func (s *Store) ApproveHours(ctx context.Context, actor data.Actor, ids []int64) error {
	return s.changeHours(ctx, actor, "approve_hours", ids, func(h *data.Hours) { h.Status = data.Approved })
}

// ReturnHours sends entries back with a note of what is to be mended, all or none as [Store.ApproveHours]. In a closed
// month it needs the reason of the correction too, unless the entry has one.
func (s *Store) ReturnHours(ctx context.Context, actor data.Actor, ids []int64, note, correction string) error {
	if data.Text(note) == "" {
		return &data.Error{Code: data.Invalid, Field: "note", Key: "errors.reason_required"}
	}
	return s.changeHours(ctx, actor, "return_hours", ids, func(h *data.Hours) {
		h.Status, h.Note, h.Correction = data.Returned, note, cmp.Or(correction, h.Correction)
	})
}

// SubmitHours hands drafts and returned entries in for approval, all or none as [Store.ApproveHours].
func (s *Store) SubmitHours(ctx context.Context, actor data.Actor, ids []int64) error {
	return s.changeHours(ctx, actor, "submit_hours", ids, func(h *data.Hours) { h.Status = data.Submitted })
}

// changeHours changes entries in one batch.
func (s *Store) changeHours(ctx context.Context, actor data.Actor, kind string, ids []int64, change func(*data.Hours)) error {
	return s.eachHours(ctx, actor, kind, ids, func(w *tx, h data.Hours) error {
		change(&h)
		_, err := s.saveHours(ctx, w, h)
		return err
	})
}

// eachHours does something to entries in one batch. Rules are asked of every entry, so that all refusals are known at once.
func (s *Store) eachHours(ctx context.Context, actor data.Actor, kind string, ids []int64, do func(*tx, data.Hours) error) error {
	return s.inPeople(ctx, actor, kind, func(w *tx) error {
		if err := w.permit(HoursEntries); err != nil {
			return err
		}
		var refused data.HoursRefusals
		for _, id := range ids {
			h, err := s.tables.hours.get(ctx, w, id)
			if err == nil {
				err = do(w, h)
			}
			if err != nil && !refusal(err) {
				return err
			}
			if err != nil {
				refused = append(refused, data.HoursRefusal{ID: id, Err: err})
			}
		}
		return refused.OrNil()
	})
}

// refusal tells whether a rule refuses a record, and not the disk or the file all of them.
func refusal(err error) bool { return len(data.Refusals(err)) > 0 && !data.IsCode(err, data.Storage) }

// ProposeHours makes a submitted entry for everyone who came to an event and has none yet, and returns the new ids.
func (s *Store) ProposeHours(ctx context.Context, actor data.Actor, eventID int64) (ids []int64, err error) {
	err = s.inPeople(ctx, actor, "propose_hours", func(w *tx) error {
		e, err := s.tables.events.get(ctx, w, eventID)
		if err = errors.Join(err, takesPlace(e)); err != nil {
			return err
		}
		return s.proposeHours(ctx, w, e, func(h data.Hours) error {
			id, err := s.saveHours(ctx, w, h)
			ids = append(ids, id)
			return err
		})
	})
	return ids, err
}

// ProposeAllHours does as [Store.ProposeHours] for every event outside closed months, in one batch. Entries that a rule
// refuses are left out and counted: they are written by hand, or their event is mended first.
func (s *Store) ProposeAllHours(ctx context.Context, actor data.Actor) (ids []int64, left int, err error) {
	err = s.inPeople(ctx, actor, "propose_hours", func(w *tx) error {
		events, err := s.unproposed(ctx, w)
		if err = errors.Join(err, w.permit(HoursEntries)); err != nil {
			return err
		}
		add := func(h data.Hours) error {
			id, err := s.saveHours(ctx, w, h)
			if err != nil && refusal(err) {
				left++
				return nil
			}
			ids = append(ids, id)
			return err
		}
		for _, e := range events {
			if err := s.proposeHours(ctx, w, e, add); err != nil {
				return err
			}
		}
		return nil
	})
	return ids, left, err
}

// unproposed are the events outside closed months to which somebody came who has no hours of them.
func (s *Store) unproposed(ctx context.Context, w *tx) ([]data.Event, error) {
	return s.tables.events.where(ctx, w, `status NOT IN ('cancelled', 'moved')
		AND substr(start_at, 1, 7) NOT IN (SELECT month FROM locked_months)
		AND EXISTS (SELECT 1 FROM assignments a JOIN needs n ON n.id = a.need_id
			WHERE n.event_id = events.id AND a.attendance IN ('attended', 'late', 'left_early')
			AND NOT EXISTS (SELECT 1 FROM hours h WHERE h.event_id = events.id AND h.volunteer_id = a.volunteer_id))
		ORDER BY start_at, id`)
}

// proposeHours adds the entries that the attendance of an event suggests.
func (s *Store) proposeHours(ctx context.Context, w *tx, e data.Event, add func(data.Hours) error) error {
	came, err := s.tables.assignments.where(ctx, w, `need_id IN (SELECT id FROM needs WHERE event_id = ?)
		AND volunteer_id NOT IN (SELECT volunteer_id FROM hours WHERE event_id = ?) ORDER BY id`, e.ID, e.ID)
	if err != nil {
		return err
	}
	served := map[int64]bool{}
	for _, a := range came {
		h, ok := data.ProposeHours(e, a)
		if !ok || served[a.VolunteerID] {
			continue
		}
		served[a.VolunteerID] = true
		if err := add(h); err != nil {
			return err
		}
	}
	return nil
}

// DeleteHours removes entries that are not approved, all or none as [Store.ApproveHours].
func (s *Store) DeleteHours(ctx context.Context, actor data.Actor, ids ...int64) error {
	return s.eachHours(ctx, actor, "delete_hours", ids, func(w *tx, h data.Hours) error { return s.removeHours(ctx, w, h) })
}

func (s *Store) removeHours(ctx context.Context, w *tx, h data.Hours) error {
	if h.Status == data.Approved {
		return &data.Error{Code: data.Conflict, Field: "status", Key: "rules.hours_approved_delete"}
	}
	months, err := s.lockedMonths(ctx, w)
	if err != nil {
		return err
	}
	if slices.Contains(months, h.Day.Month()) {
		return &data.Error{Code: data.Locked, Field: "day", Key: "rules.hours_month_delete", Args: []any{"Month", h.Day.Month().First()}}
	}
	return s.tables.hours.remove(ctx, w, h.ID)
}

// checkMonth refuses a change of hours in a locked month without a reason.
func (s *Store) checkMonth(ctx context.Context, q sqlx.QueryerContext, correction string, days ...data.Date) error {
	months, err := s.lockedMonths(ctx, q)
	if err != nil {
		return err
	}
	return data.CheckMonth(func(m data.Month) bool { return slices.Contains(months, m) }, correction, days...)
}

func (s *Store) lockedMonths(ctx context.Context, q sqlx.QueryerContext) ([]data.Month, error) {
	var months []data.Month
	if err := sqlx.SelectContext(ctx, q, &months, "SELECT month FROM locked_months ORDER BY month"); err != nil {
		return nil, fmt.Errorf("reading locked months: %w", err)
	}
	return months, nil
}

// LockedMonths lists the months that are closed for changes of hours.
func (s *Store) LockedMonths(ctx context.Context) ([]data.Month, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.Month, error) { return s.lockedMonths(ctx, q) })
}

// LockMonth closes a month: from then on its hours change only with a reason for the correction.
func (s *Store) LockMonth(ctx context.Context, actor data.Actor, m data.Month) error {
	if !m.First().Valid() {
		return &data.Error{Code: data.Invalid, Field: "month", Key: "errors.date"}
	}
	return s.inPeople(ctx, actor, "lock_month", func(w *tx) error {
		months, err := s.lockedMonths(ctx, w)
		if err != nil || slices.Contains(months, m) {
			return err
		}
		_, err = s.tables.months.insert(ctx, w, &data.LockedMonth{Month: m})
		return err
	})
}

// UnlockMonth opens a month again.
func (s *Store) UnlockMonth(ctx context.Context, actor data.Actor, m data.Month) error {
	return s.inPeople(ctx, actor, "unlock_month", func(w *tx) error {
		var id int64
		err := w.GetContext(ctx, &id, "SELECT coalesce(max(id), 0) FROM locked_months WHERE month = ?", m)
		if err != nil || id == 0 {
			return err
		}
		return s.tables.months.remove(ctx, w, id)
	})
}
