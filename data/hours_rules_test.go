package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// entry is an approved entry of volunteer 1 on 20 November; from and to may be empty.
func entry(id int64, from, to string, minutes int) data.Hours {
	h := data.Hours{ID: id, VolunteerID: 1, Day: "2026-11-20", Minutes: minutes, Status: data.Approved}
	if from != "" {
		h.Start = data.Local("2026-11-20T" + from)
	}
	if to != "" {
		h.End = data.Local("2026-11-20T" + to)
	}
	return h
}

func TestCheckHours(t *testing.T) {
	change := func(h data.Hours, c func(*data.Hours)) data.Hours { c(&h); return h }
	for _, c := range []struct {
		name   string
		h      data.Hours
		others []data.Hours
		want   []string
	}{
		{"alone", entry(1, "10:00", "12:00", 120), nil, nil},
		{"overlap", entry(1, "10:00", "12:00", 120), []data.Hours{entry(2, "11:00", "13:00", 120)}, []string{"start_at errors.overlap_hours"}},
		{"one after the other", entry(1, "10:00", "12:00", 120), []data.Hours{entry(2, "12:00", "13:00", 60)}, nil},
		{"itself", entry(1, "10:00", "12:00", 120), []data.Hours{entry(1, "10:00", "12:00", 120)}, nil},
		{"two new ones", entry(0, "10:00", "12:00", 120), []data.Hours{entry(0, "10:00", "12:00", 120)}, []string{"start_at errors.overlap_hours"}},
		{"not approved", entry(1, "10:00", "12:00", 120), []data.Hours{change(entry(2, "10:00", "12:00", 120), func(h *data.Hours) { h.Status = data.Submitted })}, nil},
		{"another person", entry(1, "10:00", "12:00", 120), []data.Hours{change(entry(2, "10:00", "12:00", 120), func(h *data.Hours) { h.VolunteerID = 2 })}, nil},
		{"past midnight from the day before", entry(1, "01:00", "03:00", 120), []data.Hours{change(entry(2, "", "", 300), func(h *data.Hours) {
			h.Day, h.Start, h.End = "2026-11-19", "2026-11-19T22:00", "2026-11-20T02:00"
		})}, []string{"start_at errors.overlap_hours"}},
		{"one end missing: no overlap", entry(1, "10:00", "", 120), []data.Hours{entry(2, "10:00", "12:00", 120)}, nil},
		{"16 hours together", entry(1, "", "", 480), []data.Hours{entry(2, "", "", 480)}, nil},
		{"a minute more", entry(1, "", "", 481), []data.Hours{entry(2, "", "", 480)}, []string{"minutes errors.hours_per_day"}},
		{"timed and untimed together", entry(1, "00:00", "10:00", 600), []data.Hours{entry(2, "", "", 361)}, []string{"minutes errors.hours_per_day"}},
		{"all timed: the clock is the limit", entry(1, "00:00", "10:00", 600), []data.Hours{entry(2, "10:00", "17:00", 420)}, nil},
		{"another day does not count", entry(1, "", "", 960), []data.Hours{change(entry(2, "", "", 960), func(h *data.Hours) { h.Day = "2026-11-19" })}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := data.CheckHours(c.h, c.others)
			requireRefusals(t, err, c.want...)
			require.Equal(t, c.want != nil, data.IsCode(err, data.Conflict))
		})
	}
}

func TestCheckMonth(t *testing.T) {
	closed := func(m data.Month) bool { return m <= "2026-10" }
	require.NoError(t, data.CheckMonth(closed, "", "2026-11-01", ""))
	require.NoError(t, data.CheckMonth(closed, "the list was found", "2026-10-31"))
	for _, days := range [][]data.Date{{"2026-10-31"}, {"2026-11-01", "2026-10-31"}, {"2026-10-31", "2026-11-01"}} {
		err := data.CheckMonth(closed, "", days...)
		require.True(t, data.IsCode(err, data.Locked))
		requireRefusals(t, err, "correction errors.month_locked")
	}
}

func TestProposeHours(t *testing.T) {
	event := anEvent()
	proposal := data.Hours{
		VolunteerID: 7, EventID: 3, Day: "2026-11-28", Start: "2026-11-28T10:00", End: "2026-11-28T12:00", Minutes: 120, Status: data.Submitted,
	}
	for _, c := range []struct {
		name string
		give data.Assignment
		want data.Hours
		ok   bool
	}{
		{"came", data.Assignment{Attendance: data.Attended}, proposal, true},
		{"expected", data.Assignment{}, data.Hours{}, false},
		{"absent", data.Assignment{Attendance: data.Absent}, data.Hours{}, false},
		{"excused", data.Assignment{Attendance: data.AbsentExcused}, data.Hours{}, false},
		{"late", data.Assignment{Attendance: data.Late, Start: "2026-11-28T10:45"}, func() data.Hours {
			h := proposal
			h.Start, h.Minutes = "2026-11-28T10:45", 75
			return h
		}(), true},
		{"left early", data.Assignment{Attendance: data.LeftEarly, End: "2026-11-28T11:00"}, func() data.Hours {
			h := proposal
			h.End, h.Minutes = "2026-11-28T11:00", 60
			return h
		}(), true},
		{"times that cannot be", data.Assignment{Attendance: data.Late, Start: "2026-11-28T12:00"}, data.Hours{}, false},
		{"longer than a day's work", data.Assignment{Attendance: data.Attended, End: "2026-12-10T11:00"}, data.Hours{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.give.VolunteerID = 7
			got, ok := data.ProposeHours(event, c.give)
			require.Equal(t, c.ok, ok)
			require.Equal(t, c.want, got)
		})
	}
}
