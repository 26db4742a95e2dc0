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

// ApproveHours approves entries, all or none. It refuses hours that overlap with approved ones of the same person and
// entries of a locked month without a reason for the correction.
func (s *Store) ApproveHours(ctx context.Context, actor data.Actor, ids []int64) error {
	return s.eachHours(ctx, actor, "approve_hours", ids, func(h *data.Hours) { h.Status = data.Approved })
}

// ReturnHours sends entries back with a note of what is to be mended. In a closed month it needs the reason of the
// correction too, unless the entry has one.
func (s *Store) ReturnHours(ctx context.Context, actor data.Actor, ids []int64, note, correction string) error {
	if data.Text(note) == "" {
		return &data.Error{Code: data.Invalid, Field: "note", Key: "errors.reason_required"}
	}
	return s.eachHours(ctx, actor, "return_hours", ids, func(h *data.Hours) {
		h.Status, h.Note, h.Correction = data.Returned, note, cmp.Or(correction, h.Correction)
	})
}

func (s *Store) eachHours(ctx context.Context, actor data.Actor, kind string, ids []int64, change func(*data.Hours)) error {
	return s.inPeople(ctx, actor, kind, func(w *tx) error {
		for _, id := range ids {
			h, err := s.tables.hours.get(ctx, w, id)
			if err != nil {
				return err
			}
			change(&h)
			if _, err := s.saveHours(ctx, w, h); err != nil {
				return err
			}
		}
		return nil
	})
}

// ProposeHours makes a submitted entry for everyone who came to an event and has none yet, and returns the new ids.
func (s *Store) ProposeHours(ctx context.Context, actor data.Actor, eventID int64) (ids []int64, err error) {
	err = s.inPeople(ctx, actor, "propose_hours", func(w *tx) error {
		e, err := s.tables.events.get(ctx, w, eventID)
		if err = errors.Join(err, takesPlace(e)); err != nil {
			return err
		}
		came, err := s.tables.assignments.where(ctx, w, `need_id IN (SELECT id FROM needs WHERE event_id = ?)
			AND volunteer_id NOT IN (SELECT volunteer_id FROM hours WHERE event_id = ?) ORDER BY id`, eventID, eventID)
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
			id, err := s.saveHours(ctx, w, h)
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return nil
	})
	return ids, err
}

// DeleteHours removes an entry that is not approved.
func (s *Store) DeleteHours(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "delete_hours", func(w *tx) error {
		h, err := s.tables.hours.get(ctx, w, id)
		if err != nil {
			return err
		}
		return s.removeHours(ctx, w, h)
	})
}

func (s *Store) removeHours(ctx context.Context, w *tx, h data.Hours) error {
	if h.Status == data.Approved {
		return &data.Error{Code: data.Conflict, Field: "status", Key: "errors.in_use"}
	}
	if err := s.checkMonth(ctx, w, "", h.Day); err != nil {
		return err
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
