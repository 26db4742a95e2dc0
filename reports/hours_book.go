package reports

import (
	"context"

	"saya/data"
	"saya/data/store"
	"saya/reports/spec"
)

// Hours makes the workbook of approved hours: by volunteer and month, by volunteer and direction, and by month and
// direction. Volunteers are numbers.
func Hours(ctx context.Context, src Source, p Params) (spec.Report, error) {
	var r spec.Report
	err := look(ctx, src, p, func(v *store.ReportView, f facts) error {
		b := hoursBook{office: office{facts: f}}
		if err := b.readWork(ctx, v); err != nil {
			return err
		}
		r = f.report("report.hours_title")
		r.Sheets = []spec.Sheet{b.monthsSheet(), b.directionsSheet(), b.hoursSheet(), b.aboutSheet(about{
			title: "report.hours_title", definitions: []string{"hours", "direction", "ages"},
			leftOut: []string{"residents_hours", "names", "not_at_all"},
		})}
		return nil
	})
	return r, err
}

// hoursBook is what the hours workbook is made of.
type hoursBook struct{ office }

func (b hoursBook) monthsSheet() spec.Sheet {
	columns := personColumns(b.facts)
	for i, m := range b.now.months {
		columns = append(columns, volunteerColumn{
			Title: b.MonthYear(m.First().Time()), Kind: spec.Hours, Total: spec.Sum,
			Value: func(v volunteer) spec.Value { return spec.Minutes(monthMinutes(b.now.by(v.ID), i)) },
		})
	}
	columns = append(columns, volunteerColumn{
		Title: "workbook.total", Kind: spec.Hours, Total: spec.Sum,
		Value: func(v volunteer) spec.Value { return spec.Minutes(b.now.by(v.ID).minutes) },
	})
	rows := b.rows(func(v volunteer) bool { return b.now.by(v.ID).minutes > 0 })
	return b.list("report.sheet_months", "report.note_months", spec.Register[volunteer]{Columns: columns, Rows: rows})
}

// monthMinutes are a volunteer's minutes of a month.
func monthMinutes(o own, month int) int {
	if o.months == nil {
		return 0
	}
	return o.months[month]
}

func (b hoursBook) directionsSheet() spec.Sheet {
	columns := personColumns(b.facts)
	for _, i := range b.directions.shown(b.now.directions...) {
		columns = append(columns, volunteerColumn{
			Title: b.directions.title(i), Kind: spec.Hours, Total: spec.Sum, Width: 16,
			Value: func(v volunteer) spec.Value { return spec.Minutes(b.now.by(v.ID).directions[i]) },
		})
	}
	rows := b.rows(func(v volunteer) bool { return b.now.by(v.ID).minutes > 0 })
	return b.list("report.sheet_directions", "report.note_hours", spec.Register[volunteer]{Columns: columns, Rows: rows})
}

// rows are the volunteers who may have one and of whom there is something to tell.
func (b hoursBook) rows(has func(volunteer) bool) []volunteer {
	var out []volunteer
	for _, v := range b.volunteers {
		if data.MayHaveRow(data.Volunteer{Naming: v.Naming}) && has(v) {
			out = append(out, v)
		}
	}
	return out
}

// personColumns are the columns that tell of a volunteer herself.
func personColumns(f facts) []volunteerColumn {
	return []volunteerColumn{
		{Title: "common.row_number", Kind: spec.Ordinal, Total: spec.Label, Width: 10},
		{Title: "report.volunteer_number", Kind: spec.Code, Width: 16, Value: numberOf},
		{Title: "field.age_band", Width: 24, Value: f.band},
	}
}
