package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Problem is something wrong in an open centre. It names the kind of record and its id, no values.
type Problem struct {
	Key   string // text: "store.problem_rule" ...
	Wall  Wall   // of the file, if one is meant
	Table Table  // empty for a whole file
	Row   int64  // id, 0 for a whole table
	Field string // the field's name, if one is meant
}

// Check looks for damage of the files and of the audit, for references to nothing and for records that break the rules
// of today, as far as the account opens the files.
func (s *Store) Check(ctx context.Context) ([]Problem, error) {
	var out []Problem
	for _, f := range s.open() {
		found, err := read(ctx, f, func(q *sqlx.Tx) ([]Problem, error) { return checkFile(ctx, q) })
		if err != nil {
			return nil, fmt.Errorf("checking %s: %w", f.wall, err)
		}
		out = append(out, found...)
	}
	chains, err := s.auditProblems(ctx)
	if err != nil {
		return nil, err
	}
	if !s.people.held() {
		return append(out, chains...), nil
	}
	broken, err := read(ctx, s.people, func(q *sqlx.Tx) ([]Problem, error) { return s.checkRules(ctx, q) })
	return append(append(out, chains...), broken...), err
}

func checkFile(ctx context.Context, q *sqlx.Tx) ([]Problem, error) {
	var out []Problem
	var lines []string
	if err := q.SelectContext(ctx, &lines, "PRAGMA integrity_check"); err != nil {
		return nil, err
	}
	if len(lines) != 1 || lines[0] != "ok" {
		out = append(out, Problem{Key: "store.problem_damage"})
	}
	var orphans []struct {
		Table  Table  `db:"table"`
		Row    int64  `db:"rowid"`
		Parent string `db:"parent"`
		Key    int    `db:"fkid"`
	}
	if err := q.SelectContext(ctx, &orphans, "PRAGMA foreign_key_check"); err != nil {
		return nil, err
	}
	for _, o := range orphans {
		out = append(out, Problem{Key: "store.problem_reference", Table: o.Table, Row: o.Row})
	}
	return out, nil
}

// checkRules holds every record against the rules and every place at an event with residents against the law.
func (s *Store) checkRules(ctx context.Context, q *sqlx.Tx) ([]Problem, error) {
	today := s.Today()
	var out []Problem
	err := errors.Join(
		checkRows(ctx, q, &out, s.tables.volunteers, func(v data.Volunteer) (int64, error) { return v.ID, v.Validate(today) }),
		checkRows(ctx, q, &out, s.tables.events, func(e data.Event) (int64, error) { return e.ID, e.Validate(today) }),
		checkRows(ctx, q, &out, s.tables.hours, func(h data.Hours) (int64, error) { return h.ID, h.Validate(today) }),
		checkRows(ctx, q, &out, s.tables.contributions, func(c data.Contribution) (int64, error) { return c.ID, c.Validate(today) }),
	)
	if err != nil {
		return nil, err
	}
	var minors []int64
	err = q.SelectContext(ctx, &minors, `SELECT a.id FROM assignments a JOIN needs n ON n.id = a.need_id
		JOIN events e ON e.id = n.event_id JOIN volunteers v ON v.id = a.volunteer_id
		WHERE e.residents = 1 AND a.status IN ('requested', 'confirmed', 'waitlisted')
		AND (v.birth = '' OR date(v.birth, '+18 years') > substr(e.start_at, 1, 10))`)
	for _, id := range minors {
		out = append(out, Problem{Key: "store.problem_minor", Table: Assignments, Row: id})
	}
	return out, err
}

func checkRows[T any](ctx context.Context, q *sqlx.Tx, out *[]Problem, t *table[T], check func(T) (int64, error)) error {
	rows, err := t.where(ctx, q, "1 = 1 ORDER BY id")
	if err != nil {
		return err
	}
	for _, row := range rows {
		id, err := check(row)
		for _, refusal := range data.Refusals(err) {
			*out = append(*out, Problem{Key: "store.problem_rule", Table: t.name, Row: id, Field: refusal.Field})
		}
	}
	return nil
}
