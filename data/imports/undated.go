package imports

import (
	"regexp"
	"strings"

	"saya/data/sheetin"
)

// What people write for a day that is not one.
var (
	dayAndMonth = regexp.MustCompile(`^\d{1,2}[.,/]\d{1,2}\.?$|^\d{1,2}\s+\pL+\.?$`)
	monthOfYear = regexp.MustCompile(`^\pL+\.?\s+\d{4}(\s*\pL+\.?)?$`)
	fromTo      = regexp.MustCompile(`\d.*([-–—]|\sпо\s|\sдо\s|\sи\s|\d,\s*\d).*\d|^\d{1,2},\s*\d{1,2}\s+\pL`)
	numbersOnly = regexp.MustCompile(`^\d+-\d+-\d+$`)
)

// refuseDay says why a cell is no day.
func (r *reader) refuseDay(c sheetin.Cell) {
	text := strings.ToLower(strings.TrimSpace(c.Text))
	switch {
	case r.table.EitherOrder(c):
		r.refuse("imports.day_or_month")
	case theWords().begins("series_marks", text):
		r.refuse("imports.date_series")
	case dayAndMonth.MatchString(text):
		r.refuse("imports.date_no_year")
	case monthOfYear.MatchString(text):
		r.refuse("imports.date_no_day")
	case fromTo.MatchString(text) && !numbersOnly.MatchString(text):
		r.refuse("imports.date_several")
	default:
		r.refuse("errors.date")
	}
}
