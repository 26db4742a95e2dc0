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

// BatchID names a batch: batches are counted in each file.
type BatchID struct {
	Wall Wall
	N    int64
}

// Batch is one act of an account.
type Batch struct {
	ID     BatchID
	At     data.Stamp
	Kind   string // what was done: a key such as "save_volunteer"
	Undone bool
}

// Batches lists the last 20 batches of the actor's account, the newest first; what [Store.Undo] wrote is not among them.
func (s *Store) Batches(ctx context.Context, actor data.Actor) ([]Batch, error) {
	var out []Batch
	for _, f := range s.files() {
		err := f.view(ctx, func(q *sqlx.Tx) error {
			batches, err := lastBatches(ctx, q, f.wall, actor)
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
	}
	err := sqlx.SelectContext(ctx, q, &rows, `SELECT id, at, kind, undone IS NOT NULL AS undone FROM batches
		WHERE account = ? AND kind <> ? ORDER BY id DESC LIMIT ?`, actor.Account, undoKind, undoable)
	if err != nil {
		return nil, fmt.Errorf("listing batches: %w", err)
	}
	out := make([]Batch, len(rows))
	for i, r := range rows {
		out[i] = Batch{ID: BatchID{wall, r.ID}, At: r.At, Kind: r.Kind, Undone: r.Undone}
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
	restore := func(ctx context.Context, w *tx, r record) error { return w.restore(ctx, r) }
	for _, step := range []func(context.Context, *tx, record) error{s.checkLock, restore, s.checkLock, s.checkRestored} {
		for _, r := range records {
			if err := step(ctx, w, r); err != nil {
				return err
			}
		}
	}
	// once only: in a race of two, the second finds the versions changed
	_, err = w.ExecContext(ctx, "UPDATE batches SET undone = ? WHERE id = ?", w.batch, batch)
	return err
}

func undoChanged() error { return &data.Error{Code: data.Conflict, Key: "errors.undo_changed"} }

// restore brings one row back to what it was before the batch.
func (w *tx) restore(ctx context.Context, r record) error {
	e, ok := w.file.entities[r.Entity]
	if !ok {
		return fmt.Errorf("undoing: no table %q", r.Entity)
	}
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
	if _, err := w.write(ctx, r.Entity); err != nil {
		return err
	}
	switch r.Act {
	case data.Inserted:
		w.record(r.Entity, r.RowID, data.Deleted, 0, now)
		return w.deleteRow(ctx, r.Entity, r.RowID)
	case data.Deleted:
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

// checkLock refuses to take back hours of a month that was locked since.
func (s *Store) checkLock(ctx context.Context, w *tx, r record) error {
	if r.Entity != HoursEntries {
		return nil
	}
	rows, err := s.tables.hours.where(ctx, w, "id = ?", r.RowID)
	for _, h := range rows {
		err = s.checkMonth(ctx, w, "", h.Day)
	}
	return err
}

// checkRestored holds over a restored row what its own save would have held: the rules may have found the state that
// comes back good only because of what changed since.
func (s *Store) checkRestored(ctx context.Context, w *tx, r record) error {
	switch r.Entity {
	case Volunteers:
		return s.checkMinorOf(ctx, w, r.RowID)
	case Venues:
		return s.checkVenue(ctx, w, r.RowID)
	case Events:
		return s.checkEventsOf(ctx, w, "id = ?", r.RowID)
	case Assignments:
		return s.checkEventsOf(ctx, w, `id = (SELECT n.event_id FROM needs n JOIN assignments a ON a.need_id = n.id WHERE a.id = ?)`, r.RowID)
	case HoursEntries:
		rows, err := s.tables.hours.where(ctx, w, "id = ?", r.RowID)
		for _, h := range rows {
			err = errors.Join(s.checkApproved(ctx, w, h), s.checkEventHours(ctx, w, h))
		}
		return err
	}
	return nil
}
