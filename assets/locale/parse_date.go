package locale

import (
	"strconv"
	"strings"
	"time"
)

// ParseDate reads a day as people write it, in any language of the program: 22.11.2026, 22/11/26, 2026-11-22,
// 221126, 22112026. The result is midnight UTC. Years of two digits are 1950 to 2049; days that no calendar has
// and years outside 1900 to 2100 are refused.
func ParseDate(s string) (time.Time, bool) {
	day, month, year, ok := dateParts(spaced(s))
	if !ok {
		return time.Time{}, false
	}
	d, m, y := atoi(day), atoi(month), atoi(year)
	if len(year) == 2 {
		y += 1900
		if y < 1950 {
			y += 100
		}
	}
	if y < 1900 || y > 2100 {
		return time.Time{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	// A 31st of February would have rolled over into March.
	return t, t.Day() == d && t.Month() == time.Month(m)
}

// dateParts splits a date into its digits; the year is of two or four.
func dateParts(s string) (day, month, year string, ok bool) {
	if isDigits(s, 6) || isDigits(s, 8) {
		return s[:2], s[2:4], s[4:], true
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(".-/, ", r) })
	if len(parts) != 3 {
		return "", "", "", false
	}
	day, month, year = parts[0], parts[1], parts[2]
	if len(day) == 4 {
		day, year = year, day
	}
	ok = (isDigits(day, 1) || isDigits(day, 2)) &&
		(isDigits(month, 1) || isDigits(month, 2)) &&
		(isDigits(year, 2) || isDigits(year, 4))
	return day, month, year, ok
}

// ParseTime reads a time of day as people write it (9:30, 9.30, 0930, 930, 9) as minutes after midnight,
// 0 to 1439.
func ParseTime(s string) (minutes int, ok bool) {
	s = spaced(s)
	hour, minute := s, "00"
	switch i := strings.IndexAny(s, ":.,- "); {
	case i >= 0:
		hour, minute = s[:i], s[i+1:]
	case isDigits(s, 3) || isDigits(s, 4):
		hour, minute = s[:len(s)-2], s[len(s)-2:]
	}
	if !isDigits(hour, 1) && !isDigits(hour, 2) || !isDigits(minute, 2) {
		return 0, false
	}
	h, m := atoi(hour), atoi(minute)
	if h > 23 || m > 59 {
		return 0, false
	}
	return h*60 + m, true
}

// spaced trims s and turns every kind of no-break or thin space inside it into a plain one.
func spaced(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ").Replace(s))
}

// isDigits tells whether s is exactly n ASCII digits.
func isDigits(s string, n int) bool {
	return len(s) == n && strings.Trim(s, "0123456789") == ""
}

// atoi is the number of a few digits that were checked before.
func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
