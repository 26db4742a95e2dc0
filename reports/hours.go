package reports

import "saya/reports/spec"

// hoursSheet holds the hours by month and direction.
func (o office) hoursSheet() spec.Sheet {
	return spec.Sheet{
		Name: "report.sheet_hours", Title: "report.sheet_hours", Note: "report.note_hours",
		Blocks: []spec.Block{o.monthsByDirection()},
	}
}

func (o office) monthsByDirection() spec.Matrix {
	c := o.directions
	shown := c.shown(o.now.directions...)
	m := spec.Matrix{
		Title: "report.hours_by_month", Corner: "common.month", Across: true,
		Chart: &spec.Chart{Form: spec.Pillars, Title: "report.months_total", Columns: []string{"workbook.total"}},
	}
	for _, i := range shown {
		m.Columns = append(m.Columns, spec.Head{Title: c.title(i), Kind: spec.Hours, Total: spec.Sum, Width: 15})
	}
	for k, month := range o.now.months {
		r := spec.Row{Label: o.MonthYear(month.First().Time())}
		for _, i := range shown {
			r.Values = append(r.Values, spec.Minutes(o.now.directions[k][i]))
		}
		m.Rows = append(m.Rows, r)
	}
	return m
}
