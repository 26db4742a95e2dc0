package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// tableLook holds what rows ask of the theme, looked up once a refresh.
type tableLook struct {
	rowHeight, padding         float32
	plain, zebra, chosen, line color.Color
	ink, soft, softChosen      [ToneInfo + 1]color.Color
	text, bold, small          *ruler
}

func lookOf(t *DataTable) tableLook {
	text, small := sizeOf(t, theme.SizeNameText), sizeOf(t, assets.SizeSmall)
	look := tableLook{
		rowHeight: sizeOf(t, assets.SizeRow),
		padding:   sizeOf(t, assets.SizeGap),
		plain:     colorOf(t, assets.ColorPanel),
		zebra:     colorOf(t, assets.ColorZebra),
		chosen:    colorOf(t, assets.ColorAccentSoft),
		line:      colorOf(t, assets.ColorLine),
		text:      newRuler(text, fyne.TextStyle{}),
		bold:      newRuler(text, fyne.TextStyle{Bold: true}),
		small:     newRuler(small, fyne.TextStyle{}),
	}
	for tone := range look.ink {
		look.ink[tone] = colorOf(t, Tone(tone).Ink())
		look.soft[tone] = colorOf(t, Tone(tone).Soft())
		look.softChosen[tone] = mix(look.plain, look.soft[tone], 0.4)
	}
	return look
}

// tableRow is one row of objects in the body, drawing now this row, now that.
type tableRow struct {
	index         int // of the row it draws, or -1
	surface, line *canvas.Rectangle
	cells         []tableCell
}

type tableCell struct {
	pill *canvas.Rectangle // under a tag
	text *canvas.Text
	icon *canvas.Image // only in a column of pictures
}

func newTableRow(columns []Column) *tableRow {
	r := &tableRow{surface: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), cells: make([]tableCell, len(columns))}
	for i := range r.cells {
		r.cells[i] = tableCell{pill: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
		r.cells[i].pill.CornerRadius = tagHeight / 2
		if columns[i].Style == StyleIcon || columns[i].Icons {
			r.cells[i].icon = newIcon()
		}
	}
	r.hide()
	return r
}

// contents are the objects that lie over the surface.
func (r *tableRow) contents() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 1+2*len(r.cells))
	objects = append(objects, r.line)
	for _, c := range r.cells {
		objects = append(objects, c.pill, c.text)
		if c.icon != nil {
			objects = append(objects, c.icon)
		}
	}
	return objects
}

func (r *tableRow) hide() {
	r.index = -1
	r.surface.Hidden, r.line.Hidden = true, true
	for i := range r.cells {
		r.cells[i].hide()
	}
}

func (c *tableCell) hide() {
	c.pill.Hidden, c.text.Hidden = true, true
	if c.icon != nil {
		c.icon.Hidden = true
	}
}

// show draws row i of the table.
func (r *tableRow) show(t *DataTable, i int) {
	look := &t.look
	r.index = i
	chosen := t.selection.has(t.rows.ID(i))
	y := float32(i) * look.rowHeight
	width := max(t.rowsWidth(), t.Size().Width)
	paint(r.surface, look.surface(i, chosen), fyne.NewPos(0, y), fyne.NewSize(width, look.rowHeight))
	paint(r.line, look.line, fyne.NewPos(0, y+look.rowHeight-1), fyne.NewSize(width, 1))

	texts := t.rows.Cells(i)
	for c, column := range t.Columns {
		cell := column.of(texts)
		switch {
		case t.spans[c].width == 0:
			r.cells[c].hide()
		case column.Style == StyleIcon:
			r.cells[c].picture(look, cell, t.spans[c], y)
		case column.Style == StyleTag:
			r.cells[c].tag(look, column, cell, t.spans[c], y, chosen)
		default:
			r.cells[c].plain(look, column, cell, t.spans[c], y, chosen)
		}
	}
}

func (l *tableLook) surface(row int, chosen bool) color.Color {
	switch {
	case chosen:
		return l.chosen
	case row%2 == 1:
		return l.zebra
	default:
		return l.plain
	}
}

// plain draws a cell as text. In a chosen row the column that names it is bold, so that
// the choice does not live by colour alone.
func (c *tableCell) plain(look *tableLook, column Column, cell Cell, s span, y float32, chosen bool) {
	c.pill.Hidden = true
	ruler := look.text
	if column.Style == StyleBold || chosen && column.names() {
		ruler = look.bold
	}
	tone := cell.Tone
	if column.Style == StyleDim && tone == TonePlain {
		tone = ToneDim
	}
	x, room := s.x+look.padding, s.width-2*look.padding
	if c.icon != nil {
		lead := c.lead(look, cell, fyne.NewPos(x, y))
		x, room = x+lead, room-lead
	}
	c.write(ruler, ruler.cut(cell.Text, room), look.ink[tone], column.Align)
	c.place(fyne.NewPos(x, y), fyne.NewSize(room, look.rowHeight-1))
}

// lead draws the picture before a text and returns how much of the width it takes.
func (c *tableCell) lead(look *tableLook, cell Cell, at fyne.Position) float32 {
	showIcon(c.icon, cell.Icon, colorAccent)
	if cell.Icon == "" {
		return 0
	}
	c.icon.Move(at.AddXY(0, (look.rowHeight-1-cellIcon)/2))
	c.icon.Resize(fyne.NewSquareSize(cellIcon))
	return cellIcon + cellIconGap
}

// cellIcon is the size of a picture before a text.
const cellIcon, cellIconGap float32 = 14, 5

// reads tells whether the cell shows its text as letters.
func (c *tableCell) reads() bool { return !c.text.Hidden }

// tag draws a cell as a Tag; in a chosen row a lighter one, since the soft
// colours of tone and choice are too near to each other.
func (c *tableCell) tag(look *tableLook, column Column, cell Cell, s span, y float32, chosen bool) {
	room := s.width - 2*look.padding
	text := look.small.cut(cell.Text, room-2*tagPadding)
	if text == "" {
		c.pill.Hidden, c.text.Hidden = true, true
		return
	}
	width := look.small.width(text) + 2*tagPadding
	x := s.x + look.padding
	switch column.Align {
	case fyne.TextAlignTrailing:
		x += room - width
	case fyne.TextAlignCenter:
		x += (room - width) / 2
	}
	pos, size := fyne.NewPos(x, y+(look.rowHeight-1-tagHeight)/2), fyne.NewSize(width, tagHeight)
	fill := look.soft[cell.Tone]
	if chosen {
		fill = look.softChosen[cell.Tone]
	}
	paint(c.pill, fill, pos, size)
	c.write(look.small, text, look.ink[cell.Tone.onTag()], fyne.TextAlignCenter)
	c.place(pos, size)
}

// picture draws a cell as an icon in the tone of its text, at the end of its place.
func (c *tableCell) picture(look *tableLook, cell Cell, s span, y float32) {
	c.hide()
	showIcon(c.icon, assets.IconName(cell.Text), cell.Tone.Ink())
	c.icon.Move(fyne.NewPos(s.end()-fieldIcon, y+(look.rowHeight-1-fieldIcon)/2))
	c.icon.Resize(fyne.NewSquareSize(fieldIcon))
}

func (c *tableCell) write(r *ruler, text string, ink color.Color, align fyne.TextAlign) {
	t := c.text
	t.Hidden = text == ""
	if t.Text == text && t.Color == ink && t.TextSize == r.size && t.TextStyle == r.style && t.Alignment == align {
		return
	}
	t.Text, t.Color, t.TextSize, t.TextStyle, t.Alignment = text, ink, r.size, r.style, align
	t.Refresh()
}

func (c *tableCell) place(pos fyne.Position, size fyne.Size) {
	c.text.Move(pos)
	c.text.Resize(size)
}

// paint shows a rectangle in a colour at a place.
func paint(r *canvas.Rectangle, fill color.Color, pos fyne.Position, size fyne.Size) {
	r.Move(pos)
	r.Resize(size)
	if r.FillColor != fill || r.Hidden {
		r.FillColor, r.Hidden = fill, false
		r.Refresh()
	}
}

// rowFrame shows in which row the keys work: a bar at its beginning and a
// hairline around. It is four rectangles, since an outline that the edge of
// the scroller cuts is drawn askew by Fyne's software painter.
type rowFrame struct{ bar, top, bottom, end *canvas.Rectangle }

const rowBar float32 = 3

func newRowFrame() rowFrame {
	return rowFrame{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
}

func (f rowFrame) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.bar, f.top, f.bottom, f.end}
}

func (f rowFrame) show(shown bool, ink color.Color, pos fyne.Position, size fyne.Size) {
	if !shown {
		for _, o := range f.objects() {
			o.Hide()
		}
		return
	}
	paint(f.bar, ink, pos, fyne.NewSize(rowBar, size.Height))
	paint(f.top, ink, pos, fyne.NewSize(size.Width, 1))
	paint(f.bottom, ink, pos.AddXY(0, size.Height-1), fyne.NewSize(size.Width, 1))
	paint(f.end, ink, pos.AddXY(size.Width-1, 0), fyne.NewSize(1, size.Height))
}
