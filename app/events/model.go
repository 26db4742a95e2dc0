package events

import (
	"context"

	"saya/app/list"
	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Columns of the list; the ids are also the names under which widths are kept.
const (
	colWhen        = "when"
	colTitle       = "title"
	colPlaces      = "places"
	colStatus      = "status"
	colResidents   = "residents"
	colVenue       = "venue"
	colType        = "type"
	colCoordinator = "coordinator"
)

// Chips above the list.
const (
	chipUpcoming = "upcoming"
	chipShort    = "short"    // people are missing in the next days
	chipUnmarked = "unmarked" // past, and nobody said who came
	chipHours    = "hours"    // hours wait for approval
	chipPast     = "past"
	chipAll      = "all"
)

// model turns events into what the screen shows.
type model struct{ env page.Env }

// order is what the events of a chip are ordered by at first: the next ones come first, past ones from the latest back, and
// what waits from the oldest on.
func order(chip string) widgets.Sort {
	return widgets.Sort{Column: colWhen, Descending: chip == chipPast || chip == chipAll}
}

// filter is what a query asks of the store.
func (m *model) filter(q list.Query) data.EventFilter {
	today := m.env.Today()
	f := data.EventFilter{Listing: data.Listing{
		Search: q.Search, Desc: q.Sort.Descending, Lang: m.env.Lang(), Order: orders()[q.Sort.Column],
	}}
	switch q.Chip {
	case chipUpcoming:
		f.Days.From, f.Statuses = today, data.StandingEvents()
	case chipShort:
		f.Days, f.Statuses, f.Short = data.Period{From: today, To: today.AddDays(lookAhead)}, expected(), true
	case chipUnmarked:
		f.Days.To, f.Statuses = today.AddDays(-1), expected()
	case chipHours:
		f.HoursWait = true
	case chipPast:
		f.Days.To = today.AddDays(-1)
	}
	narrow(&f, q.Filters)
	return f
}

// lookAhead is how many days ahead people are missed, as on Home.
const lookAhead = 14

// expected are the statuses of events that are to take place.
func expected() []data.EventStatus { return []data.EventStatus{data.Planned, data.Confirmed} }

func orders() map[string]data.Order {
	return map[string]data.Order{
		colWhen: data.OrderByDay, colTitle: data.OrderByName, colStatus: data.OrderByStatus,
	}
}

// source is where the list gets its rows.
func (m *model) source(q list.Query) list.Source {
	return list.Source{
		IDs: func(ctx context.Context) ([]int64, error) {
			return m.env.Store.Events(ctx, m.filter(q))
		},
		Cells: func(ctx context.Context, ids []int64) ([][]widgets.Cell, error) {
			rows, err := m.env.Store.EventRows(ctx, ids)
			return list.Arrange(ids, rows, func(r data.EventRow) int64 { return r.ID }, m.cells), err
		},
	}
}

// cells are the texts of a row in the order of the columns.
func (m *model) cells(r data.EventRow) []widgets.Cell {
	t, lang := m.env.Text, m.env.Lang()
	title, residents := widgets.Cell{Text: r.Title.In(lang)}, ""
	if r.Residents {
		residents = t.T("events.residents_tag")
		title.Icon, title.IconTip = assets.IconShelter, residents
	}
	taken, tone := page.Places(r.Confirmed, r.Wanted)
	if r.Status == data.Cancelled || r.Status == data.Moved { // nobody is missed
		tone = widgets.ToneDim
	}
	return []widgets.Cell{
		{Text: t.Date(r.Start.Date().Time()) + "  " + t.Time(r.Start.MinuteOfDay())},
		title,
		{Text: taken, Tone: tone},
		{Text: t.Status("event", string(r.Status)), Tone: statusTone(r.Status)},
		{Text: residents, Tone: widgets.ToneAccent},
		{Text: r.VenueName.In(lang)},
		{Text: t.Status("event_type", string(r.Type))},
		{Text: r.CoordinatorName},
	}
}

func statusTone(s data.EventStatus) widgets.Tone {
	switch s {
	case data.Held:
		return widgets.ToneOk
	case data.Confirmed:
		return widgets.ToneInfo
	case data.Planned:
		return widgets.ToneWarn
	}
	return widgets.ToneDim
}

// when says the day and the times of an event; a last day that is not the first, or the night after it, is named.
func (m *model) when(start, end data.Local) string {
	t := m.env.Text
	text := t.Date(start.Date().Time()) + ", " + t.Time(start.MinuteOfDay()) + " – "
	if end.Date() > start.Date().AddDays(1) || end.Date() > start.Date() && end.MinuteOfDay() >= start.MinuteOfDay() {
		text += t.Date(end.Date().Time()) + ", "
	}
	return text + t.Time(end.MinuteOfDay())
}

// blank is a new event as the editor shows it first.
func (m *model) blank() data.Event { return data.Event{Status: data.Planned} }

// cares tells whether a change is shown in the list or on the card.
func cares(c store.Change) bool {
	return c.Touches(store.Events, store.Needs, store.Assignments, store.HoursEntries, store.Venues, store.Volunteers,
		store.Projects, store.LockedMonths)
}
