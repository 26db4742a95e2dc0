package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"saya/app/export"
	"saya/data"
	"saya/data/store"
	"saya/reports"
)

// reportFlags are the options of the command report.
type reportFlags struct {
	centre                                 entry
	from, to, lang, out, people, recipient string
	withTexts                              bool
}

// runReport writes a report of a period, and with --people the named list beside it.
func runReport(ctx context.Context, c *call, args []string) error {
	kinds := []string{string(reports.OfficeFile), string(reports.RegisterFile), string(reports.HoursFile)}
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return usageError{c.text.T("cli.bad_choice", "Flag", "report", "Choices", joined(kinds))}
	}
	if err := c.oneOf("report", args[0], kinds...); err != nil {
		return err
	}
	var f reportFlags
	params, err := f.read(c, args[1:])
	if err != nil {
		return err
	}
	return c.work(ctx, f.centre, func(st *store.Store) error { return f.write(ctx, c, st, reports.Kind(args[0]), params) })
}

func (f *reportFlags) write(ctx context.Context, c *call, st *store.Store, kind reports.Kind, params reports.Params) error {
	jobs := []export.Job{{Kind: kind, Params: params, Path: f.out}}
	if f.people != "" {
		jobs = append(jobs, export.Job{Kind: reports.PeopleFile, Params: params, Path: f.people})
	}
	for _, job := range jobs {
		if err := export.Write(ctx, st, st.Actor(), job); err != nil {
			return err
		}
		fmt.Fprintln(c.Out, c.text.T("cli.report_made", "File", filepath.Base(job.Path)))
	}
	return nil
}

func (f *reportFlags) read(c *call, args []string) (reports.Params, error) {
	fs := flags("report")
	f.centre = entryFlags(fs)
	fs.StringVar(&f.from, "from", "", "")
	fs.StringVar(&f.to, "to", "", "")
	fs.StringVar(&f.lang, "lang", string(c.text.Lang()), "")
	fs.StringVar(&f.out, "out", "", "")
	fs.StringVar(&f.people, "people", "", "")
	fs.StringVar(&f.recipient, "for", "", "")
	fs.BoolVar(&f.withTexts, "with-texts", false, "")
	var p reports.Params
	if err := c.parse(fs, args); err != nil {
		return p, err
	}
	for _, n := range []struct{ name, value string }{{"dir", *f.centre.dir}, {"from", f.from}, {"to", f.to}, {"out", f.out}} {
		if err := c.need(n.name, n.value); err != nil {
			return p, err
		}
	}
	if err := f.checkFiles(c); err != nil {
		return p, err
	}
	if err := c.oneOf("--lang", f.lang, reports.Langs()...); err != nil {
		return p, err
	}
	from, err := c.date("from", f.from)
	if err != nil {
		return p, err
	}
	to, err := c.date("to", f.to)
	if err != nil {
		return p, err
	}
	if to < from {
		return p, usageError{c.text.T("cli.bad_period")}
	}
	return reports.Params{
		Period: data.Period{From: from, To: to}, Lang: f.lang, Texts: reports.Texts{All: f.withTexts},
		Recipient: f.recipient, Today: data.DateOf(time.Now().In(data.Zone())),
	}, nil
}

// checkFiles refuses names of files that are no workbooks, and one name for two.
func (f *reportFlags) checkFiles(c *call) error {
	for _, n := range []struct{ name, file string }{{"out", f.out}, {"people", f.people}} {
		if n.file != "" && !strings.EqualFold(filepath.Ext(n.file), ".xlsx") {
			return usageError{c.text.T("cli.bad_ending", "Flag", "--"+n.name)}
		}
	}
	if f.people != "" && filepath.Clean(f.people) == filepath.Clean(f.out) {
		return usageError{c.text.T("cli.same_file", "Flag", "--people", "Other", "--out")}
	}
	return nil
}
