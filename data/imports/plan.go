package imports

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"saya/data"
	"saya/data/sheetin"
	"saya/data/store"
)

// Source is a table and what its columns are.
type Source struct {
	Kind    Kind
	Table   sheetin.Table
	Mapping Mapping
	Today   data.Date // the day on which rules are asked and unsaid days of acceptance are set
}

// Outcome is what becomes of a row.
type Outcome string

// The outcomes.
const (
	New      Outcome = "new"
	Changed  Outcome = "changed"  // a known record, or a row above, gets other values
	Same     Outcome = "same"     // nothing differs
	Doubtful Outcome = "doubtful" // a person has to decide; undecided it is left out
	Rejected Outcome = "rejected"
	Skipped  Outcome = "skipped" // a person left it out
)

// Outcomes lists the outcomes in the order lists offer them.
func Outcomes() []Outcome { return []Outcome{New, Changed, Same, Doubtful, Rejected, Skipped} }

// TextKey is the text that names the outcome.
func (o Outcome) TextKey() string { return "imports.outcome." + string(o) }

// Counts are the rows by outcome.
type Counts struct{ New, Changed, Same, Doubtful, Rejected, Skipped int }

// Row is one row of the table and what becomes of it.
type Row struct {
	Line       int // in the sheet, 1-based
	Outcome    Outcome
	ID         int64         // the known record of Changed and Same; 0 where it is a row above
	Changes    []Change      // of Changed
	Candidates []Candidate   // of Doubtful, and of a row that was doubtful and decided
	Problems   []*data.Error // of Rejected
	Warnings   []*data.Error // what is taken all the same
	cells      []sheetin.Cell
	layout     *layout
}

// Change is one field before and after. Values are for reading: days ISO, and for words of closed lists the key of
// their text, which a printer turns into the word and anything else into itself.
type Change struct {
	Field         Field
	Before, After string
}

// Candidate is a record that a doubtful row may be the same as.
type Candidate struct {
	ID      int64              // of the known record; minus the Line of a row above
	Row     int                // the Line of a row above, 0 of a known record
	Rule    data.DuplicateRule // "" where a kind has only one rule
	Label   string             // for reading: number and name, day and title
	Changes []Change           // that taking the row for it would make
}

// Decision is what a person says about a doubtful row. The zero value takes a decision back.
type Decision struct {
	SameAs int64 // the ID of a candidate, 0 = none
	New    bool
	Over   []int64 // the IDs of the candidates that New says no to, nil = those there are; of others it is asked again
	Skip   bool    // any row can be left out
}

// Plan is what an import would do. It is for one goroutine.
type Plan struct {
	src   Source
	book  shelf
	below int   // the row of the titles of another table below, 0 = none
	since int64 // the newest batch of the centre before it was compared
}

// shelf is a book of any kind of record.
type shelf interface {
	rows() []Row
	correct(ctx context.Context, i int, f Field, text string) error
	decide(ctx context.Context, i int, d Decision) error
	write(ctx context.Context, im *store.Importer, progress func(done, total int)) error
	notices() []*data.Error
	understood(i int) []Change
	choices(f Field) []string
}

// NewPlan compares a table with the centre; nothing is written. An unknown kind and a mapping without what a new record
// needs are *[data.Error].
func NewPlan(ctx context.Context, st *store.Store, actor data.Actor, src Source) (*Plan, error) {
	if missing := Missing(src.Kind, src.Mapping); len(missing) > 0 || len(Fields(src.Kind)) == 0 {
		refused := &data.Error{Code: data.Invalid, Key: "imports.no_column"}
		if len(missing) > 0 {
			refused.Field = string(missing[0])
		}
		if src.Table.Matrix() {
			refused.Field, refused.Key = "", "imports.matrix"
		}
		return nil, refused
	}
	var below int
	src.Table, below = untilNext(src.Table)
	since, err := st.LastBatch(ctx)
	if err != nil {
		return nil, err
	}
	book, err := newShelf(ctx, st, src)
	if err != nil {
		return nil, fmt.Errorf("planning the import of %s by %s: %w", src.Kind, actor.Role, err)
	}
	return &Plan{src: src, book: book, below: below, since: since}, nil
}

func newShelf(ctx context.Context, st *store.Store, src Source) (shelf, error) {
	switch src.Kind {
	case Volunteers:
		return planned(newVolunteers(ctx, st, src.Today))(ctx, src)
	case Applications:
		return planned(newApplications(ctx, st, src.Today))(ctx, src)
	case Events:
		return planned(newEvents(ctx, st, src.Today))(ctx, src)
	case Hours:
		return planned(newHours(ctx, st, src.Today))(ctx, src)
	case Assignments:
		return planned(newAssignments(ctx, st, src.Today))(ctx, src)
	}
	return planned(newContributions(ctx, st, src.Today))(ctx, src)
}

// Rows lists the rows in the order of the file. The slice is the plan's own: it changes with corrections and decisions.
func (p *Plan) Rows() []Row { return p.book.rows() }

// Counts counts the rows by outcome.
func (p *Plan) Counts() Counts {
	var c Counts
	counters := map[Outcome]*int{
		New: &c.New, Changed: &c.Changed, Same: &c.Same, Doubtful: &c.Doubtful, Rejected: &c.Rejected, Skipped: &c.Skipped,
	}
	for _, r := range p.book.rows() {
		*counters[r.Outcome]++
	}
	return c
}

// Notices say once what holds for the whole import, such as that its hours are approved by whoever imports, or which rows
// of the sheet are not part of it.
func (p *Plan) Notices() []*data.Error {
	var out []*data.Error
	if rows := p.src.Table.Headings; len(rows) > 0 {
		out = append(out, &data.Error{Code: data.Invalid, Key: "imports.headings_left_out", Args: []any{
			"Count", len(rows), "Rows", some(rows),
		}})
	}
	if p.below > 0 {
		out = append(out, &data.Error{Code: data.Invalid, Key: "imports.table_below", Args: []any{"Row", p.below}})
	}
	return append(out, p.book.notices()...)
}

// RowNumbers are rows of a sheet for reading: nothing of what stands in them.
type RowNumbers string

// some names a few rows.
func some(rows []int) RowNumbers {
	const few = 5
	var out []string
	for _, row := range rows[:min(few, len(rows))] {
		out = append(out, strconv.Itoa(row))
	}
	if len(rows) > few {
		out = append(out, "…")
	}
	return RowNumbers(strings.Join(out, ", "))
}

// Understood is what row i (of [Plan.Rows]) says as a new record, as it was read: what was guessed wrongly shows here.
func (p *Plan) Understood(i int) []Change { return p.book.understood(i) }

// Choices are the values that a field with a closed list takes, each a name or the key of its text; nil of other fields.
func (p *Plan) Choices(f Field) []string { return p.book.choices(f) }

// Correct puts a text into the first column of a field in row i (of [Plan.Rows]) and plans the row, and those that meet
// it, again. Of a field that no column is mapped to, the row keeps the text by itself, in [Row.Extra]. A row keeps the
// decision about it only while the candidate it names is one. A field that the kind does not have is a *[data.Error].
func (p *Plan) Correct(i int, f Field, text string) error {
	return p.book.correct(context.Background(), i, f, text)
}

// Decide says what becomes of row i (of [Plan.Rows]). A decision for what is no candidate changes nothing. The error is
// one of reading the centre.
func (p *Plan) Decide(i int, d Decision) error { return p.book.decide(context.Background(), i, d) }

// Apply writes the plan in one batch, whole or not at all; rejected, skipped and undecided rows are left out. progress
// may be nil. When anything was written to the centre since the plan was made, all of it is refused
// (errors.changed_meanwhile): plan again.
// The batch is zero when there is nothing to write.
func (p *Plan) Apply(
	ctx context.Context, st *store.Store, actor data.Actor, progress func(done, total int),
) (store.BatchID, error) {
	if progress == nil {
		progress = func(int, int) {}
	}
	return st.Import(ctx, actor, func(im *store.Importer) error {
		if err := errors.Join(ctx.Err(), im.Unchanged(p.since)); err != nil {
			return err
		}
		return p.book.write(ctx, im, progress)
	})
}
