package imports

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"saya/app/page"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/reports"
)

// shown is how many rows of a file the step of columns shows.
const shown = 20

// reading is a file and what it was understood as.
type reading struct {
	env     page.Env
	file    sheetin.File
	tables  []int // the sheets of the file that hold something to bring in
	sheet   int   // of the file
	kind    imports.Kind
	table   sheetin.Table
	mapping imports.Mapping
	same    []given      // what a person gave for all rows
	known   bool         // a person said of such a table what it is
	kept    *corrections // of the plan, while the columns are looked at again; nil for none
	lost    bool         // they did not fit any more, and nobody was told yet
}

// corrected is what was corrected in the rows as they are read now.
func (r *reading) corrected() *corrections {
	if r.kept == nil {
		return newCorrections()
	}
	return r.kept
}

// given is a text that a field holds in every row, "" = not said yet.
type given struct {
	field imports.Field
	text  string
}

// read reads a file and guesses what it holds; it runs off the UI goroutine.
func read(ctx context.Context, env page.Env, path string) (*reading, error) {
	file, err := sheetin.Read(ctx, path)
	if err != nil {
		return nil, err
	}
	return understand(env, file), nil
}

// in is the same file on another page.
func (r *reading) in(env page.Env) *reading {
	again := *r
	again.env, again.mapping, again.same = env, slices.Clone(r.mapping), slices.Clone(r.same)
	return &again
}

// understand guesses which sheet of a file holds what.
func understand(env page.Env, file sheetin.File) *reading {
	r := &reading{env: env, file: file, tables: tables(file)}
	sheet, src, ok := imports.Best(file, "")
	if !ok {
		r.setSheet(0)
	} else {
		r.sheet, r.kind, r.table, r.mapping = sheet, src.Kind, src.Table, src.Mapping
	}
	r.known = r.recall()
	return r
}

// prefer takes the table for what the section holds from which it was opened, where its titles say that as well as what
// was guessed: lists of people may be volunteers or applicants.
func (r *reading) prefer(section string) {
	belongs := func(k imports.Kind) bool { return r.env.T("shell."+sectionOf(k)) == section }
	if section == "" || r.known || belongs(r.kind) {
		return
	}
	understood := len(r.fields())
	for _, k := range imports.Kinds() {
		other := &reading{kind: k, mapping: imports.Guess(k, r.table.Titles)}
		if belongs(k) && len(imports.Missing(k, other.mapping)) == 0 && len(other.fields()) >= understood {
			r.setKind(k)
			return
		}
	}
}

// tables are the sheets of a file that hold a table.
func tables(file sheetin.File) []int {
	var out []int
	for i, sheet := range file.Sheets {
		if imports.HoldsTable(sheet) {
			out = append(out, i)
		}
	}
	return out
}

// others says which sheets but the chosen one hold a table, "" when none does: one sheet comes in at a time.
func (r *reading) others() string {
	var names []string
	for _, i := range r.tables {
		if i != r.sheet {
			names = append(names, r.file.Sheets[i].Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return r.env.T("importpage.other_sheets", "Count", len(names), "Sheets", strings.Join(names, ", "))
}

// setSheet looks for a table on another sheet and guesses what it is.
func (r *reading) setSheet(i int) {
	r.sheet = i
	s := r.file.Sheets[i]
	table, ok := sheetin.Find(s, imports.Known(""))
	if !ok {
		table = sheetin.At(s, 1, 1)
	}
	r.setTable(table)
}

// setHeader takes the header from a row that a person named, 1-based.
func (r *reading) setHeader(row int) {
	s := r.file.Sheets[r.sheet]
	r.setTable(sheetin.At(s, max(1, min(row, len(s.Rows))), 1))
}

func (r *reading) setTable(t sheetin.Table) {
	r.table = t
	kind := imports.GuessKind(t.Titles)
	if kind == "" {
		kind = imports.Volunteers
	}
	r.setKind(kind)
}

// setKind takes the rows for something else: what was corrected in them was meant otherwise.
func (r *reading) setKind(k imports.Kind) {
	r.lost = r.lost || !r.corrected().none()
	r.kind, r.kept = k, nil
	r.mapping = imports.Guess(k, r.table.Titles)
	r.prune()
}

// setField says what a column holds; a field that another column had moves here, unless several may hold it.
func (r *reading) setField(column int, f imports.Field) {
	if f != "" && !f.List() {
		for i, other := range r.mapping {
			if other == f {
				r.mapping[i] = ""
			}
		}
	}
	r.mapping[column] = f
	r.prune()
}

// prune forgets what was given for all rows of fields that have a column, or that the kind does not have.
func (r *reading) prune() {
	fields := imports.Fields(r.kind)
	r.same = slices.DeleteFunc(r.same, func(g given) bool {
		known := slices.ContainsFunc(fields, func(info imports.FieldInfo) bool { return info.Field == g.field })
		return !known || slices.Contains(r.mapping, g.field)
	})
}

// setAll gives a text for all rows; "" takes it back but asks for it on.
func (r *reading) setAll(f imports.Field, text string) {
	for i := range r.same {
		if r.same[i].field == f {
			r.same[i].text = text
			return
		}
	}
	r.same = append(r.same, given{f, text})
}

// forAll are the fields that are asked for once for all rows: those that have to be there and have no column, then those
// that a person picked.
func (r *reading) forAll() []given {
	var out []given
	for _, f := range imports.Missing(r.kind, r.mapping) {
		out = append(out, given{field: f})
	}
	for _, g := range r.same {
		i := slices.IndexFunc(out, func(o given) bool { return o.field == g.field })
		if i < 0 {
			out = append(out, g)
			continue
		}
		out[i] = g
	}
	return out
}

// whole are the columns as the plan has them: those of the table and then those that are the same in all rows.
func (r *reading) whole() imports.Mapping {
	m := slices.Clone(r.mapping)
	for _, g := range r.same {
		if g.text != "" {
			m = append(m, g.field)
		}
	}
	return m
}

// fields lists the fields that have a column, each once, in the order of the columns.
func (r *reading) fields() []imports.Field {
	var out []imports.Field
	for _, f := range r.whole() {
		if f != "" && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// column is the first column of a field.
func (r *reading) column(f imports.Field) int { return slices.Index(r.whole(), f) }

// title is what stands above a column, or its letter where nothing does.
func (r *reading) title(column int) string {
	if t := r.table.Titles[column]; t != "" {
		return t
	}
	return r.env.T("importpage.column", "Letter", reports.ColumnLetters(column))
}

// example is the first text of a column.
func (r *reading) example(column int) string {
	for _, line := range r.table.Lines[:min(len(r.table.Lines), shown)] {
		if text := r.cell(column, line.Cells[column]); text != "" {
			return text
		}
	}
	return ""
}

// memory is the name under which the columns of tables with these titles are kept. Titles are hashed: they are the
// words of people.
func (r *reading) memory() string {
	h := fnv.New64a()
	fmt.Fprint(h, strings.Join(r.table.Titles, "\n"))
	return fmt.Sprintf("import.%x", h.Sum64())
}

// remembered is what is kept of a table: its kind and its columns.
type remembered struct {
	Kind    imports.Kind
	Mapping imports.Mapping
}

// recall takes what was said of such a table before.
func (r *reading) recall() (known bool) {
	var last remembered
	err := json.Unmarshal([]byte(r.env.Prefs.String(r.memory())), &last)
	if err == nil && slices.Contains(imports.Kinds(), last.Kind) && len(last.Mapping) == len(r.table.Titles) {
		r.kind, r.mapping, known = last.Kind, last.Mapping, true
	}
	return known
}

func (r *reading) remember() {
	text, err := json.Marshal(remembered{r.kind, r.mapping})
	if err == nil {
		r.env.Prefs.SetString(r.memory(), string(text))
	}
}

// source is what the plan is made of: the table with the columns that are the same for all rows.
func (r *reading) source() imports.Source {
	src := imports.Source{Kind: r.kind, Table: r.table, Mapping: slices.Clone(r.mapping), Today: r.env.Today()}
	for _, g := range r.same {
		if g.text != "" {
			src = src.WithAll(g.field, r.env.T(g.field.TextKey()), g.text)
		}
	}
	return src
}

// compared makes the plan, with what a person changed in it before; it runs off the UI goroutine.
func (r *reading) compared(ctx context.Context, c *corrections) (*imports.Plan, error) {
	src := r.source()
	plan, err := imports.NewPlan(ctx, r.env.Store, r.env.Actor, c.into(src))
	if err != nil {
		return nil, err
	}
	return plan, c.onto(plan, src.Mapping)
}

// sectionOf is where records of a kind are looked at.
func sectionOf(k imports.Kind) string {
	return map[imports.Kind]string{
		imports.Volunteers: "volunteers", imports.Applications: "applications", imports.Events: "events",
		imports.Hours: "events", imports.Assignments: "events", imports.Contributions: "reports",
	}[k]
}
