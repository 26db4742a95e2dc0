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
	if f.Direction != "" {
		b.and("direction = ?", f.Direction)
	}
	if f.LawKind != "" {
		b.and("law_kind = ?", f.LawKind)
	}
	switch f.Order {
	case data.OrderByDay:
		b.orderBy(f.Desc, "from_on")
	case data.OrderByEvents:
		b.orderBy(f.Desc, heldIn, sortColumn(f.Lang))
	default:
		b.orderBy(f.Desc, nameOrder(f.Lang, "name")...)
	}
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) { return b.ids(ctx, q) })
}

// ProjectRows reads what lists show of projects, in the order of ids.
func (s *Store) ProjectRows(ctx context.Context, ids []int64) ([]data.ProjectRow, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.ProjectRow, error) {
		return chunk(ctx, q, ids, func(r data.ProjectRow) int64 { return r.ID }, "SELECT "+s.tables.projects.list+`,
				(SELECT count(*) FROM events WHERE project_id = projects.id AND status NOT IN ('cancelled', 'moved')) AS events,
				`+heldIn+` AS held
			FROM projects WHERE id IN (%s)`)
	})
}

// heldIn counts the events of a project that took place.
const heldIn = "(SELECT count(*) FROM events WHERE project_id = projects.id AND status = 'held')"

// Project reads one project.
func (s *Store) Project(ctx context.Context, id int64) (data.Project, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (data.Project, error) { return s.tables.projects.get(ctx, q, id) })
}

// SaveProject saves a project and returns its id.
func (s *Store) SaveProject(ctx context.Context, actor data.Actor, p data.Project) (int64, error) {
	return putAlone(ctx, s, actor, "save_project", s.tables.projects, p)
}

// DeleteProject deletes a project without events.
func (s *Store) DeleteProject(ctx context.Context, actor data.Actor, id int64) error {
	return s.inPeople(ctx, actor, "delete_project", func(w *tx) error {
		err := w.unused(ctx, "audit.project_in_use", id, "SELECT EXISTS (SELECT 1 FROM events WHERE project_id = ?1)")
		if err != nil {
			return err
		}
		return s.tables.projects.remove(ctx, w, id)
	})
}
