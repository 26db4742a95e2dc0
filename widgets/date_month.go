package widgets

import "time"

const (
	daysInWeek   = 7
	weeksInMonth = 6 // rows of a calendar page: no month needs more
)

// monthPage returns the first day shown on the page of day's month: the Monday
// on or before the first of the month.
func monthPage(day time.Time) time.Time {
	first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, -int(first.Weekday()+daysInWeek-time.Monday)%daysInWeek)
}

// addMonths moves day by months, and to the last day of a month that is too
// short: 31 January and a month is 28 February.
func addMonths(day time.Time, months int) time.Time {
	first := time.Date(day.Year(), day.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day.Day(), last)-1)
}

// clampDay keeps day between two bounds, either of which may be missing.
func clampDay(day time.Time, from, to *time.Time) time.Time {
	if from != nil && day.Before(*from) {
		return *from
	}
	if to != nil && day.After(*to) {
		return *to
	}
	return day
}
