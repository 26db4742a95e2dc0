package reports

import (
	"context"
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/data"
	"saya/reports"
	"saya/widgets"
)

// askExport asks where to write the file.
func (p *Page) askExport() {
	if p.export.Busy() {
		return
	}
	t := p.env.Text
	folder, name := widgets.NewEntry(), widgets.NewEntry()
	folder.SetText(p.model.folder())
	name.SetText(p.model.fileName())
	form := p.env.Form()
	form.Add(
		widgets.Item{Name: "folder", Label: t.T("field.folder"), Required: true, Wide: true, Field: folder},
		widgets.Item{Name: "file_name", Label: t.T("field.file_name"), Required: true, Wide: true, Field: name},
	)
	text := t.T("reports.export_text", "Period", p.model.periodName())
	if p.model.kind == reports.PeopleFile {
		text = t.T("reports.export_people")
	}
	var modal *widgets.Modal
	modal = p.env.Window.Modals().Show(widgets.Dialog{
		Title: t.T("reports.export_title"), Text: text, Width: 560, Focus: folder,
		Content: form, Actions: []widgets.Action{
			{Text: t.T("common.cancel"), Cancel: true},
			{Text: t.T("reports.export"), Kind: widgets.ButtonPrimary, Default: true, Stay: true, Do: func() {
				if form.Validate() {
					p.confirmExport(modal, form, filepath.Join(folder.Value(), name.Value()))
				}
			}},
		},
	})
}

// confirmExport asks before a file is replaced.
func (p *Page) confirmExport(modal *widgets.Modal, form *widgets.Form, path string) {
	if filepath.Ext(path) != ".xlsx" {
		path += ".xlsx"
	}
	write := func() { p.writeTo(modal, form, path) }
	if !exists(path) {
		write()
		return
	}
	t := p.env.Text
	p.env.Window.Modals().Confirm(t.T("reports.replace_title"), t.T("reports.replace_text", "File", filepath.Base(path)),
		widgets.Action{Text: t.T("reports.replace"), Kind: widgets.ButtonDanger, Do: write}, t.T("common.cancel"))
}

// writeTo makes the file; the dialog stays open until it is there.
func (p *Page) writeTo(modal *widgets.Modal, form *widgets.Form, path string) {
	modal.Button(1).SetBusy(true)
	m := *p.model
	p.env.Run.Go(func(ctx context.Context) error { return m.write(ctx, path) }, func(err error) {
		modal.Button(1).SetBusy(false)
		if err != nil {
			form.SetErrors(map[string]string{"folder": p.env.Sentence(err)})
			modal.Refresh()
			return
		}
		p.env.Prefs.SetString(prefFolder, filepath.Dir(path))
		modal.Close()
		p.written(path)
	})
}

// written offers to open what was made.
func (p *Page) written(path string) {
	t := p.env.Text
	p.env.Window.Modals().Show(widgets.Dialog{
		Title: t.T("reports.done_title"), Text: t.T("reports.done_text", "File", filepath.Base(path)),
		Actions: []widgets.Action{
			{Text: t.T("common.open_folder"), Do: func() { p.openOutside(filepath.Dir(path)) }},
			{Text: t.T("common.open_file"), Do: func() { p.openOutside(path) }},
			{Text: t.T("common.close"), Kind: widgets.ButtonPrimary, Default: true, Cancel: true},
		},
	})
}

func (p *Page) openOutside(path string) {
	if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		p.env.Window.Fail(&data.Error{Code: data.Storage, Key: "reports.cannot_open", Err: err})
	}
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
