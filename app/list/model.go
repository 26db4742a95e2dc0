package list

import (
	"context"
	"slices"

	"saya/widgets"
)

// Runner does slow work off the UI goroutine and comes back to it.
type Runner interface {
	Go(work func(ctx context.Context) error, done func(error))
}

// Source is where the rows of a list come from. All functions run off the UI goroutine.
type Source struct {
	// First lists the first [FirstRows] of the records alone, where it takes long to list all; may be nil. When there are
	// no more, IDs is not asked.
	First func(ctx context.Context) ([]int64, error)
	// IDs lists the records of the present filter, in order.
	IDs func(ctx context.Context) ([]int64, error)
	// Cells prepares the texts of some records for reading, one entry for each id, in the same order.
	Cells func(ctx context.Context, ids []int64) ([][]widgets.Cell, error)
}

// FirstRows is how many rows a long list shows before it knows all of them: more than a screen holds, in whole chunks, so
// that they are not read again.
const FirstRows = widgets.ChunkSize

// model asks a source for rows and drops answers that a newer question has overtaken. It lives on the UI goroutine.
type model struct {
	run     Runner
	began   func(rows widgets.Rows) // the first rows are there, others come
	changed func(ids []int64, rows widgets.Rows)
	failed  func(error)
	request int
	ids     []int64
	rows    *widgets.Chunks // asked for last, nil at first
	partial bool            // ids are only the first
	waits   []func()        // done once ids are all
	any     bool            // there are records, perhaps none that the question meant
}

// reload asks for the ids again. What is on screen stays there until the answer comes. If there are none, all tells
// whether there are any records; it may be nil.
func (m *model) reload(s Source, all *Source) {
	m.request++
	m.list(s, all, nil)
}

// begin is reload for a list that is seen from its beginning: its first rows come before the others.
func (m *model) begin(s Source, all *Source) {
	m.waits = nil
	if m.request++; s.First == nil {
		m.list(s, all, nil)
		return
	}
	request, ids := m.request, []int64(nil)
	m.run.Go(func(ctx context.Context) (err error) {
		ids, err = s.First(ctx)
		return err
	}, func(err error) {
		switch {
		case request != m.request:
		case err != nil:
			m.drop()
			m.failed(err)
		case len(ids) == 0:
			m.list(s, all, nil)
		case len(ids) < FirstRows: // these are all
			m.take(ids, m.chunks(s, ids))
		default:
			m.ids, m.partial, m.any = ids, true, true
			rows := m.chunks(s, ids)
			m.began(rows)
			m.list(s, all, rows)
		}
	})
}

// list asks for all ids; shown are the rows of the first of them, nil for none.
func (m *model) list(s Source, all *Source, shown *widgets.Chunks) {
	request, ids, rest := m.request, []int64(nil), []int64(nil)
	m.run.Go(func(ctx context.Context) (err error) {
		ids, err = s.IDs(ctx)
		if err == nil && len(ids) == 0 && all != nil {
			rest, err = all.IDs(ctx)
		}
		return err
	}, func(err error) {
		if request != m.request {
			return
		}
		if err != nil {
			m.drop()
			m.failed(err)
			return
		}
		if shown == nil || !shown.Extend(ids) {
			shown = m.chunks(s, ids)
		}
		m.any = len(rest) > 0 || m.any
		m.take(ids, shown)
	})
}

// take shows all rows.
func (m *model) take(ids []int64, rows widgets.Rows) {
	waits := m.waits
	m.ids, m.partial, m.waits, m.any = ids, false, nil, m.any || len(ids) > 0
	m.changed(ids, rows)
	for _, do := range waits {
		do()
	}
}

// drop takes away the first rows when the others cannot be read: they would pass for all.
func (m *model) drop() {
	if m.partial {
		m.ids, m.partial, m.waits = nil, false, nil
		m.began(widgets.RowSlice(nil))
	}
}

// whole does something with the list as soon as all its rows are known. Nothing comes of it when they cannot be read, or
// others are asked for meanwhile.
func (m *model) whole(do func()) {
	if m.partial {
		m.waits = append(m.waits, do)
		return
	}
	do()
}

func (m *model) chunks(s Source, ids []int64) *widgets.Chunks {
	var chunks *widgets.Chunks
	chunks = widgets.NewChunks(ids, func(from int, ids []int64) {
		request, cells := m.request, [][]widgets.Cell(nil)
		m.run.Go(func(ctx context.Context) (err error) {
			cells, err = s.Cells(ctx, slices.Clone(ids))
			return err
		}, func(err error) {
			if request != m.request {
				return
			}
			if err != nil {
				chunks.Forget(from)
				m.failed(err)
				return
			}
			chunks.Put(from, cells)
		})
	})
	chunks.Recall(m.rows)
	m.rows = chunks
	return chunks
}

// Arrange puts rows into the order of their ids and turns them into cells; a record that is gone leaves an empty row.
func Arrange[R any](ids []int64, rows []R, id func(R) int64, cells func(R) []widgets.Cell) [][]widgets.Cell {
	byID := make(map[int64][]widgets.Cell, len(rows))
	for _, r := range rows {
		byID[id(r)] = cells(r)
	}
	out := make([][]widgets.Cell, len(ids))
	for i, id := range ids {
		out[i] = byID[id]
		if out[i] == nil {
			out[i] = []widgets.Cell{}
		}
	}
	return out
}
