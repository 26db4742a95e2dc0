package reports

import (
	"saya/data"
	"saya/data/store"
	"saya/reports/spec"
)

type event = store.ReportEvent

type eventColumn = spec.Column[event]

// eventsSheet lists the held events without residents.
func (o office) eventsSheet() spec.Sheet {
	columns := append(o.eventColumns(),
		eventColumn{Title: "report.volunteers", Kind: spec.Count, Total: spec.Sum, Width: 16, Value: func(e event) spec.Value { return spec.Int(at(o.now.events, e.ID).volunteers) }},
		eventColumn{Title: "report.participants", Kind: spec.Count, Total: spec.Sum, Width: 16, Value: o.participants},
		eventColumn{Title: "report.hours", Kind: spec.Hours, Total: spec.Sum, Width: 15, Value: func(e event) spec.Value { return spec.Minutes(at(o.now.events, e.ID).minutes) }},
		eventColumn{Title: "report.b1", Kind: spec.Count, Total: spec.Sum, Width: 16, Value: covered},
		eventColumn{Title: "field.result", Width: o.wide(26), Value: func(e event) spec.Value { return o.text(EventTexts, e.ID, e.Result) }},
		eventColumn{Title: "field.link", Width: o.wide(22), Value: func(e event) spec.Value { return o.text(EventTexts, e.ID, e.Link) }},
	)
	return o.list("report.sheet_events", "report.note_events", spec.Register[event]{Columns: columns, Rows: o.events})
}

// planSheet lists the events without residents that are planned for the period after.
func (o office) planSheet() spec.Sheet {
	columns := append(o.eventColumns(),
		eventColumn{Title: "field.wanted", Kind: spec.Count, Total: spec.Sum, Width: 18, Value: func(e event) spec.Value { return spec.Int(e.Wanted) }})
	sheet := o.list("report.sheet_plan", "report.note_plan", spec.Register[event]{Columns: columns, Rows: o.planned})
	sheet.Title = join(": ", o.T("report.plan"), o.period(o.params.Period.After()))
	return sheet
}

// list is a sheet with one register; name is a key and the title too.
func (o office) list(name, note string, b spec.Block) spec.Sheet {
	return spec.Sheet{Name: name, Title: name, Note: note, Blocks: []spec.Block{b}}
}

// eventColumns are the columns that say what, when and where.
func (o office) eventColumns() []eventColumn {
	return []eventColumn{
		{Title: "common.row_number", Kind: spec.Ordinal, Total: spec.Label, Width: 10},
		{Title: "field.date", Kind: spec.Date, Width: 12, Value: func(e event) spec.Value { return spec.Day(e.Start.Time()) }},
		{Title: "field.time", Kind: spec.Time, Width: 10, Value: func(e event) spec.Value { return clock(e.Start) }},
		{Title: "field.title", Width: o.wide(26), Value: func(e event) spec.Value { return o.text(EventTexts, e.ID, o.name(e.Title)) }},
		{Title: "field.type", Width: 20, Value: func(e event) spec.Value { return spec.Word("status.event_type." + string(e.Type)) }},
		{Title: "report.event_form", Width: 12, Value: func(e event) spec.Value { return spec.Word(formOf(e)) }},
		{Title: "field.law_kind", Width: 22, Value: func(e event) spec.Value { return o.kinds.value(e.LawKind) }},
		{Title: "field.direction", Width: 20, Value: func(e event) spec.Value { return o.directions.value(e.Direction) }},
		{Title: "field.venue", Width: 22, Value: o.venue},
		{Title: "report.coordinator", Kind: spec.Code, Width: 14, Value: func(e event) spec.Value { return spec.Str(coordinator(e)) }},
	}
}

func clock(l data.Local) spec.Value {
	if !l.Valid() {
		return spec.Value{}
	}
	return spec.Clock(l.MinuteOfDay())
}

// formOf is the key of an event's form for the front office.
func formOf(e event) string {
	switch {
	case e.Type == data.Training:
		return "report.form_training"
	case e.ProjectID != 0:
		return "report.form_project"
	}
	return "report.form_action"
}

// venue is the public name of an event's place, never that of a closed one.
func (o office) venue(e event) spec.Value {
	if e.VenueClosed {
		return spec.Word("common.closed_venue")
	}
	return spec.Str(o.name(e.VenueName))
}

// coordinator is the number of an event's coordinator, unless she chose to appear not at all.
func coordinator(e event) string {
	if e.CoordinatorNumber == 0 || e.CoordinatorNaming == data.NotNamed {
		return ""
	}
	return sign(e.CoordinatorNumber)
}

// participants are all who took part, blank where the public was not counted.
func (o office) participants(e event) spec.Value {
	if !e.Public.Known {
		return spec.Value{}
	}
	return spec.Int(e.Public.N + at(o.now.events, e.ID).volunteers)
}

func covered(e event) spec.Value {
	if !e.Public.Known {
		return spec.Value{}
	}
	return spec.Int(e.Public.N)
}
