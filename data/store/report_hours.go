package store

import (
	"context"

	"saya/data"
)

// DirectionHours are the approved minutes of a month in one direction, without those at events with residents.
type DirectionHours struct {
	Month     data.Month `db:"month"`
	Direction string     `db:"direction"` // of the event; outside events the volunteer's main one
	Minutes   int        `db:"minutes"`
}

// directionOfWork is the direction of an hours entry h at event e of volunteer v.
const directionOfWork = "CASE WHEN h.event_id IS NULL THEN coalesce(json_extract(v.directions, '$[0]'), '') ELSE e.direction END"

// openWork are the approved hours dated in a period, without those at events with residents.
const openWork = `FROM hours h LEFT JOIN events e ON e.id = h.event_id JOIN volunteers v ON v.id = h.volunteer_id
	WHERE h.status = 'approved' AND h.day BETWEEN ? AND ? AND coalesce(e.residents, 0) = 0`

// HoursByDirection reads the approved minutes of a period by month and direction.
func (v *ReportView) HoursByDirection(ctx context.Context, p data.Period) ([]DirectionHours, error) {
	var out []DirectionHours
	err := v.people.SelectContext(ctx, &out, `SELECT substr(h.day, 1, 7) AS month, `+directionOfWork+` AS direction,
			sum(h.minutes) AS minutes `+openWork+` GROUP BY 1, 2 ORDER BY 1, 2`, p.From, p.To)
	return out, reading("hours by direction", err)
}

// VolunteerDirection are one volunteer's approved minutes in one direction, without those at events with residents.
type VolunteerDirection struct {
	VolunteerID int64  `db:"volunteer_id"`
	Direction   string `db:"direction"`
	Minutes     int    `db:"minutes"`
}

// HoursByVolunteerAndDirection reads the approved minutes of a period by volunteer and direction.
func (v *ReportView) HoursByVolunteerAndDirection(ctx context.Context, p data.Period) ([]VolunteerDirection, error) {
	var out []VolunteerDirection
	err := v.people.SelectContext(ctx, &out, `SELECT h.volunteer_id, `+directionOfWork+` AS direction,
			sum(h.minutes) AS minutes `+openWork+` GROUP BY 1, 2`, p.From, p.To)
	return out, reading("hours by volunteer", err)
}

// VolunteerMonth are one volunteer's approved minutes of one month.
type VolunteerMonth struct {
	VolunteerID     int64      `db:"volunteer_id"`
	Month           data.Month `db:"month"`
	Minutes         int        `db:"minutes"`          // not at events with residents
	ResidentMinutes int        `db:"resident_minutes"` // at events with residents
}

// HoursByVolunteerAndMonth reads the approved minutes of a period by volunteer and month.
func (v *ReportView) HoursByVolunteerAndMonth(ctx context.Context, p data.Period) ([]VolunteerMonth, error) {
	var out []VolunteerMonth
	err := v.people.SelectContext(ctx, &out, "WITH "+workOf+` SELECT volunteer_id, substr(day, 1, 7) AS month,
			coalesce(sum(minutes) FILTER (WHERE residents = 0), 0) AS minutes,
			coalesce(sum(minutes) FILTER (WHERE residents = 1), 0) AS resident_minutes
		FROM work GROUP BY 1, 2`, workArgs(p)...)
	return out, reading("hours by volunteer", err)
}
