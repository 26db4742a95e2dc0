package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedKey moves the day, or does something on it.
func (g *MonthGrid) TypedKey(e *fyne.KeyEvent) {
	if !g.keys().Press(e.Name, 0) {
		g.Base.TypedKey(e)
	}
}

// TypedRune makes something new.
func (g *MonthGrid) TypedRune(r rune) { g.keys().Type(r) }

// TypedShortcut turns the years.
func (g *MonthGrid) TypedShortcut(s fyne.Shortcut) {
	if !g.keys().Shortcut(s) {
		g.Base.TypedShortcut(s)
	}
}

// KeySets are the keys of the days.
func (g *MonthGrid) KeySets() []KeySet { return []KeySet{{Name: "month", Keys: g.keys()}} }

func (g *MonthGrid) keys() Hotkeys {
	move := func(days int) func() { return func() { g.SetDay(g.day.AddDate(0, 0, days)) } }
	turn := func(months int) func() { return func() { g.Turn(months) } }
	keys := Hotkeys{
		{Does: "day", Key: fyne.KeyLeft, Do: move(-1)},
		{Does: "day", Key: fyne.KeyRight, Do: move(1)},
		{Does: "week", Key: fyne.KeyUp, Do: move(-daysInWeek)},
		{Does: "week", Key: fyne.KeyDown, Do: move(daysInWeek)},
		{Does: "turn_month", Key: fyne.KeyPageUp, Do: turn(-1)},
		{Does: "turn_month", Key: fyne.KeyPageDown, Do: turn(1)},
		{Does: "turn_year", Key: fyne.KeyPageUp, With: fyne.KeyModifierShortcutDefault, Do: turn(-12)},
		{Does: "turn_year", Key: fyne.KeyPageDown, With: fyne.KeyModifierShortcutDefault, Do: turn(12)},
		{Does: "today", Key: fyne.KeyHome, Do: func() { g.SetDay(g.today) }},
		{Does: "next_of_day", Key: fyne.KeyReturn, Do: g.openNext},
		{Key: fyne.KeyEnter, Do: g.openNext},
		{Does: "all_of_day", Key: fyne.KeySpace, Do: g.listDay},
	}
	if g.OnNew == nil {
		return keys
	}
	add := func() { g.OnNew(g.day) }
	return append(keys,
		Hotkey{Does: "new_on_day", Key: fyne.KeyInsert, Do: add},
		Hotkey{Does: "new_on_day", Runes: "NnтТ", Do: add}) // «т» is on the key of N
}

// listDay shows all entries of the day under the keyboard as a menu.
func (g *MonthGrid) listDay() {
	cell := g.cellOf(g.day)
	g.list(g.day, fyne.CurrentApp().Driver().AbsolutePositionForObject(g).Add(cell.pos).AddXY(0, gridHead))
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
	g.hush()
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

// MouseMoved lights the entry under the pointer, and says what is cut of it.
func (g *MonthGrid) MouseMoved(e *desktop.MouseEvent) {
	line, _ := g.lineAt(e.Position)
	if g.pointer == line.entry.ID && g.spot.Position() == line.pos {
		return
	}
	g.point(line.entry.ID)
	g.spot.Move(line.pos)
	g.spot.Resize(line.size)
	hover(g.spot, g.tip(line), true)
}

// MouseOut puts the light out.
func (g *MonthGrid) MouseOut() {
	g.Base.MouseOut()
	g.point(0)
	g.hush()
}

// hush takes the tooltip away: what it explains goes, or moves.
func (g *MonthGrid) hush() { hover(g.spot, "", false) }

func (g *MonthGrid) point(id int64) {
	if g.pointer != id {
		g.pointer = id
		g.Refresh()
	}
}

// tip is the whole text of an entry that is cut.
func (g *MonthGrid) tip(line gridLine) string {
	e, width := line.entry, line.size.Width
	if width < gridLeast || e.timeOnly(width) || float32(len(g.wrapped(e, width)))*gridLineH > line.size.Height {
		return e.Text
	}
	return ""
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
