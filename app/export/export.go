// Package export makes files of what the centre holds, and of the rows of an import that were not taken, keeps in the
// history of exports who made what, for whom and when, and lists them among the files outside, to be deleted some day.
// The window and the command line both go through it.
package export

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"saya/data"
	"saya/data/store"
	"saya/reports"
	"saya/reports/spec"
	"saya/reports/xlsx"
)

// Job is one file to be made.
type Job struct {
	Kind   reports.Kind
	Params reports.Params
	Path   string // of the file; an existing one is replaced whole
	// Ticked tells which of the free texts may leave, as they are at the moment of which the report is; nil where Params
	// tells it.
	Ticked func([]reports.Text) map[reports.TextID]bool
}

// Read reads the report and, where they are asked about, the texts that could leave with it, of one moment. Params tells
// afterwards which of them do.
func (j *Job) Read(ctx context.Context, src reports.Source) (r spec.Report, texts []reports.Text, err error) {
	err = src.Report(ctx, func(v *store.ReportView) error {
		if j.Ticked != nil {
			if texts, err = reports.FreeTexts(ctx, v, j.Params); err != nil {
				return err
			}
			j.Params.Texts.Ticked = j.Ticked(texts)
		}
		r, err = j.build(ctx, v)
		return err
	})
	return r, texts, err
}

func (j *Job) build(ctx context.Context, src reports.Source) (spec.Report, error) {
	switch j.Kind {
	case reports.RegisterFile:
		return reports.Register(ctx, src, j.Params)
	case reports.HoursFile:
		return reports.Hours(ctx, src, j.Params)
	case reports.PeopleFile:
		return reports.NamedList(ctx, src, j.Params)
	}
	return reports.FrontOffice(ctx, src, j.Params)
}

// Write makes the file. It is there whole and in the history, or neither, and what was there before stays.
func Write(ctx context.Context, st *store.Store, actor data.Actor, job Job) error {
	report, _, err := job.Read(ctx, st)
	if err != nil {
		return fmt.Errorf("reading the report: %w", err)
	}
	f := file{path: job.Path, report: report, printer: reports.Printer(job.Params.Lang), entry: job.entry()}
	return f.write(ctx, st, actor)
}

// entry is the line of the history.
func (j Job) entry() data.Export {
	p := j.Params
	return data.Export{
		Report: string(j.Kind), From: p.Period.From, To: p.Period.To, Lang: p.Lang, Recipient: p.Recipient,
		WithTexts: p.Texts.All || len(p.Texts.Ticked) > 0, People: j.Kind == reports.PeopleFile,
	}
}

// file is a file that was read and is to be written and recorded.
type file struct {
	path    string
	report  spec.Report
	printer spec.Printer
	entry   data.Export // without name and checksum of the file
}

// write makes the file and its entry, both or neither. The list of files outside follows: it reads what was written.
func (f file) write(ctx context.Context, st *store.Store, actor data.Actor) error {
	var id int64
	err := xlsx.WriteRecorded(ctx, f.path, f.report, f.printer, func(sum string) (err error) {
		f.entry.FileName, f.entry.SHA256 = filepath.Base(f.path), sum
		id, err = st.AddExport(ctx, actor, f.entry)
		return err
	})
	if err != nil && id != 0 {
		err = errors.Join(err, st.DropExport(context.WithoutCancel(ctx), id))
	}
	if err == nil {
		_, err = st.AddOutside(context.WithoutCancel(ctx), actor, f.entry.Report, f.path)
	}
	return refuse(err)
}

// refuse says what is wrong with the place of a file as a sentence that a person can act on.
func refuse(err error) error {
	for cause, key := range map[error]string{
		xlsx.ErrDiskFull: "errors.disk_full", xlsx.ErrNoFolder: "errors.folder_missing",
		xlsx.ErrReadOnly: "errors.read_only", xlsx.ErrBusy: "errors.file_busy",
		context.Canceled: "errors.cancelled",
	} {
		if errors.Is(err, cause) {
			return &data.Error{Code: data.Storage, Key: key, Err: err}
		}
	}
	return err
}
