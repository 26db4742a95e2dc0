package store

import (
	"context"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// permitAny refuses writes by anybody but the one who opened the centre. While it is made, whoever makes it writes.
func (s *Store) permitAny(actor data.Actor) error {
	if s.actor == (data.Actor{}) || actor == s.actor {
		return nil
	}
	return notAllowed()
}

// stillHere refuses writes of an account that was ended or given another role since it signed in, maybe by another
// program, and of a program that has lost its place in the folder.
func (s *Store) stillHere(ctx context.Context) error {
	if s.guard != nil && s.guard.lost.Load() {
		return &data.Error{Code: data.Locked, Key: "errors.locked"}
	}
	if s.account == 0 {
		return nil
	}
	return s.centre.view(ctx, func(q *sqlx.Tx) error {
		var same bool
		err := q.GetContext(ctx, &same, "SELECT count(*) FROM accounts WHERE id = ? AND state = ? AND role = ?",
			s.account, data.AccountActive, s.actor.Role)
		if err == nil && !same {
			err = notAllowed()
		}
		return err
	})
}

// free tells that nobody has signed in: the centre is being made, or opened.
func (s *Store) free(actor data.Actor) bool {
	return s.actor == (data.Actor{}) && actor == (data.Actor{})
}

// permit refuses what the role of the actor may not do.
func (s *Store) permit(actor data.Actor, right data.Right) error {
	if err := s.permitAny(actor); err != nil {
		return err
	}
	if !s.free(actor) && !actor.Role.May(right) {
		return notAllowed()
	}
	return nil
}

func notAllowed() error { return &data.Error{Code: data.Denied, Key: "errors.not_allowed"} }

// permit refuses a write of a kind of record that the role of the actor may not make.
func (w *tx) permit(t Table) error {
	right, own := rightOf(w.kind, t)
	if own || w.may(right) {
		return nil
	}
	return notAllowed()
}

func (w *tx) may(right data.Right) bool { return w.free || w.actor.Role.May(right) }

// rightOf is the right that a write needs. A use case that touches several kinds of records, as leaving ends places at
// events, needs one right for all of them. own is true for what everybody may do, or only the program itself.
func rightOf(kind string, t Table) (right data.Right, own bool) {
	switch kind {
	case "load", // refused before, see [Store.Load]
		"change_password", undoKind, restoreKind: // of what the account itself did, see [Store.mayRestore]
		return "", true
	case "save_volunteer", "change_volunteers", "accept_application":
		return data.KeepVolunteers, false
	case "save_event":
		return data.KeepEvents, false
	case "mark_attendance":
		return data.MarkAttendance, false
	case "propose_hours":
		return data.KeepHours, false
	case "approve_hours", "return_hours":
		return data.ApproveHours, false
	}
	return rightOfTable(t), false
}

// rightOfTable is the right to write a kind of record. A kind that is not here nobody may write.
func rightOfTable(t Table) data.Right {
	switch t {
	case Volunteers, Applications, Groups, Clearances:
		return data.KeepVolunteers
	case Events, Needs, Assignments, Venues, Projects:
		return data.KeepEvents
	case HoursEntries:
		return data.KeepHours
	case LockedMonths:
		return data.LockMonths
	case Contributions:
		return data.KeepContributions
	case Profile, Directions, Kinds, Requirements, Holidays:
		return data.KeepCentre
	case Accounts:
		return data.ManageAccounts
	}
	return "nobody"
}
