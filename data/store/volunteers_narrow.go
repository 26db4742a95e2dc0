package store

import (
	"context"
	"maps"
	"slices"

	"saya/data"
)

// narrowVolunteers adds the conditions of a filter that look at more than one column.
func narrowVolunteers(b *query, f data.VolunteerFilter) {
	if f.Language != "" {
		b.and("languages LIKE ?", `%"code":"`+f.Language+`"%`)
	}
	if f.Region != "" {
		b.and("region = ?", f.Region)
	}
	if f.District != "" {
		b.and("district = ?", f.District)
	}
	if f.Incomplete {
		b.and(`(birth = '' OR phones = '[]' OR directions = '[]' OR consent_on = '' OR confidential_on = '' OR ethics_on = '')`)
	}
	if f.IdleSince != "" {
		b.and(`accepted < ?
			AND NOT EXISTS (SELECT 1 FROM assignments a JOIN needs n ON n.id = a.need_id JOIN events e ON e.id = n.event_id
				WHERE a.volunteer_id = volunteers.id AND e.start_at >= ?)
			AND NOT EXISTS (SELECT 1 FROM events e WHERE e.coordinator_id = volunteers.id AND e.start_at >= ?)
			AND NOT EXISTS (SELECT 1 FROM hours h WHERE h.volunteer_id = volunteers.id AND h.day >= ?)`,
			f.IdleSince, f.IdleSince, f.IdleSince, f.IdleSince)
	}
}

// endless stands for the end of a proof that has none.
const endless = "9999-12-31"

// papersDue returns what narrows a query to those whose papers are due, nothing when the filter does not ask for it.
// The requirements are in another file than the proofs.
func (s *Store) papersDue(ctx context.Context, f data.VolunteerFilter) (func(*query), error) {
	if !f.PapersDue {
		return func(*query) {}, nil
	}
	c, err := s.catalogues(ctx)
	if err != nil {
		return nil, err
	}
	soon := s.Today().AddDays(data.EndingDays)
	return func(b *query) {
		due := query{conds: []string{"0"}}
		for _, r := range c.requirements {
			if r.Retired {
				continue
			}
			without := endless
			if r.Blocks {
				without = ""
			}
			codes := slices.Sorted(maps.Keys(data.Covering(r.Code, c.requirements)))
			args := []any{endless}
			for _, code := range codes {
				args = append(args, code)
			}
			due.conds = append(due.conds, `coalesce((SELECT max(CASE until WHEN '' THEN ? ELSE until END) FROM clearances k
				WHERE k.volunteer_id = volunteers.id AND k.requirement IN (`+marks(len(codes))+`)), ?) <= ?`)
			due.args = append(due.args, append(args, without, soon)...)
		}
		b.and("("+or(due.conds)+")", due.args...)
	}, nil
}
