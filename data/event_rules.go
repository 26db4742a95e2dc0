package data

// most is a number of people or things that only a slip of the pen exceeds.
const most = 1_000_000

// Normalise cleans what was typed; an event begins as an idea. One that stands has no reason for calling it off.
func (e *Event) Normalise() {
	cleanNames(&e.Title)
	cleanLines(&e.LawKind, &e.Direction, &e.Link)
	e.Campaigns = cleanList(e.Campaigns)
	cleanTexts(&e.Description, &e.Requirements, &e.Result, &e.Note, &e.OverrideReason, &e.CancelReason)
	if e.Status == "" {
		e.Status = Idea
	}
	if e.Status != Cancelled {
		e.CancelReason = ""
	}
}

// Validate refuses an event that breaks a rule on the day today. What it meets (venue, people, holidays) is the
// matter of [CheckEvent].
func (e Event) Validate(today Date) error {
	var c checks
	c.names("title", e.Title)
	choice(&c, "type", e.Type, EventTypes()...)
	choice(&c, "status", e.Status, Idea, Planned, Confirmed, Held, Cancelled, Moved)
	c.required("start_at", string(e.Start))
	c.required("end_at", string(e.End))
	c.span(e.Span())
	if e.Status == Held && e.Start.Date() > today {
		c.Add("status", "errors.event_not_held")
	}
	e.checkCounts(&c)
	c.word("law_kind", e.LawKind)
	c.word("direction", e.Direction)
	c.words("campaigns", e.Campaigns)
	c.text("description", e.Description)
	c.text("requirements", e.Requirements)
	c.text("result", e.Result)
	c.link("link", e.Link)
	c.text("note", e.Note)
	c.text("override_reason", e.OverrideReason)
	c.text("cancel_reason", e.CancelReason)
	return c.OrNil()
}

// checkCounts refuses residents counted at an event that says there are none: it would get a row outside.
func (e Event) checkCounts(c *checks) {
	c.between("public_count", e.PublicCount.N, 0, most)
	c.between("residents_count", e.ResidentsCount.N, 0, most)
	if e.ResidentsCount.N > 0 && !e.Residents {
		c.Add("residents", "rules.residents_counted")
	}
}

// Normalise cleans what was typed; a venue holds at least one event at a time.
func (v *Venue) Normalise() {
	cleanNames(&v.Name)
	cleanLines(&v.Address, &v.Region)
	cleanTexts(&v.Note)
	if v.Parallel == 0 {
		v.Parallel = 1
	}
}

// Validate refuses a venue that breaks a rule, above all an address of a closed venue.
func (v Venue) Validate() error {
	var c checks
	c.names("name", v.Name)
	c.line("address", v.Address)
	if v.Closed && v.Address != "" {
		c.Add("address", "errors.closed_venue_address")
	}
	c.word("region", v.Region)
	c.between("capacity", v.Capacity, 0, most)
	c.between("parallel", v.Parallel, 1, 1000)
	c.text("note", v.Note)
	return c.OrNil()
}

// Normalise cleans what was typed.
func (n *Need) Normalise() {
	cleanLines(&n.Role)
	n.Clearances = cleanList(n.Clearances)
}

// Validate refuses a need without a role or with no places.
func (n Need) Validate() error {
	var c checks
	c.required("role", n.Role)
	c.line("role", n.Role)
	c.between("wanted", n.Wanted, 1, 10_000)
	c.words("clearances", n.Clearances)
	return c.OrNil()
}

// Normalise cleans what was typed; an assignment begins as requested.
func (a *Assignment) Normalise() {
	cleanTexts(&a.Note, &a.OverrideReason)
	if a.Status == "" {
		a.Status = Requested
	}
}

// Validate refuses an assignment of nobody, to nothing, or with times that cannot be.
func (a Assignment) Validate() error {
	var c checks
	c.requiredID("need_id", a.NeedID)
	c.requiredID("volunteer_id", a.VolunteerID)
	choice(&c, "status", a.Status, Requested, ConfirmedPlace, Waitlisted, DeclinedPlace, WithdrawnPlace)
	choice(&c, "attendance", a.Attendance, Expected, Attended, Late, LeftEarly, Absent, AbsentExcused)
	c.span(Interval{a.Start, a.End})
	c.text("note", a.Note)
	c.text("override_reason", a.OverrideReason)
	return c.OrNil()
}
