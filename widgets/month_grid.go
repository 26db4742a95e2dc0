package widgets

import (
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"saya/assets"
	"saya/assets/locale"
)

// MonthMark is the shape before an entry of a MonthGrid: the tone is not its only sign.
type MonthMark int

// The marks.
const (
	MarkRing   MonthMark = iota // a circle, open
	MarkDot                     // a circle, full
	MarkSquare                  // a square, full
	MarkFrame                   // a square, open
	MarkDash                    // a dash
	MarkStruck                  // a dash, and the text struck out
	MarkNone                    // nothing: the icon says it
)

// MonthEntry is a line in the days of a MonthGrid.
type MonthEntry struct {
	ID       int64
	From, To time.Time // the first and the last day, midnight UTC
	Text     string
	Short    string // in place of Text where a day is too narrow for more, as the time; may be empty
	Mark     MonthMark
	Tone     Tone
	Icon     assets.IconName // before the text, "" for none
}

// MonthGrid is a month whose days show what happens on them. One day is under
// the keyboard: arrows move it, PageUp and PageDown turn the months, with Ctrl
// the years, Home goes to today, Enter opens the first entry of the day and,
// pressed again, the next one, Space all of them as a menu.
type MonthGrid struct {
	Base
	OnOpen func(id int64)      // Enter, a click on an entry
	OnEdit func(id int64)      // a double click on an entry
	OnNew  func(day time.Time) // N, Insert, a double click beside entries
	OnMenu func(id int64, at fyne.Position)
	OnTurn func(month time.Time) // another month is shown; a day of it
	// Legend says what the marks mean, below the weeks.
	Legend []MonthEntry
	// EmptyText stands on a page without entries, once it is known that there are none.
	EmptyText string
	// MoreText says that a day has so many more entries, as "+3 more".
	MoreText func(n int) string

	printer     *locale.Printer
	today       time.Time
	shown       time.Time         // a day of the month on the page
	day         time.Time         // under the keyboard, on the page
	chosen      int64             // the entry that is open, 0 for none
	pointer     int64             // the entry under the pointer, 0 for none
	spot        *canvas.Rectangle // where it is, for the tooltip to stand under
	entries     []MonthEntry
	notes       map[time.Time]string
	known       bool      // the entries are those of the page
	tops        []float32 // of the weeks, and the end of the last; nil where all are equally high
	back, forth *iconTap
	home        *linkTap
}

var (
	_ fyne.DoubleTappable    = (*MonthGrid)(nil)
	_ fyne.SecondaryTappable = (*MonthGrid)(nil)
	_ fyne.Scrollable        = (*MonthGrid)(nil)
	_ desktop.Mouseable      = (*MonthGrid)(nil)
)

// NewMonthGrid returns the month of today without entries. todayText is the
// word that leads back to it.
func NewMonthGrid(p *locale.Printer, today time.Time, todayText string) *MonthGrid {
	day := dayOf(today)
	g := &MonthGrid{printer: p, today: day, shown: day, day: day, MoreText: func(int) string { return ellipsis }}
	g.spot = canvas.NewRectangle(color.Transparent)
	g.back = newIconTap(assets.IconLeft, func() { g.Turn(-1) })
	g.forth = newIconTap(assets.IconRight, func() { g.Turn(1) })
	g.home = newLinkTap(todayText, func() { g.SetDay(g.today) })
	g.ExtendBaseWidget(g)
	return g
}

// SetEntries shows other entries, in the order in which they are to stand in a
// day, and notes of days, such as the name of a holiday.
func (g *MonthGrid) SetEntries(entries []MonthEntry, notes map[time.Time]string) {
	g.entries, g.notes, g.known = entries, notes, true
	g.hush()
	g.Refresh()
}

// Day is the day under the keyboard, midnight UTC.
func (g *MonthGrid) Day() time.Time { return g.day }

// SetDay puts the keyboard on a day and shows its month.
func (g *MonthGrid) SetDay(day time.Time) {
	g.hush()
	turned := !sameMonth(g.shown, day)
	g.shown, g.day, g.known = day, day, g.known && !turned
	g.Refresh()
	if turned && g.OnTurn != nil {
		g.OnTurn(day)
	}
}

// Turn goes on by months from the one on the page, back with a negative number.
func (g *MonthGrid) Turn(months int) {
	day := g.day
	if !sameMonth(day, g.shown) {
		day = g.shown
	}
	g.SetDay(addMonths(day, months))
}

// Choose marks the entry that is open, 0 for none.
func (g *MonthGrid) Choose(id int64) {
	if g.chosen != id {
		g.chosen = id
		g.Refresh()
	}
}

// Page is the first and the last day shown.
func (g *MonthGrid) Page() (first, last time.Time) {
	first = monthPage(g.shown)
	return first, first.AddDate(0, 0, g.weeks()*daysInWeek-1)
}

// weeks is how many rows the month needs.
func (g *MonthGrid) weeks() int {
	first := monthPage(g.shown)
	weeks := weeksInMonth
	for weeks > 4 && !sameMonth(first.AddDate(0, 0, (weeks-1)*daysInWeek), g.shown) {
		weeks--
	}
	return weeks
}

func sameMonth(a, b time.Time) bool { return a.Year() == b.Year() && a.Month() == b.Month() }

// of are the entries of a day.
func (g *MonthGrid) of(day time.Time) []MonthEntry {
	var out []MonthEntry
	for _, e := range g.entries {
		if !day.Before(e.From) && !day.After(e.To) {
			out = append(out, e)
		}
	}
	return out
}

// openNext opens the first entry of the day, and the one after that which is open there already.
func (g *MonthGrid) openNext() {
	entries := g.of(g.day)
	if len(entries) > 0 {
		at := slices.IndexFunc(entries, func(e MonthEntry) bool { return e.ID == g.chosen })
		g.open(entries[(at+1)%len(entries)].ID)
	}
}

func (g *MonthGrid) open(id int64) {
	g.Choose(id)
	if g.OnOpen != nil {
		g.OnOpen(id)
	}
}

func (g *MonthGrid) add(day time.Time) {
	if g.OnNew != nil {
		g.OnNew(day)
	}
}

// list offers all entries of a day as a menu.
func (g *MonthGrid) list(day time.Time, at fyne.Position) {
	var items []MenuItem
	for _, e := range g.of(day) {
		items = append(items, MenuItem{Text: e.Text, Icon: e.Icon, Do: func() {
			g.SetDay(day)
			g.open(e.ID)
		}})
	}
	if len(items) > 0 {
		ShowMenuAt(g, at, items...)
	}
}
