package venues

import (
	"context"
	"strconv"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Columns of the list; the ids are also the names under which widths are kept.
const (
	colName     = "name"
	colAddress  = "address"
	colAccess   = "access"
	colWomen    = "women"
	colCapacity = "capacity"
	colParallel = "parallel"
	colComing   = "coming"
)

// Chips above the list, and the filters beside them.
const (
	chipCurrent = "current"
	chipAll     = "all"

	filterAccess = "access"
	filterWomen  = "women"
	filterRegion = "region"
)

// model turns venues into what the screen shows.
type model struct{ env page.Env }

// filter is what a query asks of the store.
func (m *model) filter(q list.Query) data.VenueFilter {
	orders := map[string]data.Order{colName: data.OrderByName, colCapacity: data.OrderByCapacity, colComing: data.OrderByEvents}
	return data.VenueFilter{
		Listing: data.Listing{Search: q.Search, Desc: q.Sort.Descending, Lang: m.env.Lang(), Order: orders[q.Sort.Column]},
		Retired: q.Chip == chipAll, Region: q.Filters[filterRegion],
		Closed: data.Answer(q.Filters[filterAccess]), WomenOnly: data.Answer(q.Filters[filterWomen]),
	}
}

// counts says how many venues each chip would show.
func (m *model) counts(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	for _, chip := range []string{chipCurrent, chipAll} {
		ids, err := m.env.Store.Venues(ctx, m.filter(list.Query{Chip: chip}))
		if err != nil {
			return nil, err
		}
		out[chip] = len(ids)
	}
	return out, nil
}

// source is where the list gets its rows.
func (m *model) source(q list.Query) list.Source {
	return list.Source{
		IDs: func(ctx context.Context) ([]int64, error) { return m.env.Store.Venues(ctx, m.filter(q)) },
		Cells: func(ctx context.Context, ids []int64) ([][]widgets.Cell, error) {
			rows, err := m.env.Store.VenueRows(ctx, ids)
			return list.Arrange(ids, rows, func(r data.VenueRow) int64 { return r.ID }, m.cells), err
		},
	}
}

// cells are the texts of a row in the order of the columns.
func (m *model) cells(r data.VenueRow) []widgets.Cell {
	t := m.env.Text
	access := widgets.Cell{}
	switch {
	case r.Retired:
		access = widgets.Cell{Text: t.T("venues.retired"), Tone: widgets.ToneDim}
	case r.Closed:
		access = widgets.Cell{Text: t.T("venues.closed"), Tone: widgets.ToneAccent}
	}
	women := widgets.Cell{}
	if r.WomenOnly {
		women = widgets.Cell{Text: t.T("common.yes"), Tone: widgets.ToneInfo}
	}
	return []widgets.Cell{
		{Text: r.Name.In(m.env.Lang())},
		{Text: r.Address},
		access, women,
		{Text: number(r.Capacity)},
		{Text: strconv.Itoa(r.Parallel)},
		{Text: number(r.Coming)},
	}
}

// number is a number that is worth a word, "" for none.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// card is everything the panel beside the list shows of one venue.
type card struct {
	venue  data.Venue
	row    data.VenueRow
	coming []data.EventRow
}

// comingMost is how many events to come a card shows.
const comingMost = 10

// load reads a card; it runs off the UI goroutine.
func (m *model) load(ctx context.Context, id int64) (card, error) {
	var c card
	var err error
	if c.venue, err = m.env.Store.Venue(ctx, id); err != nil {
		return c, err
	}
	rows, err := m.env.Store.VenueRows(ctx, []int64{id})
	if err != nil || len(rows) == 0 {
		return c, err
	}
	c.row = rows[0]
	ids, err := m.env.Store.Events(ctx, data.EventFilter{
		Listing: data.Listing{Order: data.OrderByDay, Limit: comingMost}, VenueID: id,
		Days:     data.Period{From: m.env.Today()},
		Statuses: []data.EventStatus{data.Idea, data.Planned, data.Confirmed, data.Held},
	})
	if err != nil {
		return c, err
	}
	c.coming, err = m.env.Store.EventRows(ctx, ids)
	return c, err
}

// cares tells whether a change is shown in the list or on the card.
func cares(c store.Change) bool { return c.Touches(store.Venues, store.Events) }
