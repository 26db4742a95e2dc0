package data

import "regexp"

// Normalise cleans what was typed; an entry begins as a draft and takes its day from its start, its minutes from
// both ends, where they were left out.
func (h *Hours) Normalise() {
	cleanTexts(&h.Note, &h.Correction)
	cleanLines(&h.ApprovedBy)
	if h.Status == "" {
		h.Status = Draft
	}
	if h.Day == "" {
		h.Day = h.Start.Date()
	}
	if h.Minutes == 0 {
		h.Minutes = h.Span().Minutes()
	}
}

// Validate refuses an entry that breaks a rule on the day today. What it meets (other entries, a closed month) is
// the matter of [CheckHours] and [CheckMonth].
func (h Hours) Validate(today Date) error {
	var c checks
	c.requiredID("volunteer_id", h.VolunteerID)
	c.required("day", string(h.Day))
	c.past("day", h.Day, today)
	c.span(h.Span())
	if h.Start.Valid() && h.Start.Date() != h.Day {
		c.Add("start_at", "rules.hours_day")
	}
	h.checkMinutes(&c)
	choice(&c, "status", h.Status, Draft, Submitted, Approved, Returned)
	c.text("note", h.Note)
	c.text("correction", h.Correction)
	return c.OrNil()
}

func (h Hours) checkMinutes(c *checks) {
	limit := MaxMinutesADay
	if h.Span().Known() {
		limit = 24 * 60
	}
	switch {
	case h.Minutes <= 0:
		c.Add("minutes", "errors.hours_zero")
	case h.Span().Known() && h.Minutes > h.Span().Minutes():
		c.Add("minutes", "rules.hours_span")
	case h.Minutes > limit:
		c.Add("minutes", "errors.hours_per_day", "Max", limit/60, "Date", h.Day)
	}
}

// Normalise cleans what was typed.
func (p *Project) Normalise() {
	cleanNames(&p.Name)
	cleanLines(&p.Direction, &p.LawKind)
	cleanTexts(&p.Aim, &p.Expected, &p.Actual, &p.Partners)
}

// Validate refuses a project without a name or whose end is before its beginning.
func (p Project) Validate() error {
	var c checks
	c.names("name", p.Name)
	c.required("from_on", string(p.From))
	c.date("from_on", p.From)
	c.order("to_on", p.From, p.To)
	c.between("planned", p.Planned, 0, most)
	c.text("aim", p.Aim)
	c.text("expected", p.Expected)
	c.text("actual", p.Actual)
	c.text("partners", p.Partners)
	c.word("direction", p.Direction)
	c.word("law_kind", p.LawKind)
	return c.OrNil()
}

// Normalise cleans what was typed; an anonymous giver has no name to keep or to publish.
func (k *Contribution) Normalise() {
	cleanLines(&k.Giver, &k.Channel, &k.Link, &k.Campaign)
	cleanTexts(&k.Purpose, &k.Basis, &k.What, &k.Note)
	if k.GiverKind == GivenAnonymously {
		k.Giver, k.MayName = "", false
	}
}

// Validate refuses a contribution that breaks a rule on the day today.
func (k Contribution) Validate(today Date) error {
	var c checks
	choice(&c, "kind", k.Kind, ContributionKinds()...)
	choice(&c, "giver_kind", k.GiverKind, GivenByPerson, GivenByOrganisation, GivenAnonymously)
	if k.GiverKind != GivenAnonymously {
		c.required("giver", k.Giver)
	}
	if k.PledgedOn == "" && k.Day == "" {
		c.Add("day", "errors.required_any")
	}
	c.past("pledged_on", k.PledgedOn, today)
	c.past("day", k.Day, today)
	c.past("thanked_on", k.ThankedOn, today)
	c.notNegative("value", k.Value)
	if k.Kind == Money && k.Value == 0 {
		c.Add("value", "errors.required")
	}
	c.between("reach", k.Reach.N, 0, 1000*most)
	k.checkTexts(&c)
	return c.OrNil()
}

func (k Contribution) checkTexts(c *checks) {
	c.line("giver", k.Giver)
	c.line("channel", k.Channel)
	c.line("campaign", k.Campaign)
	c.link("link", k.Link)
	c.text("purpose", k.Purpose)
	c.text("basis", k.Basis)
	c.text("what", k.What)
	c.text("note", k.Note)
}

// Normalise cleans what was typed.
func (c *Centre) Normalise() {
	cleanNames(&c.Name, &c.HeadPost, &c.FrontOffice)
	cleanLines(&c.ShortName, &c.BIN, &c.Region, &c.Address, &c.Email, &c.Head, &c.Executor, &c.Responsible)
	c.Phone, c.ExecutorPhone = cleanPhone(c.Phone), cleanPhone(c.ExecutorPhone)
}

// Validate refuses a profile that reports could not be made with.
func (c Centre) Validate() error {
	var k checks
	k.names("name", c.Name)
	if c.ShortName != "" && !shortName(c.ShortName) {
		k.Add("short_name", "errors.short_name")
	}
	if c.BIN != "" {
		k.number(CheckBIN(c.BIN))
	}
	k.line("address", c.Address)
	k.phone("phone", c.Phone)
	k.phone("executor_phone", c.ExecutorPhone)
	k.email("email", c.Email)
	k.word("head", c.Head)
	k.word("executor", c.Executor)
	k.word("responsible", c.Responsible)
	k.optionalNames("head_post", c.HeadPost)
	k.optionalNames("front_office", c.FrontOffice)
	k.between("wait_days", c.WaitDays, 0, 365)
	return k.OrNil()
}

// shortName tells whether s can stand in a file name on every system.
func shortName(s string) bool {
	return regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9-]{0,31}$`).MatchString(s)
}
