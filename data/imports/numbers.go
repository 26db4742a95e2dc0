package imports

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"saya/data/sheetin"
)

// wholeNumber reads a number of things or people: "45", "45.0", "1 200", «около» is no number.
func wholeNumber(c sheetin.Cell) (n int, ok bool) {
	f, ok := decimal(c)
	if !ok || f != math.Trunc(f) || math.Abs(f) > math.MaxInt32 {
		return 0, false
	}
	return int(f), true
}

// headcount reads a number of people: "25", «25 чел.», «ок. 120», which is not exact. Two numbers, 200-300, are none.
func headcount(c sheetin.Cell) (n int, exact, ok bool) {
	if n, ok = wholeNumber(c); ok {
		return n, true, true
	}
	notDigit := func(r rune) bool { return !unicode.IsDigit(r) }
	inside := strings.TrimFunc(c.Text, notDigit)
	before, _, _ := strings.Cut(c.Text, inside)
	n, ok = wholeNumber(sheetin.Cell{Text: inside, Kind: sheetin.Text})
	return n, strings.TrimSpace(before) == "", ok && !strings.ContainsAny(before, "-–")
}

// decimal reads a number as people write it: 12 500,50 or 12,500.50 or 12500.5. A dot or comma before three digits
// groups thousands only where another sign or group shows it, otherwise it may mean either and is refused. In a number of
// the sheet a dot is the point.
func decimal(c sheetin.Cell) (f float64, ok bool) {
	if c.Kind == sheetin.Number {
		f, err := strconv.ParseFloat(c.Text, 64)
		return f, err == nil && !math.IsNaN(f) && !math.IsInf(f, 0)
	}
	s := spaceless(c.Text)
	if point := strings.LastIndexAny(s, ".,"); point >= 0 {
		whole, rest := s[:point], s[point+1:]
		switch {
		case strings.ContainsAny(whole, ".,") && len(rest) == 3 && !strings.ContainsAny(whole, other(s[point])):
			s = strings.NewReplacer(".", "", ",", "").Replace(s) // 1.250.000
		case len(rest) == 3 && strings.Trim(whole, "-+0") != "" && len(strings.Trim(whole, "-+")) <= 3:
			return 0, false
		default:
			s = strings.NewReplacer(".", "", ",", "").Replace(whole) + "." + rest
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil && !math.IsNaN(f) && !math.IsInf(f, 0)
}

// other is the one of the two signs that the given one is not.
func other(sign byte) string {
	if sign == '.' {
		return ","
	}
	return "."
}

// spaceless drops spaces and apostrophes, which group thousands.
func spaceless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\'' {
			return -1
		}
		return r
	}, s)
}

// thousands is a number whose only sign stands before three digits.
var thousands = regexp.MustCompile(`^[+-]?[1-9]\d{0,2}[.,]\d{3}$`)

// tiyn reads a sum in tenge: 12 500 ₸, 12500,50 тг. Nobody writes three decimals of a tenge, so that ₸250,000 are
// thousands; without the unit it may be a number of something else and is refused.
func tiyn(c sheetin.Cell) (sum int64, ok bool) {
	var said bool
	if c.Text, said = moneyUnit(c.Text); said && thousands.MatchString(spaceless(c.Text)) {
		c.Text = strings.NewReplacer(".", "", ",", "").Replace(c.Text)
	}
	f, ok := decimal(c)
	if !ok || math.Abs(f) > 1e13 {
		return 0, false
	}
	return int64(math.Round(f * 100)), true
}

// moneyUnit cuts the unit of money off a sum, from its end or its beginning.
func moneyUnit(text string) (number string, said bool) {
	if number, said = theWords().unit("money_units", text); said {
		return number, true
	}
	if at := strings.IndexFunc(number, unicode.IsDigit); at > 0 {
		if _, said = theWords().find("money_units", strings.Trim(number[:at], ". ")); said {
			return number[at:], true
		}
	}
	return number, false
}

// minutesIn reads a length of time in minutes: "2", "2,5", "2:30", «2 ч 30 мин», «90 мин».
func minutesIn(c sheetin.Cell) (minutes int, ok bool) {
	s := strings.ToLower(strings.TrimSpace(c.Text))
	if hours, rest, found := strings.Cut(s, ":"); found {
		rest, _, _ = strings.Cut(rest, ":") // seconds do not count
		h, err := strconv.Atoi(hours)
		m, errRest := strconv.Atoi(rest)
		return h*60 + m, err == nil && errRest == nil && h >= 0 && m >= 0 && m < 60
	}
	if number, found := theWords().unit("minute_units", s); found {
		return hoursAndMinutes(number)
	}
	c.Text, _ = theWords().unit("hour_units", s)
	hours, ok := decimal(c)
	if !ok || math.Abs(hours) > 1e5 {
		return 0, false
	}
	return int(math.Round(hours * 60)), true
}

// hoursAndMinutes reads what stands before «мин»: "90" or «2 ч 30».
func hoursAndMinutes(s string) (minutes int, ok bool) {
	at := len(strings.TrimRightFunc(s, unicode.IsDigit))
	minutes, err := strconv.Atoi(s[at:])
	if err != nil {
		return 0, false
	}
	before := strings.TrimSpace(s[:at])
	if before == "" {
		return minutes, true
	}
	number, found := theWords().unit("hour_units", before)
	hours, err := strconv.Atoi(number)
	return hours*60 + minutes, found && err == nil
}
