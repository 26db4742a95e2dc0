package applications

import (
	"context"
	"slices"

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
type model struct{ env page.Env }

// waiting are the statuses in which an applicant waits for an answer.
func waiting() []data.ApplicationStatus {
	return []data.ApplicationStatus{data.NewApplication, data.Screening}
}

// filter is what a query asks of the store.
func (m *model) filter(q list.Query) data.ApplicationFilter {
	orders := map[string]data.Order{
		colReceived: data.OrderByDay, colName: data.OrderByName, colStatus: data.OrderByStatus,
	}
	f := data.ApplicationFilter{Listing: data.Listing{
		Search: q.Search, Desc: q.Sort.Descending, Lang: m.env.Lang(), Order: orders[q.Sort.Column],
	}}
	switch q.Chip {
	case chipAll:
	case chipWaiting:
		f.Statuses = waiting()
	default:
		f.Statuses = []data.ApplicationStatus{data.ApplicationStatus(q.Chip)}
	}
	return f
}

// source is where the list gets its rows.
func (m *model) source(q list.Query) list.Source {
	return list.Source{
		IDs: func(ctx context.Context) ([]int64, error) { return m.env.Store.Applications(ctx, m.filter(q)) },
		Cells: func(ctx context.Context, ids []int64) ([][]widgets.Cell, error) {
			centre, err := m.env.Store.Centre(ctx)
			if err != nil {
				return nil, err
			}
			rows, err := m.env.Store.ApplicationRows(ctx, ids)
			return list.Arrange(ids, rows, func(r data.ApplicationRow) int64 { return r.ID }, func(r data.ApplicationRow) []widgets.Cell {
				return m.cells(r, centre.WaitDays)
			}), err
		},
	}
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

// waitTone is bad for who waits longer than the centre promises.
func waitTone(days, promised int) widgets.Tone {
	if days > promised {
		return widgets.ToneBad
	}
	return widgets.ToneDim
}

// card is everything the panel beside the list shows of one application.
type card struct {
	application data.Application
	waitDays    int    // the centre's promise
	known       []same // who may be the applicant, while she waits for an answer
}

// same is a volunteer who may be the applicant, and what says so.
type same struct {
	volunteer data.VolunteerRow
	rule      data.DuplicateRule
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
		c.known, err = m.duplicates(ctx, c.application.Person)
	}
	return c, err
}

// duplicates finds volunteers who may be the person, the surest first.
func (m *model) duplicates(ctx context.Context, p data.Person) ([]same, error) {
	found, err := m.env.Store.Duplicates(ctx, 0, 0, p)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(found))
	for i, d := range found {
		ids[i] = d.ID
	}
	rows, err := m.env.Store.VolunteerRows(ctx, ids)
	out := make([]same, len(rows))
	for i, r := range rows {
		out[i] = same{r, found[slices.Index(ids, r.ID)].Rule}
	}
	return out, err
}

// cares tells whether a change is shown in the list or on the card.
func cares(c store.Change) bool { return c.Touches(store.Applications, store.Volunteers) }
