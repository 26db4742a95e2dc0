package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"saya/assets/locale"
)

// dateGrid is one page of a calendar with one day under the keyboard. Arrows
// move by days, PageUp and PageDown by months, with Ctrl by years; Home goes to
// today.
type dateGrid struct {
	Base
	printer  *locale.Printer
	today    time.Time
	cursor   time.Time
	picked   time.Time // zero for none
	min, max *time.Time
	pointer  fyne.Position // outside the widget when the pointer is elsewhere

	onPick          func(time.Time)
	onEscape, onTab func()
}

var _ fyne.Tabbable = (*dateGrid)(nil)

func newDateGrid(p *locale.Printer, today time.Time) *dateGrid {
	g := &dateGrid{printer: p, today: today, cursor: today, pointer: fyne.NewPos(-1, -1)}
	g.ExtendBaseWidget(g)
	return g
}

// moveTo puts the keyboard on a day within the bounds.
func (g *dateGrid) moveTo(day time.Time) {
	g.cursor = clampDay(day, g.min, g.max)
	g.Refresh()
}

func (g *dateGrid) allowed(day time.Time) bool { return clampDay(day, g.min, g.max).Equal(day) }

func (g *dateGrid) pick(day time.Time) {
	if g.allowed(day) && g.onPick != nil {
		g.onPick(day)
	}
}

// AcceptsTab keeps Tab from going round inside the popup.
func (g *dateGrid) AcceptsTab() bool { return true }

// TypedKey moves, picks or closes.
func (g *dateGrid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		g.pick(g.cursor)
	case fyne.KeyEscape, fyne.KeyF4:
		call(g.onEscape)
	case fyne.KeyTab:
		call(g.onTab)
	case fyne.KeyHome:
		g.moveTo(g.today)
	default:
		g.move(e)
	}
}

func (g *dateGrid) move(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		g.moveTo(g.cursor.AddDate(0, 0, -1))
	case fyne.KeyRight:
		g.moveTo(g.cursor.AddDate(0, 0, 1))
	case fyne.KeyUp:
		g.moveTo(g.cursor.AddDate(0, 0, -daysInWeek))
	case fyne.KeyDown:
		g.moveTo(g.cursor.AddDate(0, 0, daysInWeek))
	case fyne.KeyPageUp:
		g.moveTo(addMonths(g.cursor, -1))
	case fyne.KeyPageDown:
		g.moveTo(addMonths(g.cursor, 1))
	default:
		g.Base.TypedKey(e)
	}
}

// TypedShortcut moves by years.
func (g *dateGrid) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok {
		switch c.KeyName {
		case fyne.KeyPageUp:
			g.moveTo(addMonths(g.cursor, -12))
			return
		case fyne.KeyPageDown:
			g.moveTo(addMonths(g.cursor, 12))
			return
		}
	}
	g.Base.TypedShortcut(s)
}

// Scrolled turns the pages.
func (g *dateGrid) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case e.Scrolled.DY > 0:
		g.moveTo(addMonths(g.cursor, -1))
	case e.Scrolled.DY < 0:
		g.moveTo(addMonths(g.cursor, 1))
	}
}

// Tapped picks a day or turns pages.
func (g *dateGrid) Tapped(e *fyne.PointEvent) {
	if day, ok := g.dayAt(e.Position); ok {
		g.pick(day)
		return
	}
	if step, ok := g.arrowAt(e.Position); ok {
		g.moveTo(addMonths(g.cursor, step))
		return
	}
	if g.footerAt(e.Position) {
		g.pick(g.today)
	}
}

// MouseMoved shows what is under the pointer.
func (g *dateGrid) MouseMoved(e *desktop.MouseEvent) {
	g.pointer = e.Position
	g.Refresh()
}

// MouseOut forgets the pointer.
func (g *dateGrid) MouseOut() {
	g.pointer = fyne.NewPos(-1, -1)
	g.Base.MouseOut()
}

// The page: two arrows to either side of the title, names of days, the weeks,
// and today.
const (
	datePad    float32 = 10
	dateCellW  float32 = 38
	dateCellH  float32 = 30
	dateArrow  float32 = 30
	dateHeader float32 = 36
	dateNames  float32 = 24
	dateFooter float32 = 36
	dateWeeks          = dateHeader + dateNames + datePad
)

// arrowSteps are the months that the arrows of the header go, from left.
func arrowSteps() [4]int { return [4]int{-12, -1, 1, 12} }

func (g *dateGrid) size() fyne.Size {
	return fyne.NewSize(daysInWeek*dateCellW+2*datePad, dateWeeks+weeksInMonth*dateCellH+dateFooter+datePad)
}

func dayCell(i int) (fyne.Position, fyne.Size) {
	x := datePad + float32(i%daysInWeek)*dateCellW
	y := dateWeeks + float32(i/daysInWeek)*dateCellH
	return fyne.NewPos(x, y), fyne.NewSize(dateCellW, dateCellH)
}

func arrowCell(i int) (fyne.Position, fyne.Size) {
	place := [4]float32{0, dateArrow, daysInWeek*dateCellW - 2*dateArrow, daysInWeek*dateCellW - dateArrow}[i]
	return fyne.NewPos(datePad+place, datePad), fyne.NewSize(dateArrow, dateHeader-4)
}

// titleCell lies between the inner arrows.
func titleCell() (fyne.Position, fyne.Size) {
	at, size := arrowCell(1)
	end, _ := arrowCell(2)
	return fyne.NewPos(at.X+size.Width, at.Y), fyne.NewSize(end.X-at.X-size.Width, size.Height)
}

func footerCell() (fyne.Position, fyne.Size) {
	return fyne.NewPos(datePad, dateWeeks+weeksInMonth*dateCellH+4),
		fyne.NewSize(daysInWeek*dateCellW, dateFooter-4)
}

func inside(p, at fyne.Position, size fyne.Size) bool {
	return p.X >= at.X && p.X < at.X+size.Width && p.Y >= at.Y && p.Y < at.Y+size.Height
}

func (g *dateGrid) dayAt(p fyne.Position) (time.Time, bool) {
	first := monthPage(g.cursor)
	for i := range daysInWeek * weeksInMonth {
		if at, size := dayCell(i); inside(p, at, size) {
			return first.AddDate(0, 0, i), true
		}
	}
	return time.Time{}, false
}

func (g *dateGrid) arrowAt(p fyne.Position) (months int, ok bool) {
	for i, step := range arrowSteps() {
		if at, size := arrowCell(i); inside(p, at, size) {
			return step, true
		}
	}
	return 0, false
}

func (g *dateGrid) footerAt(p fyne.Position) bool {
	at, size := footerCell()
	return inside(p, at, size)
}

func call(f func()) {
	if f != nil {
		f()
	}
}
