package reports

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/reports"
	"saya/widgets"
)

// askExport asks where to write the file.
func (p *Page) askExport() {
	if p.export.Busy() || !p.env.May(data.ExportReports) {
		return
	}
	t, m := p.env.Text, *p.model
	text := t.T("reports.export_text", "Period", locale.Title(p.env.PeriodName(m.period)))
	if m.kind == reports.PeopleFile {
		text = t.T("reports.export_people")
	}
	if n := p.shown.found(); n > 0 {
		text += " " + t.T("reports.export_findings", "Count", n)
	}
	d := &page.SaveDialog{
		Title: t.T("reports.export_title"), Text: text, Yes: t.T("reports.export"), Name: m.fileName(), Write: m.write,
	}
	d.Show(p.env)
}

// showHistory lists the files that left.
func (p *Page) showHistory() {
	var exports []data.Export
	p.env.Run.Go(func(ctx context.Context) (err error) {
		exports, err = p.env.Store.Exports(ctx, historyLength)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.env.Window.Modals().Show(widgets.Dialog{
			Title: p.env.T("reports.history_title"), Width: 860, Content: p.historyTable(exports),
			Actions: []widgets.Action{{Text: p.env.T("common.close"), Default: true, Cancel: true}},
		})
	})
}

const historyLength = 200

func (p *Page) historyTable(exports []data.Export) fyne.CanvasObject {
	t := p.env.Text
	table := widgets.NewDataTable([]widgets.Column{
		{ID: "at", Title: t.T("field.at"), Width: 130, NoSort: true},
		{ID: "account", Title: t.T("field.account"), Width: 90, NoSort: true},
		{ID: "report", Title: t.T("field.report"), Flexible: true, MinWidth: 150, NoSort: true},
		{ID: "period", Title: t.T("field.period"), Width: 190, NoSort: true},
		{ID: "lang", Title: t.T("field.lang"), Width: 70, NoSort: true},
	})
	table.EmptyText = t.T("reports.history_empty")
	rows := make(widgets.RowSlice, len(exports))
	for i, e := range exports {
		at := e.At.Local()
		rows[i] = widgets.Row{ID: e.ID, Cells: []widgets.Cell{
			{Text: t.Date(at.Date().Time()) + " " + t.Time(at.MinuteOfDay())},
			{Text: e.Account},
			{Text: t.T("reports.kind." + fileKey(reports.Kind(e.Report)))},
			{Text: t.DateRange(e.From.Time(), e.To.Time())},
			{Text: e.Lang},
		}}
	}
	table.SetRows(rows)
	return container.New(page.Fixed(fyne.NewSize(800, 340)), table)
}
