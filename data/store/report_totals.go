package store

import (
	"context"

	"saya/data"
)

// ReportTotals are the figures of a period. Events with residents are told apart, because whether they may be
// counted is decided by whoever reports.
type ReportTotals struct {
	Volunteers int `db:"volunteers"` // active or on leave on the last day
	New        int `db:"new"`        // accepted in the period
	Corporate  int `db:"corporate"`  // of the volunteers
	Groups     int
	Projects   int

	Open      EventTotals // events without residents
	Residents EventTotals // events with residents

	Minutes         int `db:"minutes"`          // approved, without those at events with residents
	ResidentMinutes int `db:"resident_minutes"` // approved at events with residents
	Active          int `db:"active"`           // volunteers with approved minutes not at events with residents
	AllActive       int `db:"all_active"`       // volunteers with any approved minutes
}

// EventTotals counts held events.
type EventTotals struct {
	Actions       int // not part of a project
	ProjectEvents int
	Trainings     int // of both
	Covered       int // public participants, where recorded
	NotRecorded   int // events without a figure
}

// Totals reads the figures of a period.
func (v *ReportView) Totals(ctx context.Context, p data.Period) (ReportTotals, error) {
	var t ReportTotals
	steps := []func(context.Context, data.Period, *ReportTotals) error{v.countPeople, v.countWork, v.countEvents}
	for _, step := range steps {
		if err := step(ctx, p, &t); err != nil {
			return t, reading("the totals", err)
		}
	}
	return t, nil
}

// member is the condition that a volunteer is active or on leave on a day, which it takes twice.
const member = "accepted <= ? AND (status <> 'left' OR left_on > ?)"

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

func (v *ReportView) countWork(ctx context.Context, p data.Period, t *ReportTotals) error {
	return v.people.GetContext(ctx, t, `SELECT
			coalesce(sum(h.minutes) FILTER (WHERE coalesce(e.residents, 0) = 0), 0) AS minutes,
			coalesce(sum(h.minutes) FILTER (WHERE e.residents = 1), 0) AS resident_minutes,
			count(DISTINCT h.volunteer_id) FILTER (WHERE coalesce(e.residents, 0) = 0) AS active,
			count(DISTINCT h.volunteer_id) AS all_active
		FROM hours h LEFT JOIN events e ON e.id = h.event_id
		WHERE h.status = 'approved' AND h.day BETWEEN ? AND ?`, p.From, p.To)
}

func (v *ReportView) countEvents(ctx context.Context, p data.Period, t *ReportTotals) error {
	from, before := wholeDays(p)
	rows, err := v.people.QueryxContext(ctx, `SELECT residents, project_id IS NULL, count(*),
			count(*) FILTER (WHERE type = 'training'), coalesce(sum(public_count), 0), count(*) FILTER (WHERE public_count IS NULL)
		FROM events WHERE status = 'held' AND start_at >= ? AND start_at < ? GROUP BY 1, 2`, from, before)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var residents, action bool
		var n, trainings, covered, unknown int
		if err := rows.Scan(&residents, &action, &n, &trainings, &covered, &unknown); err != nil {
			return err
		}
		into := &t.Open
		if residents {
			into = &t.Residents
		}
		if action {
			into.Actions = n
		} else {
			into.ProjectEvents = n
		}
		into.Trainings += trainings
		into.Covered += covered
		into.NotRecorded += unknown
	}
	return rows.Err()
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
