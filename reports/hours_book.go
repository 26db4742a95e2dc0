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
		b, err := readHours(ctx, v, f)
		r = f.report("report.hours_title")
		r.Sheets = []spec.Sheet{b.monthsSheet(), b.directionsSheet(), b.hoursSheet(), b.aboutSheet(about{
			title: "report.hours_title", definitions: []string{"hours", "direction", "ages"},
			leftOut: []string{"residents_hours", "names", "not_at_all"},
		})}
		return err
	})
	return r, err
}

// hoursBook is what the hours workbook is made of.
type hoursBook struct {
	office
	months      map[int64]map[data.Month]int // minutes by volunteer
	byVolunteer map[int64][]int              // minutes by place of the direction
}

func readHours(ctx context.Context, v *store.ReportView, f facts) (hoursBook, error) {
	b := hoursBook{office: office{facts: f}, months: map[int64]map[data.Month]int{}, byVolunteer: map[int64][]int{}}
	p := f.params.Period
	var months []store.VolunteerMonth
	var directions []store.VolunteerDirection
	err := do(
		func() (err error) { b.volunteers, err = v.Volunteers(ctx, p); return err },
		func() (err error) { b.hours, err = v.HoursByDirection(ctx, p); return err },
		func() (err error) { months, err = v.HoursByVolunteerAndMonth(ctx, p); return err },
		func() (err error) { directions, err = v.HoursByVolunteerAndDirection(ctx, p); return err },
	)
	for _, m := range months {
		if minutes := b.ownMinutes(m); minutes > 0 {
			b.addMonth(m.VolunteerID, m.Month, minutes)
		}
	}
	for _, d := range directions {
		if b.byVolunteer[d.VolunteerID] == nil {
			b.byVolunteer[d.VolunteerID] = f.directions.split()
		}
		b.byVolunteer[d.VolunteerID][f.directions.at(d.Direction)] += d.Minutes
	}
	return b, err
}

func (b hoursBook) addMonth(id int64, m data.Month, minutes int) {
	if b.months[id] == nil {
		b.months[id] = map[data.Month]int{}
	}
	b.months[id][m] = minutes
}

// ownMinutes are a volunteer's own minutes of a month: with those at events with residents only where the whole
// month lies in the period and may hold them, as in the workbook of that month.
func (b hoursBook) ownMinutes(m store.VolunteerMonth) int {
	whole := data.Period{From: m.Month.First(), To: m.Month.Last()}
	p := b.params.Period
	if p.Holds(whole.From) && p.Holds(whole.To) && b.residents.InOwnHours(whole) {
		return m.Minutes + m.ResidentMinutes
	}
	return m.Minutes
}

func (b hoursBook) monthsSheet() spec.Sheet {
	columns := personColumns(b.facts)
	for _, m := range b.params.Period.Months() {
		columns = append(columns, volunteerColumn{
			Title: b.MonthYear(m.First().Time()), Kind: spec.Hours, Total: spec.Sum,
			Value: func(v volunteer) spec.Value { return spec.Minutes(b.months[v.ID][m]) },
		})
	}
	columns = append(columns, volunteerColumn{
		Title: "workbook.total", Kind: spec.Hours, Total: spec.Sum,
		Value: func(v volunteer) spec.Value {
			sum := 0
			for _, minutes := range b.months[v.ID] {
				sum += minutes
			}
			return spec.Minutes(sum)
		},
	})
	rows := b.rows(func(v volunteer) bool { return len(b.months[v.ID]) > 0 })
	return b.list("report.sheet_months", "report.note_months", spec.Register[volunteer]{Columns: columns, Rows: rows})
}

func (b hoursBook) directionsSheet() spec.Sheet {
	columns := personColumns(b.facts)
	var all [][]int
	for _, v := range b.volunteers {
		if s := b.byVolunteer[v.ID]; s != nil {
			all = append(all, s)
		}
	}
	for _, i := range b.directions.shown(all...) {
		columns = append(columns, volunteerColumn{
			Title: b.directions.title(i), Kind: spec.Hours, Total: spec.Sum, Width: 16,
			Value: func(v volunteer) spec.Value { return spec.Minutes(b.byVolunteer[v.ID][i]) },
		})
	}
	rows := b.rows(func(v volunteer) bool { return b.byVolunteer[v.ID] != nil })
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
