package store

import (
	"context"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Groups lists the ids of a filter in its order.
func (s *Store) Groups(ctx context.Context, f data.GroupFilter) ([]int64, error) {
	b := groupQuery(f)
	b.orderBy(f.Desc, sortColumn(f.Lang))
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) { return b.ids(ctx, q) })
}

// CountGroups counts the groups of a filter.
func (s *Store) CountGroups(ctx context.Context, f data.GroupFilter) (int, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (int, error) { return groupQuery(f).count(ctx, q) })
}

func groupQuery(f data.GroupFilter) *query {
	b := &query{from: "groups", limit: f.Limit}
	b.search(f.Search)
	if f.On != "" {
		b.and("formed_on <= ? AND (ended_on = '' OR ended_on >= ?)", f.On, f.On)
	}
	return b
}

// GroupRows reads what lists show of groups, in the order of ids.
func (s *Store) GroupRows(ctx context.Context, ids []int64) ([]data.GroupRow, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.GroupRow, error) {
		return chunk(ctx, q, ids, func(r data.GroupRow) int64 { return r.ID }, `
			SELECT g.id, g.version, g.name, g.formed_on, g.ended_on, coalesce(g.leader_id, 0) AS leader_id, g.note,
				trim(coalesce(l.surname || ' ' || l.given, '')) AS leader_name,
				(SELECT count(*) FROM volunteers WHERE group_id = g.id AND status <> 'left') AS members
			FROM groups g LEFT JOIN volunteers l ON l.id = g.leader_id WHERE g.id IN (%s)`)
	})
}

// Group reads one group.
func (s *Store) Group(ctx context.Context, id int64) (data.Group, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (data.Group, error) { return s.tables.groups.get(ctx, q, id) })
}

// SaveGroup saves a group and returns its id.
func (s *Store) SaveGroup(ctx context.Context, actor data.Actor, g data.Group) (int64, error) {
	return putAlone(ctx, s, actor, "save_group", s.tables.groups, g)
}
