package list_test

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/app/page/pagetest"
	"saya/data/store/storetest"
	"saya/widgets"
)

const manyRows = list.FirstRows + 20

// half opens a list of which the first rows are there and the others are still read, which fails with err.
func half(t *testing.T, fail error) (*pagetest.Window, *pagetest.Slow, *widgets.DataTable) {
	t.Helper()
	env, w := pagetest.NewEnv(t, storetest.New(t))
	run := &pagetest.Slow{}
	env.Run = run
	s := &section{env: env}
	for i := range manyRows {
		s.ids = append(s.ids, int64(i+1))
	}
	p := s.open(w, leaving, func(c *list.Config) {
		c.Chips = []list.Chip{{ID: "all", Text: "Все"}}
		c.Acts = func([]int64) []widgets.MenuItem { return nil }
		source := c.Source
		c.Source = func(q list.Query) list.Source {
			out := source(q)
			out.First = func(context.Context) ([]int64, error) { return s.ids[:list.FirstRows], nil }
			all := out.IDs
			out.IDs = func(ctx context.Context) ([]int64, error) {
				ids, err := all(ctx)
				return ids, errors.Join(err, fail)
			}
			return out
		}
	})
	var table *widgets.DataTable
	pagetest.Walk(p.Content(), func(o fyne.CanvasObject) {
		if t, ok := o.(*widgets.DataTable); ok {
			table = t
		}
	})
	for range 3 { // how the list was left is read before its first rows
		if table.Select(list.FirstRows); len(table.Selected()) == 1 {
			break
		}
		run.Work()
	}
	require.Len(t, table.Selected(), 1)
	table.Select()
	return w, run, table
}

// The first rows of a list are not exported as all of it.
func TestExportWaitsForAllRows(t *testing.T) {
	w, run, _ := half(t, nil)
	w.PressIcon("export")
	require.False(t, w.Modals().Open())
	run.Work() // all
	require.True(t, w.Modals().Open())
}

func TestAllRowsAreChosenOnceTheyAreThere(t *testing.T) {
	w, run, table := half(t, nil)
	table.TypedShortcut(&fyne.ShortcutSelectAll{})
	require.Empty(t, w.ChosenRows())
	run.Work()
	require.Len(t, w.ChosenRows(), manyRows)
}

func TestFirstRowsGoWhenTheOthersCannotBeRead(t *testing.T) {
	w, run, table := half(t, errors.New("disk"))
	w.PressIcon("export")
	run.Work()
	require.Len(t, w.Failed, 1)
	table.Select(list.FirstRows)
	require.Empty(t, table.Selected())
	require.False(t, w.Modals().Open())
}
