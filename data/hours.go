package data

import "errors"

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

// HoursRefusal is why one entry of a batch is refused.
type HoursRefusal struct {
	ID  int64 // of the entry
	Err error
}

// HoursRefusals are all entries of a batch that are refused, in its order; nothing of the batch was written.
type HoursRefusals []HoursRefusal

// Error joins the refusals, without naming anybody.
func (rs HoursRefusals) Error() string { return errors.Join(rs.Unwrap()...).Error() }

// Unwrap lets [Refusals] find those of the first entry.
func (rs HoursRefusals) Unwrap() []error {
	out := make([]error, len(rs))
	for i, r := range rs {
		out[i] = r.Err
	}
	return out
}

// OrNil returns the refusals as an error, nil when there are none.
func (rs HoursRefusals) OrNil() error {
	if len(rs) == 0 {
		return nil
	}
	return rs
}

// HoursTotal is how many entries a filter finds and the minutes of all of them.
type HoursTotal struct {
	Entries int `db:"entries"`
	Minutes int `db:"minutes"`
}

// HoursMonth is a calendar month of hours: how many entries are not approved yet, the approved minutes, and whether it
// is closed for changes.
type HoursMonth struct {
	Month    Month `db:"month"`
	Waiting  int   `db:"waiting"`
	Approved int   `db:"approved"`
	Locked   bool  `db:"locked"`
}

// NotApproved are the statuses of entries that somebody has something to do with yet.
func NotApproved() []HoursStatus { return []HoursStatus{Draft, Submitted, Returned} }
