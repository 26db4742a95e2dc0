package xlsx

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"saya/reports/spec"
)

// Sizes of an A4 page in landscape with our margins and of the usual font.
const (
	pagePixels = 1000.0 // printable width unscaled, a little less than it is
	pagePoints = 505.0  // printable height
	widePixels = 1250.0 // how wide charts may make a page; it is printed smaller then
	rowPoints  = 15.0   // a row of one line
	maxPoints  = 409.0  // the highest row of Excel
)

// spot is where a chart stands; sizes in pixels.
type spot struct{ col, row, width, height int }

// columnChars is the width of a column in characters. The labels of a grid take
// what they need, within limits.
func columnChars(b *placed, col int, p spec.Printer) float64 {
	const least, most = 24, 50
	h := b.Columns[col]
	if b.Form != spec.Grid || h.Kind != spec.Text || h.Width > 0 {
		return h.Chars()
	}
	longest := utf8.RuneCountInString(p.T(h.Title))
	for row := range b.Len {
		longest = max(longest, utf8.RuneCountInString(b.Cell(row, col).Text(p)))
	}
	return float64(min(max(longest+3, least), most))
}

// pixels is the width of columns on the screen.
func (g *page) pixels(from, to int) float64 {
	sum := 0.0
	for _, chars := range g.widths[from-1 : to] {
		sum += math.Round(chars*7) + 5
	}
	return sum
}

// A chart stands beside its block where at least chartPixels are free.
const (
	chartPixels = 320
	chartGap    = 16
)

// free is the width to the right of a block.
func (g *page) free(b *placed) float64 {
	return max(widePixels, g.pixels(1, len(g.widths))) - g.pixels(1, b.right()) - chartGap
}

// chartColumn is where the charts beside blocks stand, one under another.
func (g *page) chartColumn() int {
	col := 1
	for i := range g.blocks {
		if b := &g.blocks[i]; b.Chart != nil && g.free(b) >= chartPixels {
			col = max(col, b.right()+1)
		}
	}
	return col
}

// placeChart sets the chart of a block beside it where the page has room, else
// under it, and moves the end of the block.
func (g *page) placeChart(b *placed) {
	if b.Chart == nil || b.Len == 0 {
		return
	}
	points := chartPoints(b)
	if g.free(b) >= chartPixels {
		col := g.chartColumn()
		wide := min(620, widePixels-g.pixels(1, min(col-1, len(g.widths)))-chartGap)
		b.spot = spot{col: col, row: b.headRow, width: int(max(wide, chartPixels))}
	} else {
		b.spot = spot{col: b.left, row: b.after + 1, width: int(min(g.pixels(b.left, b.right()), pagePixels))}
	}
	b.spot.height = int(points * 96 / 72)
	b.after = max(b.after, g.rowAfter(b.spot.row, points+rowPoints))
}

// hasCharts reports whether any chart stands on the page.
func (g *page) hasCharts() bool {
	return slices.ContainsFunc(g.blocks, func(b placed) bool { return b.spot.col > 0 })
}

// chartPoints is the height of a chart: lying bars and the lines of their names
// need room.
func chartPoints(b *placed) float64 {
	if b.chartForm() != spec.Bars {
		return 190
	}
	const nameChars = 24
	lines, series := 0, len(chartColumns(b))
	for _, label := range b.labels {
		lines += max(series, wrappedLines(label, nameChars))
	}
	return min(max(80+float64(lines)*13, 190), 420)
}

// rowAfter is the first row that lies so many points under the top of another.
func (g *page) rowAfter(row int, points float64) int {
	for points > 0 {
		points -= g.height(row)
		row++
	}
	return row
}

// height is the height of a row in points.
func (g *page) height(row int) float64 {
	if h, set := g.heights[row]; set {
		return h
	}
	return rowPoints
}

// setHeadHeights sets the heights of the lines above the blocks, which reach
// over the whole width.
func (g *page) setHeadHeights() {
	chars := 0.0
	for _, w := range g.widths {
		chars += w
	}
	g.heights = map[int]float64{1: float64(wrappedLines(g.title, chars*0.65))*21 + 6}
	for i, text := range g.lines {
		g.heights[2+i] = height(wrappedLines(text, chars-2), 2)
	}
}

// setHeights sets the heights of the rows of a block. Those of a list are
// measured while they are written. Not every reader fits rows by itself, and
// none fits merged cells.
func (g *page) setHeights(b *placed, p spec.Printer) {
	if b.titleRow > 0 {
		g.heights[b.titleRow] = 24
	}
	if b.headRow > 0 {
		g.heights[b.headRow] = g.headHeight(b)
	}
	if b.totalRow > 0 {
		g.heights[b.totalRow] = 20
	}
	if b.Form == spec.List {
		return
	}
	for row := range b.rows {
		g.heights[b.first+row] = g.bodyHeight(b, row, p)
	}
}

func (g *page) headHeight(b *placed) float64 {
	lines, edges := 1, 2.0
	if b.Form == spec.List {
		edges = 4 // the filter's button
	}
	for col, title := range b.titles {
		lines = max(lines, wrappedLines(title, g.widths[b.left+col-1]-edges))
	}
	return height(lines, 6)
}

func (g *page) bodyHeight(b *placed, row int, p spec.Printer) float64 {
	lines := 1
	for col, h := range b.Columns {
		if v := b.Cell(row, col); h.Kind == spec.Text && v.Kind() == spec.Text {
			lines = max(lines, wrappedLines(v.Text(p), g.roomFor(b, col)))
		}
	}
	return height(lines, 4)
}

// roomFor is the width of a column's texts in characters: prose reaches over
// all columns of the tables around it.
func (g *page) roomFor(b *placed, col int) float64 {
	chars := g.widths[b.left+col-1]
	if b.Form == spec.Prose && col == 1 {
		for _, w := range g.widths[b.left+1:] {
			chars += w
		}
	}
	return chars - 2
}

func height(lines int, room float64) float64 {
	return min(float64(lines)*rowPoints+room, maxPoints)
}

// wrappedLines reckons how many lines a text takes in so many characters: as
// many whole words to a line as fit.
func wrappedLines(s string, chars float64) int {
	if float64(len(s)) <= chars && strings.IndexByte(s, '\n') < 0 {
		return 1 // bytes are at least as many as letters
	}
	lines, room := 0, max(int(chars), 1)
	for part := range strings.SplitSeq(s, "\n") {
		lines++
		used := 0
		for word := range strings.SplitSeq(part, " ") {
			n := utf8.RuneCountInString(word)
			if used > 0 && used+1+n > room {
				lines++
				used = 0
			}
			if used > 0 {
				used++
			}
			used += n
			for ; used > room; used -= room { // a word longer than the line
				lines++
			}
		}
	}
	return lines
}

// setBreaks begins a new printed page before a grid that would be cut. Texts
// run on, and so do grids that no page holds.
func (g *page) setBreaks() {
	if g.alone() != nil {
		return
	}
	room := pagePoints * max(g.wide()/pagePixels, 1) // the page is fitted to the width
	start := 1
	for i := range g.blocks {
		b := &g.blocks[i]
		if g.points(start, b.after) <= room {
			continue
		}
		if i > 0 && b.Form == spec.Grid && g.points(b.top(), b.after) <= room {
			start = b.top()
			g.breaks = append(g.breaks, start)
			continue
		}
		for g.points(start, b.after) > room {
			start = g.rowAfter(start, room)
		}
	}
}

// wide is the width of the page with its charts, in pixels.
func (g *page) wide() float64 {
	wide := g.pixels(1, len(g.widths))
	for _, b := range g.blocks {
		if b.spot.col > 0 {
			wide = max(wide, g.pixels(1, b.spot.col-1)+float64(b.spot.width)+chartGap)
		}
	}
	return wide
}

// points is the height of rows up to but not including one.
func (g *page) points(from, to int) float64 {
	sum := 0.0
	for row := from; row < to; row++ {
		sum += g.height(row)
	}
	return sum
}
