package spec

import "time"

// Printer prints keys, days and numbers in a language. *locale.Printer is one;
// Both makes one of two.
type Printer interface {
	T(key string, args ...any) string
	Int(n int64) string
	Decimal(v float64, digits int) string
	Percent(fraction float64, digits int) string
	Money(tiyn int64) string
	Hours(minutes int) string
	Time(minutesOfDay int) string
	Date(t time.Time) string
	LongDate(t time.Time) string
	DateRange(from, to time.Time) string
	Month(m time.Month) string
	MonthYear(t time.Time) string
	Quarter(year, quarter int) string
	HalfYear(year, half int) string
	Year(year int) string
}

// Both prints words in two languages at once, «Барлығы / Всего», and once where
// they are the same; figures as the first does. Front offices ask for Kazakh
// and Russian headings together.
func Both(first, second Printer) Printer {
	return both{Printer: first, second: second}
}

type both struct {
	Printer
	second Printer
}

func pair(a, b string) string {
	if a == b {
		return a
	}
	return a + " / " + b
}

func (p both) T(key string, args ...any) string {
	return pair(p.Printer.T(key, args...), p.second.T(key, args...))
}

func (p both) LongDate(t time.Time) string {
	return pair(p.Printer.LongDate(t), p.second.LongDate(t))
}

func (p both) DateRange(from, to time.Time) string {
	return pair(p.Printer.DateRange(from, to), p.second.DateRange(from, to))
}

func (p both) Month(m time.Month) string {
	return pair(p.Printer.Month(m), p.second.Month(m))
}

func (p both) MonthYear(t time.Time) string {
	return pair(p.Printer.MonthYear(t), p.second.MonthYear(t))
}

func (p both) Quarter(year, quarter int) string {
	return pair(p.Printer.Quarter(year, quarter), p.second.Quarter(year, quarter))
}

func (p both) HalfYear(year, half int) string {
	return pair(p.Printer.HalfYear(year, half), p.second.HalfYear(year, half))
}

func (p both) Year(year int) string {
	return pair(p.Printer.Year(year), p.second.Year(year))
}
