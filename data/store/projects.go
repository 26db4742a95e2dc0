package store

import (
	"context"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Projects lists the ids of a filter in its order.
func (s *Store) Projects(ctx context.Context, f data.ProjectFilter) ([]int64, error) {
	b := &query{from: "projects", limit: f.Limit}
	b.search(f.Search)
	if f.Term.To != "" {
		b.and("from_on <= ?", f.Term.To)
	}
	if f.Term.From != "" {
		b.and("(to_on = '' OR to_on >= ?)", f.Term.From)
	}
	if f.Order == data.OrderByDay {
		b.orderBy(f.Desc, "from_on")
	} else {
		b.orderBy(f.Desc, sortColumn(f.Lang))
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) { return b.ids(ctx, q) })
}

// ProjectRows reads what lists show of projects, in the order of ids.
func (s *Store) ProjectRows(ctx context.Context, ids []int64) ([]data.ProjectRow, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.ProjectRow, error) {
		return chunk(ctx, q, ids, func(r data.ProjectRow) int64 { return r.ID }, "SELECT "+s.tables.projects.list+`,
				(SELECT count(*) FROM events WHERE project_id = projects.id AND status = 'held') AS held
			FROM projects WHERE id IN (%s)`)
	})
}

// Project reads one project.
func (s *Store) Project(ctx context.Context, id int64) (data.Project, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (data.Project, error) { return s.tables.projects.get(ctx, q, id) })
}

// SaveProject saves a project and returns its id.
func (s *Store) SaveProject(ctx context.Context, actor data.Actor, p data.Project) (int64, error) {
	return putAlone(ctx, s, actor, "save_project", s.tables.projects, p)
}
