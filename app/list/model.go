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

// Source is where the rows of a list come from. Both functions run off the UI goroutine.
type Source struct {
	// IDs lists the records of the present filter, in order.
	IDs func(ctx context.Context) ([]int64, error)
	// Cells prepares the texts of some records for reading, one entry for each id, in the same order.
	Cells func(ctx context.Context, ids []int64) ([][]widgets.Cell, error)
}

// model asks a source for rows and drops answers that a newer question has overtaken. It lives on the UI goroutine.
type model struct {
	run     Runner
	changed func(ids []int64, rows widgets.Rows)
	failed  func(error)
	request int
	ids     []int64
	any     bool // there are records, perhaps none that the question meant
}

// reload asks for the ids again. What is on screen stays there until the answer comes. If there are none, all tells
// whether there are any records; it may be nil.
func (m *model) reload(s Source, all *Source) {
	m.request++
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
			m.failed(err)
			return
		}
		m.ids = ids
		m.any = m.any || len(ids)+len(rest) > 0
		m.changed(ids, m.chunks(s, ids))
	})
}

func (m *model) chunks(s Source, ids []int64) widgets.Rows {
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
