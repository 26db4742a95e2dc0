package widgets

import (
	"slices"
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

// divide gives the weeks equal heights, but more to those whose entries would be cut, as far as the others can spare it.
func (g *MonthGrid) divide() {
	g.tops = nil
	area := g.area()
	lines, total := make([]int, g.weeks()), 0
	for i := range lines {
		lines[i] = g.wanted(i, area.size.Width/daysInWeek)
		total += lines[i]
	}
	const head = gridHead + 3
	for room := int((area.size.Height - head*float32(len(lines))) / gridLineH); total > room; total-- {
		most := slices.Max(lines)
		if most <= leastLines { // nothing to spare anywhere
			return
		}
		lines[slices.Index(lines, most)]--
	}
	needs := make([]float32, len(lines))
	for i, n := range lines {
		needs[i] = head + gridLineH*float32(n)
	}
	least, tops := level(needs, area.size.Height), []float32{0}
	for i, need := range needs {
		tops = append(tops, tops[i]+max(need, least))
	}
	for i := range len(tops) - 1 {
		tops[i] = floor(tops[i])
	}
	g.tops = tops
}

// level is the height of those that need no more, where all of them together have so much.
func level(needs []float32, all float32) float32 {
	even := all / float32(len(needs))
	for {
		rest, n := all, 0
		for _, need := range needs {
			if need > even {
				rest -= need
			} else {
				n++
			}
		}
		next := rest / float32(max(1, n))
		if n == 0 || next >= even {
			return even
		}
		even = next
	}
}

// leastLines is what each week has room for before another gets more.
const leastLines = 2

// wanted is how many lines the fullest day of a week needs.
func (g *MonthGrid) wanted(week int, width float32) int {
	most, first := leastLines, monthPage(g.shown).AddDate(0, 0, week*daysInWeek)
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
	if width < gridLeast || e.timeOnly(width) {
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
