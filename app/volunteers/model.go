package volunteers

import (
	"context"
	"slices"
	"strconv"

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
	colEvents    = "events"
	colLast      = "last"
	colAccepted  = "accepted"
	colGroup     = "group"
	colDistrict  = "district"
)

// Chips above the list, beside those named by a status.
const (
	chipMissing = "missing"
	chipPapers  = "papers"
	chipIdle    = "idle60"
	chipAll     = "all"
)

// Filters beside the chips.
const (
	filterDirection   = "direction"
	filterSpecialty   = "specialty"
	filterLanguage    = "language"
	filterGroup       = "group"
	filterRegion      = "region"
	filterDistrict    = "district"
	filterForm        = "form"
	filterCoordinator = "coordinator"
	filterMinor       = "minor"
)

// model turns volunteers into what the screen shows.
type model struct{ env page.Env }

// filter is what a query asks of the store.
func (m *model) filter(q list.Query) data.VolunteerFilter {
	f := m.chip(q.Chip)
	f.Listing = data.Listing{Search: q.Search, Desc: q.Sort.Descending, Lang: m.env.Lang(), Order: orders()[q.Sort.Column]}
	if code := q.Filters[filterDirection]; code != "" {
		f.Directions = []string{code}
	}
	f.Specialty, f.Form = data.Specialty(q.Filters[filterSpecialty]), q.Filters[filterForm]
	f.Language, f.Region, f.District = q.Filters[filterLanguage], q.Filters[filterRegion], q.Filters[filterDistrict]
	f.GroupID = page.ID(q.Filters[filterGroup])
	f.Coordinators = q.Filters[filterCoordinator] != ""
	if q.Filters[filterMinor] != "" {
		f.BornAfter = data.DateOf(m.env.Today().Time().AddDate(-data.AdultAge, 0, 0))
	}
	return f
}

// chip is what a chip asks of the store. Nothing is expected of those who left.
func (m *model) chip(id string) data.VolunteerFilter {
	here := []data.VolunteerStatus{data.Active, data.OnLeave}
	switch id {
	case chipAll:
		return data.VolunteerFilter{}
	case chipMissing:
		return data.VolunteerFilter{Statuses: here, Incomplete: true}
	case chipPapers:
		return data.VolunteerFilter{Statuses: here, PapersDue: true}
	case chipIdle:
		since := m.env.Today().AddDays(-data.IdleDays)
		return data.VolunteerFilter{Statuses: []data.VolunteerStatus{data.Active}, IdleSince: since}
	}
	return data.VolunteerFilter{Statuses: []data.VolunteerStatus{data.VolunteerStatus(id)}}
}

func chips() []string {
	return []string{
		string(data.Active), string(data.OnLeave), chipMissing, chipPapers, chipIdle, string(data.Left), chipAll,
	}
}

// counts counts what each chip would show.
func (m *model) counts(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	for _, id := range chips() {
		n, err := m.env.Store.CountVolunteers(ctx, m.chip(id))
		if err != nil {
			return nil, err
		}
		out[id] = n
	}
	return out, nil
}

func orders() map[string]data.Order {
	return map[string]data.Order{
		colNumber: data.OrderByNumber, colName: data.OrderByName, colStatus: data.OrderByStatus,
		colHours: data.OrderByMinutes, colEvents: data.OrderByEvents, colLast: data.OrderByLastDay, colAccepted: data.OrderByAccepted,
	}
}

// source is where the list gets its rows.
func (m *model) source(q list.Query) list.Source {
	return list.Source{
		First: func(ctx context.Context) ([]int64, error) {
			f := m.filter(q)
			f.Limit = list.FirstRows
			return m.env.Store.Volunteers(ctx, f)
		},
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
		{Text: strconv.Itoa(r.Events)},
		{Text: t.Date(r.LastDay.Time())},
		{Text: t.Date(r.Accepted.Time())},
		{Text: r.GroupName},
		{Text: r.District},
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

// blank is a new volunteer as the editor shows her first.
func (m *model) blank() data.Volunteer {
	return data.Volunteer{
		Status: data.Active, Naming: data.ByNumber, Accepted: m.env.Today(), Form: "3",
	}
}

// groups are the groups that exist today, and the one that is chosen already.
func (m *model) groups(ctx context.Context, chosen int64) ([]widgets.Option, error) {
	ids, err := m.env.Store.Groups(ctx, data.GroupFilter{Listing: data.Listing{Lang: m.env.Lang()}, On: m.env.Today()})
	if err != nil {
		return nil, err
	}
	if chosen != 0 && !slices.Contains(ids, chosen) {
		ids = append(ids, chosen)
	}
	rows, err := m.env.Store.GroupRows(ctx, ids)
	out := make([]widgets.Option, len(rows))
	for i, r := range rows {
		out[i] = widgets.Option{ID: page.Key(r.ID), Text: r.Name}
	}
	return out, err
}

// cares tells whether a change is shown in the list or on the card.
func cares(c store.Change) bool {
	return c.Touches(store.Volunteers, store.HoursEntries, store.Assignments, store.Events, store.Clearances, store.Groups)
}
