package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
	"saya/assets/locale"
)

// Month is a calendar that fills its place with one month, today marked. It
// never has the keyboard: who shows it hands it the keys.
type Month struct {
	widget.BaseWidget
	printer     *locale.Printer
	today       time.Time
	shown       time.Time // a day of the month on the page
	back, forth *iconTap
	home        *linkTap
}

var (
	_ fyne.Scrollable    = (*Month)(nil)
	_ desktop.Cursorable = (*Month)(nil)
)

// NewMonth returns the month of today. todayText is the word that leads back
// to it.
func NewMonth(p *locale.Printer, today time.Time, todayText string) *Month {
	day := dayOf(today)
	m := &Month{printer: p, today: day, shown: day}
	m.back = newIconTap(assets.IconLeft, func() { m.Turn(-1) })
	m.forth = newIconTap(assets.IconRight, func() { m.Turn(1) })
	m.home = newLinkTap(todayText, func() { m.show(m.today) })
	m.ExtendBaseWidget(m)
	return m
}

// Turn goes on by months, back with a negative number.
func (m *Month) Turn(months int) { m.show(addMonths(m.shown, months)) }

// Shown is a day of the month on the page, midnight UTC.
func (m *Month) Shown() time.Time { return m.shown }

// HandleKey turns the pages: arrows and PageUp and PageDown by a month, Up and
// Down by a year, Home to today. False for other keys.
func (m *Month) HandleKey(e *fyne.KeyEvent) bool {
	steps := map[fyne.KeyName]int{
		fyne.KeyLeft: -1, fyne.KeyPageUp: -1, fyne.KeyRight: 1, fyne.KeyPageDown: 1, fyne.KeyUp: -12, fyne.KeyDown: 12,
	}
	if step, ok := steps[e.Name]; ok {
		m.Turn(step)
		return true
	}
	if e.Name == fyne.KeyHome {
		m.show(m.today)
		return true
	}
	return false
}

// Scrolled turns the pages.
func (m *Month) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case e.Scrolled.DY > 0:
		m.Turn(-1)
	case e.Scrolled.DY < 0:
		m.Turn(1)
	}
}

// Cursor is the plain arrow.
func (m *Month) Cursor() desktop.Cursor { return desktop.DefaultCursor }

func (m *Month) show(day time.Time) {
	m.shown = day
	m.Refresh()
}
