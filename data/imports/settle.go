package imports

import (
	"context"
	"slices"

	"saya/data"
)

// option is a record that a row may be the same as: a known one, or that of a row above.
type option struct {
	id    int64 // minus the line of a row above
	root  int   // the row above, -1 of a known record
	rule  data.DuplicateRule
	match *match // of a known record
}

// changesNothing tells whether a row that is taken for the option has no effect, so that no doubt about it matters.
func (o option) changesNothing() bool { return o.match != nil && len(o.match.changes) == 0 }

// refusesAll tells whether a person who decided for a new record knew of all options.
func (d Decision) refusesAll(options []option) bool {
	return !slices.ContainsFunc(options, func(o option) bool { return !slices.Contains(d.Over, o.id) })
}

// settle gives every row its outcome, in order, because a row can be the same as one above.
func (b *book[T]) settle(ctx context.Context) error {
	b.taken = map[int64]int{}
	if m, ok := b.subject.(meeter[T]); ok {
		m.begin()
	}
	r := b.reader()
	for i := range b.lines {
		b.targets[i] = target{root: i}
		row := &b.outcome[i]
		row.ID, row.Changes, row.Candidates, row.Problems, row.Warnings = 0, nil, nil, nil, nil
		if err := b.settleRow(ctx, r, i); err != nil {
			return err
		}
	}
	return nil
}

func (b *book[T]) settleRow(ctx context.Context, r *reader, i int) error {
	l, row := &b.lines[i], &b.outcome[i]
	switch {
	case l.decision.Skip:
		row.Outcome = Skipped
		return nil
	case len(l.unread) > 0:
		b.reject(i, l.unread)
		return nil
	}
	options, err := b.options(ctx, r, i)
	if err != nil {
		return err
	}
	chosen := slices.IndexFunc(options, func(o option) bool { return o.id == b.stands(l.decision.SameAs) })
	switch {
	case len(options) == 0 && (len(l.doubts) == 0 || l.decision.New || len(l.refused) > 0):
		return b.asNew(ctx, r, i)
	case l.decision.New && l.decision.refusesAll(options):
		b.targets[i].renew = slices.ContainsFunc(options, func(o option) bool { return o.rule == data.SameNumber })
		if err := b.asNew(ctx, r, i); err != nil {
			return err
		}
	case chosen >= 0:
		if err := b.join(ctx, r, i, options[chosen]); err != nil {
			return err
		}
	case len(options) == 1 && (len(l.doubts) == 0 || options[0].changesNothing()):
		if sure, err := b.surely(ctx, r, i, options[0]); err != nil || sure {
			return err
		}
		row.Outcome = Doubtful
	default:
		row.Outcome = Doubtful
	}
	return b.offer(ctx, r, i, options)
}

// stands is the option that a decision names: a known record that a row above is already goes by that row.
func (b *book[T]) stands(id int64) int64 {
	if row, taken := b.taken[id]; taken {
		return -int64(b.outcome[row].Line)
	}
	return id
}

// options are what a row may be the same as. A known record that a row above is already stands for that row.
func (b *book[T]) options(ctx context.Context, r *reader, i int) ([]option, error) {
	above := b.above[i]
	var out []option
	for m := range b.known[i] {
		k := &b.known[i][m]
		if row, taken := b.taken[k.id]; taken {
			above = append(slices.Clip(above), twin{row, k.rule})
			continue
		}
		out = append(out, option{id: k.id, root: -1, rule: k.rule, match: k})
	}
	for _, t := range above {
		root := b.targets[t.row].root
		if !b.kept(root) || slices.ContainsFunc(out, func(o option) bool { return o.root == root }) {
			continue
		}
		sure, err := b.alike(ctx, r, i, root, t.rule)
		if err != nil {
			return nil, err
		}
		if sure != another {
			out = append(out, option{id: -int64(b.outcome[root].Line), root: root, rule: t.rule})
		}
	}
	return out, nil
}

// kept tells whether a row stands for a record of its own.
func (b *book[T]) kept(i int) bool {
	return slices.Contains([]Outcome{New, Changed, Same}, b.outcome[i].Outcome)
}

// alike tells how sure it is that a row is the record of a row above.
func (b *book[T]) alike(ctx context.Context, r *reader, i, root int, rule data.DuplicateRule) (certainty, error) {
	above, err := b.record(ctx, r, root)
	if err != nil {
		return perhaps, err
	}
	row := b.subject.fresh()
	b.fill(r, i, &row)
	r.rest()
	return b.subject.same(&row, &above, rule), nil
}

// surely joins a row to its only option where nothing is left to decide.
func (b *book[T]) surely(ctx context.Context, r *reader, i int, o option) (bool, error) {
	if o.match != nil {
		if !o.match.sure {
			return false, nil
		}
		return true, b.join(ctx, r, i, o)
	}
	c, err := b.compareAbove(ctx, r, i, o.root)
	if err != nil || len(c.changes) > 0 {
		return false, err
	}
	if sure, err := b.alike(ctx, r, i, o.root, o.rule); err != nil || sure != surely && weak(o.rule) {
		return false, err
	}
	if again, err := b.mayRepeat(ctx, r, o.root); err != nil || again {
		return false, err
	}
	return true, b.join(ctx, r, i, o)
}

// mayRepeat tells whether a row that is equal to one above can be another record all the same.
func (b *book[T]) mayRepeat(ctx context.Context, r *reader, root int) (bool, error) {
	p, ok := b.subject.(repeater[T])
	if !ok {
		return false, nil
	}
	above, err := b.record(ctx, r, root)
	r.rest()
	return err == nil && p.repeats(&above), err
}

// asNew makes a row a new record, unless that breaks a rule.
func (b *book[T]) asNew(ctx context.Context, r *reader, i int) error {
	l := &b.lines[i]
	b.outcome[i].Outcome, b.outcome[i].Warnings = New, l.warnings
	if len(l.refused) > 0 {
		b.reject(i, l.refused)
		return nil
	}
	return b.meet(ctx, r, i)
}

// join makes a row the same as a known record or as a row above.
func (b *book[T]) join(ctx context.Context, r *reader, i int, o option) error {
	row, t := &b.outcome[i], &b.targets[i]
	c := compared{}
	if o.match != nil {
		c = o.match.compared
		t.id, t.version = o.match.id, o.match.version
	} else {
		var err error
		if c, err = b.compareAbove(ctx, r, i, o.root); err != nil {
			return err
		}
		t.root, t.id, t.version = o.root, b.targets[o.root].id, b.targets[o.root].version
	}
	row.ID, row.Changes, row.Warnings = t.id, c.changes, c.warnings
	if len(c.changes) == 0 {
		row.Outcome = Same
		b.take(i)
		return nil
	}
	if len(c.refused) > 0 {
		b.reject(i, c.refused)
		return nil
	}
	row.Outcome = Changed
	b.take(i)
	if t.root != i {
		b.targets[t.root].followers = append(b.targets[t.root].followers, i)
	}
	return b.meet(ctx, r, i)
}

// take notes which row a known record is.
func (b *book[T]) take(i int) {
	if t := b.targets[i]; t.id != 0 && t.root == i {
		b.taken[t.id] = i
	}
}

func (b *book[T]) reject(i int, problems []*data.Error) {
	row, t := &b.outcome[i], &b.targets[i]
	row.Outcome, row.Problems, row.ID, row.Changes = Rejected, problems, 0, nil
	if t.root != i {
		root := &b.targets[t.root]
		root.followers = slices.DeleteFunc(root.followers, func(f int) bool { return f == i })
	}
	if row, taken := b.taken[t.id]; taken && row == i {
		delete(b.taken, t.id)
	}
	*t = target{root: i}
}

// meet holds what records of one kind mean to each other against the record of a row.
func (b *book[T]) meet(ctx context.Context, r *reader, i int) error {
	m, ok := b.subject.(meeter[T])
	if !ok {
		return nil
	}
	root := b.targets[i].root
	t, err := b.record(ctx, r, root)
	if err != nil {
		return err
	}
	r.rest()
	if err := m.meet(ctx, r, root, &t); err != nil {
		return err
	}
	problems, warnings := r.rest()
	b.outcome[i].Warnings = slices.Concat(b.outcome[i].Warnings, warnings)
	if len(problems) > 0 {
		b.reject(i, problems)
	}
	return nil
}

// compareAbove compares a row with the record that a row above makes.
func (b *book[T]) compareAbove(ctx context.Context, r *reader, i, root int) (compared, error) {
	t, err := b.record(ctx, r, root)
	r.rest()
	return b.compare(r, i, t), err
}

// record is what a row and the rows that follow it make, on top of the known record it is. What reading it has to say
// was said before, but that the known record was changed since.
func (b *book[T]) record(ctx context.Context, r *reader, root int) (t T, err error) {
	target := b.targets[root]
	if t = b.subject.fresh(); target.id != 0 {
		if t, err = b.subject.load(ctx, target.id); err != nil {
			return t, err
		}
		if _, version := b.subject.identity(&t); version != target.version {
			return t, &data.Error{Code: data.Conflict, Key: "errors.changed_meanwhile"}
		}
	}
	b.fill(r, root, &t)
	if n, ok := b.subject.(renewer[T]); ok && target.renew {
		n.renew(r, &t)
	}
	for _, f := range target.followers {
		b.fill(r, f, &t)
	}
	return t, nil
}

// offer lists the options of a doubtful row.
func (b *book[T]) offer(ctx context.Context, r *reader, i int, options []option) error {
	row := &b.outcome[i]
	for _, o := range options {
		c := Candidate{ID: o.id, Rule: o.rule}
		if o.match != nil {
			c.Label, c.Changes = o.match.label, o.match.changes
		} else {
			root, err := b.record(ctx, r, o.root)
			if err != nil {
				return err
			}
			r.rest()
			c.Row, c.Label, c.Changes = b.outcome[o.root].Line, b.subject.label(&root), b.compare(r, i, root).changes
		}
		row.Candidates = append(row.Candidates, c)
	}
	if row.Outcome == Doubtful {
		row.Warnings = slices.Concat(b.lines[i].doubts, b.lines[i].warnings)
	}
	return nil
}
