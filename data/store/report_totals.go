package store

import (
	"context"

	"saya/data"
)

// ReportTotals are the figures of a period but for the hours. Events with residents are told apart, because whether
// they may be counted is decided by whoever reports.
type ReportTotals struct {
	Volunteers int `db:"volunteers"` // active or on leave on the last day
	New        int `db:"new"`        // accepted in the period
	Corporate  int `db:"corporate"`  // of the volunteers
	Groups     int
	Projects   int

	// held events without residents
	Actions       int `db:"actions"` // not part of a project
	ProjectEvents int `db:"project_events"`
	Trainings     int `db:"trainings"`    // of both
	Covered       int `db:"covered"`      // public participants, where recorded
	NotRecorded   int `db:"not_recorded"` // events without a figure

	ResidentEvents int `db:"resident_events"` // held events with residents
}

// Totals reads the figures of a period.
func (v *ReportView) Totals(ctx context.Context, p data.Period) (ReportTotals, error) {
	var t ReportTotals
	steps := []func(context.Context, data.Period, *ReportTotals) error{v.countPeople, v.countEvents}
	for _, step := range steps {
		if err := step(ctx, p, &t); err != nil {
			return t, reading("the totals", err)
		}
	}
	return t, nil
}

func (v *ReportView) countPeople(ctx context.Context, p data.Period, t *ReportTotals) error {
	err := v.people.GetContext(ctx, t, `SELECT
			count(*) FILTER (WHERE `+member+`) AS volunteers,
			count(*) FILTER (WHERE form = '2-1' AND `+member+`) AS corporate,
			count(*) FILTER (WHERE accepted BETWEEN ? AND ?) AS new
		FROM volunteers`, p.To, p.To, p.To, p.To, p.From, p.To)
	if err != nil {
		return err
	}
	err = v.people.GetContext(ctx, &t.Groups,
		"SELECT count(*) FROM groups WHERE formed_on <= ? AND (ended_on = '' OR ended_on >= ?)", p.To, p.To)
	if err != nil {
		return err
	}
	return v.people.GetContext(ctx, &t.Projects,
		"SELECT count(*) FROM projects WHERE from_on <= ? AND (to_on = '' OR to_on >= ?)", p.To, p.From)
}

func (v *ReportView) countEvents(ctx context.Context, p data.Period, t *ReportTotals) error {
	from, before := wholeDays(p)
	return v.people.GetContext(ctx, t, `SELECT
			count(*) FILTER (WHERE residents = 0 AND project_id IS NULL) AS actions,
			count(*) FILTER (WHERE residents = 0 AND project_id IS NOT NULL) AS project_events,
			count(*) FILTER (WHERE residents = 0 AND type = 'training') AS trainings,
			coalesce(sum(public_count) FILTER (WHERE residents = 0), 0) AS covered,
			count(*) FILTER (WHERE residents = 0 AND public_count IS NULL) AS not_recorded,
			count(*) FILTER (WHERE residents = 1) AS resident_events
		FROM events WHERE status = 'held' AND start_at >= ? AND start_at < ?`, from, before)
}

// ContributionTotals are the contributions of one kind that were received in a period.
type ContributionTotals struct {
	Kind  data.ContributionKind `db:"kind"`
	N     int                   `db:"n"`
	Value int64                 `db:"value"` // tiyn
	Reach int                   `db:"reach"` // people, where recorded
}

// Contributions reads the contributions received in a period by kind; a kind that nobody gave is missing.
func (v *ReportView) Contributions(ctx context.Context, p data.Period) ([]ContributionTotals, error) {
	var out []ContributionTotals
	err := v.people.SelectContext(ctx, &out, `SELECT kind, count(*) AS n, sum(value) AS value, coalesce(sum(reach), 0) AS reach
		FROM contributions WHERE day BETWEEN ? AND ? GROUP BY kind`, p.From, p.To)
	return out, reading("contributions", err)
}
