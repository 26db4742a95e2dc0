package locale_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// in prints one thing in each language.
type in struct{ kk, ru, en string }

func (want in) check(t *testing.T, what string, print func(*locale.Printer) string) {
	t.Helper()
	require.Equal(t, want.kk, print(locale.New(locale.Kazakh)), what)
	require.Equal(t, want.ru, print(locale.New(locale.Russian)), what)
	require.Equal(t, want.en, print(locale.New(locale.English)), what)
}

func same(s string) in { return in{s, s, s} }

func TestDates(t *testing.T) {
	sunday := day(2026, 11, 22)
	for what, c := range map[string]struct {
		want  in
		print func(*locale.Printer) string
	}{
		"date":       {same("22.11.2026"), func(p *locale.Printer) string { return p.Date(sunday) }},
		"first day":  {same("01.02.2026"), func(p *locale.Printer) string { return p.Date(day(2026, 2, 1)) }},
		"no date":    {same(""), func(p *locale.Printer) string { return p.Date(time.Time{}) }},
		"no long":    {same(""), func(p *locale.Printer) string { return p.LongDate(time.Time{}) }},
		"no weekday": {same(""), func(p *locale.Printer) string { return p.WeekdayDate(time.Time{}) }},
		"no month":   {same(""), func(p *locale.Printer) string { return p.MonthYear(time.Time{}) + p.Month(0) }},
		"long": {
			in{"2026 жылғы 22 қараша", "22 ноября 2026 г.", "22 November 2026"},
			func(p *locale.Printer) string { return p.LongDate(sunday) },
		},
		"with weekday": {
			in{"2026 жылғы 22 қараша, жексенбі", "воскресенье, 22 ноября 2026 г.", "Sunday, 22 November 2026"},
			func(p *locale.Printer) string { return p.WeekdayDate(sunday) },
		},
		"month":         {in{"Қараша", "Ноябрь", "November"}, func(p *locale.Printer) string { return p.Month(11) }},
		"short month":   {in{"қар.", "нояб.", "Nov"}, func(p *locale.Printer) string { return p.MonthShort(11) }},
		"weekday":       {in{"Жексенбі", "Воскресенье", "Sunday"}, func(p *locale.Printer) string { return p.Weekday(0) }},
		"monday":        {in{"Дүйсенбі", "Понедельник", "Monday"}, func(p *locale.Printer) string { return p.Weekday(1) }},
		"short weekday": {in{"сб", "сб", "Sat"}, func(p *locale.Printer) string { return p.WeekdayShort(6) }},
		"month of year": {
			in{"2026 жылғы қараша", "ноябрь 2026 г.", "November 2026"},
			func(p *locale.Printer) string { return p.MonthYear(sunday) },
		},
		"quarter": {
			in{"2026 жылғы III тоқсан", "III квартал 2026 г.", "Q3 2026"},
			func(p *locale.Printer) string { return p.Quarter(2026, 3) },
		},
		"half-year": {
			in{"2026 жылғы II жартыжылдық", "II полугодие 2026 г.", "H2 2026"},
			func(p *locale.Printer) string { return p.HalfYear(2026, 2) },
		},
		"year": {in{"2026 жыл", "2026 год", "2026"}, func(p *locale.Printer) string { return p.Year(2026) }},
		"days": {in{"9 күн", "9 дней", "9 days"}, func(p *locale.Printer) string { return p.Days(9) }},
	} {
		c.want.check(t, what, c.print)
	}
}

func TestDateRange(t *testing.T) {
	for _, c := range []struct {
		from, to time.Time
		want     in
	}{
		{
			day(2026, 11, 1), day(2026, 11, 30),
			in{"2026 жылғы 1–30 қараша", "1–30 ноября 2026 г.", "1–30 November 2026"},
		},
		{
			day(2026, 10, 28), day(2026, 11, 3),
			in{"2026 жылғы 28 қазан – 3 қараша", "28 октября – 3 ноября 2026 г.", "28 October – 3 November 2026"},
		},
		{
			day(2025, 11, 30), day(2026, 11, 30),
			in{
				"2025 жылғы 30 қараша – 2026 жылғы 30 қараша",
				"30 ноября 2025 г. – 30 ноября 2026 г.", "30 November 2025 – 30 November 2026",
			},
		},
		{day(2026, 5, 9), day(2026, 5, 9), in{"2026 жылғы 9 мамыр", "9 мая 2026 г.", "9 May 2026"}},
		{day(2026, 5, 9), time.Time{}, in{"2026 жылғы 9 мамыр", "9 мая 2026 г.", "9 May 2026"}},
		{time.Time{}, day(2026, 5, 9), in{"2026 жылғы 9 мамыр", "9 мая 2026 г.", "9 May 2026"}},
		{time.Time{}, time.Time{}, same("")},
	} {
		c.want.check(t, "range", func(p *locale.Printer) string { return p.DateRange(c.from, c.to) })
	}
}

func TestTimes(t *testing.T) {
	p := locale.New(locale.Kazakh)
	for minutes, want := range map[int]string{0: "00:00", 570: "09:30", 1439: "23:59", 1440: "00:00", 1500: "01:00", -1: ""} {
		require.Equal(t, want, p.Time(minutes))
	}
}

func TestNumbers(t *testing.T) {
	for what, c := range map[string]struct {
		want  in
		print func(*locale.Printer) string
	}{
		"zero":       {same("0"), func(p *locale.Printer) string { return p.Int(0) }},
		"hundreds":   {same("999"), func(p *locale.Printer) string { return p.Int(999) }},
		"thousands":  {in{"1\u00a0000", "1\u00a0000", "1,000"}, func(p *locale.Printer) string { return p.Int(1000) }},
		"minus":      {same("–100"), func(p *locale.Printer) string { return p.Int(-100) }},
		"millions":   {in{"–1\u00a0234\u00a0567", "–1\u00a0234\u00a0567", "–1,234,567"}, func(p *locale.Printer) string { return p.Int(-1234567) }},
		"decimal":    {in{"1\u00a0234,50", "1\u00a0234,50", "1,234.50"}, func(p *locale.Printer) string { return p.Decimal(1234.5, 2) }},
		"shortest":   {in{"0,25", "0,25", "0.25"}, func(p *locale.Printer) string { return p.Decimal(0.25, -1) }},
		"no minus":   {in{"0,0", "0,0", "0.0"}, func(p *locale.Printer) string { return p.Decimal(-0.04, 1) }},
		"whole":      {same("–2"), func(p *locale.Printer) string { return p.Decimal(-2, 0) }},
		"no number":  {same(""), func(p *locale.Printer) string { return p.Decimal(math.NaN(), 2) + p.Percent(math.Inf(1), 0) }},
		"percent":    {in{"25,6\u00a0%", "25,6\u00a0%", "25.6%"}, func(p *locale.Printer) string { return p.Percent(0.256, 1) }},
		"money":      {in{"12\u00a0500\u00a0₸", "12\u00a0500\u00a0₸", "12,500\u00a0₸"}, func(p *locale.Printer) string { return p.Money(12_500_00) }},
		"tiyn":       {in{"12\u00a0500,05\u00a0₸", "12\u00a0500,05\u00a0₸", "12,500.05\u00a0₸"}, func(p *locale.Printer) string { return p.Money(12_500_05) }},
		"a few tiyn": {in{"–0,50\u00a0₸", "–0,50\u00a0₸", "–0.50\u00a0₸"}, func(p *locale.Printer) string { return p.Money(-50) }},
		"hours":      {in{"8,50", "8,50", "8.50"}, func(p *locale.Printer) string { return p.Hours(510) }},
		"third":      {in{"0,33", "0,33", "0.33"}, func(p *locale.Printer) string { return p.Hours(20) }},
		"two thirds": {in{"–0,67", "–0,67", "–0.67"}, func(p *locale.Printer) string { return p.Hours(-40) }},
		"many hours": {in{"1\u00a0000,02", "1\u00a0000,02", "1,000.02"}, func(p *locale.Printer) string { return p.Hours(60_001) }},
		"bytes":      {in{"1\u00a0023\u00a0байт", "1\u00a0023\u00a0байт", "1,023\u00a0bytes"}, func(p *locale.Printer) string { return p.FileSize(1023) }},
		"kilobytes":  {in{"1,5\u00a0КБ", "1,5\u00a0КБ", "1.5\u00a0KB"}, func(p *locale.Printer) string { return p.FileSize(1536) }},
		"megabytes":  {in{"20\u00a0МБ", "20\u00a0МБ", "20\u00a0MB"}, func(p *locale.Printer) string { return p.FileSize(20 << 20) }},
		"gigabytes":  {in{"2\u00a0048\u00a0ГБ", "2\u00a0048\u00a0ГБ", "2,048\u00a0GB"}, func(p *locale.Printer) string { return p.FileSize(2 << 40) }},
	} {
		c.want.check(t, what, c.print)
	}
	require.Equal(t, "–9,223,372,036,854,775,808", locale.New(locale.English).Int(math.MinInt64))
	require.Equal(t, "–92,233,720,368,547,758.08\u00a0₸", locale.New(locale.English).Money(math.MinInt64))
	require.NotEmpty(t, locale.New(locale.English).Decimal(math.MaxFloat64, 2))
}

func TestTitle(t *testing.T) {
	for s, want := range map[string]string{"қараша": "Қараша", "іс-шара": "Іс-шара", "": "", "Ә": "Ә", "9 күн": "9 күн", "\xff": "\xff"} {
		require.Equal(t, want, locale.Title(s))
	}
}
