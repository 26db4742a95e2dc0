package reports

import (
	"context"

	"saya/data/store"
	"saya/reports/spec"
)

// FrontOffice makes the workbook for the regional front office of volunteers: eight sheets that name nobody.
func FrontOffice(ctx context.Context, src Source, p Params) (spec.Report, error) {
	var r spec.Report
	err := look(ctx, src, p, func(v *store.ReportView, f facts) error {
		o, err := readOffice(ctx, v, f)
		if err != nil {
			return err
		}
		r = f.report("report.front_office")
		r.Sheets = []spec.Sheet{
			o.summarySheet(), o.eventsSheet(), o.volunteersSheet(), o.projectsSheet(), o.hoursSheet(), o.planSheet(),
			o.registerSheet(), o.aboutSheet(about{
				title: "report.front_office", indicators: Indicators(),
				definitions: []string{"period", "ages", "direction", "participants", "event_hours", "projects", "plan", "register"},
				leftOut:     []string{"residents", "splits", "own_hours", "names", "not_at_all", "venues", "texts"},
			}),
		}
		return nil
	})
	return r, err
}

// look runs fn on one moment of the centre, with what all reports need.
func look(ctx context.Context, src Source, p Params, fn func(*store.ReportView, facts) error) error {
	if err := p.check(); err != nil {
		return err
	}
	return src.Report(ctx, func(v *store.ReportView) error {
		f, err := readFacts(ctx, v, p)
		if err != nil {
			return err
		}
		return fn(v, f)
	})
}

// office is what the front-office workbook is made of.
type office struct {
	facts
	worker      worker
	now, before totals
	volunteers  []store.ReportVolunteer
	events      []store.ReportEvent
	planned     []store.ReportEvent
	projects    []store.ReportProject
}

func readOffice(ctx context.Context, v *store.ReportView, f facts) (office, error) {
	o := office{facts: f}
	period := f.params.Period
	return o, do(
		func() error { return o.readWork(ctx, v) },
		func() (err error) {
			o.before, err = readTotals(ctx, o.worker, period.Before(), f.residents.InTotals(period.Before()))
			return err
		},
		func() (err error) { o.events, err = v.Events(ctx, period); return err },
		func() (err error) { o.planned, err = v.PlannedEvents(ctx, period.After()); return err },
		func() (err error) { o.projects, err = v.Projects(ctx, period); return err },
	)
}

// readWork reads the volunteers and the totals of the period.
func (o *office) readWork(ctx context.Context, v *store.ReportView) error {
	p := o.params.Period
	return do(
		func() (err error) { o.volunteers, err = v.Volunteers(ctx, p); return err },
		func() (err error) { o.worker, err = newWorker(ctx, v, o.directions, o.volunteers); return err },
		func() (err error) { o.now, err = readTotals(ctx, o.worker, p, o.residents.InTotals(p)); return err },
	)
}

// do runs the steps up to the first that fails.
func do(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
