package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// record is what one batch did to one row: nothing is stored of an insert, the changed columns as they were of a
// change, all columns of a delete, but none of a row whose insert is undone.
type record struct {
	BatchID int64    `db:"batch_id"`
	Entity  Table    `db:"entity"`
	RowID   int64    `db:"row_id"`
	Act     data.Act `db:"act"`
	Version int64    `db:"version"`
	Old     string   `db:"old"`

	old  map[string]any
	gone bool // inserted and deleted by the same batch
}

// LastBatch is the number of the newest batch of the people's file, 0 of an empty one: as long as it stays, nothing there
// has changed.
func (s *Store) LastBatch(ctx context.Context) (int64, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (int64, error) { return lastBatch(ctx, q) })
}

func lastBatch(ctx context.Context, q sqlx.QueryerContext) (last int64, err error) {
	if err = sqlx.GetContext(ctx, q, &last, "SELECT coalesce(max(id), 0) FROM batches"); err != nil {
		return 0, fmt.Errorf("reading the last batch: %w", err)
	}
	return last, nil
}

// record notes an act; several acts on one row become one, as seen from before the batch.
func (w *tx) record(t Table, id int64, act data.Act, version int64, old map[string]any) {
	if t == Volunteers && w.blocks != nil {
		w.blocks[id>>6] = true
	}
	if w.bulk {
		return
	}
	key := rowKey{t, id}
	r, ok := w.byRow[key]
	if !ok {
		r = &record{Entity: t, RowID: id, Act: act, Version: version, old: old}
		w.byRow[key] = r
		w.records = append(w.records, r)
		return
	}
	r.merge(act, version, old)
}

func (r *record) merge(act data.Act, version int64, old map[string]any) {
	r.Version = version
	if r.Act == data.Inserted {
		r.gone = act == data.Deleted
		return
	}
	before := r.old
	r.Act, r.old = act, old
	if r.old == nil {
		r.old = map[string]any{}
	}
	for name, v := range before {
		r.old[name] = v
	}
}

// recordsAtOnce is how many records one statement writes.
const recordsAtOnce = 100

// journal writes the records of the batch, in the order in which its rows were first touched.
func (w *tx) journal(ctx context.Context) error {
	kept := slices.DeleteFunc(w.records, func(r *record) bool { return r.gone })
	for some := range slices.Chunk(kept, recordsAtOnce) {
		args := make([]any, 0, 6*len(some))
		for _, r := range some {
			old, err := encodeRow(r.old)
			if err != nil {
				return err
			}
			args = append(args, w.batch, string(r.Entity), r.RowID, string(r.Act), r.Version, old)
		}
		_, err := w.exec(ctx, "INSERT INTO records (batch_id, entity, row_id, act, version, old) VALUES "+
			strings.TrimSuffix(strings.Repeat("(?, ?, ?, ?, ?, ?), ", len(some)), ", "), args...)
		if err != nil {
			return fmt.Errorf("writing the journal: %w", err)
		}
	}
	return nil
}
