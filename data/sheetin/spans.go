package sheetin

import (
	"math"
	"strings"
	"unicode"
)

// none says that a span has no end.
const none = -1

// Span reads a time or a span of times: "10:00-12:30", "15:00 – 17:00", «с 10 до 12», one time ("10:00", "10.00",
// "10-00", the fraction of a serial), or the times after a day. They are minutes after midnight; to is negative when
// there is no end, and smaller than from when the end is on the next day; 24:00 is 1440.
func Span(c Cell) (from, to int, ok bool) {
	switch c.Kind {
	case Number:
		from, ok = serialTime(c.Text)
		return from, none, ok
	case Text:
		if from, to, ok = readSpan(c.Text); ok {
			return from, to, ok
		}
		if rest, ok := afterDate(c.Text); ok {
			return readSpan(withoutZone(strings.TrimLeft(rest, "T, ")))
		}
	}
	return 0, none, false
}

// afterDate is what stands after the day of a text, with day and month in any order.
func afterDate(text string) (rest string, ok bool) {
	if _, rest, ok = cutDate(text); ok {
		return rest, true
	}
	text, _ = monthFirst.arrange(text)
	_, rest, ok = cutDate(text)
	return rest, ok
}

// serialTime reads the fraction of a serial, or a whole number up to 23 as an hour and up to 2359 as 0930.
func serialTime(text string) (int, bool) {
	serial, ok := parseNumber(text)
	if !ok || serial < 0 || serial > lastSerial {
		return 0, false
	}
	whole, fraction := math.Modf(serial)
	switch {
	case fraction == 0 && whole < 24:
		return int(whole) * 60, true
	case fraction == 0 && len(text) > 2 && len(text) < 5:
		return clock(text[:len(text)-2], text[len(text)-2:])
	case fraction == 0, whole > 0 && whole < firstSerial:
		return 0, false
	}
	return int(math.Round(fraction*minutesOfDay)) % minutesOfDay, true
}

// clock is the minutes after midnight of an hour and minutes; 24:00 is the end of a day.
func clock(hour, minute string) (int, bool) {
	h, m := number(hour), number(minute)
	return h*60 + m, hour != "" && len(hour) < 3 && len(minute) < 3 && m < 60 && (h < 24 || h == 24 && m == 0)
}

// readSpan reads one time or two.
func readSpan(s string) (from, to int, ok bool) {
	times, ok := readTimes(foldDashes(s))
	switch {
	case !ok, len(times) == 0, len(times) > 2, times[0] == minutesOfDay:
		return 0, none, false
	case len(times) == 1:
		return times[0], none, true
	}
	return times[0], times[1], true
}

// foldDashes makes every kind of dash a hyphen and every kind of space a plain one, in small letters.
func foldDashes(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Pd, r), r == '−', r == '~':
			return '-'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s))
}

// readTimes reads all times of a text, at most two; beside them only signs and the words that belong to times may
// stand, and between them more than a point.
func readTimes(s string) (times []int, ok bool) {
	if parts := strings.Split(s, "-"); len(parts) == 4 { // 10-00-12-30
		s = parts[0] + ":" + parts[1] + "-" + parts[2] + ":" + parts[3]
	}
	apart := true
	for s != "" {
		switch first := s[0]; {
		case '0' <= first && first <= '9':
			if len(times) == 1 {
				if _, rest, ok := cutDate(s); ok { // the day of the end
					s = rest
				}
			}
			minutes, rest, ok := cutTime(strings.TrimLeft(s, " ,t"))
			if !ok || !apart || len(times) == 2 {
				return nil, false
			}
			times, s, apart = append(times, minutes), rest, false
		case strings.IndexByte(" -,.()", first) >= 0:
			apart = apart || first == ' ' || first == '-'
			s = s[1:]
		default:
			word := firstWord(s)
			if !words().BesideTimes[word] {
				return nil, false
			}
			s, apart = s[len(word):], true
		}
	}
	return times, true
}

// cutTime reads the time at the beginning of a text: 10, 10:00, 10.00, 10:00:00, 1000, 10-00, 2:30 pm.
func cutTime(s string) (minutes int, rest string, ok bool) {
	hour, rest := cutDigits(s)
	minute := ""
	switch sign, after := firstByte(rest); {
	case len(hour) == 3 || len(hour) == 4:
		hour, minute = hour[:len(hour)-2], hour[len(hour)-2:]
	case sign == ':' || sign == '.':
		if m, left := cutDigits(after); len(m) == 2 {
			minute, rest = m, left
		}
	case sign == '-':
		// 10-00 and 10-30 are times, 10-12 is from ten to twelve.
		if m, left := cutDigits(after); len(m) == 2 && (m == "00" || m > "24") && !strings.HasPrefix(left, ":") {
			minute, rest = m, left
		}
	}
	if sign, after := firstByte(rest); sign == ':' && minute != "" { // seconds
		if seconds, left := cutDigits(after); len(seconds) == 2 {
			rest = strings.TrimLeft(left, ".0123456789")
		}
	}
	minutes, ok = clock(hour, minute)
	half := strings.TrimLeft(rest, " ")
	switch {
	case strings.HasPrefix(half, "pm") && minutes < 12*60:
		return minutes + 12*60, half[2:], ok
	case strings.HasPrefix(half, "pm"):
		return minutes, half[2:], ok
	case strings.HasPrefix(half, "am"):
		return minutes % (12 * 60), half[2:], ok
	}
	return minutes, rest, ok
}

func cutDigits(s string) (number, rest string) {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

func firstByte(s string) (first byte, rest string) {
	if s == "" {
		return 0, ""
	}
	return s[0], s[1:]
}
