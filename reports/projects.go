package reports

import (
	"saya/data"
	"saya/data/store"
	"saya/reports/spec"
)

type project = store.ReportProject

type projectColumn = spec.Column[project]

// projectsSheet lists the projects whose term overlaps the period.
func (o office) projectsSheet() spec.Sheet {
	text := func(p project, s string) spec.Value { return o.text(ProjectTexts, p.ID, s) }
	day := func(d data.Date) spec.Value { return spec.Day(d.Time()) }
	return o.list("report.sheet_projects", "report.note_projects", spec.Register[project]{Rows: o.projects, Columns: []projectColumn{
		{Title: "common.row_number", Kind: spec.Ordinal, Total: spec.Label, Width: 10},
		{Title: "field.name", Width: o.wide(28), Value: func(p project) spec.Value { return text(p, o.name(p.Name)) }},
		{Title: "field.aim", Width: o.wide(30), Value: func(p project) spec.Value { return text(p, p.Aim) }},
		{Title: "field.direction", Width: 24, Value: func(p project) spec.Value { return o.directions.value(p.Direction) }},
		{Title: "report.term_from", Kind: spec.Date, Width: 13, Value: func(p project) spec.Value { return day(p.From) }},
		{Title: "report.term_to", Kind: spec.Date, Width: 13, Value: func(p project) spec.Value { return day(p.To) }},
		{Title: "report.planned_events", Kind: spec.Count, Total: spec.Sum, Width: 18, Value: planned},
		{Title: "report.held_events", Kind: spec.Count, Total: spec.Sum, Width: 18, Value: func(p project) spec.Value { return spec.Int(p.Held) }},
		{Title: "field.expected", Width: o.wide(28), Value: func(p project) spec.Value { return text(p, p.Expected) }},
		{Title: "field.actual", Width: o.wide(28), Value: func(p project) spec.Value { return text(p, p.Actual) }},
		{Title: "field.partners", Width: o.wide(24), Value: func(p project) spec.Value { return text(p, p.Partners) }},
	}})
}

// planned is how many events a project plans. It is blank, as if nobody had set it, where some have residents:
// beside the number held it would tell how many.
func planned(p project) spec.Value {
	if p.Mixed || p.Planned == 0 {
		return spec.Value{}
	}
	return spec.Int(p.Planned)
}
