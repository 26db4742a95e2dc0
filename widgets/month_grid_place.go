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
	gridLineH float32 = 16
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

// area is where the weeks stand, above the legend.
func (g *MonthGrid) area() gridPlace {
	size := g.Size().SubtractWidthHeight(2*gridPad, gridTitle+gridNames+g.foot())
	return gridPlace{fyne.NewPos(gridPad, gridTitle+gridNames), fyne.NewSize(max(0, size.Width), max(0, size.Height))}
}

// foot is the height below the weeks.
func (g *MonthGrid) foot() float32 {
	const gap = 8
	if rows := len(g.legendRows(g.Size().Width - 2*gridPad)); rows > 0 {
		return float32(rows)*gridLineH + 2*gap
	}
	return gridPad
}

// cell is the place of a day, counted from the first on the page.
func (g *MonthGrid) cell(i int) gridPlace {
	area, week := g.area(), i/daysInWeek
	width, top, bottom := area.size.Width/daysInWeek, g.top(week, area), g.top(week+1, area)
	return gridPlace{area.pos.AddXY(float32(i%daysInWeek)*width, top), fyne.NewSize(width, bottom-top)}
}

// top is where a week begins below the top of the area: all are equally high until they were divided.
func (g *MonthGrid) top(week int, area gridPlace) float32 {
	if week < len(g.tops) {
		return g.tops[week]
	}
	return float32(week) * area.size.Height / float32(g.weeks())
}

// divide gives the weeks equal heights, and what some have to spare to those whose entries would be cut, as far as it goes.
func (g *MonthGrid) divide() {
	g.tops = nil
	area, weeks := g.area(), g.weeks()
	width, equal := area.size.Width/daysInWeek, floor(area.size.Height/float32(weeks))
	wanted, short, spare := make([]float32, weeks), float32(0), float32(0)
	for i := range wanted {
		wanted[i] = gridHead + 3 + gridLineH*float32(g.wanted(i, width))
		short, spare = short+max(0, wanted[i]-equal), spare+max(0, equal-wanted[i])
	}
	if short == 0 || spare == 0 {
		return
	}
	share := min(1, short/spare) // of what is to spare is needed
	tops, given := []float32{0}, min(1, spare/short)
	for i, want := range wanted {
		height := equal + (want-equal)*given
		if want < equal {
			height = equal - (equal-want)*share
		}
		tops = append(tops, tops[i]+floor(height))
	}
	tops[weeks] = area.size.Height
	g.tops = tops
}

// wanted is how many lines the fullest day of a week needs.
func (g *MonthGrid) wanted(week int, width float32) int {
	most, first := 2, monthPage(g.shown).AddDate(0, 0, week*daysInWeek)
	for i := range daysInWeek {
		day, lines := first.AddDate(0, 0, i), 0
		if g.noteWide(day, width) {
			lines++
		}
		for _, e := range g.of(day) {
			lines += g.wish(e, width-gridSides)
		}
		most = max(most, lines)
	}
	return most
}

// wish is how many lines an entry needs.
func (g *MonthGrid) wish(e MonthEntry, width float32) int {
	if width < gridLeast {
		return 1
	}
	return min(gridLines, len(g.wrapped(e, width)))
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
		wanted[i], got[i] = g.wish(e, width), 1
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
	return cell.room() > len(g.of(day)) && g.noteWide(day, cell.size.Width)
}

// noteWide tells whether what a day is would be cut beside its number.
func (g *MonthGrid) noteWide(day time.Time, width float32) bool {
	note := g.notes[day]
	return note != "" && width >= gridLeast &&
		fyne.MeasureText(note, sizeOf(g, assets.SizeSmall), fyne.TextStyle{}).Width > noteWidth(width)
}

// noteWidth is the room beside the number of a day.
func noteWidth(width float32) float32 { return width - gridCircle - 2*gridInset }
