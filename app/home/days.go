package home

import (
	"context"

	"saya/app/page"
	"saya/data"
)

// mostRows is how many events of a day or a week are listed.
const mostRows = 8

// stretch is the events of some days to come.
type stretch struct {
	key    string // of its title, "home." and then it
	empty  string // the same of what is said when there are none
	days   data.Period
	events []data.EventRow // the first [mostRows]
	more   int             // how many others there are
}

// stretches are today, the rest of this week and the week after it.
func stretches(today data.Date) []stretch {
	sunday := today.AddDays((7 - int(today.Time().Weekday())) % 7)
	return []stretch{
		{key: "today", empty: "today_empty", days: data.Period{From: today, To: today}},
		{key: "week", empty: "week_empty", days: data.Period{From: today.AddDays(1), To: sunday}},
		{key: "next_week", empty: "next_week_empty", days: data.Period{From: sunday.AddDays(1), To: sunday.AddDays(7)}},
	}
}

// loadDays reads the events to come; of a week that ends today there is no rest.
func loadDays(ctx context.Context, env page.Env, today data.Date) (out []stretch, err error) {
	for _, s := range stretches(today) {
		if !s.days.Valid() {
			continue
		}
		ids, err := env.Store.Events(ctx, data.EventFilter{
			Listing: data.Listing{Order: data.OrderByDay}, Days: s.days,
			Statuses: []data.EventStatus{data.Planned, data.Confirmed, data.Held},
		})
		if err != nil {
			return nil, err
		}
		s.more = max(0, len(ids)-mostRows)
		if s.events, err = env.Store.EventRows(ctx, ids[:len(ids)-s.more]); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// when says a moment as people do in the list of a week, of which today needs no name.
func when(env page.Env, start data.Local) string {
	at := env.Text.Time(start.MinuteOfDay())
	if start.Date() == env.Today() {
		return at
	}
	return env.Text.WeekdayShort(start.Time().Weekday()) + " " + at
}
