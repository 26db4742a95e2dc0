package data

// Setting is an event with what its rules need to know.
type Setting struct {
	Event        Event
	Venue        Venue         // the event's; zero when not set
	Kind         Choice        // the event's kind of activity by law
	AtVenue      []Event       // events at the same venue around that time
	Holidays     []Holiday     // of that time
	Requirements []Requirement // all there are
}

// Helper is one person of an event with what the rules need to know of her.
type Helper struct {
	Volunteer  Volunteer
	Leads      bool // coordinates the event or leads its activity
	Required   List // codes of requirements of the need she fills
	Clearances []Clearance
	Elsewhere  []Event // her events around that time
}

// TakesPlace tells whether an event still stands: neither cancelled nor moved away.
func (e Event) TakesPlace() bool { return e.Status != Cancelled && e.Status != Moved }

// CheckEvent finds the conflicts of saving an event: its venue, its day, and each of its helpers.
// An event that no longer takes place has none.
func CheckEvent(s Setting, helpers []Helper) []Finding {
	if !s.Event.TakesPlace() {
		return nil
	}
	out := checkVenue(s, len(helpers))
	if h, ok := holidayOn(s.Holidays, s.Event.Start.Date()); ok {
		out = append(out, Finding{Kind: OnHoliday, Severity: Warns, Field: "start_at", Key: "errors.holiday", Args: []any{"Holiday", h.Names}})
	}
	for _, h := range helpers {
		out = append(out, CheckAssignment(s, h)...)
	}
	return out
}

func checkVenue(s Setting, helpers int) []Finding {
	var out []Finding
	if s.Venue.Retired {
		out = append(out, Finding{Kind: VenueRetired, Severity: NeedsReason, Field: "venue_id", Key: "errors.venue_closed"})
	}
	if other, ok := tooMany(s.Event, s.AtVenue, s.Venue); ok {
		out = append(out, Finding{Kind: VenueTwice, Severity: NeedsReason, Field: "venue_id", Key: "errors.venue_twice", Args: []any{"Event", other.Title}})
	}
	people := helpers + s.Event.PublicCount.N + s.Event.ResidentsCount.N
	if s.Venue.Capacity > 0 && people > s.Venue.Capacity {
		out = append(out, Finding{Kind: OverCapacity, Severity: NeedsReason, Field: "venue_id", Key: "errors.venue_capacity", Args: []any{"Capacity", s.Venue.Capacity}})
	}
	return out
}

// tooMany tells whether at some moment of the event its venue holds more events than it can, and one of the others.
// Most events are at once where one of them starts, so only those moments are looked at.
func tooMany(e Event, others []Event, venue Venue) (other Event, found bool) {
	if e.VenueID == 0 {
		return Event{}, false
	}
	at := colliding(e, others)
	for _, first := range at {
		moment := max(first.Start, e.Start)
		events := 1
		for _, o := range at {
			if o.Start <= moment && moment < o.End {
				events++
			}
		}
		if events > max(1, venue.Parallel) {
			return first, true
		}
	}
	return Event{}, false
}

// colliding are the other events that take place while e does.
func colliding(e Event, others []Event) []Event {
	var out []Event
	for _, o := range others {
		if (o.ID != e.ID || o.ID == 0) && o.TakesPlace() && o.Span().Overlaps(e.Span()) {
			out = append(out, o)
		}
	}
	return out
}

func holidayOn(holidays []Holiday, day Date) (Holiday, bool) {
	for _, h := range holidays {
		if h.From <= day && day <= h.To {
			return h, true
		}
	}
	return Holiday{}, false
}

// CheckAssignment finds the conflicts of one helper at an event.
func CheckAssignment(s Setting, h Helper) []Finding {
	out := CheckMinor(h.Volunteer.Person, s.Event, s.Kind, s.Venue)
	out = append(out, checkPresence(s, h)...)
	out = append(out, checkClearances(s, h)...)
	if s.Venue.WomenOnly && h.Volunteer.Sex == Male {
		severity := Warns
		if h.Leads {
			severity = NeedsReason
		}
		out = append(out, Finding{Kind: ManAmongWomen, Severity: severity, Field: "volunteer_id", Key: "errors.venue_women_only"})
	}
	for i := range out {
		out[i].VolunteerID = h.Volunteer.ID
	}
	return out
}

// checkPresence finds out whether she is elsewhere, on leave or gone on that day.
func checkPresence(s Setting, h Helper) []Finding {
	var out []Finding
	if at := colliding(s.Event, h.Elsewhere); len(at) > 0 {
		out = append(out, Finding{Kind: PersonTwice, Severity: NeedsReason, Field: "volunteer_id", Key: "errors.person_twice", Args: []any{"Event", at[0].Title}})
	}
	day, v := s.Event.Start.Date(), h.Volunteer
	switch {
	case v.Status == Left && v.LeftOn <= day:
		out = append(out, Finding{Kind: NotAvailable, Severity: NeedsReason, Field: "volunteer_id", Key: "errors.not_active"})
	case v.Status == OnLeave && v.LeaveSince <= day:
		out = append(out, Finding{Kind: NotAvailable, Severity: Warns, Field: "volunteer_id", Key: "errors.not_active"})
	}
	return out
}

// checkClearances finds each required clearance that does not hold on the day of the event, today's date aside.
// Whether a missing one refuses or warns is said by its requirement; one the catalogue does not know refuses.
func checkClearances(s Setting, h Helper) []Finding {
	held := heldOn(s.Event.Start.Date(), h.Clearances, s.Requirements)
	var out []Finding
	for _, code := range h.Required {
		if held[code] {
			continue
		}
		f := Finding{Kind: NotCleared, Severity: NeedsReason, Field: "volunteer_id", Key: "errors.clearance_missing", Args: []any{"Requirement", code}}
		if r, ok := requirement(s.Requirements, code); ok {
			f.Args = []any{"Requirement", r.Names}
			if !r.Blocks {
				f.Severity = Warns
			}
		}
		out = append(out, f)
	}
	return out
}

// heldOn are the codes of the requirements fulfilled on a day, with those they include.
func heldOn(day Date, clearances []Clearance, requirements []Requirement) map[string]bool {
	held := map[string]bool{}
	var hold func(code string)
	hold = func(code string) {
		if held[code] {
			return
		}
		held[code] = true
		if r, ok := requirement(requirements, code); ok {
			for _, included := range r.Includes {
				hold(included)
			}
		}
	}
	for _, c := range clearances {
		if c.ValidOn(day) {
			hold(c.Requirement)
		}
	}
	return held
}

func requirement(list []Requirement, code string) (Requirement, bool) {
	for _, r := range list {
		if r.Code == code {
			return r, true
		}
	}
	return Requirement{}, false
}
