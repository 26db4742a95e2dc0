package reports

import (
	"saya/assets/locale"
	"saya/data"
	"saya/data/reference"
	"saya/data/store"
	"saya/reports/spec"
)

// summarySheet holds the indicators beside the period before, and their splits.
func (o office) summarySheet() spec.Sheet {
	f := spec.Figures{Title: "report.indicators", Now: o.period(o.params.Period), Before: o.period(o.params.Period.Before())}
	for _, in := range figures(o.now, o.before) {
		f.Rows = append(f.Rows, spec.Figure{Code: in.Code, Title: in.Title, Now: in.Now, Before: in.Before})
	}
	return spec.Sheet{
		Name: "report.sheet_summary", Title: "report.summary_title", Note: "report.note_summary",
		Blocks: []spec.Block{f, o.byDirection(), o.bySex(), o.byAge(), o.byForm(), o.contributions()},
	}
}

// head is a column of a split; it has room for two languages.
func head(title string, kind spec.Kind) spec.Head {
	return spec.Head{Title: title, Kind: kind, Total: spec.Sum, Width: 16}
}

// byDirection tells what was done in each direction, without events with residents: what stays of their total
// would tell of each of them.
func (o office) byDirection() spec.Matrix {
	c := o.directions
	people, events, covered, minutes := c.split(), c.split(), c.split(), c.split()
	for _, v := range o.members() {
		people[c.at(v.Direction)]++
	}
	for _, e := range o.events {
		events[c.at(e.Direction)]++
		covered[c.at(e.Direction)] += e.Public.N
	}
	for _, month := range o.now.directions {
		for i, n := range month {
			minutes[i] += n
		}
	}
	m := spec.Matrix{
		Title: "report.by_direction", Corner: "field.direction",
		Columns: []spec.Head{
			head("report.v1", spec.Count), head("report.e1", spec.Count), head("report.b1", spec.Count), head("report.h1", spec.Hours),
		},
		Chart: &spec.Chart{Form: spec.Bars, Title: "report.hours_by_direction", Columns: []string{"report.h1"}},
	}
	for _, i := range c.shown(people, events, covered, minutes) {
		m.Rows = append(m.Rows, spec.Row{Label: c.title(i), Values: []spec.Value{
			spec.Int(people[i]), spec.Int(events[i]), spec.Int(covered[i]), spec.Minutes(minutes[i]),
		}})
	}
	return m
}

// members are the volunteers of the last day.
func (o office) members() []store.ReportVolunteer {
	var out []store.ReportVolunteer
	for _, v := range o.volunteers {
		if v.Member {
			out = append(out, v)
		}
	}
	return out
}

func (o office) byAge() spec.Matrix {
	last := o.params.Period.To
	var keys, labels []string
	for _, b := range data.AgeBands() {
		keys, labels = append(keys, string(b)), append(labels, "status.age."+string(b))
	}
	m := o.people("report.by_age", "field.age_band", keys, labels, func(v store.ReportVolunteer) string {
		return string(data.BandOn(v.Birth, last))
	})
	m.Chart = &spec.Chart{Form: spec.Pillars, Columns: []string{"report.v1"}}
	return m
}

func (o office) bySex() spec.Matrix {
	keys := []string{string(data.Female), string(data.Male), ""}
	labels := []string{"status.sex.female", "status.sex.male", "status.sex.unknown"}
	return o.people("report.by_sex", "field.sex", keys, labels, func(v store.ReportVolunteer) string { return string(v.Sex) })
}

func (o office) byForm() spec.Matrix {
	var keys, labels []string
	for _, form := range reference.ActivityForms() {
		keys, labels = append(keys, form.Code), append(labels, locale.Title(o.name(form.Names)))
	}
	keys, labels = append(keys, ""), append(labels, "common.unknown")
	return o.people("report.by_form", "field.form", keys, labels, func(v store.ReportVolunteer) string { return v.Form })
}

// people counts volunteers and new volunteers by a key; the last key takes what no other is.
func (o office) people(title, corner string, keys, labels []string, key func(store.ReportVolunteer) string) spec.Matrix {
	at := map[string]int{}
	for i, k := range keys {
		at[k] = i
	}
	members, accepted := make([]int, len(keys)), make([]int, len(keys))
	for _, v := range o.volunteers {
		i, known := at[key(v)]
		if !known {
			i = len(keys) - 1
		}
		if v.Member {
			members[i]++
		}
		if v.New {
			accepted[i]++
		}
	}
	m := spec.Matrix{
		Title: title, Corner: corner, Columns: []spec.Head{head("report.v1", spec.Count), head("report.v2", spec.Count)},
	}
	for i, label := range labels {
		m.Rows = append(m.Rows, spec.Row{Label: label, Values: []spec.Value{spec.Int(members[i]), spec.Int(accepted[i])}})
	}
	return m
}

func (o office) contributions() spec.Matrix {
	m := spec.Matrix{
		Title: "report.contributions", Corner: "report.contribution_kind",
		Columns: []spec.Head{
			head("common.count", spec.Count), head("report.value", spec.Money), head("report.reach", spec.Count),
		},
	}
	for _, kind := range data.ContributionKinds() {
		g := o.now.gifts[kind]
		row := spec.Row{Label: "status.contribution." + string(kind), Values: []spec.Value{spec.Int(g.N), spec.Tiyn(g.Value), {}}}
		if kind == data.Information {
			row.Values[1], row.Values[2] = spec.Value{}, spec.Int(g.Reach)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}
