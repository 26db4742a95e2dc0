package data

// VolunteerStatus is where a volunteer stands: active -> on leave -> left.
type VolunteerStatus string

// The statuses of a volunteer.
const (
	Active  VolunteerStatus = "active"
	OnLeave VolunteerStatus = "on_leave"
	Left    VolunteerStatus = "left"
)

// Naming is how a volunteer chose to appear outside the centre (indicators, "What may leave").
type Naming string

// The choices; ByNumber is the default, and minors appear at most by number.
const (
	NotNamed Naming = "none"
	ByNumber Naming = "number"
	ByName   Naming = "name"
)

// Volunteer is a person who was accepted.
type Volunteer struct {
	ID      int64 `db:"id"`
	Version int64 `db:"version"` // another with each change; a save of any but the current one is refused
	Number  int64 `db:"number"`  // ours, unique, never reused
	Person

	Status        VolunteerStatus `db:"status"`
	LeftReason    string          `db:"left_reason"` // code, needed when left
	Accepted      Date            `db:"accepted"`
	LeftOn        Date            `db:"left_on"`
	LeaveSince    Date            `db:"leave_since"` // on leave from this day
	Form          string          `db:"form"`        // form of activity by law art. 6(1): 1, 2, 2-1 (corporate), 3
	GroupID       int64           `db:"group_id"`    // 0 = none
	Naming        Naming          `db:"naming"`
	Coordinator   bool            `db:"coordinator"`     // may coordinate events (law art. 13)
	ConsentOn     Date            `db:"consent_on"`      // consent to personal-data processing (law 94-V)
	ConsentUntil  Date            `db:"consent_until"`   // "" = until withdrawn
	ConsentThird  bool            `db:"consent_third"`   // names third parties such as a front office
	Confidential  Date            `db:"confidential_on"` // confidentiality undertaking (law 42-VI art. 12(4))
	EthicsOn      Date            `db:"ethics_on"`       // code of ethics signed (art. 14)
	EthicsEdition string          `db:"ethics_edition"`
	Awards        string          `db:"awards"`
}

// Clearance is one volunteer's dated proof of a requirement; valid through Until, "" = without end.
type Clearance struct {
	ID          int64  `db:"id"`
	VolunteerID int64  `db:"volunteer_id"`
	Requirement string `db:"requirement"` // code of a [Requirement]
	IssuedOn    Date   `db:"issued_on"`
	Until       Date   `db:"until"`
}

// ValidOn tells whether the proof holds on a day; it expires at the end of its last day.
func (c Clearance) ValidOn(day Date) bool {
	return c.IssuedOn <= day && (c.Until == "" || day <= c.Until)
}

// Requirement is a rule of the centre such as "induction"; it may include others.
type Requirement struct {
	Code     string `db:"code"`
	Names    Names  `db:"names"`
	Blocks   bool   `db:"blocks"`   // a missing proof refuses, otherwise it warns
	Includes List   `db:"includes"` // codes
	Months   int    `db:"months"`   // how long a proof holds from its day on, 0 = without end
	Retired  bool   `db:"retired"`  // no longer asked for
}

// Group is an unregistered community of volunteers (law 42-VI art. 1).
type Group struct {
	ID       int64  `db:"id"`
	Version  int64  `db:"version"`
	Name     string `db:"name"`
	FormedOn Date   `db:"formed_on"`
	EndedOn  Date   `db:"ended_on"`
	LeaderID int64  `db:"leader_id"` // a volunteer, 0 = none
	Note     string `db:"note"`
}

// ApplicationStatus is where a request to become a volunteer stands:
// new -> in screening -> accepted, declined or withdrawn.
type ApplicationStatus string

// The statuses of an application.
const (
	NewApplication ApplicationStatus = "new"
	Screening      ApplicationStatus = "screening"
	Accepted       ApplicationStatus = "accepted"
	Declined       ApplicationStatus = "declined"
	Withdrawn      ApplicationStatus = "withdrawn"
)

// Application is a request to become a volunteer; not yet a volunteer.
type Application struct {
	ID      int64 `db:"id"`
	Version int64 `db:"version"`
	Person
	Status      ApplicationStatus `db:"status"`
	ReceivedOn  Date              `db:"received_on"`
	DecidedOn   Date              `db:"decided_on"`
	Reason      string            `db:"reason"`       // code, needed when declined
	VolunteerID int64             `db:"volunteer_id"` // who she became, 0 = none
}

// WaitingDays counts the days an open application has waited for an answer on a day; 0 once decided.
func (a Application) WaitingDays(today Date) int {
	if a.Status != NewApplication && a.Status != Screening {
		return 0
	}
	return max(0, today.DaysSince(a.ReceivedOn))
}
