package home

import (
	"context"
	"slices"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// matter is something that somebody has to look at, and the list where it is done.
type matter struct {
	key           string // of its text, "home." and then it
	count         int
	tag           string // after the text, "" for none
	tone          widgets.Tone
	section, chip string
}

// lookAhead is how far Home looks for events that lack people.
const lookAhead = 14

// pledgeDays is after how many days somebody should ask about what was promised.
const pledgeDays = 30

// ask reads matters of one right; nobody is asked what she could not do anything about.
type ask struct {
	right data.Right
	read  func(ctx context.Context, env page.Env, today data.Date) (matter, error)
}

// atOnce are the matters that are read in a moment, the most pressing first.
func atOnce() []ask {
	return []ask{
		{data.KeepVolunteers, applications},
		{data.KeepEvents, short},
		{data.MarkAttendance, unmarked},
		{data.ApproveHours, waitingHours},
		{data.KeepHours, returnedHours},
		{data.LockMonths, openMonth},
		{data.KeepContributions, pledges},
		{data.KeepContributions, unthanked},
	}
}

// later are those that every volunteer is looked at for: with a hundred thousand that takes a while.
func later() []ask {
	return []ask{{data.KeepVolunteers, papers}, {data.KeepVolunteers, incomplete}}
}

// matters are those of a list that the account can do something about and that are there; it runs off the UI goroutine.
func matters(ctx context.Context, env page.Env, list []ask) (out []matter, err error) {
	for _, a := range list {
		if !env.May(a.right) {
			continue
		}
		m, err := a.read(ctx, env, env.Today())
		if err != nil {
			return nil, err
		}
		if m.count > 0 {
			out = append(out, m)
		}
	}
	return out, nil
}

// applications says how long the oldest has waited: that nobody called back is what volunteers complain of most.
func applications(ctx context.Context, env page.Env, today data.Date) (m matter, err error) {
	m = matter{key: "applications", tone: widgets.ToneWarn, section: "applications", chip: "waiting"}
	ids, err := env.Store.Applications(ctx, data.ApplicationFilter{
		Listing: data.Listing{Order: data.OrderByDay}, Statuses: []data.ApplicationStatus{data.NewApplication, data.Screening},
	})
	if err != nil || len(ids) == 0 {
		return m, err
	}
	oldest, err := env.Store.ApplicationRows(ctx, ids[:1])
	if err != nil || len(oldest) == 0 {
		return m, err
	}
	centre, err := env.Store.Centre(ctx)
	days := max(0, today.DaysSince(oldest[0].ReceivedOn))
	if days > centre.WaitDays {
		m.tone = widgets.ToneBad
	}
	m.count, m.tag = len(ids), env.Text.Days(days)
	return m, err
}

func short(ctx context.Context, env page.Env, today data.Date) (matter, error) {
	ids, err := env.Store.Events(ctx, data.EventFilter{
		Days: data.Period{From: today, To: today.AddDays(lookAhead)}, Statuses: expected(), Short: true,
	})
	return matter{key: "short", count: len(ids), tone: widgets.ToneWarn, section: "events", chip: "short"}, err
}

func expected() []data.EventStatus { return []data.EventStatus{data.Planned, data.Confirmed} }

func unmarked(ctx context.Context, env page.Env, today data.Date) (matter, error) {
	ids, err := env.Store.Events(ctx, data.EventFilter{Days: data.Period{To: today.AddDays(-1)}, Statuses: expected()})
	return matter{key: "attendance", count: len(ids), tone: widgets.ToneWarn, section: "events", chip: "unmarked"}, err
}

func waitingHours(ctx context.Context, env page.Env, _ data.Date) (matter, error) {
	sum, err := env.Store.HoursTotal(ctx, data.HoursFilter{Statuses: []data.HoursStatus{data.Submitted}})
	return matter{key: "hours", count: sum.Entries, tone: widgets.ToneInfo, section: "hours", chip: "waiting"}, err
}

// returnedHours are asked of those who write hours and do not approve them.
func returnedHours(ctx context.Context, env page.Env, _ data.Date) (m matter, err error) {
	if env.May(data.ApproveHours) {
		return m, nil
	}
	sum, err := env.Store.HoursTotal(ctx, data.HoursFilter{Statuses: []data.HoursStatus{data.Returned}})
	return matter{key: "returned", count: sum.Entries, tone: widgets.ToneWarn, section: "hours", chip: "returned"}, err
}

// openMonth is the month before, once it could be locked: what is approved in it can still change.
func openMonth(ctx context.Context, env page.Env, today data.Date) (matter, error) {
	last := today.Month().Add(-1)
	days := data.Period{From: last.First(), To: last.Last()}
	m := matter{key: "open_month", tag: env.Text.MonthYear(days.From.Time()), tone: widgets.ToneInfo, section: "hours", chip: "approved"}
	locked, err := env.Store.LockedMonths(ctx)
	if err != nil || slices.Contains(locked, last) {
		return m, err
	}
	waiting, err := env.Store.HoursTotal(ctx, data.HoursFilter{Days: days, Statuses: data.NotApproved()})
	if err != nil || waiting.Entries > 0 {
		return m, err
	}
	approved, err := env.Store.HoursList(ctx, data.HoursFilter{
		Listing: data.Listing{Limit: 1}, Days: days, Statuses: []data.HoursStatus{data.Approved},
	})
	m.count = len(approved)
	return m, err
}

func pledges(ctx context.Context, env page.Env, today data.Date) (matter, error) {
	sum, err := env.Store.ContributionTotal(ctx, data.ContributionFilter{
		Pledges: true, Days: data.Period{To: today.AddDays(-pledgeDays)},
	})
	return matter{key: "pledges", count: sum.Contributions, tone: widgets.ToneWarn, section: "contributions", chip: "pledges"}, err
}

func unthanked(ctx context.Context, env page.Env, _ data.Date) (matter, error) {
	sum, err := env.Store.ContributionTotal(ctx, data.ContributionFilter{Unthanked: true})
	return matter{key: "unthanked", count: sum.Contributions, tone: widgets.ToneInfo, section: "contributions", chip: "unthanked"}, err
}

func papers(ctx context.Context, env page.Env, _ data.Date) (matter, error) {
	n, err := env.Store.CountVolunteers(ctx, data.VolunteerFilter{Statuses: here(), PapersDue: true})
	return matter{key: "papers", count: n, tone: widgets.ToneWarn, section: "volunteers", chip: "papers"}, err
}

func incomplete(ctx context.Context, env page.Env, _ data.Date) (matter, error) {
	n, err := env.Store.CountVolunteers(ctx, data.VolunteerFilter{Statuses: here(), Incomplete: true})
	return matter{key: "missing", count: n, tone: widgets.ToneInfo, section: "volunteers", chip: "missing"}, err
}

// here are the statuses of those who can be asked.
func here() []data.VolunteerStatus { return []data.VolunteerStatus{data.Active, data.OnLeave} }

// firsts tells what a new centre already has.
type firsts struct{ volunteers, events, hours bool }

// begun tells whether there is nothing left to show the first steps for.
func (f firsts) begun() bool { return f.volunteers && f.events && f.hours }

func loadFirsts(ctx context.Context, env page.Env) (f firsts, err error) {
	one := data.Listing{Limit: 1}
	volunteers, err := env.Store.Volunteers(ctx, data.VolunteerFilter{Listing: data.Listing{Limit: 1, Order: data.OrderByNumber}})
	if err != nil {
		return f, err
	}
	events, err := env.Store.Events(ctx, data.EventFilter{Listing: one})
	if err != nil {
		return f, err
	}
	hours, err := env.Store.HoursList(ctx, data.HoursFilter{Listing: one})
	return firsts{len(volunteers) > 0, len(events) > 0, len(hours) > 0}, err
}

// Tables whose changes are seen in the parts of the page.
func touchesRows(c store.Change) bool {
	return page.SafetyTouched(c) || c.Touches(store.Events, store.Needs, store.Assignments, store.Venues, store.Applications,
		store.HoursEntries, store.LockedMonths, store.Contributions, store.Volunteers, store.Profile)
}

func touchesFigures(c store.Change) bool {
	return c.Touches(store.HoursEntries, store.Events, store.Contributions)
}

func touchesPeople(c store.Change) bool {
	return c.Touches(store.Volunteers, store.Clearances, store.Requirements)
}
