package sheetin_test

import (
	"math/rand"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/sheetin"
)

// Several days are no day: two digits are a year only in forms like 5.11.26 and right after the month.
func TestSeveralDaysAreNone(t *testing.T) {
	for _, in := range []string{
		"28-29 ноября", "25-27 декабря", "10-12 декабря", "15-20 мая 2026", "20-26 декабря", "Dec 20-26", "10-27 октября 2026",
		"28-29 қараша", "28-29 қараша 2026", "2026 жылғы 28-29 қараша", "2026 ж. 5-6 қараша", "2026 қараша 8, 9", "28–29 ноября", "28 - 29 ноября",
		"5, 12 ноября", "5, 12 ноября 2026", "5/12 ноября 2026", "5.12 ноября 2026", "28(29) ноября", "Nov 5-6, 2026", "Nov 5, 26", "Nov 5 26",
		"5 ноября, 26", "5 ноября - 26", "10 ноября - 12", "10 ноября - 12 декабря", "10 ноября 12 декабря 2026", "28 ноября - 2 декабря 2026",
		"5 ноября 10-12", "5 ноября 10.30", "5 ноября 18 30", "5 ноября 18 00", "5 ноября 10 ч", "ноябрь 2026 12", "5 ноября (26)",
		"5-6.11.2026", "5,6.11.2026", "2-3.11.26", "5-6.11 2026", "28.11 - 29.12", "28.11-29.12", "5.6.11.2026", "1-3/11/2026", "10,11,12", "5, 6, 26",
		"2026 ж. 11.05", "12.11.2026 по 15", "12.11.2026 до 15.11", "12.11.2026-15.11.2026", "12.11.2026 - 15.11.2026", "5.11.2026, 12",
	} {
		got, ok := sheetin.Table{}.Date(text(in))
		require.False(t, ok, "%q is %s", in, got)
	}
	for in, want := range map[string]data.Date{
		"5 ноя 26": "2026-11-05", "5 нояб. 26 г.": "2026-11-05", "22-ноя-26": "2026-11-22", "22/Nov/26": "2026-11-22", "5.ноя.26": "2026-11-05", "5ноя26": "2026-11-05",
		"5 қараша 26 ж.": "2026-11-05", "22-ноя-26 10:00": "2026-11-22", "5.11.26": "2026-11-05", "5-11-26": "2026-11-05", "5/11/26": "2026-11-05",
		"22.11,2026": "2026-11-22", "22,11,2026": "2026-11-22", "22.11.26 10.00": "2026-11-22", "Nov 15, 2026, 9:12 PM": "2026-11-15",
	} {
		got, ok := sheetin.Table{}.Date(text(in))
		require.True(t, ok, in)
		require.Equal(t, want, got, in)
	}
	for _, in := range []string{"10-12.11.2026", "28-29 ноября", "10-12 декабря"} {
		_, _, ok := sheetin.Span(text(in))
		require.False(t, ok, in)
	}
}

// A month by its name and two numbers of at most two digits are a day only where the year follows the month at once.
func TestYearsOfTwoDigitsFollowTheMonth(t *testing.T) {
	months := []string{"ноября", "нояб.", "Nov", "қараша", "декабрь", "мая", "желтоқсан", "January"}
	signs := []string{" ", "-", " - ", "–", ", ", ",", ".", ". ", "/", " и ", " по ", " (", ") ", " г. ", " ж. ", "-го ", " to ", "", "\u00a0", " вс "}
	year := regexp.MustCompile(`^\d{1,2}([ .,/()\x{00a0}-]|вс|г|ж)*\pL+(\.?[ \x{00a0}]*| ?[-/] ?)\d\d\D*$`)
	random := rand.New(rand.NewSource(1))
	pick := func(from []string) string { return from[random.Intn(len(from))] }
	num := func() string { return strconv.Itoa(1 + random.Intn(31)) }
	days := 0
	for range 200_000 {
		parts := []string{num(), num(), pick(months)}
		random.Shuffle(3, func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		in := pick([]string{"", "с ", "вс, ", "("}) + parts[0] + pick(signs) + parts[1] + pick(signs) + parts[2] + pick([]string{"", " г.", " ж.", ")", "-"})
		if got, ok := (sheetin.Table{}).Date(text(in)); ok {
			days++
			require.Regexp(t, year, strings.TrimLeft(in, "(вс, "), "%q is %s", in, got)
		}
	}
	require.Positive(t, days)
}

// table makes the table of texts below a header.
func table(rows ...string) sheetin.Table {
	return sheetin.At(sheet(append([]string{"A|B"}, rows...)...), 1, 1)
}

func TestOrderOfSlashes(t *testing.T) {
	for name, c := range map[string]struct {
		table sheetin.Table
		dates map[string]data.Date // "" for none
	}{
		"nothing shows it": {table("1/2/1995|3/4/2026"), map[string]data.Date{"1/2/1995": "1995-02-01", "3/14/2004": ""}},
		"day first":        {table("14/3/2004|1/2/1995"), map[string]data.Date{"1/2/1995": "1995-02-01", "14/3/2004": "2004-03-14"}},
		"month first": {
			table("11/2/2026 21:12:44|3/14/2004"),
			map[string]data.Date{
				"1/2/1995": "1995-01-02", "3/14/2004": "2004-03-14", "11/2/2026 21:12:44": "2026-11-02", "11/2/26 9:05 AM": "2026-11-02",
				"2026/11/02 9:12:44 PM GMT+5": "2026-11-02", "1.2.1995": "1995-02-01", "14/3/2004": "",
			},
		},
		"what is no day shows nothing": {table("3/14/2004|13/45/2000", "32/1/2000|15/15/2015"), map[string]data.Date{"1/2/1995": "1995-01-02", "13/45/2000": ""}},
		"both": {
			table("14/3/2004|3/14/2004"),
			map[string]data.Date{"1/2/1995": "", "14/3/2004": "2004-03-14", "3/14/2004": "2004-03-14", "2/2/2002": "2002-02-02", "1.2.1995": "1995-02-01"},
		},
	} {
		for in, want := range c.dates {
			got, ok := c.table.Date(text(in))
			require.Equal(t, want != "", ok, "%s: %s", name, in)
			require.Equal(t, want, got, "%s: %s", name, in)
			require.Equal(t, name == "both" && in == "1/2/1995", c.table.EitherOrder(text(in)), "%s: %s", name, in)
		}
	}
}

func TestTimestamps(t *testing.T) {
	for in, want := range map[string]int{
		"2026/11/02 9:12:44 PM GMT+5": 21*60 + 12, "2026/11/02 9:12:44 AM GMT+05:00": 9*60 + 12, "11/13/2026 21:12:44": 21*60 + 12, "2026/11/02 9:12 pm UTC": 21*60 + 12,
		"2026-11-22T14:05:33Z": 14*60 + 5, "2026-11-22T14:05:33.123+0500": 14*60 + 5, "11/13/26 9:05\u202fAM": 9*60 + 5,
	} {
		from, _, ok := sheetin.Span(text(in))
		require.True(t, ok, in)
		require.Equal(t, want, from, in)
	}
	for _, in := range []string{"2026/11/02 9:12:44 PM GMT+5", "2026/11/02 9:12 pm UTC", "2026-11-22T14:05:33+05:00"} {
		_, ok := sheetin.Table{}.Date(text(in))
		require.True(t, ok, in)
	}
}

func TestHeadingsKeepTheirRows(t *testing.T) {
	got := sheetin.At(sheet("Фамилия|Имя|Город", "Новые|<|<", "Тестова|Анна|Алматы", "Ушедшие|<|<", "", "Пробная|Ольга|Алматы", "Итого|<|<", "Фамилия|Имя|Город"), 1, 1)
	require.Equal(t, []int{2, 4}, got.Headings)
	require.Len(t, got.Lines, 2)
}
