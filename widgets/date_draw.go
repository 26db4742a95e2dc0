package widgets

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// CreateRenderer is used by Fyne.
func (g *dateGrid) CreateRenderer() fyne.WidgetRenderer {
	r := &dateRenderer{grid: g}
	r.build()
	r.paint()
	return r
}

// dateRenderer draws every cell as a rounded rectangle and a text.
type dateRenderer struct {
	grid        *dateGrid
	title       dateCell
	names       [daysInWeek]*canvas.Text
	days        [daysInWeek * weeksInMonth]dateCell
	arrows      [4]dateCell
	today       dateCell
	line        *canvas.Rectangle
	objectsList []fyne.CanvasObject
}

type dateCell struct {
	box  *canvas.Rectangle
	text *canvas.Text
}

func newDateCell() dateCell { return dateCell{box: canvas.NewRectangle(nil), text: centred()} }

func centred() *canvas.Text {
	t := canvas.NewText("", nil)
	t.Alignment = fyne.TextAlignCenter
	return t
}

func (c dateCell) place(at fyne.Position, size fyne.Size, inset float32) {
	c.box.Move(at.AddXY(inset, 1))
	c.box.Resize(size.SubtractWidthHeight(2*inset, 2))
	height := c.text.MinSize().Height
	c.text.Move(at.AddXY(0, (size.Height-height)/2))
	c.text.Resize(fyne.NewSize(size.Width, height))
}

func (r *dateRenderer) build() {
	add := func(o ...fyne.CanvasObject) { r.objectsList = append(r.objectsList, o...) }
	r.title, r.line, r.today = newDateCell(), canvas.NewRectangle(nil), newDateCell()
	for i := range r.arrows {
		r.arrows[i] = newDateCell()
		add(r.arrows[i].box, r.arrows[i].text)
	}
	for i := range r.names {
		r.names[i] = centred()
		add(r.names[i])
	}
	for i := range r.days {
		r.days[i] = newDateCell()
		add(r.days[i].box, r.days[i].text)
	}
	add(r.title.text, r.line, r.today.box, r.today.text)
}

func (r *dateRenderer) paint() {
	g := r.grid
	r.title.text.Text = g.printer.MonthYear(g.cursor)
	r.title.text.TextStyle.Bold = true
	paintText(r.title.text, g, colorInk, theme.SizeNameText)
	for i, name := range r.names {
		name.Text = g.printer.WeekdayShort(time.Weekday((i + 1) % daysInWeek))
		paintText(name, g, assets.ColorDim, assets.SizeSmall)
	}
	first := monthPage(g.cursor)
	for i := range r.days {
		r.paintDay(r.days[i], first.AddDate(0, 0, i))
	}
	r.paintArrows()
	r.line.FillColor = colorOf(g, assets.ColorLine)
	r.today.text.Text = g.printer.LongDate(g.today)
	r.paintBox(r.today.box, g.footerAt(g.pointer), false, false)
	ink := fyne.ThemeColorName(colorAccent)
	if !g.allowed(g.today) {
		ink = assets.ColorDim
	}
	paintText(r.today.text, g, ink, assets.SizeSmall)
}

// paintDay draws a day: filled when picked, ringed under the keyboard, bold
// when today, dim outside the month or the bounds.
func (r *dateRenderer) paintDay(cell dateCell, day time.Time) {
	g := r.grid
	under, found := g.dayAt(g.pointer)
	picked := day.Equal(g.picked)
	ink := fyne.ThemeColorName(colorInk)
	switch {
	case picked:
		ink = theme.ColorNameForegroundOnPrimary
	case !g.allowed(day) || day.Month() != g.cursor.Month():
		ink = assets.ColorDim
	case day.Equal(g.today):
		ink = colorAccent
	}
	cell.text.Text = strconv.Itoa(day.Day())
	cell.text.TextStyle.Bold = picked || day.Equal(g.today)
	paintText(cell.text, g, ink, theme.SizeNameText)
	hovered := found && under.Equal(day) && g.allowed(day)
	r.paintBox(cell.box, hovered, picked, day.Equal(g.cursor))
}

func (r *dateRenderer) paintBox(box *canvas.Rectangle, hovered, picked, cursor bool) {
	g := r.grid
	box.FillColor, box.StrokeWidth = seeThrough(colorOf(g, colorAccent)), 0
	box.CornerRadius = sizeOf(g, theme.SizeNameSelectionRadius)
	if hovered {
		box.FillColor = colorOf(g, assets.ColorAccentSoft)
	}
	if picked {
		box.FillColor = colorOf(g, colorAccent)
	}
	if cursor {
		box.StrokeColor, box.StrokeWidth = colorOf(g, colorAccent), sizeOf(g, assets.SizeFocusRing)
	}
	box.Refresh()
}

func (r *dateRenderer) paintArrows() {
	under, found := r.grid.arrowAt(r.grid.pointer)
	for i, step := range arrowSteps() {
		r.arrows[i].text.Text = [4]string{"«", "‹", "›", "»"}[i]
		paintText(r.arrows[i].text, r.grid, assets.ColorDim, theme.SizeNameSubHeadingText)
		r.paintBox(r.arrows[i].box, found && under == step, false, false)
	}
}

func (r *dateRenderer) Layout(fyne.Size) {
	for i, arrow := range r.arrows {
		at, size := arrowCell(i)
		arrow.place(at, size, 2)
	}
	title, titleSize := titleCell()
	r.title.place(title, titleSize, 0)
	for i, name := range r.names {
		name.Resize(fyne.NewSize(dateCellW, dateNames))
		name.Move(fyne.NewPos(datePad+float32(i)*dateCellW, datePad+dateHeader))
	}
	for i, cell := range r.days {
		at, size := dayCell(i)
		cell.place(at, size, 3)
	}
	at, size := footerCell()
	r.line.Move(at)
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.today.place(at.AddXY(0, 4), size.SubtractWidthHeight(0, 4), 0)
}

func (r *dateRenderer) MinSize() fyne.Size { return r.grid.size() }

func (r *dateRenderer) Refresh() {
	r.paint()
	r.Layout(r.grid.Size())
	canvas.Refresh(r.grid)
}

func (r *dateRenderer) Objects() []fyne.CanvasObject { return r.objectsList }

func (r *dateRenderer) Destroy() {}
