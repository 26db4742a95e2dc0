package pagetest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// Choose chooses a row of the topmost table by its id.
func (w *Window) Choose(id int64) {
	w.t.Helper()
	table := w.table()
	table.Select(id)
	require.Equal(w.t, []int64{id}, table.Selected(), "no such row")
	table.OnSelect([]int64{id})
}

func (w *Window) table() *widgets.DataTable {
	w.t.Helper()
	var table *widgets.DataTable
	w.walk(func(o fyne.CanvasObject) {
		if t, ok := o.(*widgets.DataTable); ok {
			table = t
		}
	})
	require.NotNil(w.t, table, "no table")
	return table
}

// Texts are all words that are drawn, in their order.
func (w *Window) Texts() []string {
	var out []string
	w.walk(func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok {
			out = append(out, text.Text)
		}
	})
	return out
}

// SignOut implements [page.Window].
func (w *Window) SignOut(note string) { w.Out = append(w.Out, note) }

// ChooseFirst chooses the first row of the topmost table.
func (w *Window) ChooseFirst() {
	w.t.Helper()
	table := w.table()
	widgets.Focus(table)
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	require.Len(w.t, table.Selected(), 1, "no rows")
}
