package imports

import (
	"context"
	"iter"
	"slices"

	"saya/data"
	"saya/data/store"
)

// subject is one kind of record as a plan sees it. T is the record, with what its cells say before it is known what
// they mean.
type subject[T any] interface {
	fields() []field[T]
	fresh() T
	// finish draws together what several cells say and cleans the record.
	finish(r *reader, t *T)
	// check holds the rules of the record alone.
	check(r *reader, t *T)
	index() finder[T]
	// each calls fn for the known records that wanted does not refuse; wanted sees at least what index looks at.
	each(ctx context.Context, wanted func(*T) bool, fn func(T) error) error
	load(ctx context.Context, id int64) (T, error)
	identity(t *T) (id, version int64)
	label(t *T) string
	same(row, known *T, rule data.DuplicateRule) certainty
	save(im *store.Importer, t *T) error
}

// certainty is how sure it is that two records that were found by the same are one.
type certainty uint8

const (
	another certainty = iota // they are two
	perhaps
	surely
)

// gatherer is a subject that refers to other records: gather reads those of rows from the centre, before the rows are
// finished. It is asked again for a corrected row.
type gatherer[T any] interface {
	gather(ctx context.Context, rows iter.Seq[*T]) error
}

// stepper is a subject with rules about what may follow what: step holds them over a change.
type stepper[T any] interface {
	step(before, after *T) error
}

// meeter is a subject whose records meet each other. begin forgets the rows; meet checks a record that belongs to a row
// against the centre and the rows before it, and remembers it.
type meeter[T any] interface {
	begin()
	meet(ctx context.Context, r *reader, row int, t *T) error
}

// renewer is a subject with something that only one record may have: renew takes it from a record that shall be new
// beside the one that has it.
type renewer[T any] interface{ renew(r *reader, t *T) }

// repeater is a subject of which a table may hold two equal records, such as two gifts of one sum on one day: repeats
// tells whether a record is of that kind. A person decides about the second.
type repeater[T any] interface{ repeats(t *T) bool }

// claimer is a subject some of whose new records have to be written first.
type claimer[T any] interface{ claims(t *T) bool }

// noticer is a subject with something to say about the whole import; count is how many records it writes.
type noticer interface {
	notices(count int) []*data.Error
}

// finder finds which of the records added may be the same as another, the surest first.
type finder[T any] interface {
	add(id int64, t *T)
	find(t *T) []data.Duplicate
}

// book plans the rows of one kind of record.
type book[T any] struct {
	src     Source
	subject subject[T]
	fields  []field[T]
	layout  *layout
	index   finder[T]
	crowd   finder[T] // rows that more than mostTwins rows of the index are like, nil = none: only known records look there
	aliases []int     // the row of each id in index and crowd, -1 once the row was corrected
	lines   []line
	above   map[int][]twin  // rows above that a row may be the same as
	known   map[int][]match // known records that a row may be the same as
	outcome []Row
	targets []target
	taken   map[int64]int // which row is a known record
}

// line is what is known of one row before its outcome is settled.
type line struct {
	*said
	decision Decision
	claims   bool
}

// said is what there is to say of a row by itself. Rows of which the same is said share one.
type said struct {
	unread   []*data.Error // cells that cannot be read and references to nobody
	refused  []*data.Error // rules that a new record of it breaks
	warnings []*data.Error // of a new record
	doubts   []*data.Error // what a person has to confirm
}

func (s *said) equal(to *said) bool {
	return slices.Equal(s.unread, to.unread) && slices.Equal(s.refused, to.refused) &&
		slices.Equal(s.warnings, to.warnings) && slices.Equal(s.doubts, to.doubts)
}

// twin is a row above that may be the same.
type twin struct {
	row  int
	rule data.DuplicateRule
}

// target is where a row goes: to a known record (0 = a new one), by itself (root is the row) or with a row above.
type target struct {
	id, version int64
	root        int
	followers   []int
	renew       bool
}

// mostTwins is how many rows above a row may be found by and still be found by rows below it: rows that are all the same
// person would else each be compared with all others.
const mostTwins = 8

// planned makes a book of a subject that was made without an error.
func planned[T any](s subject[T], err error) func(context.Context, Source) (shelf, error) {
	return func(ctx context.Context, src Source) (shelf, error) {
		if err != nil {
			return nil, err
		}
		return newBook(ctx, src, s)
	}
}

func newBook[T any](ctx context.Context, src Source, s subject[T]) (shelf, error) {
	b := &book[T]{src: src, subject: s, index: s.index(), above: map[int][]twin{}, known: map[int][]match{}}
	b.arrange()
	rows := make([]int, len(b.lines))
	for i := range rows {
		rows[i] = i
	}
	if err := b.look(ctx, rows); err != nil {
		return nil, err
	}
	return b, b.settle(ctx)
}

// arrange lays out fields, columns and rows.
func (b *book[T]) arrange() {
	b.fields = b.subject.fields()
	b.layout = newLayout(b.src, b.fields)
	n := len(b.src.Table.Lines)
	b.lines, b.outcome, b.targets = make([]line, n), make([]Row, n), make([]target, n)
	for i, l := range b.src.Table.Lines {
		b.outcome[i] = Row{Line: l.Row, cells: l.Cells, layout: b.layout}
	}
}

// reader starts reading a row.
func (b *book[T]) reader() *reader {
	return &reader{table: &b.src.Table, today: b.src.Today, said: map[warning]*data.Error{}}
}

// fill puts the cells of a row on top of a record. What cannot be read is left as it was.
func (b *book[T]) fill(r *reader, i int, t *T) {
	b.read(r, i, t)
	b.subject.finish(r, t)
}

// read is fill without the end.
func (b *book[T]) read(r *reader, i int, t *T) {
	for f, columns := range b.layout.columns {
		if len(columns) == 0 {
			continue
		}
		r.field = b.fields[f].name
		if cells := r.filled(b.outcome[i].cells, columns, b.fields[f].dash); len(cells) > 0 {
			b.fields[f].read(r, cells, t)
		}
	}
	r.field = ""
}

// gather lets the subject read what rows refer to.
func (b *book[T]) gather(ctx context.Context, rows []int) error {
	g, ok := b.subject.(gatherer[T])
	if !ok {
		return nil
	}
	r := b.reader()
	return g.gather(ctx, func(yield func(*T) bool) {
		for _, i := range rows {
			t := b.subject.fresh()
			b.read(r, i, &t)
			if r.rest(); !yield(&t) {
				return
			}
		}
	})
}

// look reads rows, finds the rows above that may be the same, and lets the centre pass by to find the known records.
func (b *book[T]) look(ctx context.Context, rows []int) error {
	if err := b.gather(ctx, rows); err != nil {
		return err
	}
	r := b.reader()
	var last *said
	err := ahead(ctx, func(yield func(lookedAt[T]) error) error {
		for _, i := range rows {
			if err := yield(b.lookAt(r, i)); err != nil {
				return err
			}
		}
		return nil
	}, func(l lookedAt[T]) error {
		if l.decision = b.lines[l.row].decision; last != nil && last.equal(l.said) {
			l.said = last
		}
		last = l.said
		if b.lines[l.row] = l.line; len(l.unread) == 0 {
			b.placeAmongRows(l.row, &l.record)
		}
		return nil
	})
	if err != nil {
		return err
	}
	one := -1
	if len(rows) == 1 {
		one = rows[0]
	}
	wanted := func(known *T) bool { return len(b.hits(known)) > 0 }
	return ahead(ctx, func(yield func(T) error) error { return b.subject.each(ctx, wanted, yield) }, func(known T) error {
		b.compareKnown(r, known, one)
		return nil
	})
}

// lookedAt is a row that was read as a new record.
type lookedAt[T any] struct {
	row    int
	record T
	line
}

func (b *book[T]) lookAt(r *reader, i int) (l lookedAt[T]) {
	l.row, l.record, l.said = i, b.subject.fresh(), &said{}
	b.fill(r, i, &l.record)
	if c, ok := b.subject.(claimer[T]); ok {
		l.claims = c.claims(&l.record)
	}
	l.doubts = r.doubts
	l.unread, l.warnings = r.rest()
	b.subject.check(r, &l.record)
	l.doubts = append(l.doubts, r.doubts...)
	refused, warnings := r.rest()
	refused = b.sayMissing(&l.record, refused)
	if len(l.unread) > 0 {
		l.unread = append(l.unread, unrelated(refused, l.unread)...)
		return l
	}
	l.refused, l.warnings = refused, append(l.warnings, besides(warnings, l.warnings)...)
	return l
}

// placeAmongRows notes which rows are found by the same, above and, for a corrected row, below.
func (b *book[T]) placeAmongRows(i int, t *T) {
	found := b.index.find(t)
	for _, hit := range found {
		switch row := b.aliases[hit.ID-1]; {
		case row >= 0 && row < i:
			b.above[i] = append(b.above[i], twin{row, hit.Rule})
		case row > i:
			b.above[row] = append(b.above[row], twin{i, hit.Rule})
		}
	}
	b.aliases = append(b.aliases, i)
	id := int64(len(b.aliases))
	switch {
	case len(found) <= mostTwins:
		b.index.add(id, t)
	case b.crowd == nil:
		b.crowd = b.subject.index()
		fallthrough
	default:
		b.crowd.add(id, t)
	}
}

// hits are the rows that may be a record of the centre.
func (b *book[T]) hits(known *T) []data.Duplicate {
	found := b.index.find(known)
	if b.crowd != nil {
		found = append(found, b.crowd.find(known)...)
	}
	return found
}

func (b *book[T]) rows() []Row { return b.outcome }

func (b *book[T]) choices(name Field) []string {
	for _, f := range b.fields {
		if f.name == name && f.choices != nil {
			return f.choices()
		}
	}
	return nil
}

func (b *book[T]) notices() []*data.Error {
	n, ok := b.subject.(noticer)
	if !ok {
		return nil
	}
	writes := 0
	for i, r := range b.outcome {
		if b.writes(i, r) {
			writes++
		}
	}
	return n.notices(writes)
}
