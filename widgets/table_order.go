package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

var (
	_ fyne.Draggable         = (*tableHeader)(nil)
	_ fyne.SecondaryTappable = (*tableHeader)(nil)
)

// SetColumns shows the columns in another order, width or choice. They are
// those the table was made with: the cells of the rows go with them.
func (t *DataTable) SetColumns(columns []Column) {
	t.Columns, t.measured = columns, false
	t.body.pool = nil // its objects are those of the columns that were there
	t.Refresh()
}

// MoveColumn puts a column into the place of another and tells so.
func (t *DataTable) MoveColumn(from, to int) {
	if from == to || to < 0 || to >= len(t.Columns) {
		return
	}
	columns := append([]Column{}, t.Columns[:from]...)
	columns = append(columns, t.Columns[from+1:]...)
	columns = append(columns[:to], append([]Column{t.Columns[from]}, columns[to:]...)...)
	t.SetColumns(columns)
	call(t.OnMove)
}

// shownBeside is the next column that is shown, in a direction of 1 or -1 from another; -1 for none.
func (t *DataTable) shownBeside(column, direction int) int {
	for i := column + direction; i >= 0 && i < len(t.spans); i += direction {
		if t.spans[i].width > 0 {
			return i
		}
	}
	return -1
}

// Dragged moves a column with the pointer: a line shows where it would stand.
func (h *tableHeader) Dragged(e *fyne.DragEvent) {
	if h.dragged < 0 {
		h.dragged = h.columnAt(e.Position.X - e.Dragged.DX)
	}
	h.target = h.placeAt(e.Position.X)
	h.Refresh()
}

// DragEnd puts the column where it was dropped.
func (h *tableHeader) DragEnd() {
	from, to := h.dragged, h.target
	h.dragged, h.target = -1, -1
	if from < 0 || to < 0 {
		return
	}
	if to > from { // the columns between move up
		to--
	}
	h.column = to
	h.table.MoveColumn(from, to)
	h.Refresh()
}

// placeAt is the column before which something would be dropped, or the number of columns for the end.
func (h *tableHeader) placeAt(x float32) int {
	for i, s := range h.table.spans {
		if s.width > 0 && x+h.offset < s.x+s.width/2 {
			return i
		}
	}
	return len(h.table.spans)
}

// TappedSecondary asks for the menu of the column.
func (h *tableHeader) TappedSecondary(e *fyne.PointEvent) {
	if column := h.columnAt(e.Position.X); column >= 0 {
		h.column = column
		h.menu(e.AbsolutePosition)
	}
}

func (h *tableHeader) menu(at fyne.Position) {
	if h.table.OnHeader != nil && h.column < len(h.table.Columns) {
		h.table.OnHeader(h.column, at)
	}
}

// menuByKey asks for the menu of the column that the keys work on.
func (h *tableHeader) menuByKey() {
	if h.column < len(h.table.spans) {
		origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(h)
		h.menu(origin.AddXY(h.table.spans[h.column].x-h.offset, headerHeight))
	}
}

// moveBy moves the column that the keys work on past the one beside it.
func (h *tableHeader) moveBy(direction int) {
	if to := h.table.shownBeside(h.column, direction); to >= 0 {
		from := h.column
		h.column = to
		h.table.MoveColumn(from, to)
	}
}

// showTarget draws where a column that is dragged would stand.
func (r *tableHeaderRenderer) showTarget() {
	h := r.header
	r.target.Hidden = h.dragged < 0 || h.target < 0
	if r.target.Hidden {
		return
	}
	x := h.table.rowsWidth()
	if h.target < len(h.table.spans) {
		x = h.table.spans[h.target].x
	}
	paint(r.target, colorOf(h, theme.ColorNamePrimary), fyne.NewPos(max(0, x-h.offset-1), 0), fyne.NewSize(3, headerHeight))
}

func newTarget() *canvas.Rectangle {
	target := canvas.NewRectangle(nil)
	target.Hide()
	return target
}
