package home

import (
	"context"
	"slices"

	"saya/app/page"
	"saya/data"
)

// How many events of a day or a week are listed, and how many of what comes later.
const mostRows, mostLater = 8, 3

// stretch is the events of some days to come.
type stretch struct {
	key    string // of its title, "home." and then it
	empty  string // the same of what is said when there are none
	days   data.Period
	most   int             // how many events are listed
	events []data.EventRow // the first ones
	more   int             // how many others there are
}

// stretches are today, the rest of this week, the week after it, and the three after that. Of a week that ends today
// there is no rest.
func stretches(today data.Date) []stretch {
	sunday := sundayOf(today)
	return slices.DeleteFunc([]stretch{
		{key: "today", most: mostRows, empty: "today_empty", days: data.Period{From: today, To: today}},
		{key: "week", most: mostRows, empty: "week_empty", days: data.Period{From: today.AddDays(1), To: sunday}},
		{key: "next_week", most: mostRows, empty: "next_week_empty", days: data.Period{From: sunday.AddDays(1), To: sunday.AddDays(7)}},
		{key: "later", most: mostLater, empty: "later_empty", days: data.Period{From: sunday.AddDays(8), To: sunday.AddDays(28)}},
	}, func(s stretch) bool { return !s.days.Valid() })
}

// sundayOf is the last day of a day's week.
func sundayOf(day data.Date) data.Date { return day.AddDays((7 - int(day.Time().Weekday())) % 7) }

// loadDays reads the events to come.
func loadDays(ctx context.Context, env page.Env, today data.Date) (out []stretch, err error) {
	for _, s := range stretches(today) {
		ids, err := env.Store.Events(ctx, data.EventFilter{
			Listing: data.Listing{Order: data.OrderByDay}, Days: s.days,
			Statuses: []data.EventStatus{data.Planned, data.Confirmed, data.Held},
		})
		if err != nil {
			return nil, err
		}
		s.more = max(0, len(ids)-s.most)
		if s.events, err = env.Store.EventRows(ctx, ids[:len(ids)-s.more]); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// when says a moment as people do in the list of a week, of which today needs no name; after the next week a weekday tells
// too little.
func when(env page.Env, start data.Local) string {
	at, today := env.Text.Time(start.MinuteOfDay()), env.Today()
	switch {
	case start.Date() == today:
		return at
	case start.Date() <= sundayOf(today).AddDays(7):
		return env.Text.WeekdayShort(start.Time().Weekday()) + " " + at
	}
	return start.Time().Format("02.01") + " " + at
}
