package widgets

import (
	"time"

	"fyne.io/fyne/v2"
)

// The page: a head, the names of the days, then the weeks; in each day its
// number, and below it a line for each entry.
const (
	gridPad   float32 = 18
	gridTitle float32 = 40
	gridNames float32 = 24
	gridHead  float32 = 24 // of a day
	gridLineH float32 = 17
	gridMark  float32 = 8
	gridInset float32 = 6
)

// gridPlace is a part of the page.
type gridPlace struct {
	pos  fyne.Position
	size fyne.Size
}

// gridLine is a line in a day: an entry, or how many more there are.
type gridLine struct {
	gridPlace
	entry MonthEntry
	more  int
}

// area is where the weeks stand.
func (g *MonthGrid) area() gridPlace {
	size := g.Size().SubtractWidthHeight(2*gridPad, gridTitle+gridNames+gridPad)
	return gridPlace{fyne.NewPos(gridPad, gridTitle+gridNames), fyne.NewSize(max(0, size.Width), max(0, size.Height))}
}

// cell is the place of a day, counted from the first on the page.
func (g *MonthGrid) cell(i int) gridPlace {
	area := g.area()
	width, height := area.size.Width/daysInWeek, area.size.Height/float32(g.weeks())
	return gridPlace{
		area.pos.AddXY(float32(i%daysInWeek)*width, float32(i/daysInWeek)*height), fyne.NewSize(width, height),
	}
}

// cellOf is the place of a day on the page.
func (g *MonthGrid) cellOf(day time.Time) gridPlace {
	return g.cell(int(day.Sub(monthPage(g.shown)).Hours() / 24))
}

// lines are those of all days. Where a day has more than fit, the last line says how many; where it has room, a text that
// would be cut goes on in a second line.
func (g *MonthGrid) lines() []gridLine {
	var out []gridLine
	first := monthPage(g.shown)
	for i := range g.weeks() * daysInWeek {
		cell := g.cell(i)
		entries := g.of(first.AddDate(0, 0, i))
		room := max(1, int((cell.size.Height-gridHead-3)/gridLineH))
		shown := len(entries)
		if shown > room {
			shown = room - 1
		}
		spare, y := room-len(entries), gridHead
		for n := range min(len(entries), room) {
			line := gridLine{gridPlace: gridPlace{cell.pos.AddXY(3, y), fyne.NewSize(cell.size.Width-5, gridLineH)}}
			if n < shown {
				line.entry = entries[n]
			} else {
				line.more = len(entries) - shown
			}
			if spare > 0 && line.more == 0 && line.size.Width >= gridLeast && rowWidth(g, line.entry) > line.size.Width {
				line.size.Height += gridLineH
				spare--
			}
			y += line.size.Height
			out = append(out, line)
		}
	}
	return out
}
