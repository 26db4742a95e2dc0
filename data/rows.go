package data

// VolunteerRow is a volunteer as lists show her.
type VolunteerRow struct {
	ID          int64           `db:"id"`
	Number      int64           `db:"number"`
	Surname     string          `db:"surname"`
	Given       string          `db:"given"`
	Patronymic  string          `db:"patronymic"`
	Birth       Date            `db:"birth"`
	Phones      List            `db:"phones"`
	Email       string          `db:"email"`
	Specialty   Specialty       `db:"specialty"`
	Directions  List            `db:"directions"`
	District    string          `db:"district"`
	Status      VolunteerStatus `db:"status"`
	Accepted    Date            `db:"accepted"`
	Naming      Naming          `db:"naming"`
	Coordinator bool            `db:"coordinator"`
	GroupID     int64           `db:"group_id"`
	GroupName   string          `db:"group_name"`

	RecentMinutes int  `db:"recent_minutes"` // approved, of the last [RecentDays]
	Events        int  `db:"events"`         // held events with approved hours of hers
	LastDay       Date `db:"last_day"`       // of approved hours
}

// FullName is surname, given name and patronymic as a register writes them.
func (r VolunteerRow) FullName() string {
	return Person{Surname: r.Surname, Given: r.Given, Patronymic: r.Patronymic}.FullName()
}

// ApplicationRow is an application as lists show it.
type ApplicationRow struct {
	ID          int64             `db:"id"`
	Surname     string            `db:"surname"`
	Given       string            `db:"given"`
	Patronymic  string            `db:"patronymic"`
	Birth       Date              `db:"birth"`
	Phones      List              `db:"phones"`
	Email       string            `db:"email"`
	Directions  List              `db:"directions"`
	Status      ApplicationStatus `db:"status"`
	ReceivedOn  Date              `db:"received_on"`
	DecidedOn   Date              `db:"decided_on"`
	VolunteerID int64             `db:"volunteer_id"`
}

// FullName is surname, given name and patronymic as a register writes them.
func (r ApplicationRow) FullName() string {
	return Person{Surname: r.Surname, Given: r.Given, Patronymic: r.Patronymic}.FullName()
}

// GroupRow is a group as lists show it.
type GroupRow struct {
	Group
	LeaderName string `db:"leader_name"`
	Members    int    `db:"members"` // active or on leave
}

// VenueRow is a venue as lists show it.
type VenueRow struct {
	Venue
	Events int `db:"events"` // not cancelled, of all time
	Coming int `db:"coming"` // of these those from today on
}

// ProjectRow is a project as lists show it.
type ProjectRow struct {
	Project
	Events int `db:"events"` // of the project, not cancelled
	Held   int `db:"held"`   // of these those that took place
}

// EventRow is an event as lists and the calendar show it.
type EventRow struct {
	ID              int64       `db:"id"`
	Title           Names       `db:"title"`
	Type            EventType   `db:"type"`
	Status          EventStatus `db:"status"`
	Start           Local       `db:"start_at"`
	End             Local       `db:"end_at"`
	VenueID         int64       `db:"venue_id"`
	VenueName       Names       `db:"venue_name"`
	VenueClosed     bool        `db:"venue_closed"`
	ProjectID       int64       `db:"project_id"`
	ProjectName     Names       `db:"project_name"`
	CoordinatorID   int64       `db:"coordinator_id"`
	CoordinatorName string      `db:"coordinator_name"` // surname and given name
	Direction       string      `db:"direction"`
	Residents       bool        `db:"residents"`
	PublicCount     Count       `db:"public_count"`
	Wanted          int         `db:"wanted"`    // places of all needs
	Confirmed       int         `db:"confirmed"` // places taken
	Came            int         `db:"came"`      // volunteers who were there
	Approved        int         `db:"approved"`  // approved minutes
	Waiting         int         `db:"waiting"`   // hours entries not yet approved
}

// AssignmentRow is an assignment as the attendance desk of one event shows it.
type AssignmentRow struct {
	Assignment
	Role       string `db:"role"`
	Number     int64  `db:"number"`
	Surname    string `db:"surname"`
	Given      string `db:"given"`
	Patronymic string `db:"patronymic"`
	Birth      Date   `db:"birth"`
	Phones     List   `db:"phones"`
}

// FullName is surname, given name and patronymic as a register writes them.
func (r AssignmentRow) FullName() string {
	return Person{Surname: r.Surname, Given: r.Given, Patronymic: r.Patronymic}.FullName()
}

// HoursRow is an hours entry as lists show it.
type HoursRow struct {
	Hours
	Number     int64  `db:"number"`
	Surname    string `db:"surname"`
	Given      string `db:"given"`
	Patronymic string `db:"patronymic"`
	EventTitle Names  `db:"event_title"`
	Residents  bool   `db:"residents"` // residents were present at the event
	Locked     bool   `db:"locked"`    // its month is locked
}

// FullName is surname, given name and patronymic as a register writes them.
func (r HoursRow) FullName() string {
	return Person{Surname: r.Surname, Given: r.Given, Patronymic: r.Patronymic}.FullName()
}

// ContributionRow is a contribution as lists show it.
type ContributionRow struct {
	Contribution
	EventTitle Names `db:"event_title"`
}

// Mark is what the attendance desk notes about one assignment; Start and End are the actual times,
// empty when as planned.
type Mark struct {
	AssignmentID int64
	Version      int64
	Attendance   Attendance
	Start        Local
	End          Local
}

// Act is what happened to a row.
type Act string

// The acts of the journal.
const (
	Inserted Act = "insert"
	Changed  Act = "change"
	Deleted  Act = "delete"
)

// HistoryEntry is one change of one record, for its card: who did what, when.
type HistoryEntry struct {
	At      Stamp
	Account string
	Kind    string // key of what was done, such as "save_volunteer"
	Act     Act
	Fields  []FieldChange // of a change, by name
}

// FieldChange is a field's value before and after, as stored.
type FieldChange struct {
	Field string
	Old   string
	New   string
}

// LockedMonth is a month closed for changes of hours.
type LockedMonth struct {
	ID    int64 `db:"id"`
	Month Month `db:"month"`
}
