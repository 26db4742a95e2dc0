package reports

import (
	"context"
	"fmt"
	"strings"

	"saya/app/export"
	"saya/app/page"
	"saya/data"
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

// setKind changes the kind of period and keeps what it can of the days.
func (m *model) setPeriodKind(k data.PeriodKind) {
	if k != data.FreePeriod {
		m.period = data.PeriodOf(k, m.period.To)
	}
}

// step goes to the period of the same kind after (1) or before (-1).
func (m *model) step(n int) {
	if n > 0 {
		m.period = m.period.After()
	} else {
		m.period = m.period.Before()
	}
}

// params are those of the report without free texts.
func (m *model) params() reports.Params {
	return reports.Params{
		Period: m.period, Lang: m.lang,
		Recipient: m.centre.FrontOffice.In(m.env.Lang()), Today: m.env.Today(),
	}
}

// periodName says the period in the language of the window.
func (m *model) periodName() string {
	t, p := m.env.Text, m.period
	from := p.From.Time()
	switch p.Kind() {
	case data.MonthPeriod:
		return t.MonthYear(from)
	case data.QuarterPeriod:
		return t.Quarter(from.Year(), (int(from.Month())+2)/3)
	case data.HalfYearPeriod:
		return t.HalfYear(from.Year(), (int(from.Month())+5)/6)
	case data.YearPeriod:
		return t.Year(from.Year())
	}
	return t.DateRange(from, p.To.Time())
}

// preview is the report as it would be written, and what is not ready in its period.
type preview struct {
	report     spec.Report
	printer    spec.Printer
	texts      []reports.Text
	ticked     map[reports.TextID]bool
	unapproved int // hours entries of the period that wait for approval
	unmarked   int // past events of the period where nobody was marked
}

// load reads the preview; it runs off the UI goroutine, on a copy of the model.
func (m *model) load(ctx context.Context) (p preview, err error) {
	params := m.params()
	p.printer = reports.Printer(params.Lang)
	if p.texts, err = reports.FreeTexts(ctx, m.env.Store, params); err != nil {
		return p, err
	}
	p.ticked = m.stillRead(p.texts)
	params.Texts.Ticked = p.ticked
	if p.report, err = export.Build(ctx, m.env.Store, m.kind, params); err != nil {
		return p, err
	}
	hours, err := m.env.Store.HoursList(ctx, data.HoursFilter{Days: m.period, Statuses: []data.HoursStatus{data.Draft, data.Submitted, data.Returned}})
	if err != nil {
		return p, err
	}
	last := min(m.period.To, m.env.Today().AddDays(-1))
	events, err := m.env.Store.Events(ctx, data.EventFilter{
		Days: data.Period{From: m.period.From, To: last}, Statuses: []data.EventStatus{data.Planned, data.Confirmed},
	})
	p.unapproved, p.unmarked = len(hours), len(events)
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
func (m *model) fileName() string { return reports.FileName(m.kind, m.period, m.centre) }

// write makes the file; it runs off the UI goroutine, on a copy of the model.
func (m *model) write(ctx context.Context, path string) error {
	params := m.params()
	texts, err := reports.FreeTexts(ctx, m.env.Store, params)
	if err != nil {
		return err
	}
	params.Texts.Ticked = m.stillRead(texts)
	return export.Write(ctx, m.env.Store, m.env.Actor, export.Job{Kind: m.kind, Params: params, Path: path})
}

// grid is a table made ready for the screen: headers, rows of texts, and which columns are numbers.
type grid struct {
	title   string
	heads   []string
	numbers []bool
	rows    [][]string
	prose   bool
	list    bool
	bars    []bar
}

// bar is one row of a chart.
type bar struct {
	label, text string
	value       float64
}

// grids prepares the tables of a sheet.
func grids(sheet spec.Sheet, p spec.Printer) []grid {
	out := make([]grid, 0, len(sheet.Blocks))
	for _, b := range sheet.Blocks {
		out = append(out, newGrid(b.Table(), p))
	}
	return out
}

func newGrid(t spec.Table, p spec.Printer) grid {
	g := grid{title: p.T(t.Title), prose: t.Form == spec.Prose, list: t.Form == spec.List}
	for _, h := range t.Columns {
		g.heads = append(g.heads, p.T(h.Title))
		g.numbers = append(g.numbers, h.Kind.Sums() || h.Kind == spec.Change || h.Kind == spec.Share)
	}
	for row := range t.Len {
		g.rows = append(g.rows, texts(len(t.Columns), p, func(col int) spec.Value { return t.Cell(row, col) }))
	}
	if totals := t.Totals(); totals != nil {
		g.rows = append(g.rows, texts(len(totals), p, func(col int) spec.Value { return totals[col] }))
	}
	if t.Chart != nil {
		g.bars = bars(t, p)
	}
	return g
}

func texts(n int, p spec.Printer, cell func(int) spec.Value) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = cell(i).Text(p)
	}
	return out
}

// bars draws the first column of figures against the labels.
func bars(t spec.Table, p spec.Printer) []bar {
	column := 1
	for i, h := range t.Columns {
		if len(t.Chart.Columns) > 0 && h.Title == t.Chart.Columns[0] {
			column = i
		}
	}
	out := make([]bar, t.Len)
	for row := range out {
		v := t.Cell(row, column)
		out[row] = bar{t.Cell(row, 0).Text(p), v.Text(p), float64(v.Int())}
	}
	return out
}
