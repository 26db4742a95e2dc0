package data

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Zone is the wall clock of all Kazakhstan since 01.03.2024: UTC+5, no summer time.
// It is fixed, so that the program needs no zone database on the machine.
func Zone() *time.Location { return time.FixedZone("Asia/Almaty", 5*60*60) }

const (
	dateLayout  = "2006-01-02"
	localLayout = "2006-01-02T15:04"
	stampLayout = "2006-01-02T15:04:05.000Z"
)

// Date is a calendar day written YYYY-MM-DD, so that dates compare as strings.
// The zero value means "no date" and is stored as an empty text.
type Date string

// NewDate returns the day y-m-d; days past the end of a month roll over, as in [time.Date].
func NewDate(y int, m time.Month, d int) Date {
	return DateOf(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the day that t shows on its own clock; the zero time gives no date.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return ""
	}
	return Date(t.Format(dateLayout))
}

// ParseDate reads YYYY-MM-DD and refuses days that no calendar has.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(dateLayout, s)
	if err != nil {
		return "", fmt.Errorf("date is not YYYY-MM-DD: %w", err)
	}
	return DateOf(t), nil
}

// Time is midnight UTC of the day; the zero time for no date or a malformed one.
func (d Date) Time() time.Time {
	t, err := time.Parse(dateLayout, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Valid tells whether d is a real day.
func (d Date) Valid() bool { return !d.Time().IsZero() }

// AddDays returns the day n days later; no date stays no date.
func (d Date) AddDays(n int) Date { return DateOf(addDays(d.Time(), n)) }

// DaysSince counts the days from earlier to d.
func (d Date) DaysSince(earlier Date) int {
	return int(d.Time().Sub(earlier.Time()).Hours() / 24)
}

// Month is the month of the day, "YYYY-MM"; empty for no date.
func (d Date) Month() Month {
	if len(d) < 7 {
		return ""
	}
	return Month(d[:7])
}

// Year is the year of the day, 0 for no date.
func (d Date) Year() int {
	if !d.Valid() {
		return 0
	}
	return d.Time().Year()
}

func addDays(t time.Time, n int) time.Time {
	if t.IsZero() {
		return t
	}
	return t.AddDate(0, 0, n)
}

// Month is a calendar month written YYYY-MM.
type Month string

// First is the first day of the month.
func (m Month) First() Date { return Date(m + "-01") }

// Last is the last day of the month.
func (m Month) Last() Date { return DateOf(m.First().Time().AddDate(0, 1, -1)) }

// Add returns the month n months later.
func (m Month) Add(n int) Month { return DateOf(m.First().Time().AddDate(0, n, 0)).Month() }

// Local is a wall-clock moment in [Zone], written YYYY-MM-DDTHH:MM: what people mean by
// "the 22nd at ten". The zero value means "not known".
type Local string

// NewLocal returns the moment minutes after midnight of day d; minutes may exceed a day.
func NewLocal(d Date, minutes int) Local {
	if !d.Valid() {
		return ""
	}
	return LocalOf(d.Time().Add(time.Duration(minutes) * time.Minute))
}

// LocalOf returns the moment that t shows on its own clock.
func LocalOf(t time.Time) Local {
	if t.IsZero() {
		return ""
	}
	return Local(t.Format(localLayout))
}

// Time is the moment with its wall clock read as UTC, good for differences and formatting;
// the zero time when unknown or malformed.
func (l Local) Time() time.Time {
	t, err := time.Parse(localLayout, string(l))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Valid tells whether l is a real moment.
func (l Local) Valid() bool { return !l.Time().IsZero() }

// Date is the day of the moment.
func (l Local) Date() Date {
	if len(l) < len(dateLayout) {
		return ""
	}
	return Date(l[:len(dateLayout)])
}

// MinuteOfDay counts minutes since midnight of its day.
func (l Local) MinuteOfDay() int {
	t := l.Time()
	return t.Hour()*60 + t.Minute()
}

// Add returns the moment so many minutes later.
func (l Local) Add(minutes int) Local {
	t := l.Time()
	if t.IsZero() {
		return ""
	}
	return LocalOf(t.Add(time.Duration(minutes) * time.Minute))
}

// MinutesSince counts the minutes from earlier to l.
func (l Local) MinutesSince(earlier Local) int {
	return int(l.Time().Sub(earlier.Time()).Minutes())
}

// Stamp is a UTC instant with milliseconds, written so that instants compare as strings.
type Stamp string

// StampOf returns the instant t.
func StampOf(t time.Time) Stamp {
	if t.IsZero() {
		return ""
	}
	return Stamp(t.UTC().Format(stampLayout))
}

// Time is the instant in UTC.
func (s Stamp) Time() time.Time {
	t, err := time.Parse(stampLayout, string(s))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Local is the wall clock of the instant in [Zone].
func (s Stamp) Local() Local {
	t := s.Time()
	if t.IsZero() {
		return ""
	}
	return LocalOf(t.In(Zone()))
}

// Interval is the half-open span [From, To): 10-12 and 12-14 do not meet.
type Interval struct{ From, To Local }

// Known tells whether both ends are given and in order.
func (i Interval) Known() bool { return i.From.Valid() && i.To.Valid() && i.From < i.To }

// Overlaps tells whether two known intervals share a moment; unknown ones never do.
func (i Interval) Overlaps(o Interval) bool {
	return i.Known() && o.Known() && i.From < o.To && o.From < i.To
}

// Minutes is the length of a known interval, else 0.
func (i Interval) Minutes() int {
	if !i.Known() {
		return 0
	}
	return i.To.MinutesSince(i.From)
}

// Value implements [driver.Valuer].
func (d Date) Value() (driver.Value, error) { return string(d), nil }

// Value implements [driver.Valuer].
func (l Local) Value() (driver.Value, error) { return string(l), nil }

// Value implements [driver.Valuer].
func (s Stamp) Value() (driver.Value, error) { return string(s), nil }
