package app

import (
	"context"

	"saya/app/page"
	"saya/app/shell"
	"saya/data"
	"saya/data/store"
)

// furnish adds to sections what the window around them offers of them: the number beside the entry, what can be made
// from anywhere, and the search of the palette.
func furnish(sections []shell.Section) []shell.Section {
	counts, makes, finds := counts(), makes(), finds()
	for i := range sections {
		s := &sections[i]
		s.Count, s.Find = counts[s.ID], finds[s.ID]
		if right, ok := makes[s.ID]; ok {
			s.Commands = append(s.Commands, shell.Command{Title: "shell.make." + s.ID, Right: right, Makes: true, Do: page.Page.New})
		}
	}
	return sections
}

func counts() map[string]func(store.Standing) int {
	return map[string]func(store.Standing) int{
		"volunteers":   func(s store.Standing) int { return s.Volunteers },
		"applications": func(s store.Standing) int { return s.Applications },
		"events":       func(s store.Standing) int { return s.Events },
		"hours":        func(s store.Standing) int { return s.Hours },
	}
}

// makes are the sections that make records, and the right that it takes.
func makes() map[string]data.Right {
	return map[string]data.Right{
		"volunteers": data.KeepVolunteers, "applications": data.KeepVolunteers, "groups": data.KeepVolunteers,
		"events": data.KeepEvents, "venues": data.KeepEvents, "projects": data.KeepEvents,
		"hours": data.KeepHours, "contributions": data.KeepContributions,
	}
}

// finding looks for records of one kind.
type finding = func(ctx context.Context, env page.Env, typed string, limit int) ([]shell.Found, error)

// finds are the searches by section. Hours are found by whose they are.
func finds() map[string]finding {
	return map[string]finding{
		"volunteers":    findVolunteers,
		"applications":  findApplications,
		"groups":        findGroups,
		"events":        findEvents,
		"venues":        findVenues,
		"projects":      findProjects,
		"contributions": findContributions,
	}
}

// found turns the rows of some ids into what the palette shows.
func found[R any](
	ctx context.Context, ids []int64, err error, rows func(context.Context, []int64) ([]R, error), say func(R) shell.Found,
) ([]shell.Found, error) {
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	all, err := rows(ctx, ids)
	out := make([]shell.Found, len(all))
	for i, r := range all {
		out[i] = say(r)
	}
	return out, err
}

func findVolunteers(ctx context.Context, env page.Env, typed string, limit int) ([]shell.Found, error) {
	ids, err := env.Store.Volunteers(ctx, data.VolunteerFilter{Listing: listing(env, typed, limit)})
	return found(ctx, ids, err, env.Store.VolunteerRows, func(r data.VolunteerRow) shell.Found {
		number := env.T("common.number_sign") + " " + env.Text.Int(r.Number)
		return shell.Found{ID: r.ID, Text: r.FullName(), Detail: number + " · " + env.Text.Status("volunteer", string(r.Status))}
	})
}

func findApplications(ctx context.Context, env page.Env, typed string, limit int) ([]shell.Found, error) {
	ids, err := env.Store.Applications(ctx, data.ApplicationFilter{Listing: latest(env, typed, limit)})
	return found(ctx, ids, err, env.Store.ApplicationRows, func(r data.ApplicationRow) shell.Found {
		return shell.Found{ID: r.ID, Text: r.FullName(), Detail: env.Text.Date(r.ReceivedOn.Time()) + " · " + env.Text.Status("application", string(r.Status))}
	})
}

func findGroups(ctx context.Context, env page.Env, typed string, limit int) ([]shell.Found, error) {
	ids, err := env.Store.Groups(ctx, data.GroupFilter{Listing: listing(env, typed, limit)})
	return found(ctx, ids, err, env.Store.GroupRows, func(r data.GroupRow) shell.Found {
		return shell.Found{ID: r.ID, Text: r.Name, Detail: env.T("common.volunteers", "Count", r.Members)}
	})
}

func findEvents(ctx context.Context, env page.Env, typed string, limit int) ([]shell.Found, error) {
	ids, err := env.Store.Events(ctx, data.EventFilter{Listing: latest(env, typed, limit)})
	return found(ctx, ids, err, env.Store.EventRows, func(r data.EventRow) shell.Found {
		return shell.Found{ID: r.ID, Text: r.Title.In(env.Lang()), Detail: env.Text.Date(r.Start.Time()) + " · " + env.Text.Status("event", string(r.Status))}
	})
}

func findVenues(ctx context.Context, env page.Env, typed string, limit int) ([]shell.Found, error) {
	ids, err := env.Store.Venues(ctx, data.VenueFilter{Listing: listing(env, typed, limit), Retired: true})
	return found(ctx, ids, err, env.Store.VenueRows, func(r data.VenueRow) shell.Found {
		detail := ""
		if r.Closed {
			detail = env.T("common.closed_venue")
		}
		return shell.Found{ID: r.ID, Text: r.Name.In(env.Lang()), Detail: detail}
	})
}

func findProjects(ctx context.Context, env page.Env, typed string, limit int) ([]shell.Found, error) {
	ids, err := env.Store.Projects(ctx, data.ProjectFilter{Listing: listing(env, typed, limit)})
	return found(ctx, ids, err, env.Store.ProjectRows, func(r data.ProjectRow) shell.Found {
		return shell.Found{ID: r.ID, Text: r.Name.In(env.Lang())}
	})
}

// findContributions names givers as their list does.
func findContributions(ctx context.Context, env page.Env, typed string, limit int) ([]shell.Found, error) {
	ids, err := env.Store.Contributions(ctx, data.ContributionFilter{Listing: latest(env, typed, limit)})
	return found(ctx, ids, err, env.Store.ContributionRows, func(r data.ContributionRow) shell.Found {
		text, detail := r.What, env.Text.Status("contribution", string(r.Kind))
		if text == "" {
			text = detail
		}
		if r.GiverKind != data.GivenAnonymously && r.Giver != "" {
			text, detail = r.Giver, text
		}
		if day := r.Dated(); day != "" {
			detail = env.Text.Date(day.Time()) + " · " + detail
		}
		return shell.Found{ID: r.ID, Text: text, Detail: detail}
	})
}

// listing asks for few records by name.
func listing(env page.Env, typed string, limit int) data.Listing {
	return data.Listing{Search: typed, Lang: env.Lang(), Limit: limit}
}

// latest asks for few records, the newest first.
func latest(env page.Env, typed string, limit int) data.Listing {
	l := listing(env, typed, limit)
	l.Order, l.Desc = data.OrderByDay, true
	return l
}
