package data

// Order is the column that a list is ordered by.
type Order string

// The orders. A list that lacks the column falls back to its own first order, named in its filter's comment.
const (
	OrderByName     Order = "name"   // people by surname, things by name or title, in the alphabet of [Listing.Lang]
	OrderByNumber   Order = "number" // volunteers
	OrderByDay      Order = "day"    // events by start, hours, contributions and applications by their day
	OrderByStatus   Order = "status" // in the order of the alphabet of codes
	OrderByAccepted Order = "accepted"
	OrderByMinutes  Order = "minutes"  // volunteers by approved minutes of the last [RecentDays], hours by their minutes
	OrderByLastDay  Order = "last_day" // volunteers by their last approved day
	OrderByEvents   Order = "events"   // volunteers by the events at which they have approved hours, venues by those to come, projects by those held
	OrderByValue    Order = "value"    // contributions
	OrderByCapacity Order = "capacity" // venues
)

// IdleDays is after how many days without a place at an event a volunteer counts as not asked.
const IdleDays = 60

// RecentDays is how far back the "lately" columns of a volunteer look, today included.
const RecentDays = 30

// Listing is what the filters of all lists share. The zero value lists everything in the first order.
type Listing struct {
	Search string // words in any spelling; each must be found
	Order  Order
	Desc   bool
	Lang   string // alphabet of names: "kk", else the Russian one
	Limit  int    // at most so many, 0 = all
}

// VolunteerFilter narrows the list of volunteers, first by name. Empty fields do not narrow.
type VolunteerFilter struct {
	Listing
	Statuses     []VolunteerStatus
	Directions   []string // any of these codes
	Specialty    Specialty
	Form         string
	GroupID      int64
	Coordinators bool   // only those who may coordinate events
	BornAfter    Date   // only those born later: minors on a day are born after the day 18 years before it
	Language     string // a code, at any level
	Region       string // a KATO code
	District     string // as it is written
	Incomplete   bool   // only those who lack something, see [Volunteer.Missing]
	IdleSince    Date   // only those accepted earlier who had no place at an event and no hours since
	PapersDue    bool   // only those with a proof that needs attention, see [Paper.Due]
}

// ApplicationFilter narrows the list of applications, first by the day they came, the oldest first.
type ApplicationFilter struct {
	Listing
	Statuses []ApplicationStatus
	Received Period // closed; the zero period means any day
}

// GroupFilter narrows the list of groups, first by name.
type GroupFilter struct {
	Listing
	On Date // only groups that exist on this day
}

// VenueFilter narrows the list of venues, first by name.
type VenueFilter struct {
	Listing
	Retired   bool // those no longer offered, too
	Closed    Answer
	WomenOnly Answer
	Region    string
}

// Answer narrows by whether something is so; the zero value does not narrow.
type Answer string

// The answers.
const (
	Yes Answer = "yes"
	No  Answer = "no"
)

// ProjectFilter narrows the list of projects, first by name.
type ProjectFilter struct {
	Listing
	Term      Period // only projects whose term overlaps it
	Direction string
	LawKind   string
}

// Presence narrows events by whether residents are present.
type Presence string

// The choices; the zero value does not narrow.
const (
	WithResidents    Presence = "with"
	WithoutResidents Presence = "without"
)

// EventFilter narrows the list of events, first by start. Days holds the days on which an event starts.
type EventFilter struct {
	Listing
	Days          Period // closed; an empty end is open
	During        Period // closed: events that take place on any of its days, also those that began before
	Statuses      []EventStatus
	Types         []EventType
	Residents     Presence
	VenueID       int64
	ProjectID     int64
	CoordinatorID int64
	VolunteerID   int64 // only events where she has an assignment
	Direction     string
	Series        int64 // repeated from this event, see [Event.Series]
	Short         bool  // only those with places that nobody has confirmed
	HoursWait     bool  // only those with hours that are not approved
	Worked        bool  // only those with hours
}

// HoursFilter narrows the list of hours entries, first by day; a search finds volunteers and events.
type HoursFilter struct {
	Listing
	Days        Period // closed; an empty end is open
	Statuses    []HoursStatus
	VolunteerID int64
	EventID     int64
	Direction   string // of the event, a code
}

// ContributionFilter narrows the list of contributions, first by day: received on, of a pledge promised on.
type ContributionFilter struct {
	Listing
	Days      Period // closed; an empty end is open
	Kinds     []ContributionKind
	EventID   int64
	Campaign  string
	Received  bool // no pledges
	Pledges   bool // only what is promised and not yet received
	Unthanked bool // only what is received and not yet thanked for, of givers who are known
}
