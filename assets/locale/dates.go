package locale

import (
	"strconv"
	"time"
)

// calendar holds the names that dates are made of, so that printing a date looks nothing up.
type calendar struct {
	months, monthsOf, monthsShort [12]string // «қараша»; in a date: «ноября»; «нояб.»
	weekdays, weekdaysShort       [7]string  // from Sunday, as time.Weekday counts
}

func newCalendar(p *Printer) calendar {
	var c calendar
	for i := range c.months {
		n := strconv.Itoa(i + 1)
		c.months[i] = p.T("calendar.month." + n)
		c.monthsOf[i] = p.T("calendar.month_of." + n)
		c.monthsShort[i] = p.T("calendar.month_short." + n)
	}
	for i := range c.weekdays {
		n := strconv.Itoa(i)
		c.weekdays[i] = p.T("calendar.weekday." + n)
		c.weekdaysShort[i] = p.T("calendar.weekday_short." + n)
	}
	return c
}

// Date prints the day of t as 22.11.2026, in t's own zone; the zero time is "".
func (p *Printer) Date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	var out [16]byte
	return string(t.AppendFormat(out[:0], "02.01.2006"))
}

// LongDate prints «2026 жылғы 22 қараша», «22 ноября 2026 г.», "22 November 2026"; the zero time is "".
func (p *Printer) LongDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return p.T("calendar.long_date", "Year", t.Year(), "Month", p.calendar.monthsOf[t.Month()-1], "Day", t.Day())
}

// WeekdayDate prints the long date with its day of the week: «2026 жылғы 22 қараша, жексенбі».
func (p *Printer) WeekdayDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return p.T("calendar.weekday_date", "Date", p.LongDate(t), "Weekday", p.calendar.weekdays[t.Weekday()])
}

// DateRange prints the closed range of days from..to as short as it stays clear: «1–30 ноября 2026 г.»,
// «28 октября – 3 ноября 2026 г.». When one end is the zero time, the other is printed alone.
func (p *Printer) DateRange(from, to time.Time) string {
	long := func(key string) string {
		return p.T(key, "Year", to.Year(),
			"FromDay", from.Day(), "FromMonth", p.calendar.monthsOf[from.Month()-1],
			"Day", to.Day(), "Month", p.calendar.monthsOf[to.Month()-1])
	}
	switch {
	case from.IsZero():
		return p.LongDate(to)
	case to.IsZero():
		return p.LongDate(from)
	case from.Year() != to.Year():
		return p.LongDate(from) + " – " + p.LongDate(to)
	case from.Month() != to.Month():
		return long("calendar.range_of_months")
	case from.Day() != to.Day():
		return long("calendar.range_of_days")
	default:
		return p.LongDate(to)
	}
}

// Time prints minutes after midnight as 09:30; minutes past the next midnight are printed as its clock shows
// them (1500 is 01:00), negative ones as "".
func (p *Printer) Time(minutesOfDay int) string {
	if minutesOfDay < 0 {
		return ""
	}
	hour, minute := minutesOfDay/60%24, minutesOfDay%60
	return string([]byte{
		byte('0' + hour/10), byte('0' + hour%10), ':',
		byte('0' + minute/10), byte('0' + minute%10),
	})
}

// Month returns the name of a month as a title: «Қараша», «Ноябрь», "November"; "" for no month.
func (p *Printer) Month(m time.Month) string {
	return Title(name(p.calendar.months[:], int(m)-1))
}

// MonthShort returns the short name of a month as it stands in a text: «қар.», «нояб.», "Nov".
func (p *Printer) MonthShort(m time.Month) string {
	return name(p.calendar.monthsShort[:], int(m)-1)
}

// Weekday returns the name of a day as a title: «Жексенбі», «Воскресенье», "Sunday".
func (p *Printer) Weekday(d time.Weekday) string {
	return Title(name(p.calendar.weekdays[:], int(d)))
}

// WeekdayShort returns the short name of a day as it stands in a text: «жс», «вс», "Sun".
func (p *Printer) WeekdayShort(d time.Weekday) string {
	return name(p.calendar.weekdaysShort[:], int(d))
}

// MonthYear prints «2026 жылғы қараша», «ноябрь 2026 г.», "November 2026"; the zero time is "".
func (p *Printer) MonthYear(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return p.T("calendar.month_year", "Year", t.Year(), "Month", p.calendar.months[t.Month()-1])
}

// Quarter prints a quarter of 1 to 4: «2026 жылғы III тоқсан», «III квартал 2026 г.», "Q3 2026".
func (p *Printer) Quarter(year, quarter int) string {
	return p.T("calendar.quarter", "Year", year, "Number", quarter, "Roman", roman(quarter))
}

// HalfYear prints a half of 1 or 2: «2026 жылғы II жартыжылдық», «II полугодие 2026 г.», "H2 2026".
func (p *Printer) HalfYear(year, half int) string {
	return p.T("calendar.half_year", "Year", year, "Number", half, "Roman", roman(half))
}

// Year prints «2026 жыл», «2026 год», "2026".
func (p *Printer) Year(year int) string {
	return p.T("calendar.year", "Year", year)
}

// Days prints a number of days: «9 күн», «9 дней», "9 days".
func (p *Printer) Days(days int) string {
	return p.T("calendar.days", "Count", days)
}

func name(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return ""
	}
	return names[i]
}

// roman numbers quarters and halves, as Kazakh and Russian documents do.
func roman(n int) string {
	return name([]string{"I", "II", "III", "IV"}, n-1)
}
