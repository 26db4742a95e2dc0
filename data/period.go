package data

import "time"

// PeriodKind says how a period was chosen; it decides which one is "the period before"
// and whether totals may include events with residents.
type PeriodKind string

// The kinds of period.
const (
	MonthPeriod    PeriodKind = "month"
	QuarterPeriod  PeriodKind = "quarter"
	HalfYearPeriod PeriodKind = "half_year"
	YearPeriod     PeriodKind = "year"
	FreePeriod     PeriodKind = "free"
)

// Period is the closed range of calendar days [From, To].
type Period struct{ From, To Date }

// Kind tells whether the days are exactly a calendar month, quarter, half-year or year.
func (p Period) Kind() PeriodKind {
	from, to := p.From.Time(), p.To.Time()
	if !p.Valid() || from.Day() != 1 || to.AddDate(0, 0, 1).Day() != 1 || from.Year() != to.Year() {
		return FreePeriod
	}
	first, months := int(from.Month())-1, int(to.Month()-from.Month())+1
	for _, k := range []struct {
		kind   PeriodKind
		months int
	}{{MonthPeriod, 1}, {QuarterPeriod, 3}, {HalfYearPeriod, 6}, {YearPeriod, 12}} {
		if months == k.months && first%k.months == 0 {
			return k.kind
		}
	}
	return FreePeriod
}

// Valid tells whether both days are real and in order.
func (p Period) Valid() bool { return p.From.Valid() && p.To.Valid() && p.From <= p.To }

// Days counts the days of the period.
func (p Period) Days() int { return p.To.DaysSince(p.From) + 1 }

// Holds tells whether a day lies in the period.
func (p Period) Holds(d Date) bool { return d != "" && p.From <= d && d <= p.To }

// Before is the period of the same kind right before; for free dates as many days ending the day before.
func (p Period) Before() Period { return p.shift(-1) }

// After is the period of the same kind right after, which a plan is made for.
func (p Period) After() Period { return p.shift(1) }

func (p Period) shift(n int) Period {
	months := map[PeriodKind]int{MonthPeriod: 1, QuarterPeriod: 3, HalfYearPeriod: 6, YearPeriod: 12}[p.Kind()]
	if months == 0 {
		days := n * p.Days()
		return Period{p.From.AddDays(days), p.To.AddDays(days)}
	}
	from := p.From.Time().AddDate(0, n*months, 0)
	return Period{DateOf(from), DateOf(from.AddDate(0, months, -1))}
}

// Months lists the calendar months that the period touches.
func (p Period) Months() []Month {
	var out []Month
	for m := p.From.Month(); m <= p.To.Month(); m = m.Add(1) {
		out = append(out, m)
	}
	return out
}

// PeriodOf returns the calendar period of a kind that holds the day; a free one is that day alone.
func PeriodOf(kind PeriodKind, day Date) Period {
	months := map[PeriodKind]int{MonthPeriod: 1, QuarterPeriod: 3, HalfYearPeriod: 6, YearPeriod: 12}[kind]
	if months == 0 {
		return Period{day, day}
	}
	t := day.Time()
	first := time.Month((int(t.Month())-1)/months*months + 1)
	from := time.Date(t.Year(), first, 1, 0, 0, 0, 0, time.UTC)
	return Period{DateOf(from), DateOf(from.AddDate(0, months, -1))}
}
