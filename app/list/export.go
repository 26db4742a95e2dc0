package list

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"saya/app/export"
	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/reports"
	"saya/widgets"
)

// exports tells whether the list can be made a workbook here: reports decides what of which lists may leave.
func (p *Page) exports() bool {
	return p.config.Export != "" && p.env.May(data.ExportReports) && reports.MayLeave(p.config.ID)
}

// exportButton makes a workbook of the list as it is shown.
func (p *Page) exportButton() fyne.CanvasObject {
	b := widgets.NewButton("", assets.IconExport, func() { p.model.whole(p.askExport) })
	b.Tip = p.env.T("list.export")
	return b
}

// view is the list as it is shown.
func (p *Page) view() reports.View {
	v := reports.View{List: p.config.ID, IDs: slices.Clone(p.model.ids), Order: p.config.ordered(p.query).Sort.Column, Searched: p.query.Search != ""}
	for _, c := range p.table.Columns {
		if !c.Hidden {
			v.Columns = append(v.Columns, c.ID)
		}
	}
	for _, c := range p.config.Chips {
		if c.ID == p.query.Chip {
			v.Chip = reports.Narrowing{ID: c.ID, Text: c.Text}
		}
	}
	for _, f := range p.config.Filters {
		if _, ok := p.query.Filters[f.ID]; ok {
			v.Filters = append(v.Filters, reports.Narrowing{ID: f.ID, Term: f.Text, Text: p.above.names[f.ID]})
		}
	}
	return v
}

// askExport asks where to write the workbook, after saying what goes into it.
func (p *Page) askExport() {
	v := p.view()
	if err := v.Check(); err != nil {
		p.env.Window.Fail(err)
		return
	}
	text := p.env.T("list.export_text")
	if v.Names() {
		text = p.env.T("list.export_names")
	}
	dialog := &page.SaveDialog{
		Title: p.env.T("list.export_title", "List", p.config.Export), Text: text, Yes: p.env.T("list.export"), Name: reports.ViewName(string(p.env.Lang()), v.List, p.env.Today()),
		Write: func(ctx context.Context, path string) error {
			return export.WriteView(ctx, p.env.Store, p.env.Actor, export.View{View: v, Lang: p.env.Lang(), Today: p.env.Today(), Path: path})
		},
	}
	dialog.Show(p.env)
}
