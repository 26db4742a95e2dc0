package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// History tells what happened to one record, the newest first. Values are as stored; the journal keeps only what was
// before, so what came after is read from the next change or from the row itself.
func (s *Store) History(ctx context.Context, t Table, id int64) ([]data.HistoryEntry, error) {
	f := s.people
	if _, ok := s.centre.entities[t]; ok {
		f = s.centre
	}
	return read(ctx, f, func(q *sqlx.Tx) ([]data.HistoryEntry, error) {
		e, ok := f.entities[t]
		if !ok {
			return nil, fmt.Errorf("no history of %q", t)
		}
		after, _, err := e.base().current(ctx, q, id)
		if err != nil {
			return nil, err
		}
		return historyOf(ctx, q, t, id, after)
	})
}

func historyOf(ctx context.Context, q sqlx.QueryerContext, t Table, id int64, after map[string]any) ([]data.HistoryEntry, error) {
	var rows []struct {
		At      data.Stamp `db:"at"`
		Account string     `db:"account"`
		Kind    string     `db:"kind"`
		Act     data.Act   `db:"act"`
		Old     string     `db:"old"`
	}
	err := sqlx.SelectContext(ctx, q, &rows, `SELECT b.at, b.account, b.kind, r.act, r.old
		FROM records r JOIN batches b ON b.id = r.batch_id WHERE r.entity = ? AND r.row_id = ? ORDER BY r.id DESC`, t, id)
	if err != nil {
		return nil, fmt.Errorf("reading the history: %w", err)
	}
	if after == nil {
		after = map[string]any{}
	}
	out := make([]data.HistoryEntry, len(rows))
	for i, r := range rows {
		old, err := decodeRow(r.Old)
		if err != nil {
			return nil, err
		}
		out[i] = data.HistoryEntry{At: r.At, Account: r.Account, Kind: r.Kind, Act: r.Act}
		if r.Act == data.Changed {
			out[i].Fields = fieldChanges(old, after)
		}
		maps.Copy(after, old)
	}
	return out, nil
}

func fieldChanges(old, after map[string]any) []data.FieldChange {
	var out []data.FieldChange
	for _, name := range slices.Sorted(maps.Keys(old)) {
		if name != "version" {
			out = append(out, data.FieldChange{Field: name, Old: text(old[name]), New: text(after[name])})
		}
	}
	return out
}

func text(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}
