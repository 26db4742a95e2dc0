package store

import (
	"context"
	"fmt"
	"time"

	"saya/data"
)

// The journal keeps what stood in a record for a time only; that something was done, by whom and in which fields, stays
// in the journal and in the audit.
const (
	changesKept = 400 * 24 * time.Hour // what a change replaced: more than the year that reports go back to
	deletesKept = 30 * 24 * time.Hour  // what was deleted: so long the bin gives it back
)

// expire empties the records of the journal that are too old. It needs the folder to itself.
func (f *file) expire(ctx context.Context, now time.Time) error {
	for act, kept := range map[data.Act]time.Duration{data.Changed: changesKept, data.Deleted: deletesKept} {
		if err := f.forget(ctx, act, data.StampOf(now.Add(-kept))); err != nil {
			return refuse(fmt.Errorf("letting old values of %s go: %w", f.wall, err))
		}
	}
	return nil
}

// forget empties the records of an act in all batches before the first one of a moment or later. A batch that was
// written while the clock was set back does not make those before it old.
func (f *file) forget(ctx context.Context, act data.Act, before data.Stamp) error {
	var done, last int64
	name := "forgot_" + string(act)
	err := f.read.QueryRowxContext(ctx, `SELECT coalesce((SELECT CAST(value AS INTEGER) FROM settings WHERE name = ?), 0),
		coalesce((SELECT min(id) - 1 FROM batches WHERE at >= ?), (SELECT max(id) FROM batches), 0)`, name, before).Scan(&done, &last)
	if err != nil || last <= done {
		return err
	}
	tx, err := f.write.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after the commit it does nothing
	_, err = tx.ExecContext(ctx, "UPDATE records SET old = '' WHERE batch_id > ? AND batch_id <= ? AND act = ? AND old <> ''", done, last, act)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO settings (name, value) VALUES (?, CAST(? AS TEXT))", name, last)
	if err != nil {
		return err
	}
	return tx.Commit()
}
