package data

// HoursStatus is where an hours entry stands: draft -> submitted -> approved or returned.
type HoursStatus string

// The statuses of an hours entry.
const (
	Draft     HoursStatus = "draft"
	Submitted HoursStatus = "submitted"
	Approved  HoursStatus = "approved"
	Returned  HoursStatus = "returned"
)

// MaxMinutesADay is the most one person can have approved on one day when times are not known.
const MaxMinutesADay = 16 * 60

// Hours is one entry of volunteering: minutes of one volunteer on a date. Start and End may be missing.
type Hours struct {
	ID          int64       `db:"id"`
	Version     int64       `db:"version"`
	VolunteerID int64       `db:"volunteer_id"`
	EventID     int64       `db:"event_id"` // 0 = work outside events
	Day         Date        `db:"day"`
	Start       Local       `db:"start_at"`
	End         Local       `db:"end_at"`
	Minutes     int         `db:"minutes"`
	Status      HoursStatus `db:"status"`
	ApprovedBy  string      `db:"approved_by"` // account name
	ApprovedAt  Stamp       `db:"approved_at"`
	Correction  string      `db:"correction"` // reason, when changed after its month was locked
	Note        string      `db:"note"`
}

// Span is when the work took place, if known.
func (h Hours) Span() Interval { return Interval{h.Start, h.End} }
