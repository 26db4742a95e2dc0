package home

import (
	"context"
	"time"

	"saya/app/page"
	"saya/data"
	"saya/reports"
)

// overview is everything Home shows.
type overview struct {
	figures []reports.Figure
	week    []data.EventRow
	waiting waiting
	months  []month // the last twelve, the present one last
	safety  page.Safety
}

// waiting counts what somebody has to do.
type waiting struct {
	applications int
	longest      int // days the oldest application has waited
	overdue      bool
	short        int // events of the next two weeks without enough people
	hours        int // entries not approved yet
	attendance   int // past events where nobody was marked
}

// month is the approved minutes of one calendar month.
type month struct {
	month   data.Month
	minutes int
}

// lookAhead is how far Home looks for events that lack people.
const lookAhead = 14

// load reads the overview; it runs off the UI goroutine.
func load(ctx context.Context, env page.Env, today data.Date) (o overview, err error) {
	if o.figures, err = reports.Figures(ctx, env.Store, data.PeriodOf(data.MonthPeriod, today)); err != nil {
		return o, err
	}
	if o.week, err = week(ctx, env, today); err != nil {
		return o, err
	}
	if o.waiting, err = loadWaiting(ctx, env, today); err != nil {
		return o, err
	}
	if o.months, err = loadMonths(ctx, env, today); err != nil {
		return o, err
	}
	o.safety, err = env.ReadSafety(ctx)
	return o, err
}

// week lists the events from today to Sunday.
func week(ctx context.Context, env page.Env, today data.Date) ([]data.EventRow, error) {
	sunday := today.AddDays((7 - int(today.Time().Weekday())) % 7)
	return events(ctx, env, data.EventFilter{
		Days: data.Period{From: today, To: max(sunday, today.AddDays(3))}, Statuses: expected(),
	})
}

func expected() []data.EventStatus { return []data.EventStatus{data.Planned, data.Confirmed} }

func events(ctx context.Context, env page.Env, f data.EventFilter) ([]data.EventRow, error) {
	f.Order = data.OrderByDay
	ids, err := env.Store.Events(ctx, f)
	if err != nil {
		return nil, err
	}
	return env.Store.EventRows(ctx, ids)
}

func loadWaiting(ctx context.Context, env page.Env, today data.Date) (w waiting, err error) {
	if err := w.countApplications(ctx, env, today); err != nil {
		return w, err
	}
	hours, err := env.Store.HoursList(ctx, data.HoursFilter{Statuses: []data.HoursStatus{data.Draft, data.Submitted, data.Returned}})
	if err != nil {
		return w, err
	}
	w.hours = len(hours)
	next, err := events(ctx, env, data.EventFilter{Days: data.Period{From: today, To: today.AddDays(lookAhead)}, Statuses: expected()})
	if err != nil {
		return w, err
	}
	for _, e := range next {
		if e.Confirmed < e.Wanted {
			w.short++
		}
	}
	past, err := env.Store.Events(ctx, data.EventFilter{Days: data.Period{To: today.AddDays(-1)}, Statuses: expected()})
	w.attendance = len(past)
	return w, err
}

// countApplications counts those who wait for an answer; that nobody called back is what volunteers complain of most.
func (w *waiting) countApplications(ctx context.Context, env page.Env, today data.Date) error {
	ids, err := env.Store.Applications(ctx, data.ApplicationFilter{
		Listing: data.Listing{Order: data.OrderByDay}, Statuses: []data.ApplicationStatus{data.NewApplication, data.Screening},
	})
	if err != nil || len(ids) == 0 {
		return err
	}
	oldest, err := env.Store.ApplicationRows(ctx, ids[:1])
	if err != nil || len(oldest) == 0 {
		return err
	}
	centre, err := env.Store.Centre(ctx)
	w.applications = len(ids)
	w.longest = max(0, today.DaysSince(oldest[0].ReceivedOn))
	w.overdue = w.longest > centre.WaitDays
	return err
}

// loadMonths sums the approved hours of the last twelve months.
func loadMonths(ctx context.Context, env page.Env, today data.Date) ([]month, error) {
	first := today.Month().Add(-11)
	sums, err := env.Store.MonthlyMinutes(ctx, data.Period{From: first.First(), To: today.Month().Last()})
	if err != nil {
		return nil, err
	}
	out := make([]month, 12)
	for i := range out {
		m := first.Add(i)
		out[i] = month{m, sums[m]}
	}
	return out, nil
}

// when says a moment as people do in a week's list: today, or the weekday, and the time.
func when(env page.Env, start data.Local) string {
	day := env.Text.WeekdayShort(start.Time().Weekday())
	if start.Date() == env.Today() {
		day = env.T("common.today")
	}
	return day + " " + env.Text.Time(start.MinuteOfDay())
}

// monthName is the short name of a month under its column.
func monthName(env page.Env, m data.Month) string {
	return env.Text.MonthShort(time.Month(m.First().Time().Month()))
}
