package sheetin

import (
	"strconv"
	"strings"
)

// leastColumns of months or days make a matrix.
const leastColumns = 3

// Matrix tells whether the columns of a table are months or days, as in a time sheet, instead of fields.
func (t Table) Matrix() bool {
	n := 0
	for _, title := range t.Titles {
		if isMonthOrDay(title) {
			n++
		}
	}
	return n >= leastColumns
}

// Matrix tells whether one of the first rows of a sheet is the header of a matrix, see [Table.Matrix].
func (s Sheet) Matrix() bool {
	for last := 1; last <= min(len(s.Rows), searched); last++ {
		if (Table{Titles: titles(s.Rows[last-1 : last])}).Matrix() && !isNumbering(s.Rows[last-1], true) {
			return true
		}
	}
	return false
}

// isMonthOrDay tells whether a title is a month, a day of a month or a date.
func isMonthOrDay(title string) bool {
	lower := strings.ToLower(strings.TrimSpace(title))
	if n, err := strconv.Atoi(lower); err == nil {
		return n > 0 && n < 32 || n > firstSerial*100 && n < lastSerial
	}
	word, _, _ := strings.Cut(strings.Trim(lower, ". "), " ")
	if _, isMonth := words().Months[strings.Trim(word, ".")]; isMonth {
		return true
	}
	_, isDate := Table{}.Date(Cell{Text: title, Kind: Text})
	return isDate
}
