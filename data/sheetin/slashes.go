package sheetin

import "strings"

// order is that of day and month in the dates of a table that are written with slashes.
type order uint8

const (
	dayFirst   order = iota // also where nothing shows it
	monthFirst              // 11/22/2026, as American programs write
	bothOrders              // a table of two hands: what can be either is no day
)

// orderOf tells the order from dates that can be read in one way only.
func orderOf(lines []Line) order {
	day, month := false, false
	for _, line := range lines {
		for _, c := range line.Cells {
			if c.Kind != Text {
				continue
			}
			if first, second, _, ok := cutSlashes(c.Text); ok {
				day = day || onlyDay(first) && number(second) <= 12
				month = month || onlyDay(second) && number(first) <= 12
			}
		}
	}
	switch {
	case day && month:
		return bothOrders
	case month:
		return monthFirst
	}
	return dayFirst
}

// onlyDay tells whether a number is a day that is no month.
func onlyDay(s string) bool { return number(s) > 12 && number(s) < 32 }

// arrange puts the day of a date with slashes before the month; other texts stay. False when the order cannot be told.
func (o order) arrange(text string) (string, bool) {
	if o == dayFirst {
		return text, true
	}
	first, second, rest, ok := cutSlashes(text)
	switch {
	case !ok:
		return text, true
	case o == monthFirst, number(second) > 12:
		return second + "/" + first + "/" + rest, true
	}
	return text, number(first) > 12 || first == second
}

// cutSlashes cuts the two numbers of one or two digits off a date like 11/2/2026.
func cutSlashes(text string) (first, second, rest string, ok bool) {
	first, rest = cutDigits(strings.TrimLeft(text, " \u00a0"))
	sign, rest := firstByte(rest)
	if sign != '/' || first == "" || len(first) > 2 {
		return "", "", "", false
	}
	second, rest = cutDigits(rest)
	sign, rest = firstByte(rest)
	year, _ := cutDigits(rest)
	ok = sign == '/' && second != "" && len(second) < 3 && (len(year) == 2 || len(year) == 4)
	return first, second, rest, ok
}

// EitherOrder tells whether a cell is no day only because the table holds both orders of day and month: 3/4/2026.
func (t Table) EitherOrder(c Cell) bool {
	_, told := t.slashes.arrange(c.Text)
	return c.Kind == Text && !told
}
