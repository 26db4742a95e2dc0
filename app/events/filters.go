package events

import (
	"context"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// Filters of the list, besides the chips.
const (
	filterType        = "type"
	filterVenue       = "venue"
	filterProject     = "project"
	filterCoordinator = "coordinator"
	filterDirection   = "direction"
	filterResidents   = "residents"
)

// narrow puts the chosen options into what is asked of the store.
func narrow(f *data.EventFilter, chosen map[string]string) {
	if t := chosen[filterType]; t != "" {
		f.Types = []data.EventType{data.EventType(t)}
	}
	f.VenueID, f.ProjectID, f.CoordinatorID = id(chosen[filterVenue]), id(chosen[filterProject]), id(chosen[filterCoordinator])
	f.Direction = chosen[filterDirection]
	switch chosen[filterResidents] {
	case yes:
		f.Residents = data.WithResidents
	case no:
		f.Residents = data.WithoutResidents
	}
}

func (p *Page) filters() []list.Filter {
	t := p.env.Text
	fixed := func(options []widgets.Option) func(context.Context) ([]widgets.Option, error) {
		return func(context.Context) ([]widgets.Option, error) { return options, nil }
	}
	return []list.Filter{
		{ID: filterType, Text: t.T("field.type"), Options: fixed(page.Statuses(p.env, "event_type", data.EventTypes()...))},
		{ID: filterVenue, Text: t.T("field.venue"), Options: p.model.allVenues},
		{ID: filterProject, Text: t.T("field.project"), Options: p.model.projects},
		{ID: filterCoordinator, Text: t.T("field.coordinator_id"), Options: p.model.coordinators},
		{ID: filterDirection, Text: t.T("field.direction"), Options: fixed(p.env.Choices(p.env.Directions))},
		{ID: filterResidents, Text: t.T("events.residents"), Options: fixed([]widgets.Option{
			{ID: yes, Text: t.T("common.yes")}, {ID: no, Text: t.T("common.no")},
		})},
	}
}

// anyVenue asks for all venues, also those that are no longer offered: a list can be narrowed to one.
const anyVenue = -1

func (m *model) allVenues(ctx context.Context) ([]widgets.Option, error) {
	return m.venues(ctx, anyVenue)
}

func (m *model) coordinators(ctx context.Context) ([]widgets.Option, error) {
	ids, err := m.env.Store.Volunteers(ctx, data.VolunteerFilter{Listing: data.Listing{Lang: m.env.Lang()}, Coordinators: true})
	if err != nil {
		return nil, err
	}
	rows, err := m.env.Store.VolunteerRows(ctx, ids)
	out := make([]widgets.Option, len(rows))
	for i, r := range rows {
		out[i] = m.env.VolunteerOption(r)
	}
	return out, err
}

// counts says how many events each chip would show.
func (m *model) counts(ctx context.Context) (map[string]int, error) {
	out := map[string]int{}
	for _, chip := range []string{chipUpcoming, chipShort, chipUnmarked, chipHours, chipPast, chipAll} {
		ids, err := m.env.Store.Events(ctx, m.filter(list.Query{Chip: chip}))
		if err != nil {
			return nil, err
		}
		out[chip] = len(ids)
	}
	return out, nil
}
