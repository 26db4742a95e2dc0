package data

// Ages of law 42-VI on volunteering.
const (
	AdultAge   = 18 // art. 12(1): volunteering is from 18, with exceptions for minors
	ConsentAge = 14 // art. 12(1): below, written consent of a parent or an accompanying adult
)

// CheckMinor holds law 42-VI art. 12 for one person at an event of a kind of activity and at a venue.
//
// Under 18 on the day the event starts, she may not help victims of offences (art. 12(2-1)): not where residents are
// present, not in a closed venue such as the shelter, not in a kind that is for adults only. Nobody can override that.
// Who turns 18 that day is 18; an event that passes midnight counts by the day it starts.
//
// Under 14 she needs a written consent given by that day; an accompanying adult can stand in for it, named in the reason.
//
// An unknown birth date is refused where minors are, and warned of elsewhere.
func CheckMinor(p Person, e Event, kind Choice, venue Venue) []Finding {
	day := e.Start.Date()
	years, known := p.AgeOn(day)
	forbidden := forbiddenToMinors(e, kind, venue)
	switch {
	case !known && e.Residents:
		return minorFinding(BirthUnknown, Forbids, "errors.birth_unknown_residents")
	case !known && venue.Closed:
		return minorFinding(BirthUnknown, Forbids, "rules.birth_unknown_closed")
	case !known && kind.AdultsOnly:
		return minorFinding(BirthUnknown, Forbids, "rules.birth_unknown_adults_only")
	case !known:
		return minorFinding(BirthUnknown, Warns, "rules.birth_unknown")
	case years >= AdultAge:
		return nil
	case forbidden != "":
		return minorFinding(MinorRule, Forbids, forbidden)
	case years < ConsentAge && (p.GuardianConsent == "" || p.GuardianConsent > day):
		return minorFinding(MinorRule, NeedsReason, "rules.minor_unaccompanied")
	}
	return nil
}

// forbiddenToMinors is the text of why minors may not take part, empty when they may.
func forbiddenToMinors(e Event, kind Choice, venue Venue) string {
	switch {
	case e.Residents:
		return "errors.minor_with_residents"
	case venue.Closed:
		return "rules.minor_closed_venue"
	case kind.AdultsOnly:
		return "errors.minor_adults_only"
	}
	return ""
}

func minorFinding(kind FindingKind, severity Severity, key string) []Finding {
	return []Finding{{Kind: kind, Severity: severity, Field: "volunteer_id", Key: key}}
}
