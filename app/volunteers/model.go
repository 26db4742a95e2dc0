package volunteers

import (
	"context"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Columns of the list; the ids are also the names under which widths are kept.
const (
	colNumber    = "number"
	colName      = "name"
	colDirection = "direction"
	colStatus    = "status"
	colPhone     = "phone"
	colHours     = "hours"
	colLast      = "last"
)

// Chips above the list, by status.
const chipAll = "all"

// model turns volunteers into what the screen shows.
type model struct{ env page.Env }

// filter is what a query asks of the store.
func (m *model) filter(q list.Query) data.VolunteerFilter {
	f := data.VolunteerFilter{Listing: data.Listing{
		Search: q.Search, Desc: q.Sort.Descending, Lang: m.env.Lang(), Order: orders()[q.Sort.Column],
	}}
	if q.Chip != chipAll {
		f.Statuses = []data.VolunteerStatus{data.VolunteerStatus(q.Chip)}
	}
	return f
}

func orders() map[string]data.Order {
	return map[string]data.Order{
		colNumber: data.OrderByNumber, colName: data.OrderByName, colStatus: data.OrderByStatus,
		colHours: data.OrderByMinutes, colLast: data.OrderByLastDay,
	}
}

// source is where the list gets its rows.
func (m *model) source(q list.Query) list.Source {
	return list.Source{
		IDs: func(ctx context.Context) ([]int64, error) { return m.env.Store.Volunteers(ctx, m.filter(q)) },
		Cells: func(ctx context.Context, ids []int64) ([][]widgets.Cell, error) {
			rows, err := m.env.Store.VolunteerRows(ctx, ids)
			return list.Arrange(ids, rows, func(r data.VolunteerRow) int64 { return r.ID }, m.cells), err
		},
	}
}

// cells are the texts of a row in the order of the columns.
func (m *model) cells(r data.VolunteerRow) []widgets.Cell {
	t := m.env.Text
	return []widgets.Cell{
		{Text: t.Int(r.Number)},
		{Text: r.FullName()},
		{Text: m.env.Direction(r.Directions.First())},
		{Text: t.Status("volunteer", string(r.Status)), Tone: statusTone(r.Status)},
		{Text: data.MaskPhone(r.Phones.First())},
		{Text: t.Hours(r.RecentMinutes)},
		{Text: t.Date(r.LastDay.Time())},
	}
}

func statusTone(s data.VolunteerStatus) widgets.Tone {
	switch s {
	case data.Active:
		return widgets.ToneOk
	case data.OnLeave:
		return widgets.ToneInfo
	}
	return widgets.ToneDim
}

// card is everything the panel beside the list shows of one volunteer.
type card struct {
	volunteer data.Volunteer
	row       data.VolunteerRow
	events    []data.EventRow // the next ones first, then the latest
	missing   []string        // keys of fields that a report or a shift will need
}

// load reads a card; it runs off the UI goroutine.
func (m *model) load(ctx context.Context, id int64) (card, error) {
	var c card
	var err error
	if c.volunteer, err = m.env.Store.Volunteer(ctx, id); err != nil {
		return c, err
	}
	rows, err := m.env.Store.VolunteerRows(ctx, []int64{id})
	if err != nil || len(rows) == 0 {
		return c, err
	}
	c.row = rows[0]
	c.missing = missing(c.volunteer)
	ids, err := m.env.Store.Events(ctx, data.EventFilter{
		Listing: data.Listing{Order: data.OrderByDay, Desc: true, Limit: latestEvents}, VolunteerID: id,
	})
	if err != nil {
		return c, err
	}
	c.events, err = m.env.Store.EventRows(ctx, ids)
	return c, err
}

const latestEvents = 6

// missing names the fields without which a volunteer cannot be called, counted by age, or sent to a closed venue.
func missing(v data.Volunteer) []string {
	var keys []string
	for _, f := range []struct {
		key   string
		empty bool
	}{
		{"field.birth", v.Birth == ""},
		{"field.phones", len(v.Phones) == 0},
		{"field.directions", len(v.Directions) == 0},
		{"field.consent_on", v.ConsentOn == ""},
		{"field.confidential_on", v.Confidential == ""},
		{"field.ethics_on", v.EthicsOn == ""},
	} {
		if f.empty {
			keys = append(keys, f.key)
		}
	}
	return keys
}

// blank is a new volunteer as the editor shows her first.
func (m *model) blank() data.Volunteer {
	return data.Volunteer{
		Status: data.Active, Naming: data.ByNumber, Accepted: m.env.Today(), Form: "3",
	}
}

// cares tells whether a change is shown in the list or on the card.
func cares(c store.Change) bool {
	return c.Touches(store.Volunteers, store.HoursEntries, store.Assignments, store.Events)
}
