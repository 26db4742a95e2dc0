package groups

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
	colName    = "name"
	colLeader  = "leader"
	colMembers = "members"
	colFormed  = "formed"
	colEnded   = "ended"
)

// Chips above the list.
const (
	chipCurrent = "current"
	chipAll     = "all"
)

// model turns groups into what the screen shows.
type model struct{ env page.Env }

// chip is what a chip asks of the store.
func (m *model) chip(id string) (f data.GroupFilter) {
	if id == chipCurrent {
		f.On = m.env.Today()
	}
	return f
}

// counts counts what each chip would show.
func (m *model) counts(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	for _, id := range []string{chipCurrent, chipAll} {
		n, err := m.env.Store.CountGroups(ctx, m.chip(id))
		if err != nil {
			return nil, err
		}
		out[id] = n
	}
	return out, nil
}

// source is where the list gets its rows.
func (m *model) source(q list.Query) list.Source {
	f := m.chip(q.Chip)
	f.Listing = data.Listing{Search: q.Search, Desc: q.Sort.Descending, Lang: m.env.Lang()}
	return list.Source{
		IDs: func(ctx context.Context) ([]int64, error) { return m.env.Store.Groups(ctx, f) },
		Cells: func(ctx context.Context, ids []int64) ([][]widgets.Cell, error) {
			rows, err := m.env.Store.GroupRows(ctx, ids)
			return list.Arrange(ids, rows, func(r data.GroupRow) int64 { return r.ID }, m.cells), err
		},
	}
}

// cells are the texts of a row in the order of the columns.
func (m *model) cells(r data.GroupRow) []widgets.Cell {
	t := m.env.Text
	return []widgets.Cell{
		{Text: r.Name},
		{Text: r.LeaderName},
		{Text: strconv.Itoa(r.Members)},
		{Text: t.Date(r.FormedOn.Time())},
		{Text: t.Date(r.EndedOn.Time())},
	}
}

// mostMembers is how many members a card names.
const mostMembers = 60

// card is everything the panel beside the list shows of one group.
type card struct {
	group   data.GroupRow
	members []data.VolunteerRow // the first ones by name
	leader  widgets.Option      // as a field shows her
}

// load reads a card; it runs off the UI goroutine.
func (m *model) load(ctx context.Context, id int64) (c card, err error) {
	rows, err := m.env.Store.GroupRows(ctx, []int64{id})
	if err == nil && len(rows) == 0 {
		err = &data.Error{Code: data.NotFound, Key: "errors.not_found"}
	}
	if err != nil {
		return c, err
	}
	c.group = rows[0]
	ids, err := m.env.Store.Volunteers(ctx, data.VolunteerFilter{
		Listing: data.Listing{Lang: m.env.Lang(), Limit: mostMembers}, GroupID: id, Statuses: []data.VolunteerStatus{data.Active, data.OnLeave},
	})
	if err != nil {
		return c, err
	}
	if c.members, err = m.env.Store.VolunteerRows(ctx, ids); err != nil || c.group.LeaderID == 0 {
		return c, err
	}
	leaders, err := m.env.Store.VolunteerRows(ctx, []int64{c.group.LeaderID})
	for _, r := range leaders {
		c.leader = m.env.VolunteerOption(r)
	}
	return c, err
}

// cares tells whether a change is shown in the list or on the card.
func cares(c store.Change) bool { return c.Touches(store.Groups, store.Volunteers) }
