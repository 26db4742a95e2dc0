package reports

import (
	"strconv"

	"saya/data"
	"saya/data/store"
	"saya/reports/spec"
)

type volunteer = store.ReportVolunteer

type volunteerColumn = spec.Column[volunteer]

// volunteersSheet lists by number those who were volunteers on the last day or worked in the period.
func (o office) volunteersSheet() spec.Sheet {
	return o.list("report.sheet_volunteers", "report.note_volunteers", spec.Register[volunteer]{Rows: o.volunteerRows(), Columns: []volunteerColumn{
		{Title: "common.row_number", Kind: spec.Ordinal, Total: spec.Label, Width: 10},
		{Title: "report.volunteer_number", Kind: spec.Code, Width: 16, Value: numberOf},
		{Title: "field.age_band", Width: 24, Value: func(v volunteer) spec.Value { return o.band(v) }},
		{Title: "field.direction", Width: 26, Value: func(v volunteer) spec.Value { return o.directions.value(v.Direction) }},
		{Title: "report.events", Kind: spec.Count, Total: spec.Sum, Width: 17, Value: func(v volunteer) spec.Value { return spec.Int(o.now.by(v.ID).events) }},
		{Title: "report.hours", Kind: spec.Hours, Total: spec.Sum, Width: 15, Value: func(v volunteer) spec.Value { return spec.Minutes(o.now.by(v.ID).minutes) }},
		{Title: "field.awards", Width: o.wide(40), Value: func(v volunteer) spec.Value { return o.text(VolunteerTexts, v.ID, v.Awards) }},
	}})
}

func (o office) volunteerRows() []volunteer {
	var rows []volunteer
	for _, v := range o.volunteers {
		if data.MayHaveRow(data.Volunteer{Naming: v.Naming}) && (v.Member || o.now.by(v.ID).minutes > 0) {
			rows = append(rows, v)
		}
	}
	return rows
}

// numberOf is a volunteer's number, by which she is known outside.
func numberOf(v volunteer) spec.Value { return spec.Str(sign(v.Number)) }

// sign prints a volunteer's number: № 12.
func sign(number int64) string { return "№ " + strconv.FormatInt(number, 10) }

func (f facts) band(v volunteer) spec.Value {
	return spec.Word("status.age." + string(data.BandOn(v.Birth, f.params.Period.To)))
}
