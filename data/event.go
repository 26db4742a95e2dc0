package data

// EventStatus is where an event stands: idea -> planned -> confirmed -> held, or cancelled, or moved.
type EventStatus string

// The statuses of an event.
const (
	Idea      EventStatus = "idea"
	Planned   EventStatus = "planned"
	Confirmed EventStatus = "confirmed"
	Held      EventStatus = "held"
	Cancelled EventStatus = "cancelled"
	Moved     EventStatus = "moved"
)

// EventType is what kind of gathering it is.
type EventType string

// The types of events.
const (
	MasterClass  EventType = "master_class"
	Concert      EventType = "concert"
	Exhibition   EventType = "exhibition"
	Charity      EventType = "charity"
	Prevention   EventType = "prevention"
	SupportGroup EventType = "support_group"
	Training     EventType = "training"
	Excursion    EventType = "excursion"
	Meeting      EventType = "meeting"
)

// StandingEvents lists the statuses of events that are neither cancelled nor moved.
func StandingEvents() []EventStatus { return []EventStatus{Idea, Planned, Confirmed, Held} }

// EventTypes lists the types in the order screens show them.
func EventTypes() []EventType {
	return []EventType{MasterClass, Concert, Exhibition, Charity, Prevention, SupportGroup, Training, Excursion, Meeting}
}

// Event is one gathering on a half-open span of wall time.
type Event struct {
	ID      int64 `db:"id"`
	Version int64 `db:"version"`

	Title  Names       `db:"title"`
	Type   EventType   `db:"type"`
	Status EventStatus `db:"status"`
	Start  Local       `db:"start_at"`
	End    Local       `db:"end_at"`

	VenueID       int64  `db:"venue_id"`       // 0 = not set
	ProjectID     int64  `db:"project_id"`     // 0 = an action, not part of a project
	CoordinatorID int64  `db:"coordinator_id"` // a volunteer, 0 = none (law art. 13: one each)
	LawKind       string `db:"law_kind"`       // kind of activity by law art. 6(2), code 1-13
	Direction     string `db:"direction"`      // code of a Birgemiz direction
	Campaigns     List   `db:"campaigns"`      // campaign tags

	// Residents says whether residents are present. Then the event has no row outside, in any report or plan.
	Residents      bool   `db:"residents"`
	PublicCount    Count  `db:"public_count"`    // public participants; unknown = not recorded
	ResidentsCount Count  `db:"residents_count"` // by number only, never leaves
	Description    string `db:"description"`
	Requirements   string `db:"requirements"`
	Result         string `db:"result"`
	Link           string `db:"link"`
	Note           string `db:"note"`
	OverrideReason string `db:"override_reason"` // why a conflict was accepted
	CancelReason   string `db:"cancel_reason"`   // why it was called off, only while it is
	// Series is the id of the event that this one and others were repeated from, its own for that event, 0 = none.
	Series int64 `db:"series"`
}

// Span is when the event takes place.
func (e Event) Span() Interval { return Interval{e.Start, e.End} }

// Need is a role an event needs filled.
type Need struct {
	ID         int64  `db:"id"`
	Version    int64  `db:"version"`
	EventID    int64  `db:"event_id"`
	Role       string `db:"role"`
	Wanted     int    `db:"wanted"`     // how many volunteers
	Clearances List   `db:"clearances"` // codes of requirements
}

// AssignmentStatus is how far one volunteer's filling of one need has come.
type AssignmentStatus string

// The statuses of an assignment.
const (
	Requested      AssignmentStatus = "requested"
	ConfirmedPlace AssignmentStatus = "confirmed"
	Waitlisted     AssignmentStatus = "waitlisted"
	DeclinedPlace  AssignmentStatus = "declined"
	WithdrawnPlace AssignmentStatus = "withdrawn"
)

// Attendance is what happened on the day.
type Attendance string

// The kinds of attendance; the zero value means "expected, not yet marked".
const (
	Expected      Attendance = ""
	Attended      Attendance = "attended"
	Late          Attendance = "late"
	LeftEarly     Attendance = "left_early"
	Absent        Attendance = "absent"
	AbsentExcused Attendance = "absent_excused"
)

// Came tells whether the volunteer was there at all.
func (a Attendance) Came() bool { return a == Attended || a == Late || a == LeftEarly }

// Assignment is one volunteer filling one need; Start and End are the actual times once known.
type Assignment struct {
	ID          int64            `db:"id"`
	Version     int64            `db:"version"`
	NeedID      int64            `db:"need_id"`
	VolunteerID int64            `db:"volunteer_id"`
	Status      AssignmentStatus `db:"status"`
	Attendance  Attendance       `db:"attendance"`
	Start       Local            `db:"start_at"`
	End         Local            `db:"end_at"`
	Note        string           `db:"note"`
	// OverrideReason is why a conflict of this person was accepted.
	OverrideReason string `db:"override_reason"`
}

// Open tells whether the place is asked for or given: its helper has to be free, cleared and of age.
func (a Assignment) Open() bool {
	return a.Status == Requested || a.Status == ConfirmedPlace || a.Status == Waitlisted
}

// Helped tells whether somebody came, or, before that was noted, has a place.
func (a Assignment) Helped() bool {
	return a.Open() && (a.Attendance.Came() || a.Attendance == Expected && a.Status == ConfirmedPlace)
}

// Venue is where an event is held.
type Venue struct {
	ID        int64  `db:"id"`
	Version   int64  `db:"version"`
	Name      Names  `db:"name"`    // the public name
	Address   string `db:"address"` // empty for a closed venue: the shelter's address is never stored here
	Region    string `db:"region"`
	Capacity  int    `db:"capacity"` // 0 = not known
	Parallel  int    `db:"parallel"` // how many events at once, at least 1
	Closed    bool   `db:"closed"`   // outside it is only ever "closed venue"
	WomenOnly bool   `db:"women_only"`
	Retired   bool   `db:"retired"` // no longer offered
	Note      string `db:"note"`
}

// Project is the law's "volunteer programme (project)" (law 42-VI art. 1).
type Project struct {
	ID        int64  `db:"id"`
	Version   int64  `db:"version"`
	Name      Names  `db:"name"`
	Aim       string `db:"aim"`
	From      Date   `db:"from_on"`
	To        Date   `db:"to_on"`
	Planned   int    `db:"planned"`  // events
	Expected  string `db:"expected"` // results
	Actual    string `db:"actual"`
	Partners  string `db:"partners"`
	Direction string `db:"direction"`
	LawKind   string `db:"law_kind"`
}
