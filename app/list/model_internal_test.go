package list

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// queue does one thing after the other, when the test says so.
type queue []func()

func (q *queue) Go(work func(ctx context.Context) error, done func(error)) {
	*q = append(*q, func() { done(work(context.Background())) })
}

func (q *queue) step() {
	next := (*q)[0]
	*q = (*q)[1:]
	next()
}

// numbers is a source of the numbers from 1 to n.
func numbers(n int) Source {
	first := func(most int) func(context.Context) ([]int64, error) {
		return func(context.Context) (out []int64, err error) {
			for i := range min(n, most) {
				out = append(out, int64(i+1))
			}
			return out, nil
		}
	}
	return Source{First: first(FirstRows), IDs: first(n), Cells: func(_ context.Context, ids []int64) ([][]widgets.Cell, error) {
		return make([][]widgets.Cell, len(ids)), nil
	}}
}

func TestALongListShowsItsFirstRowsFirst(t *testing.T) {
	for n, steps := range map[int]int{FirstRows + 5: 2, FirstRows: 2, FirstRows - 1: 1, 0: 2} {
		q, began, all := &queue{}, 0, -1
		m := model{run: q, began: func(rows widgets.Rows) { began = rows.Len() }, changed: func(ids []int64, rows widgets.Rows) {
			require.Equal(t, len(ids), rows.Len())
			all = len(ids)
		}}
		m.begin(numbers(n), nil)
		for range steps {
			require.Equal(t, -1, all)
			q.step()
		}
		require.Empty(t, *q)
		require.Equal(t, n, all)
		require.Equal(t, n >= FirstRows, began == FirstRows, "%d", n)
		require.Equal(t, n > 0, m.any)
	}
}

func TestFirstRowsAreReadOnce(t *testing.T) {
	q, read := &queue{}, 0
	s := numbers(3 * FirstRows)
	s.Cells = func(_ context.Context, ids []int64) ([][]widgets.Cell, error) {
		read++
		return make([][]widgets.Cell, len(ids)), nil
	}
	var shown widgets.Rows
	m := model{run: q, began: func(rows widgets.Rows) { shown = rows }, changed: func(_ []int64, rows widgets.Rows) { shown = rows }}
	m.begin(s, nil)
	q.step()
	shown.Cells(0)
	q.step() // all
	q.step() // the cells
	shown.Cells(0)
	require.Empty(t, *q)
	require.Equal(t, 1, read)
	require.Equal(t, 3*FirstRows, shown.Len())
}

// What was changed between the two questions is not mixed.
func TestFirstRowsThatAreOthersByNowAreReadAgain(t *testing.T) {
	q := &queue{}
	s := numbers(2 * FirstRows)
	ids := s.IDs
	s.IDs = func(ctx context.Context) ([]int64, error) {
		out, err := ids(ctx)
		return slices.Delete(out, 3, 4), err
	}
	var first, shown widgets.Rows
	m := model{run: q, began: func(rows widgets.Rows) { first = rows }, changed: func(_ []int64, rows widgets.Rows) { shown = rows }}
	m.begin(s, nil)
	q.step()
	q.step()
	require.NotSame(t, first, shown)
	require.Equal(t, int64(5), shown.ID(3))
}

func TestFirstRowsThatCannotBeRead(t *testing.T) {
	q, failed := &queue{}, error(nil)
	s := numbers(1)
	s.First = func(context.Context) ([]int64, error) { return nil, errors.New("no") }
	m := model{run: q, failed: func(err error) { failed = err }}
	m.begin(s, nil)
	q.step()
	require.Error(t, failed)
	require.Empty(t, *q)
	m.begin(s, nil)
	failed = nil
	m.request++
	q.step()
	require.NoError(t, failed, "a newer question has overtaken it")
}

// Rows that are asked for again do not go blank until they are read.
func TestRowsAskedForAgainStay(t *testing.T) {
	q := &queue{}
	s := Source{
		IDs: func(context.Context) ([]int64, error) { return []int64{1}, nil },
		Cells: func(_ context.Context, ids []int64) ([][]widgets.Cell, error) {
			return [][]widgets.Cell{{{Text: "one"}}}, nil
		},
	}
	var shown widgets.Rows
	m := model{run: q, changed: func(_ []int64, rows widgets.Rows) { shown = rows }}
	m.reload(s, nil)
	q.step()
	shown.Cells(0)
	q.step()
	m.reload(s, nil)
	q.step()
	require.Equal(t, []widgets.Cell{{Text: "one"}}, shown.Cells(0))
	require.Len(t, *q, 1, "read all the same")
}
