package pagetest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/widgets"
)

// ChooseRows chooses rows of the topmost table together, by their ids.
func (w *Window) ChooseRows(ids ...int64) {
	w.t.Helper()
	table := w.table()
	table.Select(ids...)
	require.ElementsMatch(w.t, ids, table.Selected(), "no such rows")
	table.OnSelect(table.Selected())
}

// ChosenRows are the ids of the rows of the topmost table that are chosen.
func (w *Window) ChosenRows() []int64 {
	w.t.Helper()
	return w.table().Selected()
}

// Menu opens the menu of a row of the topmost table and returns its entries.
func (w *Window) Menu(id int64) []string {
	w.t.Helper()
	table := w.table()
	if chosen := table.Selected(); len(chosen) < 2 {
		w.Choose(id)
	}
	table.OnMenu(id, fyne.NewPos(300, 300))
	return w.MenuTexts()
}

// MenuTexts are the entries of the menu that is open.
func (w *Window) MenuTexts() []string {
	var out []string
	w.walkMenu(func(item *widgets.NavItem) { out = append(out, item.Text) })
	return out
}

// PressMenu presses an entry of the menu that is open.
func (w *Window) PressMenu(text string) {
	w.t.Helper()
	var found *widgets.NavItem
	w.walkMenu(func(item *widgets.NavItem) {
		if item.Text == text {
			found = item
		}
	})
	require.NotNil(w.t, found, "no entry %q", text)
	test.Tap(found)
}

func (w *Window) walkMenu(visit func(*widgets.NavItem)) {
	top := w.window.Canvas().Overlays().Top()
	if top == nil {
		return
	}
	Walk(top, func(o fyne.CanvasObject) {
		if item, ok := o.(*widgets.NavItem); ok {
			visit(item)
		}
	})
}

// Filters are the chips above the list, with their numbers; those that hold have a star.
func (w *Window) Filters() []string {
	var out []string
	w.walk(func(o fyne.CanvasObject) {
		c, ok := o.(*widgets.Chip)
		if !ok {
			return
		}
		text := c.Text
		if c.Count != "" {
			text += " " + c.Count
		}
		if c.Selected {
			text += "*"
		}
		out = append(out, text)
	})
	return out
}

// Resize gives the window another size.
func (w *Window) Resize(width, height float32) { w.window.Resize(fyne.NewSize(width, height)) }

// Columns are the ids of the columns of the topmost table that are shown.
func (w *Window) Columns() (ids []string) {
	w.t.Helper()
	for _, c := range w.table().Columns {
		if !c.Hidden {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// HeaderMenu opens the menu of a column of the topmost table, by its place.
func (w *Window) HeaderMenu(column int) {
	w.t.Helper()
	w.table().OnHeader(column, fyne.NewPos(300, 100))
}

// HasTable tells whether there is a table to be seen.
func (w *Window) HasTable() bool {
	found := false
	w.walk(func(o fyne.CanvasObject) {
		_, ok := o.(*widgets.DataTable)
		found = found || ok
	})
	return found
}

// Count is how many buttons have these words.
func (w *Window) Count(text string) (n int) {
	w.walk(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == text {
			n++
		}
	})
	return n
}

// Icons is how many buttons are only this icon.
func (w *Window) Icons(icon assets.IconName) (n int) {
	w.walk(func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == "" && b.Icon == icon {
			n++
		}
	})
	return n
}
