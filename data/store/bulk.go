package store

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
)

// writeMany runs a write of many rows without the triggers that keep the search blocks, and makes the blocks of all
// volunteers it touched anew. Row by row, a block is written 64 times.
func writeMany(ctx context.Context, w *tx, fn func() error) error {
	if w.file.wall != PeopleWall {
		return fn()
	}
	w.blocks = map[int64]bool{}
	return without(ctx, w, "trigger", func() error {
		if err := addingBehind(w, fn); err != nil {
			return err
		}
		for _, block := range slices.Sorted(maps.Keys(w.blocks)) {
			if err := w.makeBlock(ctx, block); err != nil {
				return fmt.Errorf("making what is searched: %w", err)
			}
		}
		return nil
	})
}

// addingBehind lets fn add rows that are written while it makes the next ready.
func addingBehind(w *tx, fn func() error) error {
	w.behind = startBehind()
	err := fn()
	failed := w.behind.stop()
	w.behind = nil
	return cmp.Or(failed, err) // fn met the same failure, at a later row
}

func (w *tx) makeBlock(ctx context.Context, block int64) error {
	if _, err := w.exec(ctx, "DELETE FROM search_blocks WHERE id = ?", block); err != nil {
		return err
	}
	_, err := w.exec(ctx, `INSERT INTO search_blocks (id, search, digits)
		SELECT id >> 6, group_concat(search || '|' || id || char(10), '' ORDER BY id),
			group_concat(digits || '|' || id || char(10), '' ORDER BY id)
		FROM volunteers WHERE id BETWEEN ? AND ? GROUP BY id >> 6`, block<<6, block<<6|63)
	return err
}

// without runs fn without the indexes or the triggers of the file and makes them again at the end.
func without(ctx context.Context, w *tx, kind string, fn func() error) error {
	var found []struct {
		Name string `db:"name"`
		SQL  string `db:"sql"`
	}
	err := w.SelectContext(ctx, &found, "SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL", kind)
	if err != nil {
		return fmt.Errorf("listing each %s: %w", kind, err)
	}
	for _, f := range found {
		if _, err := w.ExecContext(ctx, "DROP "+kind+" "+f.Name); err != nil {
			return fmt.Errorf("dropping the %s %s: %w", kind, f.Name, err)
		}
	}
	if err := fn(); err != nil {
		return err
	}
	for _, f := range found {
		if _, err := w.ExecContext(ctx, f.SQL); err != nil {
			return fmt.Errorf("making the %s %s: %w", kind, f.Name, err)
		}
	}
	return nil
}
