package store

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// ReportView reads for one report: all it reads is of one moment. It lives as long as the call of [Store.Report].
type ReportView struct {
	people, centre *sqlx.Tx
}

// Report runs fn on one read-only snapshot of the centre.
func (s *Store) Report(ctx context.Context, fn func(*ReportView) error) error {
	return s.people.view(ctx, func(people *sqlx.Tx) error {
		return s.centre.view(ctx, func(centre *sqlx.Tx) error { return fn(&ReportView{people, centre}) })
	})
}

// Report runs fn on the same snapshot: several reports are then of one moment.
func (v *ReportView) Report(_ context.Context, fn func(*ReportView) error) error { return fn(v) }

// Centre is the centre's profile.
func (v *ReportView) Centre(ctx context.Context) (data.Centre, error) {
	var c data.Centre
	err := v.centre.GetContext(ctx, &c, `SELECT version, sample, name, short_name, bin, region, address, phone, email,
		head, head_post, executor, executor_phone, responsible, wait_days, front_office FROM centre`)
	return c, reading("the profile", err)
}

// Directions lists the directions in the order of the catalogue, the retired ones too.
func (v *ReportView) Directions(ctx context.Context) ([]data.Choice, error) {
	return v.choices(ctx, Directions)
}

// Kinds lists the kinds of activity in the order of the law.
func (v *ReportView) Kinds(ctx context.Context) ([]data.Choice, error) { return v.choices(ctx, Kinds) }

func (v *ReportView) choices(ctx context.Context, t Table) ([]data.Choice, error) {
	var out []data.Choice
	err := v.centre.SelectContext(ctx, &out,
		"SELECT code, names, short, adults_only, retired, position FROM "+string(t)+" ORDER BY position, id")
	return out, reading(string(t), err)
}

// LastChange is the moment of the last change of the data, empty when there was none.
func (v *ReportView) LastChange(ctx context.Context) (data.Stamp, error) {
	var last data.Stamp
	for _, q := range []*sqlx.Tx{v.people, v.centre} {
		var at data.Stamp
		if err := q.GetContext(ctx, &at, "SELECT coalesce((SELECT at FROM batches ORDER BY id DESC LIMIT 1), '')"); err != nil {
			return "", reading("the last change", err)
		}
		last = max(last, at)
	}
	return last, nil
}

func reading(what string, err error) error {
	if err != nil {
		return fmt.Errorf("reading %s for a report: %w", what, err)
	}
	return nil
}

// wholeDays are the moments of a closed period: from the first, before the second.
func wholeDays(p data.Period) (from, before data.Local) {
	return data.NewLocal(p.From, 0), data.NewLocal(p.To.AddDays(1), 0)
}
