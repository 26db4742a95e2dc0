package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"saya/app/export"
	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/data/store"
	"saya/reports"
)

// importFlags are the arguments of the command import.
type importFlags struct {
	centre                          entry
	kind, file, sheet, errors, lang string
	dryRun, asJSON                  bool
	columns, given                  []assigned
}

// runImport brings the rows of a spreadsheet into a centre. Rows that are rejected or doubtful are left out, said and,
// with --errors, saved as a workbook that can be corrected and imported.
func runImport(ctx context.Context, c *call, args []string) error {
	var f importFlags
	if err := f.read(c, args); err != nil {
		return err
	}
	return c.work(ctx, f.centre, func(st *store.Store) error { return f.bring(ctx, c, st) })
}

func (f *importFlags) bring(ctx context.Context, c *call, st *store.Store) error {
	src, others, err := f.source(ctx)
	if err == nil {
		src, err = f.assignedTo(src, c.text)
	}
	if err != nil {
		return fileError{filepath.Base(f.file), err}
	}
	where := place{call: c, file: filepath.Base(f.file), src: src, more: len(f.given)}
	where.sayOthers(others)
	plan, err := imports.NewPlan(ctx, st, st.Actor(), src)
	if err != nil {
		return fileError{where.at(src.Table.Header), withOptions(err)}
	}
	if err := f.saveRest(ctx, st, where, plan); err != nil {
		return err
	}
	if !f.dryRun {
		if err := st.BackupChanges(ctx, st.Actor(), store.BackupMassChange); err != nil {
			return err
		}
		if _, err := plan.Apply(ctx, st, st.Actor(), nil); err != nil {
			return err
		}
	}
	return f.say(where, plan)
}

// read takes the kind and the file, then the flags.
func (f *importFlags) read(c *call, args []string) error {
	var kinds []string
	for _, k := range imports.Kinds() {
		kinds = append(kinds, string(k))
	}
	if len(args) == 0 {
		args = []string{""}
	}
	f.kind = args[0]
	if err := c.oneOf("import", f.kind, kinds...); err != nil {
		return err
	}
	if len(args) < 2 || strings.HasPrefix(args[1], "-") {
		return usageError{c.text.T("cli.missing_file")}
	}
	f.file = args[1]
	fs := flags("import")
	fs.StringVar(&f.sheet, "sheet", "", "")
	f.centre = entryFlags(fs)
	fs.StringVar(&f.errors, "errors", "", "")
	fs.StringVar(&f.lang, "lang", string(c.text.Lang()), "")
	fs.BoolVar(&f.dryRun, "dry-run", false, "")
	fs.BoolVar(&f.asJSON, "json", false, "")
	fs.Func("column", "", func(value string) error { return assign(&f.columns, value, strings.LastIndex(value, "=")) })
	fs.Func("set", "", func(value string) error { return assign(&f.given, value, strings.Index(value, "=")) })
	if err := c.parse(fs, args[2:]); err != nil {
		return err
	}
	if err := c.speak(f.lang); err != nil {
		return err
	}
	if err := f.checkFields(c); err != nil {
		return err
	}
	if f.errors != "" && sameFile(f.errors, f.file) {
		return usageError{c.text.T("cli.same_file", "Flag", "--errors", "Other", "FILE")}
	}
	return c.need("dir", *f.centre.dir)
}

// speak goes on in the language of a flag.
func (c *call) speak(lang string) error {
	var langs []string
	for _, l := range locale.Languages() {
		langs = append(langs, string(l))
	}
	if err := c.oneOf("--lang", lang, langs...); err != nil {
		return err
	}
	c.text = locale.New(locale.Lang(lang))
	return nil
}

// sameFile tells whether two paths lead to one file, by whatever way.
func sameFile(a, b string) bool {
	first, err := os.Stat(a)
	second, errSecond := os.Stat(b)
	if err == nil && errSecond == nil {
		return os.SameFile(first, second)
	}
	return filepath.Clean(a) == filepath.Clean(b)
}

// source reads the file and takes the sheet that was named, or else the one whose table is understood best. others are
// the other sheets that hold a table.
func (f *importFlags) source(ctx context.Context) (src imports.Source, others []string, err error) {
	file, err := sheetin.Read(ctx, f.file)
	if err != nil {
		return src, nil, err
	}
	sheets := file.Sheets
	if f.sheet != "" {
		if file.Sheets, err = named(sheets, f.sheet); err != nil {
			return src, nil, err
		}
	}
	at, src, ok := imports.Best(file, imports.Kind(f.kind))
	if !ok {
		return src, nil, noTable(file)
	}
	src.Today = data.DateOf(time.Now().In(data.Zone()))
	for _, s := range sheets {
		if s.Name != file.Sheets[at].Name && imports.HoldsTable(s) {
			others = append(others, s.Name)
		}
	}
	return src, others, nil
}

// named is the sheet with a name, which may be written in small letters.
func named(sheets []sheetin.Sheet, name string) ([]sheetin.Sheet, error) {
	names := make([]string, len(sheets))
	for i, s := range sheets {
		if strings.EqualFold(s.Name, name) {
			return sheets[i : i+1], nil
		}
		names[i] = s.Name
	}
	return nil, &data.Error{Code: data.Invalid, Key: "cli.no_sheet", Args: []any{"Sheets", joined(names)}}
}

// noTable says why a file has nothing to import.
func noTable(file sheetin.File) error {
	if slices.ContainsFunc(file.Sheets, sheetin.Sheet.Matrix) {
		return &data.Error{Code: data.Invalid, Key: "imports.matrix"}
	}
	return &data.Error{Code: data.Invalid, Key: "cli.no_table"}
}

// saveRest makes the workbook of the rows that were not taken, when there are any: before anything is written, so that
// a place where it cannot be made stops the import.
func (f *importFlags) saveRest(ctx context.Context, st *store.Store, where place, plan *imports.Plan) error {
	counts := plan.Counts()
	if f.errors == "" || counts.Rejected+counts.Doubtful == 0 {
		return nil
	}
	report := reports.Rejected(where.text, where.src, plan.Rows(), plan.Choices)
	return export.WriteRest(ctx, st, st.Actor(), export.Rest{Report: report, Text: where.text, Path: f.errors})
}

// say prints what became of the rows, on the other stream what is wrong and where.
func (f *importFlags) say(where place, plan *imports.Plan) error {
	c, r, advice := where.call, where.result(plan), ""
	if f.errors == "" {
		advice = c.text.T("cli.errors_advice")
	}
	where.sayLeftOut()
	where.sayResult(r, advice)
	if f.asJSON {
		return errors.Join(json.NewEncoder(c.Out).Encode(r), f.end(r))
	}
	for _, notice := range r.Notices {
		fmt.Fprintln(c.Out, notice)
	}
	for _, line := range []struct {
		key   string
		count int
	}{
		{imports.New.TextKey(), r.New},
		{imports.Changed.TextKey(), r.Changed},
		{imports.Same.TextKey(), r.Same},
		{imports.Doubtful.TextKey(), r.Doubtful},
		{imports.Rejected.TextKey(), r.Rejected},
		{"cli.warnings", r.Warnings},
	} {
		fmt.Fprintf(c.Out, "%s: %s\n", c.text.T(line.key), c.text.Int(int64(line.count)))
	}
	if f.dryRun {
		fmt.Fprintln(c.Out, c.text.T("cli.dry_run"))
	}
	return f.end(r)
}

// end tells whether rows were left out.
func (f *importFlags) end(r importResult) error {
	if r.Rejected+r.Doubtful > 0 {
		return errPartly
	}
	return nil
}
