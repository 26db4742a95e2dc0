package widgets

import (
	"time"

	"fyne.io/fyne/v2"

	"saya/assets"
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

	gridCircle float32 = 20 // around the number of today
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

// room is how many lines there are below the number of a day.
func (c gridPlace) room() int { return max(1, int((c.size.Height-gridHead-3)/gridLineH)) }

// lines are those of all days. Where a day has more than fit, the last line says how many; where it has room, a text that
// would be cut goes on in more lines.
func (g *MonthGrid) lines() []gridLine {
	var out []gridLine
	first := monthPage(g.shown)
	for i := range g.weeks() * daysInWeek {
		day, cell := first.AddDate(0, 0, i), g.cell(i)
		entries, room, y := g.of(day), cell.room(), gridHead
		if g.noteBelow(day, cell) {
			room, y = room-1, y+gridLineH
		}
		shown := len(entries)
		if shown > room {
			shown = room - 1
		}
		heights := g.heights(entries[:shown], cell.size.Width-gridSides, room)
		for n := range min(len(entries), room) {
			line := gridLine{gridPlace: gridPlace{cell.pos.AddXY(3, y), fyne.NewSize(cell.size.Width-gridSides, gridLineH)}}
			if n < shown {
				line.entry = entries[n]
				line.size.Height *= float32(heights[n])
			} else {
				line.more = len(entries) - shown
			}
			y += line.size.Height
			out = append(out, line)
		}
	}
	return out
}

// gridSides is the space beside an entry.
const gridSides float32 = 8

// gridLines is how many lines an entry has at most.
const gridLines = 6

// heights are the lines of each entry of a day: one, and of those that are left what its text needs, the shortest first.
func (g *MonthGrid) heights(entries []MonthEntry, width float32, room int) []int {
	wanted, got := make([]int, len(entries)), make([]int, len(entries))
	for i, e := range entries {
		wanted[i], got[i] = 1, 1
		if width >= gridLeast {
			wanted[i] = min(gridLines, len(g.wrapped(e, width)))
		}
	}
	for spare := room - len(entries); spare > 0; spare-- {
		next := -1
		for i := range entries {
			if got[i] < wanted[i] && (next < 0 || got[i] < got[next]) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		got[next]++
	}
	return got
}

// noteBelow tells whether what a day is has a line of its own: beside the number it would be cut.
func (g *MonthGrid) noteBelow(day time.Time, cell gridPlace) bool {
	note := g.notes[day]
	return note != "" && cell.room() > len(g.of(day)) && cell.size.Width >= gridLeast &&
		fyne.MeasureText(note, sizeOf(g, assets.SizeSmall), fyne.TextStyle{}).Width > noteWidth(cell)
}

// noteWidth is the room beside the number of a day.
func noteWidth(cell gridPlace) float32 { return cell.size.Width - gridCircle - 2*gridInset }
