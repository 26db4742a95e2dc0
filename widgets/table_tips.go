package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// tableSpot is the cell under the pointer: a tooltip says what cannot be read of it.
type tableSpot struct {
	row, column int
	place       *canvas.Rectangle // where the cell is, for the tooltip to stand under
}

func newTableSpot() tableSpot { return tableSpot{-1, -1, canvas.NewRectangle(color.Transparent)} }

// point follows the pointer to a place in the body.
func (b *tableBody) point(at fyne.Position) {
	t, column := b.table, -1
	for i, s := range t.spans {
		if s.width > 0 && at.X >= s.x && at.X < s.end() {
			column = i
		}
	}
	b.pointAt(b.rowAt(at), column)
}

// pointAt shows the tip of a cell when the pointer rests on it; -1 for none.
func (b *tableBody) pointAt(row, column int) {
	if row == b.spot.row && column == b.spot.column {
		return
	}
	b.spot.row, b.spot.column = row, column
	if row < 0 || column < 0 {
		hover(b.spot.place, "", false)
		return
	}
	s, height := b.table.spans[column], b.table.look.rowHeight
	b.spot.place.Move(fyne.NewPos(s.x, float32(row)*height))
	b.spot.place.Resize(fyne.NewSize(s.width, height))
	hover(b.spot.place, b.tip(row, column), true)
}

// tip is the words of the picture of a cell and, where it is cut, its whole text.
func (b *tableBody) tip(row, column int) string {
	drawn := b.pool[row%len(b.pool)]
	if drawn.index != row {
		return ""
	}
	cell := b.table.Columns[column].of(b.table.rows.Cells(row))
	var said []string
	if cell.IconTip != "" {
		said = append(said, cell.IconTip)
	}
	if text := drawn.cells[column].text; text.Text != oneLine(cell.Text) && drawn.cells[column].reads() {
		said = append(said, oneLine(cell.Text))
	}
	return strings.Join(said, " · ")
}
