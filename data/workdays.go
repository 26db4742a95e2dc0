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
				next := nextWorkday(day, days)
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

// nextWorkday is the first day after one that is neither at a weekend nor one of some days off.
func nextWorkday(day Date, off []Holiday) Date {
	for {
		day = day.AddDays(1)
		if _, free := holidayOn(off, day); !free && !isWeekend(day) {
			return day
		}
	}
}

func isWeekend(day Date) bool {
	weekday := day.Time().Weekday()
	return weekday == time.Saturday || weekday == time.Sunday
}
