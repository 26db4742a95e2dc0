package export

import (
	"context"

	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/reports"
	"saya/reports/spec"
)

// Rest is a file of the rows of an import that were not taken. It holds of people what the imported file held.
type Rest struct {
	Report spec.Report // as [reports.Rejected] makes it
	Text   *locale.Printer
	Path   string // of the file; an existing one is replaced whole
}

// WriteRest makes the file. It is there whole and in the history, or neither, and what was there before stays.
func WriteRest(ctx context.Context, st *store.Store, actor data.Actor, r Rest) error {
	f := file{
		path: r.Path, report: r.Report, printer: r.Text,
		entry: data.Export{Report: string(reports.RejectedFile), Lang: string(r.Text.Lang()), People: true},
	}
	return f.write(ctx, st, actor)
}
