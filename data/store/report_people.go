package store

import (
	"context"

	"saya/data"
)

// Work is what one volunteer did in a period. Only approved hours count.
type Work struct {
	Minutes         int `db:"minutes"`          // not at events with residents
	ResidentMinutes int `db:"resident_minutes"` // at events with residents
	Events          int `db:"events"`           // held, without residents
}

// ReportVolunteer is a volunteer without anything that tells who she is.
type ReportVolunteer struct {
	ID        int64       `db:"id"`
	Number    int64       `db:"number"`
	Birth     data.Date   `db:"birth"`
	Sex       data.Sex    `db:"sex"`
	Form      string      `db:"form"`
	Direction string      `db:"direction"` // her main one
	Naming    data.Naming `db:"naming"`
	Awards    string      `db:"awards"`
	Member    bool        `db:"member"` // active or on leave on the last day
	New       bool        `db:"new"`    // accepted in the period
	Work
}

// ReportPerson is a volunteer with what the named list shows of her.
type ReportPerson struct {
	ReportVolunteer
	Surname      string    `db:"surname"`
	Given        string    `db:"given"`
	Patronymic   string    `db:"patronymic"`
	Phones       data.List `db:"phones"`
	IIN          string    `db:"iin"`
	ConsentOn    data.Date `db:"consent_on"`
	ConsentUntil data.Date `db:"consent_until"`
	ConsentThird bool      `db:"consent_third"`
}

const reportVolunteer = "WITH " + workOf + `, own AS (
		SELECT w.volunteer_id,
			coalesce(sum(w.minutes) FILTER (WHERE w.residents = 0), 0) AS minutes,
			coalesce(sum(w.minutes) FILTER (WHERE w.residents = 1), 0) AS resident_minutes,
			count(DISTINCT w.event_id) FILTER (WHERE w.residents = 0 AND e.status = 'held') AS events
		FROM work w LEFT JOIN events e ON e.id = w.event_id GROUP BY w.volunteer_id)
	SELECT v.id, v.number, v.birth, v.sex, v.form, coalesce(json_extract(v.directions, '$[0]'), '') AS direction,
		v.naming, v.awards, ` + member + ` AS member, v.accepted BETWEEN ? AND ? AS new,
		coalesce(w.minutes, 0) AS minutes, coalesce(w.resident_minutes, 0) AS resident_minutes, coalesce(w.events, 0) AS events`

const fromVolunteers = `
	FROM volunteers v LEFT JOIN own w ON w.volunteer_id = v.id`

// Volunteers reads, by number, those who were volunteers on the last day of a period, became one in it or worked in it.
func (v *ReportView) Volunteers(ctx context.Context, p data.Period) ([]ReportVolunteer, error) {
	var out []ReportVolunteer
	err := v.people.SelectContext(ctx, &out,
		"SELECT * FROM ("+reportVolunteer+fromVolunteers+") WHERE member OR new OR minutes > 0 OR resident_minutes > 0 ORDER BY number",
		append(workArgs(p), p.To, p.To, p.From, p.To)...)
	return out, reading("volunteers", err)
}

// People reads, by number, those who chose to be named; whether they may be is decided by whoever reports.
func (v *ReportView) People(ctx context.Context, p data.Period) ([]ReportPerson, error) {
	var out []ReportPerson
	err := v.people.SelectContext(ctx, &out, reportVolunteer+`,
			v.surname, v.given, v.patronymic, v.phones, v.iin, v.consent_on, v.consent_until, v.consent_third`+fromVolunteers+`
		WHERE v.naming = 'name' ORDER BY v.number`,
		append(workArgs(p), p.To, p.To, p.From, p.To)...)
	return out, reading("people", err)
}
