package data

import "slices"

// Normalise cleans what was typed and drops what the status makes void: the reason and day of leaving of one who came
// back, the start of a leave that is over.
func (v *Volunteer) Normalise() {
	v.Person.Normalise()
	cleanLines(&v.EthicsEdition, &v.Form, &v.LeftReason)
	cleanTexts(&v.Awards)
	if v.Status == "" {
		v.Status = Active
	}
	if v.Naming == "" {
		v.Naming = ByNumber
	}
	if v.Status != Left {
		v.LeftReason, v.LeftOn = "", ""
	}
	if v.Status != OnLeave {
		v.LeaveSince = ""
	}
}

// Validate refuses a volunteer that breaks a rule on the day today; the refusals are [Errors].
func (v Volunteer) Validate(today Date) error {
	var c checks
	c.required("surname", v.Surname)
	v.check(&c, today)
	v.checkStatus(&c, today)
	v.checkNaming(&c, today)
	v.checkGuardian(&c, today)
	c.past("consent_on", v.ConsentOn, today)
	c.order("consent_until", v.ConsentOn, v.ConsentUntil)
	c.past("confidential_on", v.Confidential, today)
	c.past("ethics_on", v.EthicsOn, today)
	c.word("ethics_edition", v.EthicsEdition)
	c.word("form", v.Form)
	c.text("awards", v.Awards)
	return c.OrNil()
}

func (v Volunteer) checkStatus(c *checks, today Date) {
	choice(c, "status", v.Status, Active, OnLeave, Left)
	c.required("accepted", string(v.Accepted))
	c.past("accepted", v.Accepted, today)
	c.order("leave_since", v.Accepted, v.LeaveSince)
	if v.Status != Left {
		return
	}
	if !slices.Contains(LeftReasons(), v.LeftReason) {
		c.Add("left_reason", "errors.reason_required")
	}
	c.required("left_on", string(v.LeftOn))
	c.past("left_on", v.LeftOn, today)
	c.order("left_on", v.Accepted, v.LeftOn)
}

// checkNaming refuses a name outside for minors and for those whose consent names no third parties (law 94-V).
func (v Volunteer) checkNaming(c *checks, today Date) {
	choice(c, "naming", v.Naming, NotNamed, ByNumber, ByName)
	if v.Naming != ByName {
		return
	}
	if years, ok := v.AgeOn(today); ok && years < AdultAge {
		c.Add("naming", "errors.minor_named")
	}
	if v.ConsentOn == "" || !v.ConsentThird {
		c.Add("naming", "errors.consent_third_required")
	}
}

// checkGuardian asks for a parent or legal representative under 14 (law 42-VI art. 12(1)). The written consent itself
// is asked for with each event, where an accompanying adult can stand in for it.
func (v Volunteer) checkGuardian(c *checks, today Date) {
	if years, ok := v.AgeOn(today); ok && years < ConsentAge && v.GuardianName == "" {
		c.Add("guardian_name", "errors.guardian_required")
	}
}

// Missing names the fields that are empty although somebody will need them: to call her, to count her by age, to keep
// her data lawfully, to send her where residents are.
func (v Volunteer) Missing() []string {
	var fields []string
	for _, f := range []struct {
		name  string
		empty bool
	}{
		{"birth", v.Birth == ""},
		{"phones", len(v.Phones) == 0},
		{"directions", len(v.Directions) == 0},
		{"consent_on", v.ConsentOn == ""},
		{"confidential_on", v.Confidential == ""},
		{"ethics_on", v.EthicsOn == ""},
	} {
		if f.empty {
			fields = append(fields, f.name)
		}
	}
	return fields
}

// Warnings tells what is odd about a volunteer: an IIN that differs, and data kept without consent (law 94-V).
func (v Volunteer) Warnings() []Warning {
	out := v.Person.Warnings()
	if v.ConsentOn == "" {
		out = append(out, Warning{"consent_on", "errors.consent_required"})
	}
	return out
}

// Normalise cleans what was typed; a new application is "new", and only a declined one keeps a reason.
func (a *Application) Normalise() {
	a.Person.Normalise()
	cleanLines(&a.Reason)
	if a.Status == "" {
		a.Status = NewApplication
	}
	if a.Status != Declined {
		a.Reason = ""
	}
}

// Validate refuses an application that breaks a rule on the day today. A surname is not asked for: people apply with
// a given name and a telephone.
func (a Application) Validate(today Date) error {
	var c checks
	a.check(&c, today)
	choice(&c, "status", a.Status, NewApplication, Screening, Accepted, Declined, Withdrawn)
	c.required("received_on", string(a.ReceivedOn))
	c.past("received_on", a.ReceivedOn, today)
	c.past("decided_on", a.DecidedOn, today)
	c.order("decided_on", a.ReceivedOn, a.DecidedOn)
	if a.Status == Declined && !slices.Contains(DeclinedReasons(), a.Reason) {
		c.Add("reason", "errors.reason_required")
	}
	return c.OrNil()
}

// Normalise cleans what was typed.
func (g *Group) Normalise() {
	cleanLines(&g.Name)
	cleanTexts(&g.Note)
}

// Validate refuses a group that breaks a rule on the day today.
func (g Group) Validate(today Date) error {
	var c checks
	c.required("name", g.Name)
	c.line("name", g.Name)
	c.past("formed_on", g.FormedOn, today)
	c.order("ended_on", g.FormedOn, g.EndedOn)
	c.text("note", g.Note)
	return c.OrNil()
}

// Validate refuses a clearance without requirement or day of issue, and one that ends before it begins.
func (k Clearance) Validate(today Date) error {
	var c checks
	c.requiredID("volunteer_id", k.VolunteerID)
	c.required("requirement", k.Requirement)
	c.required("issued_on", string(k.IssuedOn))
	c.past("issued_on", k.IssuedOn, today)
	c.order("until", k.IssuedOn, k.Until)
	return c.OrNil()
}
