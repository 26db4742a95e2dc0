package store

import (
	"context"

	"saya/data"
)

// ListedVolunteer is a volunteer as an exported list shows her: by number, unless she may be named.
type ListedVolunteer struct {
	ReportPerson                      // without telephones and IIN; names only of those who chose to be named
	Status       data.VolunteerStatus `db:"status"`
}

// ListedVolunteers reads all volunteers for an exported list.
func (v *ReportView) ListedVolunteers(ctx context.Context) ([]ListedVolunteer, error) {
	var out []ListedVolunteer
	err := v.people.SelectContext(ctx, &out, `SELECT id, number, birth, naming, status,
		coalesce(json_extract(directions, '$[0]'), '') AS direction,
		CASE naming WHEN 'name' THEN surname ELSE '' END AS surname,
		CASE naming WHEN 'name' THEN given ELSE '' END AS given,
		CASE naming WHEN 'name' THEN patronymic ELSE '' END AS patronymic,
		consent_on, consent_until, consent_third FROM volunteers`)
	return out, reading("volunteers", err)
}

// ListedEvent is an event without residents as an exported list shows it.
type ListedEvent struct {
	ReportEvent
	Status data.EventStatus `db:"status"`
}

// ListedEvents reads all events without residents for an exported list, whatever their status.
func (v *ReportView) ListedEvents(ctx context.Context) ([]ListedEvent, error) {
	var out []ListedEvent
	err := v.people.SelectContext(ctx, &out, `SELECT `+reportEvent+`, e.status,
			coalesce((SELECT sum(wanted) FROM needs WHERE event_id = e.id), 0) AS wanted
		`+fromReportEvents+` WHERE e.residents = 0`)
	return out, reading("events", err)
}

// ListedContribution is a contribution as an exported list shows it: without free texts and the event it was for.
type ListedContribution struct {
	ID        int64                 `db:"id"`
	Kind      data.ContributionKind `db:"kind"`
	GiverKind data.GiverKind        `db:"giver_kind"`
	Giver     string                `db:"giver"` // of those who may be named in public
	Pledged   data.Date             `db:"pledged_on"`
	Day       data.Date             `db:"day"`   // empty of a pledge
	Value     int64                 `db:"value"` // tiyn
	Thanked   data.Date             `db:"thanked_on"`
}

// ListedContributions reads all contributions for an exported list.
func (v *ReportView) ListedContributions(ctx context.Context) ([]ListedContribution, error) {
	var out []ListedContribution
	err := v.people.SelectContext(ctx, &out, `SELECT id, kind, giver_kind, CASE may_name WHEN 1 THEN giver ELSE '' END AS giver,
		pledged_on, day, value, thanked_on FROM contributions`)
	return out, reading("contributions", err)
}
