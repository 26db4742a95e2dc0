package widgets

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedKey moves the day, or does something on it.
func (g *MonthGrid) TypedKey(e *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -daysInWeek, fyne.KeyDown: daysInWeek}
	if step, ok := steps[e.Name]; ok {
		g.SetDay(g.day.AddDate(0, 0, step))
		return
	}
	switch e.Name {
	case fyne.KeyPageUp:
		g.Turn(-1)
	case fyne.KeyPageDown:
		g.Turn(1)
	case fyne.KeyHome:
		g.SetDay(g.today)
	case fyne.KeyReturn, fyne.KeyEnter:
		g.openNext()
	case fyne.KeySpace:
		cell := g.cellOf(g.day)
		g.list(g.day, fyne.CurrentApp().Driver().AbsolutePositionForObject(g).Add(cell.pos).AddXY(0, gridHead))
	case fyne.KeyInsert:
		g.add(g.day)
	default:
		g.Base.TypedKey(e)
	}
}

// TypedRune makes something new with N, also where a Cyrillic layout has «Т» in its place.
func (g *MonthGrid) TypedRune(r rune) {
	if strings.ContainsRune("nNтТ", r) {
		g.add(g.day)
	}
}

// TypedShortcut turns the years.
func (g *MonthGrid) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault {
		switch c.KeyName {
		case fyne.KeyPageUp:
			g.Turn(-12)
			return
		case fyne.KeyPageDown:
			g.Turn(12)
			return
		}
	}
	g.Base.TypedShortcut(s)
}

// Scrolled turns the pages.
func (g *MonthGrid) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case e.Scrolled.DY > 0:
		g.Turn(-1)
	case e.Scrolled.DY < 0:
		g.Turn(1)
	}
}

// MouseDown puts the keyboard on a day and opens what is pressed, at once and
// not only after the delay in which a second click would come.
func (g *MonthGrid) MouseDown(e *desktop.MouseEvent) {
	Focus(g)
	day, ok := g.dayAt(e.Position)
	if !ok {
		return
	}
	line, hit := g.lineAt(e.Position)
	g.day = day // the page stays, also for a day of the month before or after: a second click may come
	g.Refresh()
	switch {
	case !hit || e.Button != desktop.MouseButtonPrimary:
	case line.more > 0:
		g.list(day, e.AbsolutePosition)
	default:
		g.open(line.entry.ID)
	}
}

// MouseUp does nothing.
func (g *MonthGrid) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped edits an entry, or makes a new one beside them.
func (g *MonthGrid) DoubleTapped(e *fyne.PointEvent) {
	day, ok := g.dayAt(e.Position)
	line, hit := g.lineAt(e.Position)
	switch {
	case !ok || hit && line.more > 0:
	case !hit:
		g.add(day)
	case g.OnEdit != nil:
		g.OnEdit(line.entry.ID)
	}
}

// TappedSecondary asks for the menu of an entry.
func (g *MonthGrid) TappedSecondary(e *fyne.PointEvent) {
	if line, hit := g.lineAt(e.Position); hit && line.more == 0 && g.OnMenu != nil {
		g.OnMenu(line.entry.ID, e.AbsolutePosition)
	}
}

// MouseMoved lights the entry under the pointer.
func (g *MonthGrid) MouseMoved(e *desktop.MouseEvent) {
	line, _ := g.lineAt(e.Position)
	g.point(line.entry.ID)
}

// MouseOut puts the light out.
func (g *MonthGrid) MouseOut() { g.point(0) }

func (g *MonthGrid) point(id int64) {
	if g.pointer != id {
		g.pointer = id
		g.Refresh()
	}
}

// Cursor is the plain arrow, but over entries.
func (g *MonthGrid) Cursor() desktop.Cursor {
	if g.pointer != 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// dayAt is the day at a place.
func (g *MonthGrid) dayAt(at fyne.Position) (day time.Time, ok bool) {
	first := monthPage(g.shown)
	for i := range g.weeks() * daysInWeek {
		if cell := g.cell(i); inside(at, cell.pos, cell.size) {
			return first.AddDate(0, 0, i), true
		}
	}
	return day, false
}

// lineAt is the line of a day at a place.
func (g *MonthGrid) lineAt(at fyne.Position) (line gridLine, ok bool) {
	for _, l := range g.lines() {
		if inside(at, l.pos, l.size) {
			return l, true
		}
	}
	return line, false
}
