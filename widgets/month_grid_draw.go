package widgets

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
	"saya/assets/locale"
)

// CreateRenderer is used by Fyne.
func (g *MonthGrid) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	r := &gridRenderer{grid: g, panel: canvas.NewRectangle(nil), title: NewTitle(""), today: canvas.NewCircle(nil), ring: newFocusRing(), empty: canvas.NewText("", nil), board: canvas.NewRectangle(nil)}
	for i := range r.rules {
		r.rules[i] = canvas.NewRectangle(nil)
	}
	for i := range r.names {
		r.names[i] = canvas.NewText("", nil)
	}
	for i := range r.days {
		r.days[i] = gridDay{canvas.NewRectangle(nil), centred(), canvas.NewText("", nil)}
	}
	r.paint()
	return r
}

// gridRenderer draws the head, the names of the days, the weeks with hairlines
// between the days, and as many lines as there are.
type gridRenderer struct {
	grid  *MonthGrid
	panel *canvas.Rectangle
	title *Text
	today *canvas.Circle
	ring  *canvas.Rectangle // around the day under the keyboard
	rules [weeksInMonth + daysInWeek]*canvas.Rectangle
	names [daysInWeek]*canvas.Text
	days  [daysInWeek * weeksInMonth]gridDay
	rows  []*gridRow
	keys  []*gridRow // of the legend
	empty *canvas.Text
	board *canvas.Rectangle // under it
}

type gridDay struct {
	shade  *canvas.Rectangle
	number *canvas.Text
	note   *canvas.Text
}

func (r *gridRenderer) paint() {
	g := r.grid
	stylePanel(r.panel, g)
	r.title.SetText(locale.Title(g.printer.MonthYear(g.shown)))
	for _, rule := range r.rules {
		rule.FillColor = colorOf(g, assets.ColorLine)
	}
	for i, name := range r.names {
		name.Text = g.printer.WeekdayShort(time.Weekday((i + 1) % daysInWeek))
		paintText(name, g, assets.ColorDim, assets.SizeSmall)
	}
	r.today.FillColor = colorOf(g, colorAccent)
	g.home.show(!sameMonth(g.shown, g.today))
	r.empty.Text, r.empty.Hidden = g.EmptyText, !g.known || len(g.entries) > 0
	paintText(r.empty, g, assets.ColorDim, theme.SizeNameText)
	first := monthPage(g.shown)
	for i := range r.days {
		r.paintDay(&r.days[i], first.AddDate(0, 0, i))
	}
}

func (r *gridRenderer) paintDay(d *gridDay, day time.Time) {
	g := r.grid
	ink := fyne.ThemeColorName(colorInk)
	switch {
	case day.Equal(g.today):
		ink = theme.ColorNameForegroundOnPrimary
	case !sameMonth(day, g.shown):
		ink = assets.ColorDim
	case g.notes[day] != "":
		ink = assets.ColorBad
	}
	d.number.Text, d.number.TextStyle.Bold = strconv.Itoa(day.Day()), day.Equal(g.today)
	paintText(d.number, g, ink, theme.SizeNameText)
	paintText(d.note, g, assets.ColorBad, assets.SizeSmall)
	d.shade.FillColor = color.Transparent
	if !sameMonth(day, g.shown) {
		d.shade.FillColor = colorOf(g, assets.ColorZebra)
	}
}

// fill makes as many rows as are needed and hides the others.
func (r *gridRenderer) fill(rows []*gridRow, n int) []*gridRow {
	for len(rows) < n {
		rows = append(rows, newGridRow())
	}
	for _, row := range rows[n:] {
		row.hide()
	}
	return rows
}

// MinSize implements [fyne.WidgetRenderer]: a month beside a card has little room.
func (r *gridRenderer) MinSize() fyne.Size {
	return fyne.NewSize(daysInWeek*44+2*gridPad, gridTitle+gridNames+r.grid.foot()+weeksInMonth*(gridHead+gridLineH))
}

// Layout implements [fyne.WidgetRenderer].
func (r *gridRenderer) Layout(size fyne.Size) {
	g := r.grid
	g.divide()
	area := g.area()
	r.layoutHead()
	r.layoutLegend(size)
	r.panel.Move(area.pos.AddXY(0, -gridNames))
	r.panel.Resize(area.size.AddWidthHeight(0, gridNames))
	for i := range r.rules {
		r.layoutRule(i, area)
	}
	width := area.size.Width / daysInWeek
	for i, name := range r.names {
		height := name.MinSize().Height
		name.Move(area.pos.AddXY(float32(i)*width+gridInset, -gridNames+(gridNames-height)/2))
		name.Resize(fyne.NewSize(width, height))
	}
	first := monthPage(g.shown)
	r.today.Hide()
	for i := range r.days {
		r.layoutDay(i, first.AddDate(0, 0, i))
	}
	lines := g.lines()
	r.rows = r.fill(r.rows, len(lines))
	for i, line := range lines {
		r.rows[i].show(g, line)
	}
	r.layoutEmpty(area)
	cell := g.cellOf(g.day)
	r.ring.Move(cell.pos.AddXY(1, 1))
	r.ring.Resize(cell.size.SubtractWidthHeight(1, 1))
	showFocusRing(r.ring, g, g.focused, 4)
}

// layoutEmpty puts the sentence over the middle of the page.
func (r *gridRenderer) layoutEmpty(area gridPlace) {
	const pad float32 = 12
	size := r.empty.MinSize().AddWidthHeight(2*pad, 2*pad)
	at := area.pos.AddXY((area.size.Width-size.Width)/2, (area.size.Height-size.Height)/2)
	r.board.Hidden = r.empty.Hidden
	stylePanel(r.board, r.grid)
	r.board.Move(at)
	r.board.Resize(size)
	r.empty.Move(at.AddXY(pad, pad))
	r.empty.Resize(r.empty.MinSize())
}

// layoutRule places the hairlines: one above each week, then one before each day but the first.
func (r *gridRenderer) layoutRule(i int, area gridPlace) {
	rule := r.rules[i]
	if i < weeksInMonth {
		rule.Hidden = i >= r.grid.weeks()
		rule.Move(area.pos.AddXY(1, r.grid.top(i, area)))
		rule.Resize(fyne.NewSize(max(0, area.size.Width-2), 1))
		return
	}
	rule.Hidden = i == weeksInMonth
	rule.Move(area.pos.AddXY(float32(i-weeksInMonth)*area.size.Width/daysInWeek, 0))
	rule.Resize(fyne.NewSize(1, max(0, area.size.Height-1)))
}

func (r *gridRenderer) layoutDay(i int, day time.Time) {
	d := r.days[i]
	shown := i < r.grid.weeks()*daysInWeek
	for _, o := range []fyne.CanvasObject{d.shade, d.number, d.note} {
		setVisible(o, shown)
	}
	if !shown {
		return
	}
	const circle = gridCircle
	cell := r.grid.cell(i)
	d.shade.Move(cell.pos.AddXY(1, 1))
	d.shade.Resize(cell.size.SubtractWidthHeight(1, 2))
	d.shade.BottomRightCornerRadius = 0
	if i == r.grid.weeks()*daysInWeek-1 {
		d.shade.BottomRightCornerRadius = r.panel.CornerRadius
	}
	height := d.number.MinSize().Height
	width := max(circle, d.number.MinSize().Width)
	x := gridInset
	if day.Equal(r.grid.today) { // in the middle of its circle
		x = 3
	} else {
		width = d.number.MinSize().Width
	}
	d.number.Move(cell.pos.AddXY(x, 2+(circle-height)/2))
	d.number.Resize(fyne.NewSize(width, height))
	at, room := cell.pos.AddXY(circle+gridInset, 2+(circle-d.note.MinSize().Height)/2), noteWidth(cell.size.Width)
	if r.grid.noteBelow(day, cell) {
		at, room = cell.pos.AddXY(gridInset, gridHead), cell.size.Width-2*gridInset
	}
	d.note.Text = cutText(r.grid.notes[day], room, measure(d.note))
	d.note.Move(at)
	d.note.Refresh()
	if day.Equal(r.grid.today) {
		r.today.Move(cell.pos.AddXY(3, 2))
		r.today.Resize(fyne.NewSquareSize(circle))
		r.today.Show()
	}
}

// layoutHead puts the title and what turns the pages at the left.
func (r *gridRenderer) layoutHead() {
	g := r.grid
	title := r.title.MinSize()
	r.title.Move(fyne.NewPos(gridPad, (gridTitle-title.Height)/2))
	r.title.Resize(title)
	x := gridPad + title.Width + 10
	for _, o := range []fyne.CanvasObject{g.back, g.home, g.forth} {
		least := o.MinSize().Max(fyne.NewSize(0, monthCircle))
		o.Move(fyne.NewPos(x, (gridTitle-monthCircle)/2))
		o.Resize(least)
		x += least.Width
	}
}

// legendGap is the space between two pairs of a sign and its word.
const legendGap float32 = 14

// layoutLegend puts the legend below the weeks.
func (r *gridRenderer) layoutLegend(size fyne.Size) {
	g := r.grid
	r.keys = r.fill(r.keys, len(g.Legend))
	next, at := 0, fyne.NewPos(gridPad, size.Height-g.foot()/2-gridLineH/2)
	rows := g.legendRows(size.Width - 2*gridPad)
	at.Y -= float32(len(rows)-1) * gridLineH / 2
	for _, row := range rows {
		at.X = gridPad
		for _, width := range row {
			r.keys[next].show(g, gridLine{gridPlace: gridPlace{at, fyne.NewSize(width, gridLineH)}, entry: g.Legend[next]})
			at.X += width + legendGap
			next++
		}
		at.Y += gridLineH
	}
}

// legendRows is how wide the entries of the legend are, in as many rows as they need.
func (g *MonthGrid) legendRows(room float32) (rows [][]float32) {
	left := float32(0)
	for _, e := range g.Legend {
		width := rowWidth(g, e)
		if rows == nil || width > left {
			rows, left = append(rows, nil), room
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], width)
		left -= width + legendGap
	}
	return rows
}

// Refresh implements [fyne.WidgetRenderer].
func (r *gridRenderer) Refresh() {
	r.paint()
	r.Layout(r.grid.Size())
	canvas.Refresh(r.grid)
}

// Objects implements [fyne.WidgetRenderer].
func (r *gridRenderer) Objects() []fyne.CanvasObject {
	g := r.grid
	objects := []fyne.CanvasObject{r.panel, g.spot, r.title, g.back, g.home, g.forth}
	for _, d := range r.days {
		objects = append(objects, d.shade)
	}
	objects = append(objects, r.today)
	for _, rule := range r.rules {
		objects = append(objects, rule)
	}
	for _, name := range r.names {
		objects = append(objects, name)
	}
	for _, d := range r.days {
		objects = append(objects, d.number, d.note)
	}
	for _, rows := range [][]*gridRow{r.rows, r.keys} {
		for _, row := range rows {
			objects = append(objects, row.objects()...)
		}
	}
	return append(objects, r.board, r.empty, r.ring)
}

// Destroy implements [fyne.WidgetRenderer].
func (r *gridRenderer) Destroy() {}
