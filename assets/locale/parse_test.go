package locale_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
)

func TestParseDate(t *testing.T) {
	for s, want := range map[string]string{
		"22.11.2026": "22.11.2026", "22.11.26": "22.11.2026", "2026-11-22": "22.11.2026", "221126": "22.11.2026",
		"22112026": "22.11.2026", " 22/11/2026 ": "22.11.2026", "2.1.2026": "02.01.2026", "22 11 2026": "22.11.2026",
		"22.\u00a011.\u00a02026": "22.11.2026", "01.01.49": "01.01.2049", "01.01.50": "01.01.1950",
		"29.02.2024": "29.02.2024", "1900-01-01": "01.01.1900",
		"31.02.2026": "", "29.02.2026": "", "00.01.2026": "", "01.13.2026": "", "32.01.2026": "", "22.11": "", "": "",
		"22.11.226": "", "22.11.1899": "", "22.11.2101": "", "2211202": "", "22.11.2026.1": "", "вчера": "",
		"+1.11.2026": "", "٢٢.١١.٢٠٢٦": "",
	} {
		got, ok := locale.ParseDate(s)
		require.Equal(t, want != "", ok, "%q", s)
		if ok {
			require.Equal(t, want, got.Format("02.01.2006"), "%q", s)
		}
	}
}

func TestParseTime(t *testing.T) {
	for s, want := range map[string]int{
		"9:30": 570, "09:30": 570, "0930": 570, "930": 570, "9.30": 570, "9": 540, "23:59": 1439, "0": 0, " 18-05 ": 1085,
		"24:00": -1, "9:60": -1, "9:5": -1, ":30": -1, "": -1, "12345": -1, "9:30:00": -1, "-9": -1, "тоғыз": -1,
	} {
		got, ok := locale.ParseTime(s)
		require.Equal(t, want >= 0, ok, "%q", s)
		if ok {
			require.Equal(t, want, got, "%q", s)
		}
	}
}

func TestParseMoney(t *testing.T) {
	for s, want := range map[string]int64{
		"12 500": 12_500_00, "12\u00a0500\u00a0₸": 12_500_00, "12500,50": 12_500_50, "12500.5": 12_500_50,
		"12,500.50": 12_500_50, "12,500": 12_500_00, "1 234 567": 1_234_567_00, "0": 0, "500 теңге": 500_00,
		"500 тг.": 500_00, "500KZT": 500_00, "12\u202f500,05": 12_500_05, "9999999999999,99": 999_999_999_999_999,
		"12.500": -1, "1 2500": -1, "12 50": -1, "-5": -1, "+5": -1, "": -1, "₸": -1, "5,": -1, ",5": -1, "5,5,5": -1,
		"1,234 567": -1, "12345678901234": -1, "пять": -1, "1e6": -1,
	} {
		got, ok := locale.ParseMoney(s)
		require.Equal(t, want >= 0, ok, "%q", s)
		if ok {
			require.Equal(t, want, got, "%q", s)
		}
	}
}

func TestParseHours(t *testing.T) {
	for s, want := range map[string]int{
		"8": 480, "8,5": 510, "8.50": 510, "8:30": 510, "0,33": 20, "8,333": 500, "0": 0, "1\u00a0000,02": 60_001, "100:05": 6005,
		"8:60": -1, "8:5": -1, ":30": -1, "8:": -1, "": -1, "-8": -1, "8,": -1, "8,5555": -1, "123456": -1, "сегіз": -1,
	} {
		got, ok := locale.ParseHours(s)
		require.Equal(t, want >= 0, ok, "%q", s)
		if ok {
			require.Equal(t, want, got, "%q", s)
		}
	}
}

func TestPrintedHoursAndMoneyAreReadBack(t *testing.T) {
	for _, lang := range []locale.Lang{locale.Kazakh, locale.Russian} {
		p := locale.New(lang)
		for n := range 5000 {
			minutes, ok := locale.ParseHours(p.Hours(n))
			require.True(t, ok)
			require.Equal(t, n, minutes)
			tiyn, ok := locale.ParseMoney(p.Money(int64(n) * 977))
			require.True(t, ok)
			require.Equal(t, int64(n)*977, tiyn)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"22.11.2026", "221126", "9:30", "0930", "12\u00a0500,50 ₸", "12,500.50", "8,5", "8:30", "31.02.26", "\xff"} {
		f.Add(s)
	}
	p := locale.New(locale.Russian)
	f.Fuzz(func(t *testing.T, s string) {
		if day, ok := locale.ParseDate(s); ok {
			again, ok := locale.ParseDate(p.Date(day))
			require.True(t, ok && day.Equal(again), "%q", s)
		}
		if minutes, ok := locale.ParseTime(s); ok {
			again, ok := locale.ParseTime(p.Time(minutes))
			require.True(t, ok && minutes == again, "%q", s)
		}
		if tiyn, ok := locale.ParseMoney(s); ok {
			again, ok := locale.ParseMoney(p.Money(tiyn))
			require.True(t, ok && tiyn == again && tiyn >= 0, "%q", s)
		}
		if minutes, ok := locale.ParseHours(s); ok {
			require.GreaterOrEqual(t, minutes, 0, "%q", s)
		}
	})
}
