package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// tx is one write: a transaction and the batch it leaves in the journal.
type tx struct {
	*sqlx.Tx
	file  *file
	actor data.Actor
	kind  string // what was done: a key such as "save_volunteer"
	at    data.Stamp

	batch   int64 // 0 until the first write; a save that changes nothing leaves no batch
	records []*record
	byRow   map[rowKey]*record
	touched map[Table]bool
	lines   []auditLine    // of the audit, beside those of the records
	bulk    bool           // only the batch is journaled, see [Store.Load]
	blocks  map[int64]bool // of the search that are to be made anew, nil while triggers keep them
	rules   catalogues
	stmts   map[string]*sqlx.Stmt
	behind  *behind // adds rows while the next are made ready, nil of a write of few
	free    bool    // see [Store.free]
	failed  error   // why a statement failed: no other is tried
	number  int64   // the highest of a volunteer, 0 until one was given out
}

// ended names the end of ctx as the reason of a failure: a transaction that it rolled back says only that it is over.
func ended(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil && !errors.Is(err, ctx.Err()) {
		return errors.Join(ctx.Err(), err)
	}
	return err
}

type rowKey struct {
	table Table
	id    int64
}

// inTx runs fn in one transaction of a file and tells listeners after the commit.
// An error of fn or of the commit leaves the file as it was.
func (s *Store) inTx(ctx context.Context, f *file, actor data.Actor, kind string, fn func(*tx) error) (err error) {
	defer func() { err = refuse(ended(ctx, err)) }()
	if err := errors.Join(s.permitAny(actor), s.stillHere(ctx)); err != nil {
		return err
	}
	let, err := f.hold()
	if err != nil {
		return err
	}
	defer let()
	sqlTx, err := f.write.BeginTxx(ctx, nil)
	if err != nil {
		return fmt.Errorf("beginning to write %s: %w", f.wall, err)
	}
	w := &tx{
		Tx: sqlTx, file: f, actor: actor, free: s.free(actor), kind: kind, at: data.StampOf(s.now()),
		byRow: map[rowKey]*record{}, touched: map[Table]bool{}, stmts: map[string]*sqlx.Stmt{},
	}
	defer func() { err = errors.Join(err, ignoreDone(sqlTx.Rollback())) }()
	for _, step := range []func() error{
		func() error { return fn(w) },
		func() error { return w.keepNumber(ctx) },
		func() error { return w.journal(ctx) },
		func() error { return w.audit(ctx) },
		func() error { return w.failed },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	if err := sqlTx.Commit(); err != nil {
		return fmt.Errorf("committing %s to %s: %w", kind, f.wall, err)
	}
	s.publish(w)
	return nil
}

// inPeople runs fn in one transaction of the people's file, with the catalogues that rules read from the centre's.
func (s *Store) inPeople(ctx context.Context, actor data.Actor, kind string, fn func(*tx) error) error {
	c, err := s.catalogues(ctx)
	if err != nil {
		return err
	}
	return s.inTx(ctx, s.people, actor, kind, func(w *tx) error {
		w.rules = c
		return fn(w)
	})
}

// write returns the number of the batch, which is the version of every row it writes. It begins the batch on first use.
func (w *tx) write(ctx context.Context, t Table) (int64, error) {
	if err := w.permit(t); err != nil {
		return 0, err
	}
	w.touched[t] = true
	if w.batch != 0 {
		return w.batch, nil
	}
	res, err := w.ExecContext(ctx, "INSERT INTO batches (at, account, kind) VALUES (?, ?, ?)", w.at, w.actor.Account, w.kind)
	if err != nil {
		return 0, fmt.Errorf("beginning a batch: %w", err)
	}
	w.batch, err = res.LastInsertId()
	return w.batch, err
}

// insert adds a row and returns its id; the struct's own id and version are not looked at.
func (t *table[T]) insert(ctx context.Context, w *tx, row *T) (int64, error) {
	values, err := t.values(row)
	if err != nil {
		return 0, err
	}
	version, err := w.write(ctx, t.name)
	if err != nil {
		return 0, err
	}
	computed := t.computed(row)
	values = append(values, version)
	for _, name := range t.keyNames {
		values = append(values, computed[name])
	}
	values = append(values, nil) // the file gives the id
	add := w.add
	if w.behind != nil {
		add = w.addBehind
	}
	id, err := add(ctx, t.name, t.adding, values)
	if err != nil {
		return 0, err
	}
	w.record(t.name, id, data.Inserted, version, nil)
	return id, nil
}

// update changes a row; a struct read before somebody else's change is refused. Nothing is written when nothing differs.
func (t *table[T]) update(ctx context.Context, w *tx, id int64, row *T) error {
	old, ok, err := t.current(ctx, w, id)
	if err != nil {
		return err
	}
	if !ok {
		return &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	}
	if seen, has := t.seen(row); has && seen != old["version"] {
		return changedMeanwhile()
	}
	values, err := t.values(row)
	if err != nil {
		return err
	}
	before, after := map[string]any{}, map[string]any{}
	for i, c := range t.columns {
		if old[c.name] != values[i] {
			before[c.name], after[c.name] = old[c.name], values[i]
		}
	}
	if len(after) == 0 {
		return nil
	}
	version, err := w.write(ctx, t.name)
	if err != nil {
		return err
	}
	before["version"], after["version"] = old["version"], version
	maps.Copy(after, t.computed(row))
	if err := w.changeRow(ctx, t.name, id, after); err != nil {
		return err
	}
	w.record(t.name, id, data.Changed, version, before)
	t.setVersion(row, version)
	return nil
}

// save inserts a row without an id and updates any other.
func (t *table[T]) save(ctx context.Context, w *tx, row *T) (int64, error) {
	if id := t.idOf(row); id != 0 {
		return id, t.update(ctx, w, id, row)
	}
	return t.insert(ctx, w, row)
}

// remove deletes a row, whatever its version.
func (t *table[T]) remove(ctx context.Context, w *tx, id int64) error {
	old, ok, err := t.current(ctx, w, id)
	if err != nil {
		return err
	}
	if !ok {
		return &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	}
	if _, err := w.write(ctx, t.name); err != nil {
		return err
	}
	if err := w.deleteRow(ctx, t.name, id); err != nil {
		return err
	}
	w.record(t.name, id, data.Deleted, 0, old)
	return nil
}

func changedMeanwhile() error {
	return &data.Error{Code: data.Conflict, Key: "errors.changed_meanwhile"}
}

func (w *tx) insertRow(ctx context.Context, t Table, values map[string]any) (int64, error) {
	names := slices.Sorted(maps.Keys(values))
	args := make([]any, len(names))
	for i, n := range names {
		args[i] = values[n]
	}
	return w.add(ctx, t, inserting(t, names), args)
}

func (w *tx) add(ctx context.Context, t Table, query string, args []any) (int64, error) {
	res, err := w.exec(ctx, query, args...)
	if err != nil {
		return 0, fmt.Errorf("adding to %s: %w", t, err)
	}
	return res.LastInsertId()
}

func (w *tx) changeRow(ctx context.Context, t Table, id int64, values map[string]any) error {
	names := slices.Sorted(maps.Keys(values))
	args := make([]any, len(names), len(names)+1)
	for i, n := range names {
		args[i] = values[n]
	}
	query := "UPDATE " + string(t) + " SET " + strings.Join(names, " = ?, ") + " = ? WHERE id = ?"
	if _, err := w.exec(ctx, query, append(args, id)...); err != nil {
		return fmt.Errorf("changing one of %s: %w", t, err)
	}
	return nil
}

func (w *tx) deleteRow(ctx context.Context, t Table, id int64) error {
	if _, err := w.exec(ctx, "DELETE FROM "+string(t)+" WHERE id = ?", id); err != nil {
		return fmt.Errorf("deleting one of %s: %w", t, err)
	}
	return nil
}
