package home

import (
	"context"
	"time"

	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
)

// monthsShown is how many months are compared, the present one last.
const monthsShown = 12

// figures are those of the last months, and of the days of the month before that have a counterpart in this one.
type figures struct {
	months []data.Month
	of     []store.PeriodFigures // of the months
	part   store.PeriodFigures   // of the month before, up to the same day
	days   data.Period           // of part
}

// loadFigures reads them; it runs off the UI goroutine.
func loadFigures(ctx context.Context, env page.Env, today data.Date) (f figures, err error) {
	this := today.Month()
	periods := make([]data.Period, 0, monthsShown+1)
	for i := range monthsShown {
		m := this.Add(i - monthsShown + 1)
		f.months = append(f.months, m)
		periods = append(periods, data.Period{From: m.First(), To: m.Last()})
	}
	before := this.Add(-1)
	f.days = data.Period{From: before.First(), To: min(before.Last(), before.First().AddDays(today.DaysSince(this.First())))}
	all, err := env.Store.Figures(ctx, append(periods, f.days)...)
	if err != nil {
		return f, err
	}
	f.of, f.part = all[:monthsShown], all[monthsShown]
	return f, nil
}

// tile is a figure of the month: which one, how it is written, and the list of what it counts.
type tile struct {
	key           string // of its name, "home." and then it
	months        string // the same of the title of its chart
	value         func(store.PeriodFigures) int64
	write         func(p *locale.Printer, n, beside int64) string // n as precisely as what it stands beside
	section, chip string
}

func whole(p *locale.Printer, n, _ int64) string { return p.Int(n) }

// tiles are the figures that Home shows, by the indicators V3, H1, E1, B1 and C1.1.
func tiles() []tile {
	return []tile{
		{"active", "active_months", func(f store.PeriodFigures) int64 { return int64(f.Active) }, whole, "volunteers", "active"},
		{"approved", "approved_months", func(f store.PeriodFigures) int64 { return int64(f.Minutes) }, hours, "hours", "approved"},
		{"events", "events_months", func(f store.PeriodFigures) int64 { return int64(f.Events) }, whole, "events", "past"},
		{"covered", "covered_months", func(f store.PeriodFigures) int64 { return int64(f.Covered) }, whole, "events", "past"},
		{"received", "received_months", func(f store.PeriodFigures) int64 { return f.Received }, money, "contributions", "received"},
	}
}

// charts are the tiles in the order in which their months are drawn, as many as have room.
func charts() []tile {
	all := tiles()
	return []tile{all[1], all[0], all[2], all[3], all[4]}
}

const (
	hundredHours = 100 * 60
	million      = 1_000_000 * 100 // tiyn
	thousand     = 1_000 * 100
)

// hours writes minutes as hours; of many, and of none, the hundredths say nothing.
func hours(p *locale.Printer, minutes, beside int64) string {
	if minutes == 0 || beside >= hundredHours && minutes >= 30 {
		return p.Int((minutes + 30) / 60)
	}
	return p.Hours(int(minutes))
}

// money writes tiyn in few signs: millions, thousands, tenge.
func money(p *locale.Printer, tiyn, _ int64) string {
	switch {
	case tiyn >= million-thousand/2:
		return p.T("home.millions", "Value", p.Decimal(float64(tiyn)/million, 1))
	case tiyn >= 10*thousand:
		return p.T("home.thousands", "Value", p.Int((tiyn+thousand/2)/thousand))
	}
	return p.Int((tiyn + 50) / 100)
}

// change says how much more or less that is, "" for as much.
func (t tile) change(p *locale.Printer, now, before int64) string {
	switch {
	case now > before:
		return "+" + t.write(p, now-before, now)
	case now < before:
		return locale.Minus + t.write(p, before-now, now)
	}
	return ""
}

// monthName is the short name of a month under its column.
func monthName(env page.Env, m data.Month) string {
	return env.Text.MonthShort(time.Month(m.First().Time().Month()))
}
