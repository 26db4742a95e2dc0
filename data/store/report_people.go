package store

import (
	"context"

	"saya/data"
)

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

// member is the condition that a volunteer is active or on leave on a day, which it takes twice.
const member = "accepted <= ? AND (status <> 'left' OR left_on > ?)"

const reportVolunteer = `SELECT id, number, birth, sex, form, coalesce(json_extract(directions, '$[0]'), '') AS direction,
	naming, awards, ` + member + ` AS member, accepted BETWEEN ? AND ? AS new`

// Volunteers reads all who are or were volunteers, by number.
func (v *ReportView) Volunteers(ctx context.Context, p data.Period) ([]ReportVolunteer, error) {
	var out []ReportVolunteer
	err := v.people.SelectContext(ctx, &out, reportVolunteer+` FROM volunteers ORDER BY number`, p.To, p.To, p.From, p.To)
	return out, reading("volunteers", err)
}

// People reads, by number, those who chose to be named; whether they may be is decided by whoever reports.
func (v *ReportView) People(ctx context.Context, p data.Period) ([]ReportPerson, error) {
	var out []ReportPerson
	err := v.people.SelectContext(ctx, &out, reportVolunteer+`, surname, given, patronymic, phones, iin,
		consent_on, consent_until, consent_third FROM volunteers WHERE naming = 'name' ORDER BY number`,
		p.To, p.To, p.From, p.To)
	return out, reading("people", err)
}
