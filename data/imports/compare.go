package imports

import "saya/data"

// match is a known record that may be the same, compared with the row.
type match struct {
	id, version int64
	rule        data.DuplicateRule
	sure        bool
	label       string
	compared
}

// compared is what taking a row for another record would do.
type compared struct {
	changes  []Change
	refused  []*data.Error
	warnings []*data.Error
}

// compareKnown compares a record of the centre with the rows that may be the same, or with one of them (-1 = all).
func (b *book[T]) compareKnown(r *reader, known T, one int) {
	for _, hit := range b.hits(&known) {
		i := b.aliases[hit.ID-1]
		if i < 0 || one >= 0 && i != one || weak(hit.Rule) && len(b.known[i]) >= mostTwins {
			continue
		}
		row := b.subject.fresh()
		b.fill(r, i, &row)
		r.rest()
		sure := b.subject.same(&row, &known, hit.Rule)
		if sure == another {
			continue
		}
		m := match{rule: hit.Rule, sure: sure == surely, label: b.subject.label(&known)}
		m.id, m.version = b.subject.identity(&known)
		m.compared = b.compare(r, i, known)
		b.known[i] = append(b.known[i], m)
	}
}

// compare tells what row i would change of a record.
func (b *book[T]) compare(r *reader, i int, before T) compared {
	after := before
	b.fill(r, i, &after)
	b.subject.check(r, &after)
	if s, ok := b.subject.(stepper[T]); ok {
		r.refuseAll(s.step(&before, &after))
	}
	var c compared
	c.refused, c.warnings = r.rest()
	c.changes = b.differences(&before, &after)
	return c
}

func (b *book[T]) understood(i int) []Change {
	r, before, after := b.reader(), b.subject.fresh(), b.subject.fresh()
	b.fill(r, i, &after)
	return b.differences(&before, &after)
}

// differences are the fields in which two records differ, for reading.
func (b *book[T]) differences(before, after *T) []Change {
	var out []Change
	for _, f := range b.fields {
		if f.show == nil {
			continue
		}
		if was, is := f.show(before), f.show(after); was != is {
			out = append(out, Change{Field: f.name, Before: was, After: is})
		}
	}
	return out
}
