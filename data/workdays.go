package data

import (
	"cmp"
	"slices"
	"strconv"
	"time"
)

// HolidayRule says on which days of which years a holiday falls. The zero year means "without end".
type HolidayRule struct {
	Code      string
	Names     Names
	From, To  string         // "MM-DD", both off; empty for a holiday whose day is set each year
	Dates     map[int]string // the "MM-DD" of each year it was set for
	FirstYear int
	LastYear  int
	// Moves says that a day of the holiday that falls on a weekend makes the next working day off. State and national
	// holidays do; Orthodox Christmas and the first day of Kurban Ait are plain days off and do not (Labour Code
	// art. 84, law on holidays art. 5).
	Moves bool
}

// HolidaysOf lists the days off that the rules give to a year, by day, with the working days that weekends moved them to.
// A holiday whose day was not set for the year is missing: it is entered by hand.
func HolidaysOf(year int, rules []HolidayRule) []Holiday {
	var days, moving []Holiday
	for _, r := range rules {
		h, ok := r.in(year)
		if !ok {
			continue
		}
		days = append(days, h)
		if r.Moves {
			moving = append(moving, h)
		}
	}
	slices.SortFunc(moving, byDay)
	for _, h := range moving {
		for day := h.From; day <= h.To; day = day.AddDays(1) {
			if isWeekend(day) {
				next := NewWorkdays(days).Add(day, 1)
				days = append(days, Holiday{Code: h.Code, Names: h.Names, From: next, To: next})
			}
		}
	}
	slices.SortFunc(days, byDay)
	return days
}

func byDay(a, b Holiday) int { return cmp.Compare(a.From, b.From) }

// in is the holiday of one year, if it has one.
func (r HolidayRule) in(year int) (h Holiday, ok bool) {
	from, to := r.From, r.To
	if from == "" {
		from, to = r.Dates[year], r.Dates[year]
	}
	if from == "" || year < r.FirstYear || r.LastYear != 0 && year > r.LastYear {
		return Holiday{}, false
	}
	prefix := strconv.Itoa(year) + "-"
	return Holiday{Code: r.Code, Names: r.Names, From: Date(prefix + from), To: Date(prefix + to)}, true
}

// Workdays tells working days from days off in a week of five days. The zero value knows weekends only.
type Workdays struct{ off map[Date]bool }

// NewWorkdays returns the working days beside the given days off.
func NewWorkdays(holidays []Holiday) Workdays {
	w := Workdays{off: map[Date]bool{}}
	for _, h := range holidays {
		for day := h.From; day.Valid() && day <= h.To; day = day.AddDays(1) {
			w.off[day] = true
		}
	}
	return w
}

// Working tells whether people work on a day.
func (w Workdays) Working(day Date) bool { return !w.off[day] && !isWeekend(day) }

// Add is the n-th working day after a day, which itself does not count; for n = 0 the day itself. No date stays no date.
func (w Workdays) Add(day Date, n int) Date {
	for day.Valid() && n > 0 {
		day = day.AddDays(1)
		if w.Working(day) {
			n--
		}
	}
	return day
}

// consentDays is how many working days a centre has to stop using data after consent was withdrawn (law 94-V).
const consentDays = 15

// StopUsingBy is the last day on which data may be used whose consent was withdrawn on a day.
func (w Workdays) StopUsingBy(withdrawn Date) Date { return w.Add(withdrawn, consentDays) }

func isWeekend(day Date) bool {
	weekday := day.Time().Weekday()
	return weekday == time.Saturday || weekday == time.Sunday
}
