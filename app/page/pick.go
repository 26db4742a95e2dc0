package page

import (
	"context"
	"log/slog"
	"strconv"

	"saya/data"
	"saya/widgets"
)

// pickable is how many records a search offers: what is not among them is looked for by more letters.
const pickable = 30

// Key is an id as options carry it, "" for none.
func Key(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

// ID is what [Key] was made of, 0 for none.
func ID(key string) int64 {
	n, err := strconv.ParseInt(key, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// Numbered is a volunteer's number and name.
func (e Env) Numbered(number int64, name string) string {
	return e.T("common.number_sign") + " " + strconv.FormatInt(number, 10) + " · " + name
}

// VolunteerField is a field that searches the register by name, number and phone; it is never read as a whole. Those who
// left are not offered.
func (e Env) VolunteerField(filter data.VolunteerFilter) *widgets.SearchSelect {
	filter.Statuses = []data.VolunteerStatus{data.Active, data.OnLeave}
	return e.VolunteersFrom(func(ctx context.Context, query string) ([]widgets.Option, error) {
		return e.Volunteers(ctx, query, filter)
	})
}

// VolunteersFrom is a field that finds volunteers by a search of its own, which runs off the UI goroutine.
func (e Env) VolunteersFrom(find func(ctx context.Context, query string) ([]widgets.Option, error)) *widgets.SearchSelect {
	s := e.searching(find)
	s.PlaceHolder = e.T("page.volunteer_hint")
	return s
}

// Volunteers are the first volunteers that a search finds; it runs off the UI goroutine.
func (e Env) Volunteers(ctx context.Context, query string, f data.VolunteerFilter) ([]widgets.Option, error) {
	f.Search, f.Lang, f.Limit = query, e.Lang(), pickable
	ids, err := e.Store.Volunteers(ctx, f)
	if err != nil {
		return nil, err
	}
	rows, err := e.Store.VolunteerRows(ctx, ids)
	out := make([]widgets.Option, len(rows))
	for i, r := range rows {
		out[i] = e.VolunteerOption(r)
	}
	return out, err
}

// VolunteerOption offers a volunteer in a field with a list.
func (e Env) VolunteerOption(r data.VolunteerRow) widgets.Option {
	detail := e.T("common.number_sign") + " " + strconv.FormatInt(r.Number, 10)
	if r.Status != data.Active {
		detail += " · " + e.Text.Status("volunteer", string(r.Status))
	}
	return widgets.Option{ID: Key(r.ID), Text: r.FullName(), Detail: detail}
}

// EventField is a field that searches the events that take place, the latest first.
func (e Env) EventField() *widgets.SearchSelect {
	s := e.searching(e.EventSearch(data.EventFilter{Statuses: []data.EventStatus{data.Idea, data.Planned, data.Confirmed, data.Held}}))
	s.PlaceHolder, s.Optional = e.T("page.event_hint"), true
	return s
}

// EventSearch finds the first events of a filter, the latest first; it runs off the UI goroutine.
func (e Env) EventSearch(f data.EventFilter) func(ctx context.Context, query string) ([]widgets.Option, error) {
	return func(ctx context.Context, query string) ([]widgets.Option, error) {
		asked := f
		asked.Listing = data.Listing{Search: query, Order: data.OrderByDay, Desc: true, Limit: pickable}
		ids, err := e.Store.Events(ctx, asked)
		if err != nil {
			return nil, err
		}
		return e.eventOptions(ctx, ids)
	}
}

func (e Env) eventOptions(ctx context.Context, ids []int64) ([]widgets.Option, error) {
	rows, err := e.Store.EventRows(ctx, ids)
	out := make([]widgets.Option, len(rows))
	for i, r := range rows {
		out[i] = e.EventOption(r.ID, r.Title, r.Start.Date())
	}
	return out, err
}

// EventNamed offers the event of a key, the zero Option where there is none; it runs off the UI goroutine.
func (e Env) EventNamed(ctx context.Context, key string) (o widgets.Option, err error) {
	found, err := e.eventOptions(ctx, []int64{ID(key)})
	if len(found) > 0 {
		o = found[0]
	}
	return o, err
}

// VolunteerNamed offers the volunteer of a key, the zero Option where there is none; it runs off the UI goroutine.
func (e Env) VolunteerNamed(ctx context.Context, key string) (o widgets.Option, err error) {
	rows, err := e.Store.VolunteerRows(ctx, []int64{ID(key)})
	if len(rows) > 0 {
		o = e.VolunteerOption(rows[0])
	}
	return o, err
}

// About says of which record a dialog is, as one of the functions that name records does.
func About(named func(ctx context.Context, key string) (widgets.Option, error), id int64) func(context.Context) (string, error) {
	return func(ctx context.Context) (string, error) {
		o, err := named(ctx, Key(id))
		if o.ID == "" { // is gone
			return "", err
		}
		return o.Text + " · " + o.Detail, err
	}
}

// EventOption offers an event in a field with a list.
func (e Env) EventOption(id int64, title data.Names, day data.Date) widgets.Option {
	return widgets.Option{ID: Key(id), Text: title.In(e.Lang()), Detail: e.Text.Date(day.Time())}
}

// searching is a field that asks a source for what is typed.
func (e Env) searching(find func(ctx context.Context, query string) ([]widgets.Option, error)) *widgets.SearchSelect {
	s := e.Select()
	s.Search, s.Run = e.Source(find)
	return s
}

// Source is what fields and menus ask for what is typed, and how it is run. A search that was overtaken or failed finds
// nothing.
func (e Env) Source(
	find func(ctx context.Context, query string) ([]widgets.Option, error),
) (search func(ctx context.Context, query string) []widgets.Option, run widgets.Runner) {
	search = func(ctx context.Context, query string) []widgets.Option {
		found, err := find(ctx, query)
		if err != nil && ctx.Err() == nil {
			slog.Error("searching for a field", "error", err)
		}
		return found
	}
	return search, func(work func()) {
		e.Run.Go(func(context.Context) error {
			work()
			return nil
		}, func(error) {})
	}
}
