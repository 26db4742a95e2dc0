package hours

import (
	"context"
	"slices"
	"strconv"
	"sync"
	"time"

	"saya/app/list"
	"saya/app/page"
	"saya/app/work"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Columns of the list; the ids are also the names under which widths are kept.
const (
	colDay       = "day"
	colNumber    = "number"
	colVolunteer = "volunteer"
	colEvent     = "event"
	colTime      = "time"
	colHours     = "hours"
	colStatus    = "status"
	colMonth     = "month"
)

// Chips above the list.
const (
	chipWaiting  = "waiting" // for approval
	chipDrafts   = "drafts"
	chipReturned = "returned"
	chipOpen     = "open" // whatever is not approved, as before a report
	chipApproved = "approved"
	chipAll      = "all"
)

// Filters of the list.
const (
	filterMonth     = "month"
	filterEvent     = "event"
	filterVolunteer = "volunteer"
	filterDirection = "direction"
)

// An act is something to do with entries.
type act string

// The acts.
const (
	actApprove act = "approve"
	actReturn  act = "return"
	actSubmit  act = "submit"
	actDelete  act = "delete"
)

// fits tells whether an act can be done with an entry of a status.
func (a act) fits(s data.HoursStatus) bool {
	switch a {
	case actApprove:
		return s == data.Submitted
	case actReturn:
		return s == data.Submitted || s == data.Approved
	case actSubmit:
		return s == data.Draft || s == data.Returned
	case actDelete:
		return s != data.Approved
	}
	return false
}

// none says that an act fits none of the entries with which it was to be done.
func (a act) none() string {
	switch a {
	case actApprove:
		return "hours.none_approve"
	case actReturn:
		return "hours.none_return"
	case actSubmit:
		return "hours.none_submit"
	}
	return "hours.none_delete"
}

// right is what an act takes.
func (a act) right() data.Right {
	if a == actApprove || a == actReturn {
		return data.ApproveHours
	}
	return data.KeepHours
}

// fitting are the entries with which an act can be done.
func fitting(a act, entries []data.HoursRow) []data.HoursRow {
	return slices.DeleteFunc(slices.Clone(entries), func(h data.HoursRow) bool { return !a.fits(h.Status) })
}

// minutes are those of all entries together.
func minutes(entries []data.HoursRow) (sum int) {
	for _, h := range entries {
		sum += h.Minutes
	}
	return sum
}

// model turns hours into what the screen shows.
type model struct {
	env      page.Env
	shown    work.Shown[sums]
	statuses sync.Map // of entries that were in view, by id: what a menu offers before they are read again
}

// sums are what the entries of a list come to.
type sums struct {
	data.HoursTotal
	waiting int // how many of them wait for approval
}

// order is what the entries of a chip are ordered by at first: what waits begins with the oldest, everything else with the
// latest.
func order(chip string) widgets.Sort {
	return widgets.Sort{Column: colDay, Descending: chip == chipApproved || chip == chipAll}
}

// filter is what a query asks of the store.
func (m *model) filter(q list.Query) data.HoursFilter {
	f := data.HoursFilter{
		Listing: data.Listing{
			Search: q.Search, Desc: q.Sort.Descending, Lang: m.env.Lang(), Order: orders()[q.Sort.Column],
		},
		Statuses: statuses()[q.Chip], EventID: page.ID(q.Filters[filterEvent]), VolunteerID: page.ID(q.Filters[filterVolunteer]), Direction: q.Filters[filterDirection],
	}
	if month := data.Month(q.Filters[filterMonth]); month != "" {
		f.Days = data.Period{From: month.First(), To: month.Last()}
	}
	return f
}

func orders() map[string]data.Order {
	return map[string]data.Order{
		colDay: data.OrderByDay, colVolunteer: data.OrderByName, colHours: data.OrderByMinutes, colStatus: data.OrderByStatus,
	}
}

// statuses are those that each chip shows; one that shows everything has none.
func statuses() map[string][]data.HoursStatus {
	return map[string][]data.HoursStatus{
		chipWaiting: {data.Submitted}, chipDrafts: {data.Draft}, chipReturned: {data.Returned}, chipOpen: data.NotApproved(),
		chipApproved: {data.Approved},
	}
}

// source is where the list gets its rows.
func (m *model) source(q list.Query) list.Source {
	answer := m.shown.Ask()
	return list.Source{
		IDs: func(ctx context.Context) ([]int64, error) {
			f := m.filter(q)
			ids, err := m.env.Store.HoursList(ctx, f)
			if err != nil {
				return nil, err
			}
			total, err := m.sums(ctx, f)
			answer(ids, total)
			return ids, err
		},
		Cells: func(ctx context.Context, ids []int64) ([][]widgets.Cell, error) {
			rows, err := m.env.Store.HoursRows(ctx, ids)
			for _, r := range rows {
				m.statuses.Store(r.ID, r.Status)
			}
			return list.Arrange(ids, rows, func(r data.HoursRow) int64 { return r.ID }, m.cells), err
		},
	}
}

func (m *model) sums(ctx context.Context, f data.HoursFilter) (sums, error) {
	total, err := m.env.Store.HoursTotal(ctx, f)
	if err != nil || f.Statuses != nil && !slices.Contains(f.Statuses, data.Submitted) {
		return sums{HoursTotal: total}, err
	}
	f.Statuses = []data.HoursStatus{data.Submitted}
	waiting, err := m.env.Store.HoursTotal(ctx, f)
	return sums{total, waiting.Entries}, err
}

// counts are how many entries each chip shows.
func (m *model) counts(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	for _, chip := range []string{chipWaiting, chipDrafts, chipReturned, chipOpen, chipApproved, chipAll} {
		total, err := m.env.Store.HoursTotal(ctx, data.HoursFilter{Statuses: statuses()[chip]})
		if err != nil {
			return nil, err
		}
		out[chip] = total.Entries
	}
	return out, nil
}

// count says how many entries there are and how many hours they make.
func (m *model) count(n int) string {
	text := m.env.T("hours.entries", "Count", n)
	if total, ok := m.shown.Total(n); ok && n > 0 {
		text += " · " + m.env.T("hours.sum", "Hours", m.env.Text.Hours(total.Minutes))
	}
	return text
}

// cells are the texts of a row in the order of the columns.
func (m *model) cells(r data.HoursRow) []widgets.Cell {
	t, locked := m.env.Text, ""
	if r.Locked {
		locked = t.T("hours.locked_tag")
	}
	return []widgets.Cell{
		{Text: t.Date(r.Day.Time())},
		{Text: t.Int(r.Number)},
		{Text: r.FullName()},
		{Text: r.EventTitle.In(m.env.Lang())},
		{Text: m.times(r.Hours)},
		{Text: t.Hours(r.Minutes)},
		{Text: t.Status("hours", string(r.Status)), Tone: statusTone(r.Status)},
		{Text: locked, Tone: widgets.ToneDim},
	}
}

// times are the start and end of an entry, as far as they are known.
func (m *model) times(h data.Hours) string {
	at := func(l data.Local) string {
		if !l.Valid() {
			return "…"
		}
		return m.env.Text.Time(l.MinuteOfDay())
	}
	if !h.Start.Valid() && !h.End.Valid() {
		return ""
	}
	return at(h.Start) + " – " + at(h.End)
}

func statusTone(s data.HoursStatus) widgets.Tone {
	switch s {
	case data.Approved:
		return widgets.ToneOk
	case data.Submitted:
		return widgets.ToneWarn
	case data.Returned:
		return widgets.ToneBad
	}
	return widgets.ToneDim
}

// offered tells whether an act may fit any of some entries.
func (m *model) offered(a act, ids []int64) bool {
	return m.env.May(a.right()) && slices.ContainsFunc(ids, func(id int64) bool {
		status, known := m.statuses.Load(id)
		return !known || a.fits(status.(data.HoursStatus))
	})
}

// load reads one entry as its card shows it; it runs off the UI goroutine.
func (m *model) load(ctx context.Context, id int64) (data.HoursRow, error) {
	rows, err := m.env.Store.HoursRows(ctx, []int64{id})
	if err == nil && len(rows) == 0 {
		err = &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	}
	if err != nil {
		return data.HoursRow{}, err
	}
	return rows[0], nil
}

// offeredMonths is how far back the months go that the list can be narrowed to.
const offeredMonths = 36

// monthOptions are months, the present one first.
func (m *model) monthOptions(context.Context) ([]widgets.Option, error) {
	out := make([]widgets.Option, offeredMonths)
	for i := range out {
		out[i] = m.monthOption(m.env.Today().Month().Add(-i))
	}
	return out, nil
}

func (m *model) monthOption(month data.Month) widgets.Option {
	return widgets.Option{ID: string(month), Text: m.env.Text.MonthYear(month.First().Time())}
}

// volunteers finds those whose hours the list can be narrowed to: also who left.
func (m *model) volunteers(ctx context.Context, query string) ([]widgets.Option, error) {
	return m.env.Volunteers(ctx, query, data.VolunteerFilter{})
}

func (m *model) directionOptions(context.Context) ([]widgets.Option, error) {
	return m.env.Choices(m.env.Directions), nil
}

// monthName is the short name of a month in a row of them, with the year where a year begins.
func (m *model) monthName(month data.Month, first bool) string {
	at := month.First().Time()
	name := m.env.Text.MonthShort(at.Month())
	if first || at.Month() == time.January {
		name += " " + strconv.Itoa(at.Year())
	}
	return name
}

// check is what somebody should know before a month is closed.
type check struct {
	data.HoursMonth
	unmarked int // past events of which nobody said who came
}

// checkMonth reads what a month lacks; it runs off the UI goroutine.
func (m *model) checkMonth(ctx context.Context, month data.Month) (check, error) {
	days := data.Period{From: month.First(), To: month.Last()}
	months, err := m.env.Store.HoursMonths(ctx, days)
	if err != nil {
		return check{}, err
	}
	days.To = min(days.To, m.env.Today().AddDays(-1))
	unmarked, err := m.env.Store.Events(ctx, data.EventFilter{
		Days: days, Statuses: []data.EventStatus{data.Planned, data.Confirmed},
	})
	if days.To < days.From {
		unmarked = nil
	}
	return check{months[0], len(unmarked)}, err
}

// lines say what is known of a month, what it lacks last.
func (m *model) lines(c check) []string {
	t, state := m.env.Text, "hours.month_open"
	if c.Locked {
		state = "hours.month_locked"
	}
	out := []string{t.T(state), t.T("hours.month_approved", "Hours", t.Hours(c.Approved))}
	if c.Waiting > 0 {
		out = append(out, t.T("hours.month_waiting", "Count", c.Waiting))
	}
	if c.unmarked > 0 {
		out = append(out, t.T("hours.month_unmarked", "Count", c.unmarked))
	}
	return out
}

// cares tells whether a change is shown in the list or on the card.
func cares(c store.Change) bool {
	return c.Touches(store.HoursEntries, store.LockedMonths, store.Volunteers, store.Events)
}
