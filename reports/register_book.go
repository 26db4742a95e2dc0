package reports

import (
	"context"

	"saya/data/store"
	"saya/reports/spec"
)

// Register makes the register of volunteering as a workbook of its own: projects and actions of the period in the
// thirteen columns of the front-office workbook. It names nobody.
func Register(ctx context.Context, src Source, p Params) (spec.Report, error) {
	var r spec.Report
	err := look(ctx, src, p, func(v *store.ReportView, f facts) error {
		o := office{facts: f}
		err := do(
			func() error { return o.readWork(ctx, v) },
			func() (err error) { o.events, err = v.Events(ctx, p.Period); return err },
			func() (err error) { o.projects, err = v.Projects(ctx, p.Period); return err },
		)
		if err != nil {
			return err
		}
		r = f.report("report.register_title")
		r.Sheets = []spec.Sheet{o.registerSheet(), o.aboutSheet(about{
			title: "report.register_title", definitions: []string{"register", "register_participants", "event_hours"},
			leftOut: []string{"residents_rows", "names", "venues", "texts"},
		})}
		return nil
	})
	return r, err
}
