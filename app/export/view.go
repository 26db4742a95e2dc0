package export

import (
	"context"
	"fmt"

	"saya/data"
	"saya/data/store"
	"saya/reports"
)

// View is a list of the window that is to be made a file.
type View struct {
	reports.View
	Lang  string    // one of [reports.Langs]
	Today data.Date // on this day consent must be in force
	Path  string    // of the file; an existing one is replaced whole
}

// WriteView makes the file, as far as the list may leave. It is there whole and in the history, or neither, and what was
// there before stays.
func WriteView(ctx context.Context, st *store.Store, actor data.Actor, v View) error {
	report, err := reports.Listed(ctx, st, v.View, reports.Params{Lang: v.Lang, Today: v.Today})
	if err != nil {
		return fmt.Errorf("reading a list: %w", err)
	}
	f := file{
		path: v.Path, report: report, printer: reports.Printer(v.Lang),
		entry: data.Export{Report: string(reports.ViewFile), From: v.Today, To: v.Today, Lang: v.Lang, People: v.Names()},
	}
	return f.write(ctx, st, actor)
}
