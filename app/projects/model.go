package projects

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
	colName      = "name"
	colTerm      = "term"
	colState     = "state"
	colPlanned   = "planned"
	colHeld      = "held"
	colDirection = "direction"
)

// Chips above the list, and the filters beside them.
const (
	chipCurrent = "current" // not over
	chipAll     = "all"

	filterDirection = "direction"
	filterKind      = "kind"
)

// model turns projects into what the screen shows.
type model struct{ env page.Env }

// filter is what a query asks of the store.
func (m *model) filter(q list.Query) data.ProjectFilter {
	orders := map[string]data.Order{colName: data.OrderByName, colTerm: data.OrderByDay, colHeld: data.OrderByEvents}
	f := data.ProjectFilter{
		Listing: data.Listing{
			Search: q.Search, Desc: q.Sort.Descending, Lang: m.env.Lang(), Order: orders[q.Sort.Column],
		},
		Direction: q.Filters[filterDirection], LawKind: q.Filters[filterKind],
	}
	if q.Chip == chipCurrent {
		f.Term.From = m.env.Today()
	}
	return f
}

// counts says how many projects each chip would show.
func (m *model) counts(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	for _, chip := range []string{chipCurrent, chipAll} {
		ids, err := m.env.Store.Projects(ctx, m.filter(list.Query{Chip: chip}))
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
		IDs: func(ctx context.Context) ([]int64, error) { return m.env.Store.Projects(ctx, m.filter(q)) },
		Cells: func(ctx context.Context, ids []int64) ([][]widgets.Cell, error) {
			rows, err := m.env.Store.ProjectRows(ctx, ids)
			return list.Arrange(ids, rows, func(r data.ProjectRow) int64 { return r.ID }, m.cells), err
		},
	}
}

// cells are the texts of a row in the order of the columns.
func (m *model) cells(r data.ProjectRow) []widgets.Cell {
	state, tone := m.state(r.Project)
	return []widgets.Cell{
		{Text: r.Name.In(m.env.Lang())},
		{Text: m.term(r.Project)},
		{Text: state, Tone: tone},
		{Text: strconv.Itoa(r.Planned)},
		{Text: strconv.Itoa(r.Held)},
		{Text: m.env.Direction(r.Direction)},
	}
}

// term is from when to when a project runs.
func (m *model) term(p data.Project) string {
	from := m.env.Text.Date(p.From.Time())
	if p.To == "" {
		return m.env.T("projects.from", "Date", from)
	}
	return from + " – " + m.env.Text.Date(p.To.Time())
}

// state says where today lies in the term.
func (m *model) state(p data.Project) (string, widgets.Tone) {
	switch today := m.env.Today(); {
	case today < p.From:
		return m.env.T("projects.coming"), widgets.ToneInfo
	case p.To != "" && p.To < today:
		return m.env.T("projects.over"), widgets.ToneDim
	}
	return m.env.T("projects.running"), widgets.ToneOk
}

// card is everything the panel beside the list shows of one project.
type card struct {
	project data.Project
	row     data.ProjectRow
	events  []data.EventRow // the latest first
}

// eventsMost is how many events a card shows.
const eventsMost = 20

// load reads a card; it runs off the UI goroutine.
func (m *model) load(ctx context.Context, id int64) (card, error) {
	var c card
	var err error
	if c.project, err = m.env.Store.Project(ctx, id); err != nil {
		return c, err
	}
	rows, err := m.env.Store.ProjectRows(ctx, []int64{id})
	if err != nil || len(rows) == 0 {
		return c, err
	}
	c.row = rows[0]
	ids, err := m.env.Store.Events(ctx, data.EventFilter{
		Listing: data.Listing{Order: data.OrderByDay, Desc: true, Limit: eventsMost}, ProjectID: id,
	})
	if err != nil {
		return c, err
	}
	c.events, err = m.env.Store.EventRows(ctx, ids)
	return c, err
}

// cares tells whether a change is shown in the list or on the card.
func cares(c store.Change) bool { return c.Touches(store.Projects, store.Events) }
