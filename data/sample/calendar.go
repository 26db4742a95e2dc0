package sample

import (
	"math"
	"time"

	"saya/data"
	"saya/data/reference"
)

const (
	memberYears = 3 // how long ago the first volunteers came
	eventYears  = 2
	plannedDays = 35
)

// calendar numbers the days of the sample, so that drawing and comparing them is cheap.
type calendar struct {
	dates []data.Date
	times []time.Time
	off   map[data.Date]bool // holidays
	start int                // the first day with events
	last  int                // Options.Until
}

func newCalendar(until data.Date) *calendar {
	end := until.Time()
	zero := end.AddDate(-memberYears, 0, 1)
	c := &calendar{off: map[data.Date]bool{}}
	for year := zero.Year(); year <= end.Year()+1; year++ {
		for _, h := range data.HolidaysOf(year, reference.HolidayRules()) {
			for day := h.From; day <= h.To; day = day.AddDays(1) {
				c.off[day] = true
			}
		}
	}
	for t := zero; !t.After(end.AddDate(0, 0, plannedDays)); t = t.AddDate(0, 0, 1) {
		c.dates = append(c.dates, data.DateOf(t))
		c.times = append(c.times, t)
	}
	c.start = daysBetween(zero, end.AddDate(-eventYears, 0, 1))
	c.last = daysBetween(zero, end)
	return c
}

func daysBetween(a, b time.Time) int { return int(b.Sub(a).Hours() / 24) }

// dayOf is the number of any day, also before the sample begins; never for no date.
func (c *calendar) dayOf(d data.Date) int {
	if !d.Valid() {
		return never
	}
	return daysBetween(c.times[0], d.Time())
}

// never is a day that does not come.
const never = math.MaxInt32

func (c *calendar) date(day int) data.Date {
	if day >= 0 && day < len(c.dates) {
		return c.dates[day]
	}
	return data.DateOf(c.times[0].AddDate(0, 0, day))
}

func (c *calendar) weekday(day int) time.Weekday { return c.times[day].Weekday() }

func (c *calendar) weekend(day int) bool {
	return c.weekday(day) == time.Saturday || c.weekday(day) == time.Sunday
}

// growth rises from 0 on the first day to 1 on the last.
func (c *calendar) growth(day int) float64 { return float64(day) / float64(c.last) }

// joining is how willingly people join on a day: more each year, most when studies begin.
func (c *calendar) joining(day int) float64 {
	w := 0.7 + c.growth(day)
	switch c.times[day].Month() {
	case time.September, time.October, time.February:
		w *= 1.6
	case time.January, time.July, time.August:
		w *= 0.6
	}
	return w
}

// busy is how much happens on a day: more each year, less in summer, most on Saturdays, little on holidays.
func (c *calendar) busy(day int) float64 {
	t := c.times[day]
	w := 0.5 + c.growth(day)
	switch t.Month() {
	case time.July, time.August:
		w *= 0.55
	case time.March, time.May, time.October, time.December:
		w *= 1.25
	}
	switch t.Weekday() {
	case time.Saturday:
		w *= 2.4
	case time.Sunday:
		w *= 1.6
	case time.Monday:
		w *= 0.7
	}
	if c.off[c.dates[day]] {
		w *= 0.1
	}
	return w
}
