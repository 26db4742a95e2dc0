package data

import "slices"

// status is a status that knows what may follow it.
type status[S ~string] interface {
	~string
	CanBecome(next S) bool
	TextKey() string
}

// CheckStatus refuses a change of status that is not allowed. A new record (no status before) may have any, because
// registers are taken over from paper; staying the same is no change.
func CheckStatus[S interface{ status[S] }](from, to S) error {
	if from == "" || from == to || from.CanBecome(to) {
		return nil
	}
	return &Error{
		Code: Conflict, Field: "status", Key: "errors.status_change",
		Args: []any{"From", from.TextKey(), "To", to.TextKey()},
	}
}

// CanBecome tells whether an application may go on to next: new -> in screening -> accepted, declined or withdrawn.
// Declining and withdrawing need no screening. A decision is final: who comes back applies anew.
func (s ApplicationStatus) CanBecome(next ApplicationStatus) bool {
	return follows(map[ApplicationStatus][]ApplicationStatus{
		NewApplication: {Screening, Declined, Withdrawn},
		Screening:      {Accepted, Declined, Withdrawn},
	}, s, next)
}

// TextKey is the text that names the status.
func (s ApplicationStatus) TextKey() string { return "status.application." + string(s) }

// CanBecome tells whether a volunteer may become next: active and on leave freely, left from both; one who left may
// come back.
func (s VolunteerStatus) CanBecome(next VolunteerStatus) bool {
	return follows(map[VolunteerStatus][]VolunteerStatus{
		Active:  {OnLeave, Left},
		OnLeave: {Active, Left},
		Left:    {Active},
	}, s, next)
}

// TextKey is the text that names the status.
func (s VolunteerStatus) TextKey() string { return "status.volunteer." + string(s) }

// CanBecome tells whether an event may become next: idea -> planned -> confirmed -> held, or cancelled, or moved.
// Steps back are allowed, also from held, which someone may have said too early.
func (s EventStatus) CanBecome(next EventStatus) bool {
	return follows(map[EventStatus][]EventStatus{
		Idea:      {Planned, Confirmed, Cancelled},
		Planned:   {Idea, Confirmed, Held, Cancelled, Moved},
		Confirmed: {Planned, Held, Cancelled, Moved},
		Held:      {Confirmed},
		Cancelled: {Planned},
		Moved:     {Planned},
	}, s, next)
}

// TextKey is the text that names the status.
func (s EventStatus) TextKey() string { return "status.event." + string(s) }

// CanBecome tells whether a place may become next. A refusal or withdrawal can be asked for again.
func (s AssignmentStatus) CanBecome(next AssignmentStatus) bool {
	return follows(map[AssignmentStatus][]AssignmentStatus{
		Requested:      {ConfirmedPlace, Waitlisted, DeclinedPlace, WithdrawnPlace},
		Waitlisted:     {Requested, ConfirmedPlace, DeclinedPlace, WithdrawnPlace},
		ConfirmedPlace: {Requested, Waitlisted, DeclinedPlace, WithdrawnPlace},
		DeclinedPlace:  {Requested},
		WithdrawnPlace: {Requested},
	}, s, next)
}

// TextKey is the text that names the status.
func (s AssignmentStatus) TextKey() string { return "status.assignment." + string(s) }

// CanBecome tells whether an entry may become next: draft -> submitted -> approved or returned. What was approved by
// mistake is returned; what was submitted too early becomes a draft again.
func (s HoursStatus) CanBecome(next HoursStatus) bool {
	return follows(map[HoursStatus][]HoursStatus{
		Draft:     {Submitted},
		Submitted: {Draft, Approved, Returned},
		Approved:  {Returned},
		Returned:  {Draft, Submitted},
	}, s, next)
}

// TextKey is the text that names the status.
func (s HoursStatus) TextKey() string { return "status.hours." + string(s) }

func follows[S comparable](table map[S][]S, from, to S) bool { return slices.Contains(table[from], to) }

// LeftReasons lists the codes of why a volunteer left, named "status.left_reason.<code>".
func LeftReasons() []string {
	return []string{"moved_away", "studies", "work", "health", "family", "no_contact", "code_of_ethics", "other"}
}

// DeclinedReasons lists the codes of why an application was declined, named "status.declined_reason.<code>".
// None of them says or hints that a conflict was found: a refusal must not tell anybody that a woman is here.
func DeclinedReasons() []string {
	return []string{"not_now", "no_contact", "minor_rule", "other"}
}
