package imports

import (
	"context"
	"path/filepath"
	"strings"

	"saya/app/export"
	"saya/app/page"
	"saya/data"
	"saya/reports"
)

// saveRest saves the rows that were not taken as a workbook that can be corrected and imported.
func (p *Page) saveRest(of *planned) {
	t := p.env.Text
	report := reports.Rejected(t, of.source(), of.rows, of.choices.of)
	name := strings.TrimSuffix(of.file.Name, filepath.Ext(of.file.Name))
	d := &page.SaveDialog{
		Title: t.T("importpage.rest_title"), Text: t.T("importpage.rest_text"), Yes: t.T("common.save"),
		Name: t.T("importpage.rest_name", "Name", name),
		Write: func(ctx context.Context, path string) error {
			return export.WriteRest(ctx, p.env.Store, p.env.Actor, export.Rest{Report: report, Text: t, Path: path})
		},
	}
	d.Show(p.env)
}

// saveForm saves an empty form for applications, which comes back in here.
func (p *Page) saveForm() {
	t := p.env.Text
	d := &page.SaveDialog{
		Title: t.T("importpage.form_title"), Text: t.T("importpage.form_text"), Yes: t.T("common.save"),
		Name: t.T("importpage.form_name"),
		Write: func(ctx context.Context, path string) error {
			centre, err := p.env.Store.Centre(ctx)
			var directions []data.Choice
			if err == nil {
				directions, err = p.env.Store.Directions(ctx)
			}
			if err != nil {
				return err
			}
			return export.Save(ctx, path, reports.Form(t, centre, directions), t)
		},
	}
	d.Show(p.env)
}
