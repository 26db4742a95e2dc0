package sheetin

import (
	"math"
	"regexp"
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
// word in kk, ru or en. With slashes the month is first where the table shows it. A time after it is passed over. A whole number from 1900 to 2100 is a year and no day. ok is
// false when it is no day (31.02.1990) or more than one.
func (t Table) Date(c Cell) (data.Date, bool) {
	switch c.Kind {
	case Number:
		return serialDate(c.Text, t.Date1904)
	case Text:
		text, ok := t.slashes.arrange(c.Text)
		if !ok {
			return "", false
		}
		day, rest, ok := cutDate(text)
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
	return d, w.rest, ok && !w.goesOn()
}

// dateWords gathers the parts of a day in the order of the text.
type dateWords struct {
	rest    string
	numbers [3]string
	signs   [3]string // that stand before the numbers
	count   int       // of numbers
	month   int       // of a word
	sign    string    // before the word of the month
	place   int       // of the month: numbers before it
	apart   bool      // another word stands after the first number
	last    part
}

// part is what was taken last.
type part uint8

const (
	nothing part = iota
	aNumber
	theMonth
	anyWord
)

// complete tells that no more parts belong to the day.
func (w *dateWords) complete() bool {
	return w.count == 3 || w.month > 0 && w.count == 2 || w.count == 1 && len(w.numbers[0]) == 8
}

// take takes the next number or word, and the sign before it. False when there is none that a day can have.
func (w *dateWords) take() bool {
	s := strings.TrimLeft(w.rest, " .,/-\u00a0\u202f()")
	sign := strings.Trim(w.rest[:len(w.rest)-len(s)], " \u00a0\u202f")
	if digits, rest := cutDigits(s); digits != "" {
		if w.last == aNumber && sign == "" { // before another number there must be a sign
			return false
		}
		w.apart = w.apart || w.count > 0 && w.last == anyWord
		w.numbers[w.count], w.signs[w.count], w.rest, w.last = digits, sign, rest, aNumber
		w.count++
		return len(digits) < 5 || len(digits) == 8
	}
	word := firstWord(s)
	lower := strings.ToLower(word)
	month := words().Months[lower]
	switch {
	case month > 0 && w.month == 0:
		w.month, w.sign, w.place, w.last = month, sign, w.count, theMonth
	case word == "" || !words().BesideDates[lower]:
		return false
	default:
		w.last = anyWord
	}
	w.rest = s[len(word):]
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
	switch {
	case w.month > 0:
		return w.withWord()
	case w.count == 1:
		return joinedDate(w.numbers[0])
	case w.count < 3 || len(w.numbers[1]) > 2 || !w.evenly():
		return "", false
	}
	return dayOf(w.numbers[0], w.numbers[2], number(w.numbers[1]))
}

// withWord makes the day of two numbers and the word of a month. A number of two digits is the year only where it follows
// the month at once, as in 22-ноя-26: «28-29 ноября» are two days.
func (w *dateWords) withWord() (data.Date, bool) {
	first, second := w.numbers[0], w.numbers[1]
	switch {
	case w.count != 2, len(first) == 4 && w.place == 0:
		return "", false
	case len(first) < 4 && len(second) < 4 && !w.yearFollows():
		return "", false
	}
	return dayOf(first, second, w.month)
}

// yearFollows tells whether the second number stands right after the month, with the sign that parts day and month too.
func (w *dateWords) yearFollows() bool {
	sign := w.signs[1]
	return w.place == 1 && !w.apart && (sign == "" || sign == "." || sign == w.sign && strings.Trim(sign, "-/") == "")
}

// evenly tells whether the three numbers are parted alike: 5-6.11.2026 are two days. A comma is a slip of the finger
// beside a whole year, and parts days elsewhere.
func (w *dateWords) evenly() bool {
	between := strings.ReplaceAll(w.signs[1]+w.signs[2], ",", ".")
	whole := len(w.numbers[0]) == 4 || len(w.numbers[2]) == 4
	return !w.apart && w.signs[1] != "" && w.signs[2] != "" && strings.Trim(between, between[:1]) == "" &&
		(whole || !strings.Contains(w.signs[1]+w.signs[2], ","))
}

// goesOn tells whether the number at the end of the day has more behind it: 5.6.11.2026, «5 ноября 18 30».
func (w *dateWords) goesOn() bool {
	sign, after := firstByte(w.rest)
	if digits, _ := cutDigits(after); (sign == '.' || sign == '/') && digits != "" {
		return true
	}
	short := w.month > 0 && w.count == 2 && len(w.numbers[1]) < 4
	return short && strings.ContainsAny(w.rest, "0123456789") && !strings.Contains(w.rest, ":")
}

// dayOf makes a day of a month from day and year, in any order.
func dayOf(day, year string, month int) (data.Date, bool) {
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

// onlyTime tells whether what stands after a day is at most a time, of one moment: no hour alone, which may be another
// day, and no end alone.
func onlyTime(rest string) bool {
	rest = strings.Trim(rest, " .,T\u00a0\u202f\n")
	if rest == "" {
		return true
	}
	first, _ := utf8.DecodeRuneInString(rest)
	word := strings.ToLower(firstWord(rest))
	if !unicode.IsDigit(first) && (!words().BesideTimes[word] || words().Ends[word]) {
		return false
	}
	if _, after := cutDigits(rest); after == "" && len(rest) < 3 {
		return false
	}
	_, _, ok := readSpan(withoutZone(rest))
	return ok
}

// zone is that of a time, as «GMT+5», «Z», «+0500».
var zone = regexp.MustCompile(`(?i)(\d|[ap]m)\s*\(?(?:z|(?:gmt|utc)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|\+\d{1,2}(?::?\d{2})?)\)?$`)

// withoutZone cuts the zone off a time: what was written down is the time of the place.
func withoutZone(rest string) string { return zone.ReplaceAllString(rest, "$1") }
