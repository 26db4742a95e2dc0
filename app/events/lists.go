package events

import (
	"context"
	"log/slog"
	"strconv"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// found is how many volunteers a search offers: who is not among them is looked for by more letters.
const found = 30

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
		c.coordinator = m.volunteerOption(r)
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
		if !v.Retired || v.ID == chosen {
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

// volunteers answers the search of a field. A search that was overtaken or failed finds nobody.
func (m *model) volunteers(ctx context.Context, query string, f data.VolunteerFilter) []widgets.Option {
	f.Search, f.Lang, f.Limit = query, m.env.Lang(), found
	ids, err := m.env.Store.Volunteers(ctx, f)
	var rows []data.VolunteerRow
	if err == nil {
		rows, err = m.env.Store.VolunteerRows(ctx, ids)
	}
	if err != nil && ctx.Err() == nil {
		slog.Error("searching volunteers", "error", err)
	}
	out := make([]widgets.Option, len(rows))
	for i, r := range rows {
		out[i] = m.volunteerOption(r)
	}
	return out
}

func (m *model) volunteerOption(r data.VolunteerRow) widgets.Option {
	detail := m.env.T("common.number_sign") + " " + strconv.FormatInt(r.Number, 10)
	if r.Status != data.Active {
		detail += " · " + m.env.Text.Status("volunteer", string(r.Status))
	}
	return widgets.Option{ID: key(r.ID), Text: r.FullName(), Detail: detail}
}

// key is an id as options carry it, "" for none.
func key(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

// id is what key was made of.
func id(key string) int64 {
	n, err := strconv.ParseInt(key, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// volunteerSelect is a field that searches the register by name, number and phone; it is never read as a whole.
func (m *model) volunteerSelect(filter data.VolunteerFilter) *widgets.SearchSelect {
	s := m.env.Select()
	filter.Statuses = []data.VolunteerStatus{data.Active, data.OnLeave}
	s.PlaceHolder = m.env.T("events.volunteer_hint")
	s.Search = func(ctx context.Context, query string) []widgets.Option { return m.volunteers(ctx, query, filter) }
	s.Run = background(m.env)
	return s
}

// background is how fields with long lists ask their source.
func background(env page.Env) widgets.Runner {
	return func(work func()) {
		env.Run.Go(func(context.Context) error {
			work()
			return nil
		}, func(error) {})
	}
}
