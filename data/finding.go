package data

// Severity says what a [Finding] asks for.
type Severity string

// The severities.
const (
	Forbids     Severity = "forbids"      // never saved, nobody may override it
	NeedsReason Severity = "needs_reason" // saved only with a reason, which is kept and reported
	Warns       Severity = "warns"        // shown, and saved all the same
)

// FindingKind is one of the closed list of conflicts that an event or an assignment can have.
type FindingKind string

// The kinds of conflict.
const (
	VenueTwice    FindingKind = "venue_twice"    // more events at once than the venue takes
	VenueRetired  FindingKind = "venue_retired"  // no longer offered
	OverCapacity  FindingKind = "over_capacity"  // more people than the venue holds
	OnHoliday     FindingKind = "holiday"        // a public holiday
	PersonTwice   FindingKind = "person_twice"   // at another event at that time
	NotCleared    FindingKind = "not_cleared"    // a required clearance is missing or expired on the day
	MinorRule     FindingKind = "minor"          // law 42-VI art. 12
	BirthUnknown  FindingKind = "birth_unknown"  // so the minor rule cannot be tested
	NotAvailable  FindingKind = "not_active"     // on leave or left on the day
	ManAmongWomen FindingKind = "man_women_only" // a man in a women-only place
)

// Finding is one conflict. Field, Key and Args are those of an [Error].
type Finding struct {
	Kind        FindingKind
	Severity    Severity
	VolunteerID int64 // whom it is about, 0 = the event itself
	Field       string
	Key         string
	Args        []any
}

// Refuse turns findings into refusals: those that forbid, and, as long as there is no reason, those that need one.
// It is nil when the record may be saved.
func Refuse(findings []Finding, reason string) error {
	var out Errors
	for _, f := range findings {
		code := Conflict
		switch {
		case f.Severity == Forbids:
			code = Denied
		case f.Severity == Warns || reason != "":
			continue
		}
		out = append(out, &Error{Code: code, Field: f.Field, Key: f.Key, Args: f.Args})
	}
	return out.OrNil()
}
