package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// borderGrip is how wide the strip is in which a border can be caught.
const borderGrip float32 = 9

// tableBorder is the border at the right of a column's header: pulled, it
// changes a width; double-clicked, it makes the width fit.
type tableBorder struct {
	widget.BaseWidget
	table         *DataTable
	index         int // of the column to the left
	line          *canvas.Rectangle
	start, pulled float32 // width when the pull began, distance since
	pulling       bool
}

var (
	_ fyne.Draggable      = (*tableBorder)(nil)
	_ fyne.DoubleTappable = (*tableBorder)(nil)
	_ desktop.Cursorable  = (*tableBorder)(nil)
	_ desktop.Hoverable   = (*tableBorder)(nil)
)

func newTableBorder(t *DataTable, index int) *tableBorder {
	b := &tableBorder{table: t, index: index, line: canvas.NewRectangle(nil)}
	b.line.Hide()
	b.ExtendBaseWidget(b)
	return b
}

func (b *tableBorder) place(x float32) {
	_, _, ok := b.table.sized(b.index)
	b.Hidden = !ok || b.table.spans[b.index].width == 0
	b.Move(fyne.NewPos(x-borderGrip/2, 0))
	b.Resize(fyne.NewSize(borderGrip, headerHeight))
}

// Dragged changes the width of the column on the side of the border that makes
// it stay under the pointer.
func (b *tableBorder) Dragged(e *fyne.DragEvent) {
	column, sign, ok := b.table.sized(b.index)
	if !ok {
		return
	}
	if !b.pulling {
		b.pulling, b.start, b.pulled = true, b.table.spans[column].width, 0
	}
	b.pulled += e.Dragged.DX
	b.table.pullTo(column, b.start+sign*b.pulled)
}

// DragEnd tells the new width.
func (b *tableBorder) DragEnd() {
	b.pulling = false
	if column, _, ok := b.table.sized(b.index); ok {
		b.table.resized(column)
	}
}

// DoubleTapped makes the column as wide as what is in view.
func (b *tableBorder) DoubleTapped(*fyne.PointEvent) {
	if column, _, ok := b.table.sized(b.index); ok {
		b.table.FitColumn(column)
	}
}

// Cursor shows that the border can be pulled sideways.
func (b *tableBorder) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn shows the border.
func (b *tableBorder) MouseIn(*desktop.MouseEvent) { b.line.Show() }

// MouseMoved does nothing.
func (b *tableBorder) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides the border.
func (b *tableBorder) MouseOut() { b.line.Hide() }

// CreateRenderer draws the border.
func (b *tableBorder) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return &tableBorderRenderer{border: b}
}

type tableBorderRenderer struct{ border *tableBorder }

func (r *tableBorderRenderer) MinSize() fyne.Size { return fyne.NewSize(borderGrip, headerHeight) }

func (r *tableBorderRenderer) Layout(size fyne.Size) {
	r.border.line.Move(fyne.NewPos(size.Width/2-1, 6))
	r.border.line.Resize(fyne.NewSize(2, size.Height-12))
	r.Refresh()
}

func (r *tableBorderRenderer) Refresh() {
	r.border.line.FillColor = colorOf(r.border, theme.ColorNamePrimary)
	r.border.line.Refresh()
}

func (r *tableBorderRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.border.line}
}

func (r *tableBorderRenderer) Destroy() {}

func (t *DataTable) sized(border int) (column int, sign float32, ok bool) {
	return sized(t.Columns, t.spans, border)
}

// setWidth makes a column this wide, but not narrower than it may be.
func (t *DataTable) setWidth(column int, width float32) {
	c := &t.Columns[column]
	c.Width, c.Own = max(width, c.least()), true
	t.arrange()
}

// pullTo makes a column this wide unless another one, or it, would be left out for it.
func (t *DataTable) pullTo(column int, width float32) {
	before, shown := t.Columns[column], t.shownColumns()
	t.setWidth(column, width)
	if t.shownColumns() < shown {
		t.Columns[column] = before
		t.arrange()
	}
}

func (t *DataTable) shownColumns() (n int) {
	for _, s := range t.spans {
		if s.width > 0 {
			n++
		}
	}
	return n
}

func (t *DataTable) resized(column int) {
	if t.OnResize != nil {
		t.OnResize(t.Columns[column].ID, t.Columns[column].Width)
	}
}

// FitColumn makes a column as wide as what is in view of it, and tells so. The
// flexible one has the width that is left over.
func (t *DataTable) FitColumn(column int) {
	if t.Columns[column].Flexible {
		return
	}
	t.setWidth(column, t.fitting(column))
	t.resized(column)
}

// fitting is the width at which nothing in view of a column is cut.
func (t *DataTable) fitting(column int) float32 {
	c := t.Columns[column]
	width := t.titleWidth(c) - 2*t.look.padding
	for _, row := range t.body.pool {
		if row.index < 0 {
			continue
		}
		width = max(width, t.look.widthOf(c, c.of(t.rows.Cells(row.index)).Text))
	}
	return width + 2*t.look.padding + 1
}

// titleWidth is the width of a column at which its title is not cut, also while the rows are sorted by it.
func (t *DataTable) titleWidth(c Column) float32 {
	width := fyne.MeasureText(c.Title, sizeOf(t, assets.SizeSmall), fyne.TextStyle{Bold: true}).Width
	if !c.NoSort {
		width += sortIconSize + 3
	}
	return float32(math.Ceil(float64(width + 2*sizeOf(t, assets.SizeGap))))
}

// measuredRows is how many rows say how wide a column is to be: a screen.
const measuredRows = 50

// measure has every column take what the rows in view need. It only grows, so that nothing moves to and fro while a
// person filters and searches. False while no row is loaded.
func (t *DataTable) measure() (known bool) {
	if t.look.rowHeight == 0 { // not drawn yet
		return false
	}
	first := int(t.scroll.Offset.Y / t.look.rowHeight)
	for row := first; row < min(first+measuredRows, t.rows.Len()); row++ {
		cells, loaded := here(t.rows, row)
		known = known || loaded
		for i := range t.Columns {
			c := &t.Columns[i]
			c.seen = max(c.seen, t.look.needs(*c, c.of(cells)))
		}
	}
	return known
}

// needs is the width of a column at which a cell is not cut, 0 for an empty one and for a picture.
func (l *tableLook) needs(c Column, cell Cell) float32 {
	if cell.Text == "" || c.Style == StyleIcon {
		return 0
	}
	width := l.widthOf(c, cell.Text) + 2*l.padding + 1
	if c.names() { // bold when it is chosen
		width = l.bold.width(oneLine(cell.Text)) + 2*l.padding + 1
	}
	if c.Icons && cell.Icon != "" {
		width += cellIcon + cellIconGap
	}
	return width
}

func (l *tableLook) widthOf(c Column, text string) float32 {
	switch text = oneLine(text); c.Style {
	case StyleTag:
		return l.small.width(text) + 2*tagPadding
	case StyleBold:
		return l.bold.width(text)
	default:
		return l.text.width(text)
	}
}
