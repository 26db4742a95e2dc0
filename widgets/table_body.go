package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableBody is the area of the rows, as tall as all of them. It draws only
// those in view, on objects that are used again as the rows scroll, and is the
// one place where the mouse meets the rows.
type tableBody struct {
	widget.BaseWidget
	table   *DataTable
	pool    []*tableRow
	columns int // the pool has been made for
	hover   *canvas.Rectangle
	cursor  rowFrame
	hovered int  // row under the pointer, or -1
	pressed int  // row of the last press that chose nothing but it, or -1
	astray  bool // the last press was not on the row of the one before
	spot    tableSpot
	objects []fyne.CanvasObject
}

var (
	_ desktop.Mouseable      = (*tableBody)(nil)
	_ desktop.Hoverable      = (*tableBody)(nil)
	_ desktop.Cursorable     = (*tableBody)(nil)
	_ fyne.DoubleTappable    = (*tableBody)(nil)
	_ fyne.SecondaryTappable = (*tableBody)(nil)
)

func newTableBody(t *DataTable) *tableBody {
	b := &tableBody{table: t, hovered: -1, pressed: -1, hover: canvas.NewRectangle(color.Transparent), cursor: newRowFrame(), spot: newTableSpot()}
	b.hover.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// fill draws the rows in view: all of them, or those that were not in view
// before.
func (b *tableBody) fill(all bool) {
	t := b.table
	height := t.look.rowHeight
	if height <= 0 || len(t.spans) != len(t.Columns) {
		return // not laid out yet
	}
	first := int(t.scroll.Offset.Y / height)
	shown := int(math.Ceil(float64(t.scroll.Size().Height/height))) + 1
	last := min(first+shown, t.rows.Len()) - 1
	all = b.provide(shown) || all
	for _, row := range b.pool {
		if row.index < first || row.index > last {
			row.hide()
		}
	}
	for i := first; i <= last; i++ {
		if row := b.pool[i%len(b.pool)]; all || row.index != i {
			row.show(t, i)
		}
	}
	if first <= last {
		// Fyne draws nothing again for the sake of a text that was never seen, as when the cells come after the rows.
		canvas.Refresh(b.pool[first%len(b.pool)].surface)
	}
	b.mark()
}

// provide sees to it that there are enough rows to draw on and says whether
// they are new.
func (b *tableBody) provide(count int) bool {
	if count <= len(b.pool) && b.columns == len(b.table.Columns) {
		return false
	}
	b.columns = len(b.table.Columns)
	b.pool = make([]*tableRow, count)
	surfaces, contents := []fyne.CanvasObject{}, []fyne.CanvasObject{}
	for i := range b.pool {
		row := newTableRow(b.table.Columns)
		b.pool[i] = row
		surfaces = append(surfaces, row.surface)
		contents = append(contents, row.contents()...)
	}
	b.objects = append(append(append(surfaces, b.hover, b.spot.place), contents...), b.cursor.objects()...)
	return true
}

// mark puts hover and focus where they belong.
func (b *tableBody) mark() {
	t := b.table
	size := fyne.NewSize(max(t.rowsWidth(), t.Size().Width), t.look.rowHeight-1)
	n := t.rows.Len()
	b.hover.Hidden = b.hovered < 0 || b.hovered >= n
	b.hover.FillColor = colorOf(t, theme.ColorNameHover)
	b.hover.Move(fyne.NewPos(0, float32(b.hovered)*t.look.rowHeight))
	b.hover.Resize(size)
	b.hover.Refresh()
	b.cursor.show(t.focused && n > 0, colorOf(t, theme.ColorNamePrimary),
		fyne.NewPos(0, float32(t.selection.cursor)*t.look.rowHeight), size)
}

// rowAt returns the row under a place in the body, or -1.
func (b *tableBody) rowAt(at fyne.Position) int {
	row := int(at.Y / b.table.look.rowHeight)
	if at.Y < 0 || row >= b.table.rows.Len() {
		return -1
	}
	return row
}

// MouseDown chooses the row, at once and not only after the delay in which a
// second click would come.
func (b *tableBody) MouseDown(e *desktop.MouseEvent) {
	Focus(b.table)
	row := b.rowAt(e.Position)
	alone := row
	if e.Modifier != 0 {
		alone = -1
	}
	b.astray, b.pressed = alone < 0 || alone != b.pressed, alone
	if row < 0 {
		return
	}
	if e.Button == desktop.MouseButtonSecondary && b.table.selection.has(b.table.rows.ID(row)) {
		return // the menu is for all that is chosen
	}
	b.table.choose(row, e.Modifier)
}

// MouseUp does nothing.
func (b *tableBody) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped opens the row. Two rows that are chosen quickly are a double tap to Fyne, too.
func (b *tableBody) DoubleTapped(e *fyne.PointEvent) {
	if row := b.rowAt(e.Position); row >= 0 && !b.astray {
		b.table.open(row)
	}
}

// TappedSecondary asks for the menu of the row.
func (b *tableBody) TappedSecondary(e *fyne.PointEvent) {
	if row := b.rowAt(e.Position); row >= 0 {
		b.table.menu(row, e.AbsolutePosition)
	}
}

// MouseIn shows which row is under the pointer.
func (b *tableBody) MouseIn(e *desktop.MouseEvent) { b.hoverOver(b.rowAt(e.Position)) }

// MouseMoved shows which row is under the pointer.
func (b *tableBody) MouseMoved(e *desktop.MouseEvent) {
	b.hoverOver(b.rowAt(e.Position))
	b.point(e.Position)
}

// MouseOut shows that none is.
func (b *tableBody) MouseOut() {
	b.hoverOver(-1)
	b.pointAt(-1, -1)
}

func (b *tableBody) hoverOver(row int) {
	if b.hovered != row {
		b.hovered = row
		b.mark()
	}
}

// Cursor is the plain arrow.
func (b *tableBody) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer draws the rows.
func (b *tableBody) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return &tableBodyRenderer{body: b}
}

type tableBodyRenderer struct{ body *tableBody }

func (r *tableBodyRenderer) Layout(fyne.Size) { r.body.fill(false) }

func (r *tableBodyRenderer) MinSize() fyne.Size {
	t := r.body.table
	return fyne.NewSize(t.rowsWidth(), float32(t.rows.Len())*t.look.rowHeight)
}

func (r *tableBodyRenderer) Refresh() { r.body.fill(true) }

func (r *tableBodyRenderer) Objects() []fyne.CanvasObject { return r.body.objects }

func (r *tableBodyRenderer) Destroy() {}
