package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// undoable is how many of its last batches an account may take back.
const undoable = 20

const undoKind = "undo"

// valuesLeft is true of a batch whose records still keep what was before, see [file.expire].
const valuesLeft = `EXISTS (SELECT 1 FROM records r WHERE r.batch_id = b.id)
		AND NOT EXISTS (SELECT 1 FROM settings WHERE name = 'forgot_change' AND b.id <= CAST(value AS INTEGER))
		AND (NOT EXISTS (SELECT 1 FROM settings WHERE name = 'forgot_delete' AND b.id <= CAST(value AS INTEGER))
			OR NOT EXISTS (SELECT 1 FROM records r WHERE r.batch_id = b.id AND r.act = 'delete'))`

// BatchID names a batch, as [data.BatchID].
type BatchID = data.BatchID

// Batch is one act of an account.
type Batch struct {
	ID     BatchID
	At     data.Stamp
	Kind   string // what was done: a key such as "save_volunteer"
	Undone bool
	Rows   int // records that it touched
	// First tells the first of them from others of its kind, as it is now or was when it was deleted; the zero value for
	// what is not in the people's file or is known no more.
	First data.BinThing
}

// Batches lists the last 20 batches of the actor's account, the newest first; what [Store.Undo] and
// [Store.RestoreDeleted] wrote is not among them, nor what is too old to be kept.
func (s *Store) Batches(ctx context.Context, actor data.Actor) ([]Batch, error) {
	c, err := s.catalogues(ctx)
	if err != nil {
		return nil, err
	}
	var out []Batch
	for _, f := range s.open() {
		err := f.view(ctx, func(q *sqlx.Tx) error {
			batches, err := lastBatches(ctx, q, f.wall, actor)
			for i := range batches {
				if f == s.people && err == nil {
					batches[i].First, err = s.firstThing(ctx, q, c, batches[i].ID.N)
				}
			}
			out = append(out, batches...)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(out, func(a, b Batch) int { return strings.Compare(string(b.At), string(a.At)) })
	return out[:min(len(out), undoable)], nil
}

func lastBatches(ctx context.Context, q sqlx.QueryerContext, wall Wall, actor data.Actor) ([]Batch, error) {
	var rows []struct {
		ID     int64      `db:"id"`
		At     data.Stamp `db:"at"`
		Kind   string     `db:"kind"`
		Undone bool       `db:"undone"`
		Rows   int        `db:"touched"`
	}
	err := sqlx.SelectContext(ctx, q, &rows, `SELECT id, at, kind, undone IS NOT NULL AS undone,
			(SELECT count(*) FROM records WHERE batch_id = b.id) AS touched FROM batches b
		WHERE account = ? AND kind NOT IN (?, ?) AND `+valuesLeft+`
		ORDER BY id DESC LIMIT ?`, actor.Account, undoKind, restoreKind, undoable)
	if err != nil {
		return nil, fmt.Errorf("listing batches: %w", err)
	}
	out := make([]Batch, len(rows))
	for i, r := range rows {
		out[i] = Batch{ID: BatchID{Wall: wall, N: r.ID}, At: r.At, Kind: r.Kind, Undone: r.Undone, Rows: r.Rows}
	}
	return out, nil
}

// Undo takes back one of the actor's last 20 batches, whole or not at all: only while every row still is as the batch
// left it. Rows get their old version back, because the same version always means the same content. The undo is a
// batch of its own in the journal.
func (s *Store) Undo(ctx context.Context, actor data.Actor, id BatchID) error {
	batches, err := s.Batches(ctx, actor)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(batches, func(b Batch) bool { return b.ID == id && !b.Undone }) {
		return &data.Error{Code: data.NotFound, Key: "errors.nothing_to_undo"}
	}
	if id.Wall == CentreWall {
		return s.inTx(ctx, s.centre, actor, undoKind, func(w *tx) error { return s.undo(ctx, w, id.N) })
	}
	err = s.inPeople(ctx, actor, undoKind, func(w *tx) error { return s.undo(ctx, w, id.N) })
	if brokenReference(err) {
		return undoChanged() // a later row needs one that the batch brought
	}
	return err
}

func (s *Store) undo(ctx context.Context, w *tx, batch int64) error {
	var records []record
	err := w.SelectContext(ctx, &records,
		"SELECT batch_id, entity, row_id, act, version, old FROM records WHERE batch_id = ? ORDER BY id DESC", batch)
	if err != nil {
		return fmt.Errorf("reading the journal: %w", err)
	}
	if len(records) == 0 {
		return &data.Error{Code: data.NotFound, Key: "errors.nothing_to_undo"}
	}
	// rows that point at each other come back in any order; the commit refuses what is left broken
	if _, err := w.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return fmt.Errorf("deferring foreign keys: %w", err)
	}
	if err := s.checkLocks(ctx, w, batch); err != nil {
		return err
	}
	if err := writeMany(ctx, w, func() error { return w.restoreAll(ctx, records) }); err != nil {
		return err
	}
	if err := errors.Join(s.checkLocks(ctx, w, batch), s.checkRestored(ctx, w, records)); err != nil {
		return err
	}
	// once only: in a race of two, the second finds the versions changed
	_, err = w.ExecContext(ctx, "UPDATE batches SET undone = ? WHERE id = ?", w.batch, batch)
	return err
}

func undoChanged() error { return &data.Error{Code: data.Conflict, Key: "errors.undo_changed"} }

func (w *tx) restoreAll(ctx context.Context, records []record) error {
	for _, r := range records {
		e, ok := w.file.entities[r.Entity]
		if !ok {
			return fmt.Errorf("undoing: no table %q", r.Entity)
		}
		if _, err := w.write(ctx, r.Entity); err != nil {
			return err
		}
		restore := w.restore
		if r.Act == data.Inserted {
			restore = w.takeAway
		}
		if err := restore(ctx, e, r); err != nil {
			return err
		}
	}
	return nil
}

// takeAway deletes a row that the batch brought. The journal does not keep what stood in it: nothing brings it back, and
// people who should not have been here leave no trace.
func (w *tx) takeAway(ctx context.Context, _ entity, r record) error {
	res, err := w.exec(ctx, "DELETE FROM "+string(r.Entity)+" WHERE id = ? AND version = ?", r.RowID, r.Version)
	if err != nil {
		return fmt.Errorf("deleting one of %s: %w", r.Entity, err)
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, undoChanged())
	}
	w.record(r.Entity, r.RowID, data.Deleted, 0, nil)
	return nil
}

// restore brings one row back to what it was before the batch changed or deleted it.
func (w *tx) restore(ctx context.Context, e entity, r record) error {
	now, exists, err := e.base().current(ctx, w, r.RowID)
	if err != nil {
		return err
	}
	if exists == (r.Act == data.Deleted) || exists && now["version"] != r.Version {
		return undoChanged()
	}
	old, err := decodeRow(r.Old)
	if err != nil {
		return err
	}
	if r.Act == data.Deleted {
		return w.bringBack(ctx, e, r, old)
	}
	before := map[string]any{}
	for name := range old {
		before[name] = now[name]
	}
	w.record(r.Entity, r.RowID, data.Changed, old["version"].(int64), before)
	return errors.Join(w.changeRow(ctx, r.Entity, r.RowID, old), e.rekey(ctx, w, r.RowID))
}

func (w *tx) bringBack(ctx context.Context, e entity, r record, old map[string]any) error {
	w.record(r.Entity, r.RowID, data.Inserted, old["version"].(int64), nil)
	old["id"] = r.RowID
	if _, err := w.insertRow(ctx, r.Entity, old); err != nil {
		return err
	}
	return e.rekey(ctx, w, r.RowID)
}

// checkLocks refuses to take back hours of a month that was locked since, as they are now.
func (s *Store) checkLocks(ctx context.Context, w *tx, batch int64) error {
	if w.file.wall != PeopleWall {
		return nil
	}
	var locked []data.Month
	err := w.SelectContext(ctx, &locked, `SELECT DISTINCT m.month FROM records r JOIN hours h ON h.id = r.row_id
		JOIN locked_months m ON m.month = substr(h.day, 1, 7) WHERE r.batch_id = ? AND r.entity = 'hours' AND m.version > ?`,
		batch, batch)
	if err != nil {
		return fmt.Errorf("looking for locked months: %w", err)
	}
	for _, m := range locked {
		err = data.CheckMonth(func(data.Month) bool { return true }, "", m.First())
	}
	return err
}

// checkRestored holds over the restored rows what their own saves would have held: the rules may have found the state
// that comes back good only because of what changed since. Of a row that is gone there is nothing to hold.
func (s *Store) checkRestored(ctx context.Context, w *tx, records []record) error {
	for _, r := range records {
		if r.Act == data.Inserted {
			continue
		}
		if err := s.checkRow(ctx, w, r); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) checkRow(ctx context.Context, w *tx, r record) error {
	switch r.Entity {
	case Volunteers:
		return s.checkMinorOf(ctx, w, r.RowID)
	case Venues:
		return s.checkVenue(ctx, w, r.RowID)
	case Events:
		return s.checkEventsOf(ctx, w, "id = ?", r.RowID)
	case Assignments:
		return s.checkRestoredPlace(ctx, w, r.RowID)
	case HoursEntries:
		rows, err := s.tables.hours.where(ctx, w, "id = ?", r.RowID)
		for _, h := range rows {
			err = errors.Join(s.checkApproved(ctx, w, h), s.checkEventHours(ctx, w, h))
		}
		return err
	}
	return nil
}

// checkRestoredPlace holds over a place that comes back, or whose mark does: it may have been given away since, and its
// hours approved.
func (s *Store) checkRestoredPlace(ctx context.Context, w *tx, id int64) error {
	rows, err := s.tables.assignments.where(ctx, w, "id = ?", id)
	if err != nil || len(rows) == 0 {
		return err
	}
	a := rows[0]
	need, err := s.tables.needs.get(ctx, w, a.NeedID)
	if err != nil {
		return err
	}
	if a.Open() {
		if err := s.placeLeft(ctx, w, need, a); err != nil {
			return err
		}
	}
	approved, err := s.tables.hours.where(ctx, w, "event_id = ? AND volunteer_id = ? AND status = 'approved'", need.EventID, a.VolunteerID)
	if err != nil {
		return err
	}
	if len(approved) > 0 && !a.Attendance.Came() {
		return s.approvedMark(ctx, w, a.VolunteerID)
	}
	return s.checkEventsOf(ctx, w, "id = ?", need.EventID)
}
