package applications

import (
	"context"
	"slices"
	"sync"

	"saya/app/list"
	"saya/app/page"
	"saya/app/person"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Columns of the list; the ids are also the names under which widths are kept.
const (
	colReceived   = "received"
	colName       = "name"
	colPhone      = "phone"
	colDirections = "directions"
	colStatus     = "status"
	colWaiting    = "waiting"
)

// Chips above the list: those who wait for an answer, a decision, or all.
const (
	chipWaiting = "waiting"
	chipAll     = "all"
)

// model turns applications into what the screen shows.
type model struct {
	env page.Env

	mu       sync.Mutex
	statuses map[int64]data.ApplicationStatus // of the rows that were read, for what can be done with them
}

// waiting are the statuses in which an applicant waits for an answer.
func waiting() []data.ApplicationStatus {
	return []data.ApplicationStatus{data.NewApplication, data.Screening}
}

// filter is what a query asks of the store.
func (m *model) filter(q list.Query) data.ApplicationFilter {
	orders := map[string]data.Order{
		colReceived: data.OrderByDay, colName: data.OrderByName, colStatus: data.OrderByStatus, colWaiting: data.OrderByDay,
	}
	f := chip(q.Chip)
	f.Listing = data.Listing{Search: q.Search, Desc: q.Sort.Descending, Lang: m.env.Lang(), Order: orders[q.Sort.Column]}
	if q.Sort.Column == colWaiting { // who came first waits longest
		f.Desc = !f.Desc
	}
	return f
}

// chip is what a chip asks of the store.
func chip(id string) (f data.ApplicationFilter) {
	switch id {
	case chipAll:
	case chipWaiting:
		f.Statuses = waiting()
	default:
		f.Statuses = []data.ApplicationStatus{data.ApplicationStatus(id)}
	}
	return f
}

func chips() []string {
	return []string{chipWaiting, string(data.Accepted), string(data.Declined), string(data.Withdrawn), chipAll}
}

// counts counts what each chip would show.
func (m *model) counts(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	for _, id := range chips() {
		n, err := m.env.Store.CountApplications(ctx, chip(id))
		if err != nil {
			return nil, err
		}
		out[id] = n
	}
	return out, nil
}

// source is where the list gets its rows.
func (m *model) source(q list.Query) list.Source {
	return list.Source{
		First: func(ctx context.Context) ([]int64, error) {
			f := m.filter(q)
			f.Limit = list.FirstRows
			return m.env.Store.Applications(ctx, f)
		},
		IDs: func(ctx context.Context) ([]int64, error) { return m.env.Store.Applications(ctx, m.filter(q)) },
		Cells: func(ctx context.Context, ids []int64) ([][]widgets.Cell, error) {
			centre, err := m.env.Store.Centre(ctx)
			if err != nil {
				return nil, err
			}
			rows, err := m.env.Store.ApplicationRows(ctx, ids)
			m.note(rows)
			return list.Arrange(ids, rows, func(r data.ApplicationRow) int64 { return r.ID }, func(r data.ApplicationRow) []widgets.Cell {
				return m.cells(r, centre.WaitDays)
			}), err
		},
	}
}

// note keeps the statuses of rows that were read.
func (m *model) note(rows []data.ApplicationRow) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.statuses == nil {
		m.statuses = map[int64]data.ApplicationStatus{}
	}
	for _, r := range rows {
		m.statuses[r.ID] = r.Status
	}
}

// can are those of some applications that may become next. Of those never scrolled to nothing is known: the store decides.
func (m *model) can(ids []int64, next data.ApplicationStatus) (out []int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, id := range ids {
		if status, read := m.statuses[id]; !read || status.CanBecome(next) {
			out = append(out, id)
		}
	}
	return out
}

// cells are the texts of a row in the order of the columns.
func (m *model) cells(r data.ApplicationRow, waitDays int) []widgets.Cell {
	t := m.env.Text
	days := widgets.Cell{}
	if slices.Contains(waiting(), r.Status) {
		n := data.Application{Status: r.Status, ReceivedOn: r.ReceivedOn}.WaitingDays(m.env.Today())
		days = widgets.Cell{Text: t.Int(int64(n)), Tone: waitTone(n, waitDays)}
	}
	return []widgets.Cell{
		{Text: t.Date(r.ReceivedOn.Time())},
		{Text: r.FullName()},
		{Text: data.MaskPhone(r.Phones.First())},
		{Text: person.Directions(m.env, r.Directions)},
		{Text: t.Status("application", string(r.Status)), Tone: statusTone(r.Status)},
		days,
	}
}

func statusTone(s data.ApplicationStatus) widgets.Tone {
	switch s {
	case data.NewApplication:
		return widgets.ToneWarn
	case data.Screening:
		return widgets.ToneInfo
	case data.Accepted:
		return widgets.ToneOk
	}
	return widgets.ToneDim
}

// soonDays is how long before the end of the promise it is warned of.
const soonDays = 2

// waitTone is bad for who waits longer than the centre promises, and warns on the last days before.
func waitTone(days, promised int) widgets.Tone {
	switch {
	case days > promised:
		return widgets.ToneBad
	case days > promised-soonDays:
		return widgets.ToneWarn
	}
	return widgets.ToneDim
}

// card is everything the panel beside the list shows of one application.
type card struct {
	application data.Application
	waitDays    int           // the centre's promise
	known       []person.Same // who may be the applicant, while she waits for an answer
}

// load reads a card; it runs off the UI goroutine.
func (m *model) load(ctx context.Context, id int64) (c card, err error) {
	if c.application, err = m.env.Store.Application(ctx, id); err != nil {
		return c, err
	}
	centre, err := m.env.Store.Centre(ctx)
	if err != nil {
		return c, err
	}
	c.waitDays = centre.WaitDays
	if slices.Contains(waiting(), c.application.Status) {
		c.known, err = person.Duplicates(ctx, m.env, 0, c.application.Person)
	}
	return c, err
}

// cares tells whether a change is shown in the list or on the card.
func cares(c store.Change) bool { return c.Touches(store.Applications, store.Volunteers) }
