package reports

import (
	"context"
	"fmt"
	"strings"

	"saya/app/export"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/reports"
	"saya/reports/spec"
)

// model is what the screen is set to.
type model struct {
	env    page.Env
	kind   reports.Kind
	period data.Period
	lang   string
	centre data.Centre
	ticked map[reports.TextID]string // what was read of each record that may leave with its texts
}

// newModel starts with the month before, which is what is asked for most.
func newModel(env page.Env) *model {
	return &model{
		env: env, kind: reports.OfficeFile, lang: env.Lang(), ticked: map[reports.TextID]string{},
		period: data.PeriodOf(data.MonthPeriod, env.Today()).Before(),
	}
}

// kinds are the files that can be made, the most asked first.
func kinds() []reports.Kind {
	return []reports.Kind{reports.OfficeFile, reports.RegisterFile, reports.HoursFile, reports.PeopleFile}
}

// params are those of the report without free texts.
func (m *model) params() reports.Params {
	return reports.Params{
		Period: m.period, Lang: m.lang,
		Recipient: m.centre.FrontOffice.In(m.env.Lang()), Today: m.env.Today(),
	}
}

// preview is the report as it would be written, and what is not ready in its period, all of one moment.
type preview struct {
	report spec.Report
	sheets []sheet // of the report
	texts  []reports.Text
	ticked map[reports.TextID]bool
	checks store.ReportChecks
}

// job is the file that is to be made. A text leaves if it still says what was read.
func (m *model) job() export.Job {
	return export.Job{Kind: m.kind, Params: m.params(), Ticked: m.stillRead}
}

// load reads the preview; it runs off the UI goroutine, on a copy of the model.
func (m *model) load(ctx context.Context) (p preview, err error) {
	err = m.env.Store.Report(ctx, func(v *store.ReportView) error {
		if m.centre, err = v.Centre(ctx); err != nil {
			return err
		}
		job := m.job()
		if p.report, p.texts, err = job.Read(ctx, v); err != nil {
			return err
		}
		p.ticked = job.Params.Texts.Ticked
		p.checks, err = v.Checks(ctx, m.period, m.env.Today())
		return err
	})
	p.sheets = sheets(p.report, reports.Printer(m.lang))
	return p, err
}

// stillRead are the records whose texts are the ones that were ticked: what was written since then nobody has read.
func (m *model) stillRead(texts []reports.Text) map[reports.TextID]bool {
	out := map[reports.TextID]bool{}
	for _, record := range records(texts) {
		id := record[0].ID
		if read, ok := m.ticked[id]; ok && read == wording(record) {
			out[id] = true
		}
	}
	return out
}

// wording is all that a record says, to tell whether it says something else now.
func wording(record []reports.Text) string {
	var b strings.Builder
	for _, t := range record {
		fmt.Fprintf(&b, "%s %q\n", t.Field, t.Value)
	}
	return b.String()
}

// read counts the records whose texts were ticked, of all that have texts.
func (p preview) read() (ticked, all int) {
	for _, r := range records(p.texts) {
		all++
		if p.ticked[r[0].ID] {
			ticked++
		}
	}
	return ticked, all
}

// records groups texts by the record they belong to, in order.
func records(texts []reports.Text) [][]reports.Text {
	var out [][]reports.Text
	for _, t := range texts {
		if n := len(out); n > 0 && out[n-1][0].ID == t.ID {
			out[n-1] = append(out[n-1], t)
			continue
		}
		out = append(out, []reports.Text{t})
	}
	return out
}

// fileName is the usual name of the file.
func (m *model) fileName() string { return reports.FileName(m.lang, m.kind, m.period, m.centre) }

// write makes the file; it runs off the UI goroutine, on a copy of the model.
func (m *model) write(ctx context.Context, path string) error {
	job := m.job()
	job.Path = path
	return export.Write(ctx, m.env.Store, m.env.Actor, job)
}
