package imports

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/data/store/storetest"
)

// later is a runner whose work waits until it is done by hand.
type later struct {
	page.Inline
	work []func()
}

func (l *later) Go(work func(context.Context) error, done func(error)) {
	l.work = append(l.work, func() { l.Inline.Go(work, done) })
}

func TestWorkerDoesOneTaskAtATime(t *testing.T) {
	text := func(s string) sheetin.Cell { return sheetin.Cell{Text: s, Kind: sheetin.Text} }
	plan, err := imports.NewPlan(t.Context(), storetest.New(t), storetest.Actor(), imports.Source{
		Kind: imports.Volunteers, Mapping: imports.Mapping{"surname", "given"}, Today: data.Date("2026-11-22"),
		Table: sheetin.Table{Header: 1, Height: 1, Titles: []string{"a", "b"}, Lines: []sheetin.Line{
			{Row: 2, Cells: []sheetin.Cell{text("Ахметова"), text("Айгуль")}},
			{Row: 3, Cells: []sheetin.Cell{text("Ким"), text("Мария")}},
		}},
	})
	require.NoError(t, err)
	run := &later{}
	w := newWorker(plan, run)
	var failed []error
	changes := 0
	w.changed, w.failed = func() { changes++ }, func(err error) { failed = append(failed, err) }

	var order []int64
	for row := int64(1); row <= 2; row++ {
		w.ask(task{row, func(p *imports.Plan) error {
			order = append(order, row)
			return p.Decide(int(row-1), imports.Decision{Skip: true})
		}})
	}
	w.ask(task{do: func(*imports.Plan) error { return errors.New("disk") }})
	require.Equal(t, 3, changes)
	require.Len(t, run.work, 1, "the others wait")
	require.True(t, w.pending(2))
	require.Equal(t, 2, w.counts.New)

	run.work[0]()
	require.Len(t, run.work, 2)
	require.False(t, w.pending(1))
	require.Equal(t, imports.Counts{New: 1, Skipped: 1}, w.counts)
	run.work[1]()
	run.work[2]()
	require.Len(t, run.work, 3)
	require.Equal(t, []int64{1, 2}, order)
	require.Equal(t, imports.Counts{Skipped: 2}, w.counts)
	require.Len(t, failed, 1)
	require.False(t, w.busy())
}
