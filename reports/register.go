package reports

import (
	"strings"

	"saya/data"
	"saya/reports/spec"
)

// line is a line of the register of volunteering: a project or an action.
type line struct {
	coordinator  string
	kind         string // code of the law
	participants int    // volunteers
	name         spec.Value
	description  string
	where        string
	requirements string
	minutes      int
}

type registerColumn = spec.Column[line]

// registerSheet holds the register in thirteen columns, named by the law's own terms (42-VI art. 1(7), 16).
func (o office) registerSheet() spec.Sheet {
	organisation := spec.Str(o.name(o.centre.Name))
	bin := spec.Str(o.centre.BIN)
	contacts := spec.Str(o.contacts())
	return o.list("report.sheet_register", "report.note_register", spec.Register[line]{Rows: o.lines(), Columns: []registerColumn{
		{Title: "report.register_1", Kind: spec.Ordinal, Total: spec.Label, Width: 10},
		{Title: "report.register_2", Width: 24, Value: func(line) spec.Value { return organisation }},
		{Title: "report.register_3", Kind: spec.Code, Width: 15, Value: func(line) spec.Value { return bin }},
		{Title: "report.register_4", Width: 24, Value: func(line) spec.Value { return contacts }},
		{Title: "report.register_5", Kind: spec.Code, Width: 15, Value: func(l line) spec.Value { return spec.Str(l.coordinator) }},
		{Title: "report.register_6", Width: 24, Value: func(line) spec.Value { return organisation }},
		{Title: "report.register_7", Width: 24, Value: func(l line) spec.Value { return o.kinds.value(l.kind) }},
		{Title: "report.register_8", Kind: spec.Count, Total: spec.Sum, Width: 18, Value: func(l line) spec.Value { return spec.Int(l.participants) }},
		{Title: "report.register_9", Width: 24, Value: func(l line) spec.Value { return l.name }},
		{Title: "report.register_10", Width: o.wide(26), Value: func(l line) spec.Value { return spec.Str(l.description) }},
		{Title: "report.register_11", Width: 24, Value: func(l line) spec.Value { return spec.Str(l.where) }},
		{Title: "report.register_12", Width: o.wide(20), Value: func(l line) spec.Value { return spec.Str(l.requirements) }},
		{Title: "report.register_13", Kind: spec.Hours, Total: spec.Sum, Width: 15, Value: func(l line) spec.Value { return spec.Minutes(l.minutes) }},
	}})
}

// lines are the projects of the period, then its actions.
func (o office) lines() []line {
	var out []line
	for _, p := range o.projects {
		out = append(out, o.lineOfProject(p))
	}
	for _, e := range o.events {
		if e.ProjectID == 0 {
			out = append(out, o.lineOfAction(e))
		}
	}
	return out
}

func (o office) lineOfProject(p project) line {
	sum := at(o.now.projects, p.ID)
	l := line{
		kind: p.LawKind, participants: sum.volunteers, minutes: sum.minutes,
		name:  spec.Str(o.T("report.form_project")),
		where: o.term(p),
	}
	if o.params.Texts.may(ProjectTexts, p.ID) {
		l.name = spec.Str(join(": ", o.T("report.form_project"), o.name(p.Name)))
		l.description = join("\n", p.Aim, p.Expected)
	}
	return l
}

// term is when a project runs.
func (o office) term(p project) string {
	if p.To == "" {
		return o.Date(p.From.Time()) + " –"
	}
	return o.Date(p.From.Time()) + " – " + o.Date(p.To.Time())
}

func (o office) lineOfAction(e event) line {
	sum := at(o.now.events, e.ID)
	l := line{
		coordinator: coordinator(e), kind: e.LawKind, participants: sum.volunteers, minutes: sum.minutes,
		name:  spec.Str(o.T("report.form_action")),
		where: join(", ", o.venue(e).Text(o), e.VenueAddress, o.moment(e.Start, e.End)),
	}
	if o.params.Texts.may(EventTexts, e.ID) {
		l.name = spec.Str(join(": ", o.T("report.form_action"), o.name(e.Title)))
		l.description = join("\n", e.Description, e.Result)
		l.requirements = e.Requirements
	}
	return l
}

// moment prints day and times: 22.11.2026 10:00–12:00.
func (o office) moment(from, to data.Local) string {
	s := o.Date(from.Time()) + " " + o.Time(from.MinuteOfDay())
	if to.Valid() {
		s += "–" + o.Time(to.MinuteOfDay())
	}
	return s
}

// contacts are the organisation's region, public address, phone and e-mail.
func (f facts) contacts() string {
	return join(", ", f.region(), f.centre.Address, f.centre.Phone, f.centre.Email)
}

// join joins what is not empty.
func join(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}
