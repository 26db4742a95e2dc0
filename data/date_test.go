package data_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestParseDate(t *testing.T) {
	for s, ok := range map[string]bool{
		"2026-11-22": true, "2028-02-29": true, "2026-02-29": false, "2026-13-01": false, "22.11.2026": false, "": false, "2026-1-2": false,
	} {
		d, err := data.ParseDate(s)
		require.Equal(t, ok, err == nil, s)
		require.Equal(t, ok, d.Valid(), s)
	}
}

func TestDateArithmetic(t *testing.T) {
	require.Equal(t, data.Date("2026-03-01"), data.Date("2026-02-28").AddDays(1))
	require.Equal(t, data.Date("2025-12-31"), data.Date("2026-01-01").AddDays(-1))
	require.Equal(t, data.Date(""), data.Date("").AddDays(5))
	require.Equal(t, 366, data.Date("2029-01-01").DaysSince("2028-01-01"))
	require.Equal(t, data.Month("2026-11"), today.Month())
	require.Equal(t, data.Date("2028-02-29"), data.Month("2028-02").Last())
	require.Equal(t, data.Month("2027-01"), data.Month("2026-12").Add(1))
}

func TestIntervalsAreHalfOpen(t *testing.T) {
	at := func(from, to string) data.Interval {
		day := func(s string) data.Local {
			if s == "" {
				return ""
			}
			return data.Local("2026-11-22T" + s)
		}
		return data.Interval{From: day(from), To: day(to)}
	}
	for _, c := range []struct {
		name string
		a, b data.Interval
		want bool
	}{
		{"one after the other", at("10:00", "12:00"), at("12:00", "14:00"), false},
		{"by a minute", at("10:00", "12:01"), at("12:00", "14:00"), true},
		{"one inside the other", at("10:00", "14:00"), at("11:00", "12:00"), true},
		{"the same", at("10:00", "12:00"), at("10:00", "12:00"), true},
		{"an end missing", at("10:00", ""), at("09:00", "12:00"), false},
		{"the wrong way round", at("12:00", "10:00"), at("09:00", "13:00"), false},
		{"empty", at("10:00", "10:00"), at("09:00", "13:00"), false},
		{"past midnight", data.Interval{From: "2026-11-21T22:00", To: "2026-11-22T02:00"}, at("01:00", "03:00"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, c.a.Overlaps(c.b))
			require.Equal(t, c.want, c.b.Overlaps(c.a))
		})
	}
	require.Equal(t, 240, data.Interval{From: "2026-11-21T22:00", To: "2026-11-22T02:00"}.Minutes())
	require.Equal(t, 0, at("10:00", "").Minutes())
}

func TestWallClock(t *testing.T) {
	require.Equal(t, data.Local("2026-11-23T00:30"), data.NewLocal(today, 24*60+30))
	require.Equal(t, 630, data.Local("2026-11-22T10:30").MinuteOfDay())
	require.Equal(t, data.Local("2026-11-23T01:00"), data.Local("2026-11-22T23:30").Add(90))
	instant := data.StampOf(time.Date(2026, 11, 22, 19, 30, 0, 0, time.UTC))
	require.Equal(t, data.Stamp("2026-11-22T19:30:00.000Z"), instant)
	require.Equal(t, data.Local("2026-11-23T00:30"), instant.Local(), "Almaty is five hours ahead")
}
