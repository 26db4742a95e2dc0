package person

import (
	"context"
	"slices"

	"saya/app/page"
	"saya/data"
)

// Same is a volunteer who may be a person, and what says so.
type Same struct {
	Volunteer data.VolunteerRow
	Rule      data.DuplicateRule
}

// Why says in words what two persons have in common.
func (s Same) Why(env page.Env) string { return env.T("person.same." + string(s.Rule)) }

// Duplicates finds volunteers who may be a person, the surest first; id is left out. It runs off the UI goroutine.
func Duplicates(ctx context.Context, env page.Env, id int64, p data.Person) ([]Same, error) {
	found, err := env.Store.Duplicates(ctx, id, 0, p)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(found))
	for i, d := range found {
		ids[i] = d.ID
	}
	rows, err := env.Store.VolunteerRows(ctx, ids)
	out := make([]Same, len(rows))
	for i, r := range rows {
		out[i] = Same{r, found[slices.Index(ids, r.ID)].Rule}
	}
	return out, err
}
