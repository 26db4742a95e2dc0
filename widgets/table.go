package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// DataTable shows rows of prepared texts under headers. It knows nothing of
// what they mean: whoever supplies the rows sorts, filters and formats.
//
// Fields may be changed at any time, followed by Refresh; rows are changed by
// SetRows. Callbacks tell what the person did, never what the program did.
//
// Keys: arrows, Home, End, PageUp, PageDown; Enter opens; Space, Shift and
// Ctrl+A choose several (Multi); Ctrl+C copies; letters are handed to OnType;
// the menu key and Shift+F10 open the menu. Tab goes on to the headers, where
// the arrows choose a column, Enter sorts, + and - change its width, Ctrl with
// an arrow moves it, and the menu key opens its menu.
//
// It draws its rows itself on a scroller: widget.List puts the theme's padding
// between rows and has items, selection and focus of its own, and widget.Table
// is a hundred times slower.
type DataTable struct {
	Base

	Columns     []Column // the table keeps the widths a person pulls in them, and their order
	Sort        Sort
	Multi       bool   // several rows may be chosen
	Loading     bool   // says LoadingText in place of EmptyText
	EmptyText   string // shown while there are no rows
	LoadingText string
	// EmptyAction stands under EmptyText, as a button that makes the first row; may be nil.
	EmptyAction fyne.CanvasObject

	OnSelect func(ids []int64)                        // the chosen rows, in their order
	OnOpen   func(id int64)                           // Enter or double click
	OnSort   func(Sort)                               // the person asks for this order
	OnResize func(column string, width float32)       // after a border has been pulled
	OnMove   func()                                   // after columns have been put into another order
	OnHeader func(column int, absolute fyne.Position) // right click or menu key on a header
	OnType   func(letter rune)                        // typing while the rows have the focus
	OnMenu   func(id int64, absolute fyne.Position)   // right click or menu key
	// OnCopy replaces the copying of the chosen rows' texts as tabbed lines.
	// Rows that are loaded in pieces need it: those never shown have no texts.
	OnCopy func(ids []int64)
	// Whole does something as soon as all rows are there, for rows of which the first come before the others; nil for
	// rows that are always all.
	Whole func(do func())
	// OnCopied hears which text the table put on the clipboard.
	OnCopied func(text string)

	rows      Rows
	measured  bool // the columns know the texts of these rows
	selection selection
	spans     []span
	look      tableLook
	shift     bool

	header  *tableHeader
	body    *tableBody
	scroll  *Scroll
	message *widget.Label
}

// NewDataTable returns a table without rows.
func NewDataTable(columns []Column) *DataTable {
	t := &DataTable{Columns: slices.Clone(columns), rows: RowSlice(nil)}
	for i := range t.Columns {
		t.Columns[i].cell = i
	}
	t.ExtendBaseWidget(t)
	t.body = newTableBody(t)
	t.header = newTableHeader(t)
	t.scroll = NewScroll(t.body)
	t.scroll.OnScrolled = t.scrolled
	t.message = widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{})
	t.message.Importance = widget.LowImportance
	t.message.Wrapping = fyne.TextWrapWord
	return t
}

// SetRows shows other rows, or the same in another order. What was chosen
// stays chosen by id, and what is not among the rows is forgotten.
func (t *DataTable) SetRows(rows Rows) {
	before := t.rows
	t.rows, t.measured = rows, false
	if loading, ok := rows.(interface{ notify(changed func()) }); ok {
		loading.notify(t.loaded)
	}
	t.selection.follow(before, rows)
	t.Refresh()
}

// loaded draws rows that have come. The first of them say how wide the columns are to be.
func (t *DataTable) loaded() {
	if !t.measured {
		t.arrange()
	}
	t.body.fill(true)
}

// Select chooses the rows with these ids and no others, and moves to the first
// of them. Ids that are not among the rows are ignored.
func (t *DataTable) Select(ids ...int64) {
	t.selection.set(t.rows, ids)
	if len(t.selection.ids) > 0 {
		t.reveal(t.selection.cursor)
	}
	t.body.fill(true)
}

// ScrollTo brings the row with this id into view; nothing if there is none.
func (t *DataTable) ScrollTo(id int64) {
	if row := indexOf(t.rows, id); row >= 0 {
		t.reveal(row)
	}
}

// Offset is how far the rows are scrolled down.
func (t *DataTable) Offset() float32 { return t.scroll.Offset.Y }

// SetOffset scrolls the rows down as far as they go, without changing what is
// chosen.
func (t *DataTable) SetOffset(down float32) {
	t.scroll.ScrollToOffset(fyne.NewPos(t.scroll.Offset.X, down))
	t.scrolled(t.scroll.Offset)
}

// Selected returns the ids of the chosen rows in their order.
func (t *DataTable) Selected() []int64 { return t.selection.list(t.rows) }

// FocusGained shows where the keys work.
func (t *DataTable) FocusGained() {
	t.focused = true
	t.body.mark()
}

// FocusLost hides it.
func (t *DataTable) FocusLost() {
	t.focused, t.shift = false, false
	t.body.mark()
}

// MouseIn does nothing: hover belongs to the rows.
func (t *DataTable) MouseIn(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (t *DataTable) MouseOut() {}

// Cursor is the plain arrow.
func (t *DataTable) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// scrolled draws the rows that have come into view.
func (t *DataTable) scrolled(at fyne.Position) {
	t.header.slide(at.X)
	t.body.hovered = -1 // the pointer is over another row now
	t.body.pointAt(-1, -1)
	t.body.fill(false)
}

// reveal scrolls as little as shows the whole row.
func (t *DataTable) reveal(row int) {
	top := float32(row) * t.look.rowHeight
	bottom := top + t.look.rowHeight
	at, height := t.scroll.Offset, t.scroll.Size().Height
	switch {
	case height <= 0:
		return
	case top < at.Y:
		at.Y = top
	case bottom > at.Y+height:
		at.Y = bottom - height
	default:
		return
	}
	t.scroll.ScrollToOffset(at)
	t.scrolled(t.scroll.Offset)
}

// arrange fits the columns to the width and draws everything again.
func (t *DataTable) arrange() {
	for i := range t.Columns {
		t.Columns[i].title = t.titleWidth(t.Columns[i])
	}
	if !t.measured {
		t.measured = t.measure()
	}
	t.spans = layoutColumns(t.Columns, t.Size().Width)
	t.header.Refresh()
	t.scroll.Refresh()
}

func (t *DataTable) rowsWidth() float32 {
	if len(t.spans) == 0 {
		return 0
	}
	return t.spans[len(t.spans)-1].end()
}

// say shows the text for a table without rows.
func (t *DataTable) say() {
	text := t.EmptyText
	if t.Loading {
		text = t.LoadingText
	}
	t.message.SetText(text)
	t.message.Hidden = t.rows.Len() > 0 || text == ""
	if t.EmptyAction != nil {
		t.EmptyAction.Hide()
		if !t.message.Hidden && !t.Loading {
			t.EmptyAction.Show()
		}
	}
}

// CreateRenderer draws the table.
func (t *DataTable) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &tableRenderer{table: t, surface: canvas.NewRectangle(nil), head: container.NewClip(t.header)}
	r.head.ExtendBaseWidget(r.head) // or its first Resize does not reach the header
	r.Refresh()
	return r
}

type tableRenderer struct {
	table   *DataTable
	surface *canvas.Rectangle
	head    *container.Clip
}

func (r *tableRenderer) Layout(size fyne.Size) {
	t := r.table
	top := t.header.MinSize().Height
	r.surface.Resize(size)
	r.head.Resize(fyne.NewSize(size.Width, top))
	t.scroll.Move(fyne.NewPos(0, top))
	t.scroll.Resize(fyne.NewSize(size.Width, max(0, size.Height-top)))
	t.message.Move(fyne.NewPos(0, top+2*t.look.rowHeight))
	t.message.Resize(fyne.NewSize(size.Width, t.message.MinSize().Height))
	r.layoutAction(size.Width)
	t.arrange()
}

// layoutAction puts the action of an empty table under its text.
func (r *tableRenderer) layoutAction(width float32) {
	t := r.table
	if t.EmptyAction == nil {
		return
	}
	least, under := t.EmptyAction.MinSize(), t.message.Position().Y+t.message.MinSize().Height
	t.EmptyAction.Resize(least)
	t.EmptyAction.Move(fyne.NewPos(max(0, (width-least.Width)/2), under+t.look.padding))
}

func (r *tableRenderer) MinSize() fyne.Size {
	return fyne.NewSize(3*defaultColumnWidth, r.table.header.MinSize().Height+3*r.table.look.rowHeight)
}

// Refresh takes over the theme and all fields.
func (r *tableRenderer) Refresh() {
	t := r.table
	t.look = lookOf(t)
	r.surface.FillColor = colorOf(t, assets.ColorPanel)
	r.surface.Refresh()
	t.say()
	r.layoutAction(t.Size().Width)
	t.arrange()
}

func (r *tableRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.surface, r.head, r.table.scroll, r.table.message}
	if r.table.EmptyAction != nil {
		objects = append(objects, r.table.EmptyAction)
	}
	return objects
}

func (r *tableRenderer) Destroy() {}
