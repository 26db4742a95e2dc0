package sheetin

import (
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"saya/data"
)

// The years that a date may be of; those of two digits are 1950 to 2049.
const (
	firstYear = 1900
	lastYear  = 2100
)

// Serials count days. That of 1900 takes 1900 for a leap year, so days before March of it are not read.
const (
	firstSerial  = 61    // 01.03.1900
	lastSerial   = 73415 // 31.12.2100
	offset1904   = 1462  // days from the first day of one count to that of the other
	minutesOfDay = 24 * 60
)

// Date reads a cell as a day: a serial of Excel, dd.mm.yyyy, d.m.yy, yyyy-mm-dd, with / and - too, with the month as a
// word in kk, ru or en. A time after it is passed over. A whole number from 1900 to 2100 is a year and no day. ok is
// false when it is no day (31.02.1990) or more than one.
func (t Table) Date(c Cell) (data.Date, bool) {
	switch c.Kind {
	case Number:
		return serialDate(c.Text, t.Date1904)
	case Text:
		day, rest, ok := cutDate(c.Text)
		if !ok || !onlyTime(rest) {
			return "", false
		}
		return day, true
	}
	return "", false
}

func serialDate(text string, date1904 bool) (data.Date, bool) {
	serial, ok := parseNumber(text)
	if !ok {
		return "", false
	}
	whole := math.Floor(serial)
	if whole == serial && firstYear <= whole && whole <= lastYear {
		return "", false
	}
	if len(text) == 8 && whole == serial { // 22112026, typed without points
		return joinedDate(text)
	}
	if date1904 {
		whole += offset1904
	}
	if whole < firstSerial || whole > lastSerial {
		return "", false
	}
	return data.NewDate(1899, time.December, 30+int(whole)), true
}

// joinedDate reads ddmmyyyy, or yyyymmdd where that is no day.
func joinedDate(s string) (data.Date, bool) {
	n, ok := digits([]byte(s))
	if !ok || len(s) != 8 {
		return "", false
	}
	if d, ok := newDay(n%10000, n/10000%100, n/1000000); ok {
		return d, true
	}
	return newDay(n/10000, n/100%100, n%100)
}

// newDay refuses days that no calendar has.
func newDay(year, month, day int) (data.Date, bool) {
	if year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > 31 {
		return "", false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return data.DateOf(t), t.Day() == day
}

// cutDate reads the day at the beginning of a text and returns what stands after it.
func cutDate(s string) (d data.Date, rest string, ok bool) {
	w := dateWords{rest: s}
	for !w.complete() {
		before := w.rest
		if !w.take() || w.rest == before {
			break
		}
	}
	w.takeBeside()
	d, ok = w.day()
	return d, w.rest, ok
}

// dateWords gathers the parts of a day in the order of the text.
type dateWords struct {
	rest    string
	numbers [3]string
	count   int  // of numbers
	month   int  // of a word
	joined  bool // the last part was a number: before another one there must be a sign
}

// complete tells that no more parts belong to the day.
func (w *dateWords) complete() bool {
	return w.count == 3 || w.month > 0 && w.count == 2 || w.count == 1 && len(w.numbers[0]) == 8
}

// take takes the next number or word, and the sign before it. False when there is none that a day can have.
func (w *dateWords) take() bool {
	s := strings.TrimLeft(w.rest, " .,/-\u00a0\u202f()")
	if digits, rest := cutDigits(s); digits != "" {
		if w.joined && strings.TrimLeft(w.rest, " \u00a0\u202f") == s {
			return false
		}
		w.numbers[w.count], w.rest, w.joined = digits, rest, true
		w.count++
		return len(digits) < 5 || len(digits) == 8
	}
	word := firstWord(s)
	lower := strings.ToLower(word)
	month := words().Months[lower]
	switch {
	case month > 0 && w.month == 0:
		w.month = month
	case word == "" || !words().BesideDates[lower]:
		return false
	}
	w.rest, w.joined = s[len(word):], false
	return true
}

// takeBeside takes the words that say nothing more: «г.», «жылғы», the day of the week.
func (w *dateWords) takeBeside() {
	for {
		s := strings.TrimLeft(w.rest, " .,\u00a0\u202f()")
		word := firstWord(s)
		if word == "" || !words().BesideDates[strings.ToLower(word)] {
			return
		}
		w.rest = strings.TrimLeft(s[len(word):], ".)")
	}
}

// firstWord is the letters at the beginning of a text.
func firstWord(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return s[:i]
		}
	}
	return s
}

// day makes the day of the parts.
func (w *dateWords) day() (data.Date, bool) {
	parts := w.numbers[:w.count]
	if len(parts) == 1 && w.month == 0 {
		return joinedDate(parts[0])
	}
	month := w.month
	if month == 0 {
		if len(parts) != 3 || len(parts[1]) > 2 {
			return "", false
		}
		month, parts = number(parts[1]), []string{parts[0], parts[2]}
	}
	if len(parts) != 2 {
		return "", false
	}
	day, year := parts[0], parts[1]
	if len(day) == 4 {
		day, year = year, day
	}
	if len(day) > 2 || len(year) != 2 && len(year) != 4 {
		return "", false
	}
	return newDay(fullYear(year), month, number(day))
}

func fullYear(digits string) int {
	year := number(digits)
	switch {
	case len(digits) == 4:
		return year
	case year < 50:
		return 2000 + year
	}
	return 1900 + year
}

// number is the value of at most eight digits.
func number(s string) int {
	n, _ := digits([]byte(s)) // they were seen to be digits
	return n
}

// onlyTime tells whether what stands after a day is at most a time, of one moment.
func onlyTime(rest string) bool {
	rest = strings.Trim(rest, " .,T\u00a0\u202f\n")
	if rest == "" {
		return true
	}
	first, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsDigit(first) && !words().BesideTimes[strings.ToLower(firstWord(rest))] {
		return false
	}
	rest = strings.TrimSuffix(rest, "Z")
	if zone := strings.LastIndexAny(rest, "+"); zone > 0 {
		rest = rest[:zone]
	}
	_, _, ok := readSpan(rest)
	return ok
}
