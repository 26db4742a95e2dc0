package store

import (
	"context"

	"saya/data"
)

// ReportEvent is an event without residents. The name and address of a closed venue are not read.
type ReportEvent struct {
	ID                int64          `db:"id"`
	Title             data.Names     `db:"title"`
	Type              data.EventType `db:"type"`
	Start             data.Local     `db:"start_at"`
	End               data.Local     `db:"end_at"`
	VenueName         data.Names     `db:"venue_name"`
	VenueAddress      string         `db:"venue_address"`
	VenueClosed       bool           `db:"venue_closed"`
	ProjectID         int64          `db:"project_id"` // 0 = an action
	CoordinatorNumber int64          `db:"coordinator_number"`
	CoordinatorNaming data.Naming    `db:"coordinator_naming"`
	LawKind           string         `db:"law_kind"`
	Direction         string         `db:"direction"`
	Public            data.Count     `db:"public_count"`
	Description       string         `db:"description"`
	Requirements      string         `db:"requirements"`
	Result            string         `db:"result"`
	Link              string         `db:"link"`
	Wanted            int            `db:"wanted"` // volunteers needed, of a plan only
}

const reportEvent = `e.id, e.title, e.type, e.start_at, e.end_at,
	CASE WHEN p.closed = 0 THEN p.name ELSE '{}' END AS venue_name,
	CASE WHEN p.closed = 0 THEN p.address ELSE '' END AS venue_address, coalesce(p.closed, 0) AS venue_closed,
	coalesce(e.project_id, 0) AS project_id, coalesce(c.number, 0) AS coordinator_number,
	coalesce(c.naming, '') AS coordinator_naming, e.law_kind, e.direction, e.public_count, e.description, e.requirements,
	e.result, e.link`

const fromReportEvents = `FROM events e LEFT JOIN venues p ON p.id = e.venue_id LEFT JOIN volunteers c ON c.id = e.coordinator_id`

// Events reads the held events without residents that started in a period, by start.
func (v *ReportView) Events(ctx context.Context, p data.Period) ([]ReportEvent, error) {
	from, before := wholeDays(p)
	var out []ReportEvent
	err := v.people.SelectContext(ctx, &out, "SELECT "+reportEvent+" "+fromReportEvents+`
		WHERE e.status = 'held' AND e.residents = 0 AND e.start_at >= ? AND e.start_at < ? ORDER BY e.start_at, e.id`,
		from, before)
	return out, reading("events", err)
}

// PlannedEvents reads the events without residents that are planned for a period, or were, by start.
func (v *ReportView) PlannedEvents(ctx context.Context, p data.Period) ([]ReportEvent, error) {
	from, before := wholeDays(p)
	var out []ReportEvent
	err := v.people.SelectContext(ctx, &out, `SELECT `+reportEvent+`,
			coalesce((SELECT sum(wanted) FROM needs WHERE event_id = e.id), 0) AS wanted
		`+fromReportEvents+` WHERE e.status IN ('planned', 'confirmed', 'held') AND e.residents = 0
			AND e.start_at >= ? AND e.start_at < ? ORDER BY e.start_at, e.id`, from, before)
	return out, reading("the plan", err)
}

// ReportProject is a project with its events.
type ReportProject struct {
	data.Project
	Mixed bool `db:"mixed"` // some event of it, of any status, has residents
	Held  int  `db:"held"`  // events without residents up to the last day of the period
}

// Projects reads the projects whose term overlaps a period, by their first day.
func (v *ReportView) Projects(ctx context.Context, p data.Period) ([]ReportProject, error) {
	_, before := wholeDays(p)
	var out []ReportProject
	err := v.people.SelectContext(ctx, &out, `WITH own AS (
			SELECT project_id, max(residents) AS mixed,
				count(*) FILTER (WHERE residents = 0 AND status = 'held' AND start_at < ?) AS held
			FROM events WHERE project_id IS NOT NULL GROUP BY project_id)
		SELECT p.id, p.version, p.name, p.aim, p.from_on, p.to_on, p.planned, p.expected, p.actual, p.partners, p.direction,
			p.law_kind, coalesce(o.mixed, 0) AS mixed, coalesce(o.held, 0) AS held
		FROM projects p LEFT JOIN own o ON o.project_id = p.id
		WHERE p.from_on <= ? AND (p.to_on = '' OR p.to_on >= ?) ORDER BY p.from_on, p.id`, before, p.To, p.From)
	return out, reading("projects", err)
}

// EventMark is what hours are told apart by.
type EventMark struct {
	ID        int64  `db:"id"`
	Direction string `db:"direction"`
	ProjectID int64  `db:"project_id"` // 0 = an action
	Held      bool   `db:"held"`
}

// EventMarks reads the marks of all events without residents: hours of a period can be of an event of any day.
func (v *ReportView) EventMarks(ctx context.Context) ([]EventMark, error) {
	var out []EventMark
	err := v.people.SelectContext(ctx, &out,
		"SELECT id, direction, coalesce(project_id, 0) AS project_id, status = 'held' AS held FROM events WHERE residents = 0")
	return out, reading("events", err)
}

// ResidentEvents counts the held events with residents by month, for whole years, so that it can be decided which
// totals may hold them.
func (v *ReportView) ResidentEvents(ctx context.Context, years data.Period) (data.ResidentEvents, error) {
	from, before := wholeDays(years)
	var rows []struct {
		Month  data.Month `db:"month"`
		Events int        `db:"events"`
	}
	err := v.people.SelectContext(ctx, &rows, `SELECT substr(start_at, 1, 7) AS month, count(*) AS events FROM events
		WHERE residents = 1 AND status = 'held' AND start_at >= ? AND start_at < ? GROUP BY 1`, from, before)
	out := data.ResidentEvents{}
	for _, r := range rows {
		out[r.Month] = r.Events
	}
	return out, reading("what may leave", err)
}
