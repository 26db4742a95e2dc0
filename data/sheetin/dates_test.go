package sheetin_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/sheetin"
)

func text(s string) sheetin.Cell   { return sheetin.Cell{Text: s, Kind: sheetin.Text} }
func number(s string) sheetin.Cell { return sheetin.Cell{Text: s, Kind: sheetin.Number} }

func TestDate(t *testing.T) {
	for in, want := range map[string]data.Date{
		"22.11.2026":                   "2026-11-22",
		"2.1.26":                       "2026-01-02",
		"02.01.90":                     "1990-01-02",
		"17/05/1990":                   "1990-05-17",
		"17-05-1990":                   "1990-05-17",
		"1990-05-17":                   "1990-05-17",
		"1990/5/7":                     "1990-05-07",
		"1990.05.17":                   "1990-05-17",
		"17. 05. 1990":                 "1990-05-17",
		"17051990":                     "1990-05-17",
		"19900517":                     "1990-05-17",
		"17.05.1990 г.":                "1990-05-17",
		"17.05.1990г.":                 "1990-05-17",
		"17.05.1990 ж.":                "1990-05-17",
		"22.11.2026 14:05":             "2026-11-22",
		"22.11.2026 14:05:33":          "2026-11-22",
		"22.11.2026, 14:05":            "2026-11-22",
		"22.11.2026 10:00-12:30":       "2026-11-22",
		"22.11.2026 с 10 до 12":        "2026-11-22",
		"2026-11-22T14:05:33Z":         "2026-11-22",
		"2026-11-22T14:05:33.123+0500": "2026-11-22",
		"22.11.2026 (вс)":              "2026-11-22",
		"вс, 22.11.2026":               "2026-11-22",
		"22 ноября 2026 г.":            "2026-11-22",
		"22 НОЯБРЯ 2026 года":          "2026-11-22",
		"22 нояб. 2026":                "2026-11-22",
		"22-ноя-26":                    "2026-11-22",
		"2026 жылғы 22 қараша":         "2026-11-22",
		"22 қараша 2026 ж.":            "2026-11-22",
		"2026 ж. 1 қаңтар":             "2026-01-01",
		"22 November 2026":             "2026-11-22",
		"November 22, 2026":            "2026-11-22",
		"22nd of Nov 2026":             "2026-11-22",
		"29.02.2024":                   "2024-02-29",
		"5.4.2031":                     "2031-04-05",
		"\u00a022.11.2026\u00a0":       "2026-11-22",
	} {
		got, ok := sheetin.Table{}.Date(text(in))
		require.True(t, ok, in)
		require.Equal(t, want, got, in)
	}
}

func TestNoDate(t *testing.T) {
	for _, in := range []string{
		"", "31.02.1990", "29.02.2023", "00.01.2000", "1.13.2000", "11/22/2026", "1990", "май 1990", "22 ноября", "22.11", "10:00", "12345",
		"17.05.1890", "17.05.2190", "22.11.2026 или 23.11.2026", "22-24.11.2026", "17.05.1990 Алматы", "17051990123", "+7 701 000 00 01", "5 17 1990",
		"не помню", "99999999", "17.05.199", "17.005.1990",
	} {
		got, ok := sheetin.Table{}.Date(text(in))
		require.False(t, ok, "%q is %s", in, got)
	}
	_, ok := sheetin.Table{}.Date(sheetin.Cell{Text: "#N/A", Kind: sheetin.Failed})
	require.False(t, ok)
}

func TestSerialDates(t *testing.T) {
	for in, want := range map[string]data.Date{
		"33010": "1990-05-17", "46348.999988": "2026-11-22", "61": "1900-03-01", "73415": "2100-12-31", "22112026": "2026-11-22",
	} {
		got, ok := sheetin.Table{}.Date(number(in))
		require.True(t, ok, in)
		require.Equal(t, want, got, in)
	}
	for _, in := range []string{"1990", "2026", "0.5", "22.11", "-5", "73416", "850101450008", "1e400", "x", "60"} {
		_, ok := sheetin.Table{}.Date(number(in))
		require.False(t, ok, in)
	}
	old := sheetin.Table{Date1904: true}
	got, ok := old.Date(number("31548"))
	require.True(t, ok)
	require.Equal(t, data.Date("1990-05-17"), got)
	got, ok = old.Date(number("0"))
	require.True(t, ok)
	require.Equal(t, data.Date("1904-01-01"), got)
}

func TestSpan(t *testing.T) {
	for in, want := range map[string][2]int{
		"10:00-12:30":              {600, 750},
		"15:00 – 17:00":            {900, 1020},
		"15:00—17:00":              {900, 1020},
		"10.00-12.00":              {600, 720},
		"09.10-12.00":              {550, 720},
		"с 10 до 12":               {600, 720},
		"С 10:00 до 12:30":         {600, 750},
		"с 10 ч. до 12 ч.":         {600, 720},
		"10-12":                    {600, 720},
		"10-00-12-30":              {600, 750},
		"10-00 – 12-30":            {600, 750},
		"с 10-00 до 12-30":         {600, 750},
		"10:00-ден 12:30-ға дейін": {600, 750},
		"сағат 10:00-12:00":        {600, 720},
		"22:00-02:00":              {1320, 120},
		"20:00-24:00":              {1200, 1440},
		"from 10 to 12":            {600, 720},
		"2:30 PM - 4 pm":           {870, 960},
		"12:15 am":                 {15, -1},
		"10:00":                    {600, -1},
		"10.00":                    {600, -1},
		"10-00":                    {600, -1},
		"10-30":                    {630, -1},
		"9":                        {540, -1},
		"0930":                     {570, -1},
		"в 10:00":                  {600, -1},
		"10:00:00":                 {600, -1},
		"00:00":                    {0, -1},
		"22.11.2026 10:00":         {600, -1},
		"22.11.2026 14:05:33":      {845, -1},
		"22.11.2026, 10:00-12:30":  {600, 750},
		"2026-11-22T10:00":         {600, -1},
		"22 ноября 2026 г., с 10 до 12":       {600, 720},
		"22.11.2026 10:00 - 22.11.2026 12:00": {600, 720},
	} {
		from, to, ok := sheetin.Span(text(in))
		require.True(t, ok, in)
		require.Equal(t, want, [2]int{from, max(to, -1)}, in)
	}
	for _, in := range []string{
		"", "22.11.2026", "22.11.26", "2026-11-22", "12.10.2020", "25:00", "10:60", "24:00", "10:00-12:00-14:00", "утром", "10:00 Алматы", "24:30-25:00", "-", "до обеда",
		"1990", "10:00.12:00",
	} {
		from, to, ok := sheetin.Span(text(in))
		require.False(t, ok, "%q is %d %d", in, from, to)
	}
}

func TestSerialSpan(t *testing.T) {
	for in, want := range map[string]int{"0.41666666666666669": 600, "46348.4375": 630, "10": 600, "0": 0, "930": 570, "0.9999999": 0} {
		from, to, ok := sheetin.Span(number(in))
		require.True(t, ok, in)
		require.Equal(t, want, from, in)
		require.Negative(t, to)
	}
	for _, in := range []string{"46348", "10.5", "24", "2560", "-1", "1e99", "x"} {
		_, _, ok := sheetin.Span(number(in))
		require.False(t, ok, in)
	}
}

func TestParts(t *testing.T) {
	for in, want := range map[string][]string{
		"":        nil,
		" ; ,\n":  nil,
		"Перевод": {"Перевод"},
		"Перевод; Праздники,Уборка\nСпорт": {"Перевод", "Праздники", "Уборка", "Спорт"},
		"+7 701 000 00 01, 87020000002":    {"+7 701 000 00 01", "87020000002"},
		"4,5":                              {"4,5"},
		"701,702":                          {"701", "702"},
	} {
		require.Equal(t, want, sheetin.Parts(text(in)), in)
	}
}

func TestNoNumbers(t *testing.T) {
	for _, s := range []string{"NaN", "Inf", "-Inf"} {
		_, ok := sheetin.Table{}.Date(number(s))
		require.False(t, ok, s)
		_, _, ok = sheetin.Span(number(s))
		require.False(t, ok, s)
	}
}
