package store

import (
	"context"
	"errors"
	"slices"

	"saya/data"
)

// errSomeRefused ends a change of several of whom some cannot be changed.
var errSomeRefused = errors.New("some volunteers cannot be changed")

// atATime is how many volunteers are read together; more are written with [writeMany].
const atATime = 500

// ChangeVolunteers changes several volunteers in one transaction and one batch, under the rules of the single save:
// leaving closes open assignments. Where a rule keeps some as they are, the result names them, and the others are
// changed only if the change says so. progress hears how many were looked at; it may be nil.
func (s *Store) ChangeVolunteers(
	ctx context.Context, actor data.Actor, b data.Bulk, progress func(done, total int64),
) (out data.BulkResult, err error) {
	if progress == nil {
		progress = func(int64, int64) {}
	}
	err = s.inPeople(ctx, actor, "change_volunteers", func(w *tx) error {
		out = data.BulkResult{}
		change := func() error { return s.changeVolunteers(ctx, w, b, progress, &out) }
		if len(b.IDs) <= atATime {
			return change()
		}
		return writeMany(ctx, w, change)
	})
	if errors.Is(err, errSomeRefused) {
		return data.BulkResult{Refused: out.Refused}, nil
	}
	return out, err
}

func (s *Store) changeVolunteers(
	ctx context.Context, w *tx, b data.Bulk, progress func(done, total int64), out *data.BulkResult,
) error {
	done, total := int64(0), int64(len(b.IDs))
	for ids := range slices.Chunk(b.IDs, atATime) {
		args := make([]any, len(ids))
		for i, id := range ids {
			args[i] = id
		}
		rows, err := s.tables.volunteers.where(ctx, w, "id IN ("+marks(len(ids))+")", args...)
		if err != nil {
			return err
		}
		for _, v := range rows {
			if err := s.changeOne(ctx, w, v, b.Change, out); err != nil {
				return err
			}
		}
		done += int64(len(ids))
		progress(done, total)
	}
	if len(out.Refused) > 0 && !b.Others {
		return errSomeRefused
	}
	return nil
}

// changeOne changes a volunteer or notes why she stays as she is: a rule is asked before anything of her is written.
func (s *Store) changeOne(ctx context.Context, w *tx, v data.Volunteer, c data.VolunteerChange, out *data.BulkResult) error {
	before := v
	err := c.Apply(&v)
	if err == nil {
		_, err = put(ctx, s, w, s.tables.volunteers, &v)
	}
	if data.IsCode(err, data.Invalid) || data.IsCode(err, data.Conflict) {
		out.Refused = append(out.Refused, data.BulkRefusal{Number: v.Number, Name: v.FullName(), Err: err})
		return nil
	}
	if err == nil && v.Status == data.Left && before.Status != data.Left {
		err = s.closeAssignments(ctx, w, v.ID)
	}
	if err != nil {
		return err
	}
	proven, err := s.prove(ctx, w, v.ID, c.Proof)
	if proven || v.Version != before.Version {
		out.Changed++
	}
	return err
}

// prove adds a proof for a volunteer, unless she has the same already; without a requirement there is nothing to add.
func (s *Store) prove(ctx context.Context, w *tx, volunteerID int64, proof data.Clearance) (bool, error) {
	if proof.Requirement == "" {
		return false, nil
	}
	same, err := s.tables.clearances.where(ctx, w, "volunteer_id = ? AND requirement = ? AND issued_on = ? AND until = ?",
		volunteerID, proof.Requirement, proof.IssuedOn, proof.Until)
	if err != nil || len(same) > 0 {
		return false, err
	}
	proof.ID, proof.VolunteerID = 0, volunteerID
	_, err = put(ctx, s, w, s.tables.clearances, &proof)
	return err == nil, err
}
