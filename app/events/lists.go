package events

import (
	"context"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// choices are the lists of the editor.
type choices struct {
	venues, projects []widgets.Option
	coordinator      widgets.Option // the event's, which may have left since
}

// choices reads the lists for an event.
func (m *model) choices(ctx context.Context, e data.Event) (c choices, err error) {
	if c.venues, err = m.venues(ctx, e.VenueID); err != nil {
		return c, err
	}
	if c.projects, err = m.projects(ctx); err != nil || e.CoordinatorID == 0 {
		return c, err
	}
	rows, err := m.env.Store.VolunteerRows(ctx, []int64{e.CoordinatorID})
	for _, r := range rows {
		c.coordinator = m.env.VolunteerOption(r)
	}
	return c, err
}

// venues are the venues offered, and the chosen one even when it no longer is.
func (m *model) venues(ctx context.Context, chosen int64) ([]widgets.Option, error) {
	ids, err := m.env.Store.Venues(ctx, data.VenueFilter{Listing: data.Listing{Lang: m.env.Lang()}, Retired: true})
	if err != nil {
		return nil, err
	}
	rows, err := m.env.Store.VenueRows(ctx, ids)
	var out []widgets.Option
	for _, v := range rows {
		if !v.Retired || v.ID == chosen || chosen == anyVenue {
			out = append(out, m.venueOption(v.Venue))
		}
	}
	return out, err
}

func (m *model) venueOption(v data.Venue) widgets.Option {
	detail := v.Address
	if v.Closed {
		detail = m.env.T("common.closed_venue")
	}
	return widgets.Option{ID: key(v.ID), Text: v.Name.In(m.env.Lang()), Detail: detail}
}

func (m *model) projects(ctx context.Context) ([]widgets.Option, error) {
	ids, err := m.env.Store.Projects(ctx, data.ProjectFilter{Listing: data.Listing{Lang: m.env.Lang()}})
	if err != nil {
		return nil, err
	}
	rows, err := m.env.Store.ProjectRows(ctx, ids)
	out := make([]widgets.Option, len(rows))
	for i, r := range rows {
		out[i] = widgets.Option{ID: key(r.ID), Text: r.Name.In(m.env.Lang())}
	}
	return out, err
}

// key is an id as options carry it, "" for none.
func key(id int64) string { return page.Key(id) }

// id is what key was made of.
func id(key string) int64 { return page.ID(key) }
