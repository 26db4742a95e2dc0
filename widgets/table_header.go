package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

const (
	headerHeight float32 = 32
	sortIconSize float32 = 11
	resizeStep   float32 = 10 // by a key
)

// tableHeader shows the titles, sorts by click or key, and holds the borders
// that are pulled. It is wider than its place while the rows are scrolled
// sideways: offset is by how much.
type tableHeader struct {
	Base
	table  *DataTable
	offset float32
	column int // the keys work on
	over   int // under the pointer, or -1

	dragged, target int // the column that is moved, and before which it would stand; or -1
}

var (
	_ fyne.Tappable     = (*tableHeader)(nil)
	_ desktop.Hoverable = (*tableHeader)(nil)
)

func newTableHeader(t *DataTable) *tableHeader {
	h := &tableHeader{table: t, over: -1, dragged: -1, target: -1}
	h.ExtendBaseWidget(h)
	return h
}

func (h *tableHeader) slide(offset float32) {
	if h.offset != offset {
		h.offset = offset
		h.Refresh()
	}
}

// columnAt returns the column under a place in the header, or -1.
func (h *tableHeader) columnAt(x float32) int {
	for i, s := range h.table.spans {
		if s.width > 0 && x+h.offset >= s.x && x+h.offset < s.end() {
			return i
		}
	}
	return -1
}

// Tapped sorts by the column and gives the keys back to the rows.
func (h *tableHeader) Tapped(e *fyne.PointEvent) {
	if column := h.columnAt(e.Position.X); column >= 0 {
		h.column = column
		h.sort()
	}
	Focus(h.table)
}

// sort asks for the order of the column; the second time for the reverse.
func (h *tableHeader) sort() {
	t := h.table
	if h.column >= len(t.Columns) || t.Columns[h.column].NoSort || t.OnSort == nil {
		return
	}
	id := t.Columns[h.column].ID
	t.Sort = Sort{Column: id, Descending: t.Sort.Column == id && !t.Sort.Descending}
	h.Refresh()
	t.OnSort(t.Sort)
}

// TypedKey goes to another column or sorts by this one.
func (h *tableHeader) TypedKey(e *fyne.KeyEvent) {
	if !h.keys().Press(e.Name, 0) {
		h.Base.TypedKey(e)
	}
	h.Refresh()
}

// TypedRune makes the column wider or narrower.
func (h *tableHeader) TypedRune(letter rune) { h.keys().Type(letter) }

// TypedShortcut moves the column, or hands the shortcut on.
func (h *tableHeader) TypedShortcut(s fyne.Shortcut) {
	if !h.keys().Shortcut(s) {
		h.Base.TypedShortcut(s)
	}
}

// keys are those that the titles hear.
func (h *tableHeader) keys() Hotkeys {
	t := h.table
	to := func(column, direction int) func() {
		return func() {
			if beside := t.shownBeside(column, direction); beside >= 0 {
				h.column = beside
			}
		}
	}
	return Hotkeys{
		{Does: "to_header", Key: fyne.KeyTab, With: fyne.KeyModifierShift}, // as Fyne goes from field to field
		{Does: "to_column", Key: fyne.KeyLeft, Do: to(h.column, -1)},
		{Does: "to_column", Key: fyne.KeyRight, Do: to(h.column, 1)},
		{Key: fyne.KeyHome, Do: to(-1, 1)},
		{Key: fyne.KeyEnd, Do: to(len(t.Columns), -1)},
		{Does: "sort", Key: fyne.KeyReturn, Do: h.sort},
		{Key: fyne.KeyEnter, Do: h.sort},
		{Key: fyne.KeySpace, Do: h.sort},
		{Does: "width", Runes: "+=", Do: func() { h.widen(resizeStep) }},
		{Does: "width", Runes: "-", Do: func() { h.widen(-resizeStep) }},
		{Does: "move_column", Key: fyne.KeyLeft, With: fyne.KeyModifierShortcutDefault, Do: func() { h.moveBy(-1) }},
		{Does: "move_column", Key: fyne.KeyRight, With: fyne.KeyModifierShortcutDefault, Do: func() { h.moveBy(1) }},
		{Does: "column_menu", Key: desktop.KeyMenu, Do: h.menuByKey},
		{Does: "to_rows", Key: fyne.KeyDown, Do: func() { Focus(t) }},
	}
}

func (h *tableHeader) widen(by float32) {
	t := h.table
	if h.column < len(t.Columns) && !t.Columns[h.column].Flexible {
		t.setWidth(h.column, t.spans[h.column].width+by)
		t.resized(h.column)
	}
}

// MouseIn shows which column is under the pointer.
func (h *tableHeader) MouseIn(e *desktop.MouseEvent) { h.hoverOver(h.columnAt(e.Position.X)) }

// MouseMoved shows which column is under the pointer.
func (h *tableHeader) MouseMoved(e *desktop.MouseEvent) { h.hoverOver(h.columnAt(e.Position.X)) }

// MouseOut shows that none is.
func (h *tableHeader) MouseOut() { h.hoverOver(-1) }

func (h *tableHeader) hoverOver(column int) {
	if h.over != column {
		h.over = column
		h.Refresh()
	}
}

// CreateRenderer draws the header.
func (h *tableHeader) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	r := &tableHeaderRenderer{
		header:  h,
		surface: canvas.NewRectangle(nil),
		hover:   canvas.NewRectangle(nil),
		line:    canvas.NewRectangle(nil),
		icon:    newIcon(),
		ring:    newFocusRing(),
		target:  newTarget(),
	}
	r.Refresh()
	return r
}

type tableHeaderRenderer struct {
	header               *tableHeader
	surface, hover, line *canvas.Rectangle
	titles               []*canvas.Text
	borders              []*tableBorder
	icon                 *canvas.Image
	ring, target         *canvas.Rectangle
}

func (r *tableHeaderRenderer) MinSize() fyne.Size { return fyne.NewSize(1, headerHeight) }

func (r *tableHeaderRenderer) Layout(size fyne.Size) {
	r.surface.Resize(size)
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.Refresh()
}

// Refresh takes over the columns, the order and the theme.
func (r *tableHeaderRenderer) Refresh() {
	h := r.header
	r.provide(len(h.table.Columns))
	r.surface.FillColor = colorOf(h, assets.ColorPanel)
	r.line.FillColor = colorOf(h, assets.ColorLine)
	r.hover.Hidden, r.icon.Hidden, r.ring.Hidden = true, true, true
	for i, s := range h.table.spans {
		if i < len(r.titles) {
			r.title(i, span{x: s.x - h.offset, width: s.width})
		}
	}
	r.showTarget()
	canvas.Refresh(h)
}

// provide sees to it that there is a title and a border for each column.
func (r *tableHeaderRenderer) provide(columns int) {
	if len(r.titles) == columns {
		return
	}
	r.titles, r.borders = make([]*canvas.Text, columns), make([]*tableBorder, columns)
	for i := range columns {
		r.titles[i] = canvas.NewText("", nil)
		r.borders[i] = newTableBorder(r.header.table, i)
	}
}

// title draws the head of one column.
func (r *tableHeaderRenderer) title(i int, s span) {
	h, t := r.header, r.titles[i]
	column, padding := h.table.Columns[i], sizeOf(h, assets.SizeGap)
	sorted := column.ID != "" && column.ID == h.table.Sort.Column
	r.borders[i].place(s.end())
	if t.Hidden = s.width == 0; t.Hidden {
		return
	}
	t.TextSize, t.TextStyle, t.Alignment = sizeOf(h, assets.SizeSmall), fyne.TextStyle{Bold: true}, column.Align
	t.Color = colorOf(h, assets.ColorDim)
	x, room := s.x+padding, s.width-2*padding
	if sorted {
		t.Color = colorOf(h, theme.ColorNameForeground)
		room -= sortIconSize + 3
		if column.Align == fyne.TextAlignTrailing {
			x += sortIconSize + 3
		}
	}
	t.Text = cutText(column.Title, room, measure(t))
	t.Move(fyne.NewPos(x, 0))
	t.Resize(fyne.NewSize(room, headerHeight-1))
	if sorted {
		r.arrow(t, x, room)
	}
	r.marks(i, s)
}

// arrow shows the direction of the order beside the title.
func (r *tableHeaderRenderer) arrow(title *canvas.Text, x, room float32) {
	name := assets.IconSortUp
	if r.header.table.Sort.Descending {
		name = assets.IconSortDown
	}
	width := measure(title)(title.Text)
	switch title.Alignment {
	case fyne.TextAlignTrailing:
		x += room - width - sortIconSize - 3
	case fyne.TextAlignCenter:
		x += (room+width)/2 + 3
	default:
		x += width + 3
	}
	r.icon.Resource = assets.IconIn(name, theme.ColorNamePrimary)
	r.icon.Move(fyne.NewPos(x, (headerHeight-1-sortIconSize)/2))
	r.icon.Resize(fyne.NewSquareSize(sortIconSize))
	r.icon.Hidden = false
	r.icon.Refresh()
}

// marks shows the pointer and the keyboard on their columns.
func (r *tableHeaderRenderer) marks(i int, s span) {
	h := r.header
	pos, size := fyne.NewPos(s.x+1, 1), fyne.NewSize(s.width-2, headerHeight-3)
	if i == h.over && !h.table.Columns[i].NoSort {
		r.hover.FillColor = colorOf(h, theme.ColorNameHover)
		r.hover.Hidden = false
		r.hover.Move(pos)
		r.hover.Resize(size)
	}
	if i == h.column && h.focused {
		r.ring.Move(pos.AddXY(3, 2))
		r.ring.Resize(size.SubtractWidthHeight(6, 4))
		showFocusRing(r.ring, h, true, sizeOf(h, assets.SizeFocusRing))
	}
}

func (r *tableHeaderRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.surface, r.hover, r.line}
	for _, t := range r.titles {
		objects = append(objects, t)
	}
	objects = append(objects, r.icon, r.ring)
	for _, b := range r.borders {
		objects = append(objects, b)
	}
	return append(objects, r.target)
}

func (r *tableHeaderRenderer) Destroy() {}
