package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/jmoiron/sqlx"
	"github.com/mattn/go-sqlite3"

	"saya/data"
)

const restoreKind = "restore_deleted"

// Bin lists what was deleted of the people's file in the last 30 days and is not back, by whomever, the newest first.
// One item is one batch: what was deleted together comes back together.
func (s *Store) Bin(ctx context.Context) ([]data.BinItem, error) {
	return s.bin(ctx, 0)
}

// bin is [Store.Bin], of one batch only if its number is not 0.
func (s *Store) bin(ctx context.Context, only int64) ([]data.BinItem, error) {
	c, err := s.catalogues(ctx)
	if err != nil {
		return nil, err
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.BinItem, error) { return s.binOf(ctx, q, c, only) })
}

func (s *Store) binOf(ctx context.Context, q *sqlx.Tx, c catalogues, only int64) ([]data.BinItem, error) {
	var batches []struct {
		ID      int64      `db:"id"`
		At      data.Stamp `db:"at"`
		Account string     `db:"account"`
		Kind    string     `db:"kind"`
	}
	err := q.SelectContext(ctx, &batches, `SELECT id, at, account, kind FROM batches b
		WHERE at >= ? AND undone IS NULL AND kind NOT IN (?, ?) AND ? IN (0, id) AND `+valuesLeft+`
			AND EXISTS (SELECT 1 FROM records r WHERE r.batch_id = b.id AND r.act = 'delete' AND r.entity <> 'locked_months')
		ORDER BY id DESC`, data.StampOf(s.now().Add(-deletesKept)), undoKind, restoreKind, only)
	if err != nil {
		return nil, fmt.Errorf("looking into the bin: %w", err)
	}
	out := make([]data.BinItem, len(batches))
	for i, b := range batches {
		out[i] = data.BinItem{ID: BatchID{Wall: PeopleWall, N: b.ID}, At: b.At, Account: b.Account, Kind: b.Kind, Mine: s.mayRestore(b.Account)}
		if out[i].Things, out[i].Changes, err = s.binThings(ctx, q, c, b.ID); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// mayRestore tells whether whoever opened the centre brings back what an account deleted.
func (s *Store) mayRestore(account string) bool {
	return data.SameAccountName(account, s.actor.Account) || s.free(s.actor) || s.actor.Role.May(data.RestoreDeleted)
}

// RestoreDeleted brings back what a batch of the bin deleted, as [Store.Undo] would: whole or not at all, under the
// rules of today. It is for whoever deleted it and for who has [data.RestoreDeleted].
func (s *Store) RestoreDeleted(ctx context.Context, actor data.Actor, id BatchID) error {
	items, err := s.bin(ctx, id.N)
	i := slices.IndexFunc(items, func(b data.BinItem) bool { return b.ID == id })
	switch {
	case err != nil:
		return err
	case i < 0:
		return &data.Error{Code: data.NotFound, Key: "audit.not_in_bin"}
	case !items[i].Mine:
		return notAllowed()
	}
	err = s.inPeople(ctx, actor, "restore_deleted", func(w *tx) error { return s.undo(ctx, w, id.N) })
	if brokenReference(err) || twice(err) || isUndoChanged(err) {
		return &data.Error{Code: data.Conflict, Key: "audit.cannot_restore", Err: err}
	}
	return err
}

// twice tells whether a row was refused because another one has what only one may have.
func twice(err error) bool {
	var se sqlite3.Error
	return errors.As(err, &se) && se.ExtendedCode == sqlite3.ErrConstraintUnique
}

func isUndoChanged(err error) bool {
	return slices.ContainsFunc(data.Refusals(err), func(e *data.Error) bool { return e.Key == "errors.undo_changed" })
}
