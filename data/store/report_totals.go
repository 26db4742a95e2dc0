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

	// held events without residents
	Actions       int `db:"actions"` // not part of a project
	ProjectEvents int `db:"project_events"`
	Trainings     int `db:"trainings"`    // of both
	Covered       int `db:"covered"`      // public participants, where recorded
	NotRecorded   int `db:"not_recorded"` // events without a figure

	ResidentEvents int `db:"resident_events"` // held events with residents

	Minutes         int `db:"minutes"`          // approved, without those at events with residents
	ResidentMinutes int `db:"resident_minutes"` // approved at events with residents
	Active          int `db:"active"`           // volunteers with approved minutes not at events with residents
	AllActive       int `db:"all_active"`       // volunteers with any approved minutes
}

// workOf is a table of the approved hours of a period. Hours at an event with residents go with the event, to the day
// on which it began: whatever is decided for the events of a month then holds for all of their hours and for no others.
// It takes the days and the moments of the period.
const workOf = `work AS (
		SELECT h.volunteer_id, h.event_id, h.day, h.minutes, 0 AS residents
		FROM hours h LEFT JOIN events e ON e.id = h.event_id
		WHERE h.status = 'approved' AND h.day BETWEEN ? AND ? AND coalesce(e.residents, 0) = 0
		UNION ALL
		SELECT h.volunteer_id, h.event_id, substr(e.start_at, 1, 10), h.minutes, 1
		FROM events e JOIN hours h ON h.event_id = e.id
		WHERE e.residents = 1 AND e.status = 'held' AND e.start_at >= ? AND e.start_at < ? AND h.status = 'approved')`

func workArgs(p data.Period) []any {
	from, before := wholeDays(p)
	return []any{p.From, p.To, from, before}
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
	return v.people.GetContext(ctx, t, "WITH "+workOf+` SELECT
			coalesce(sum(minutes) FILTER (WHERE residents = 0), 0) AS minutes,
			coalesce(sum(minutes) FILTER (WHERE residents = 1), 0) AS resident_minutes,
			count(DISTINCT volunteer_id) FILTER (WHERE residents = 0) AS active,
			count(DISTINCT volunteer_id) AS all_active
		FROM work`, workArgs(p)...)
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
