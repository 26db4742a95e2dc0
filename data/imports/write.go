package imports

import (
	"context"
	"fmt"

	"saya/data/store"
)

// reportEvery is after how many records progress is told and the end of ctx is looked for.
const reportEvery = 500

// writes tells whether something of row i is written by itself: rows that go with a row above are written with it.
func (b *book[T]) writes(i int, row Row) bool {
	t := b.targets[i]
	return t.root == i && (row.Outcome == New || row.Outcome == Changed || row.Outcome == Same && len(t.followers) > 0)
}

func (b *book[T]) write(ctx context.Context, im *store.Importer, progress func(done, total int)) error {
	rows := b.written()
	r, done := b.reader(), 0
	type ready struct {
		line   int
		record T
	}
	err := ahead(ctx, func(yield func(ready) error) error {
		for _, i := range rows {
			t, err := b.record(ctx, r, i)
			if r.rest(); err != nil {
				return fmt.Errorf("importing row %d: %w", b.outcome[i].Line, err)
			}
			if err := yield(ready{b.outcome[i].Line, t}); err != nil {
				return err
			}
		}
		return nil
	}, func(next ready) error {
		if done%reportEvery == 0 {
			if progress(done, len(rows)); ctx.Err() != nil {
				return ctx.Err()
			}
		}
		done++
		if err := b.subject.save(im, &next.record); err != nil {
			return fmt.Errorf("importing row %d: %w", next.line, err)
		}
		return nil
	})
	if err == nil {
		progress(done, len(rows))
	}
	return err
}

// written are the rows to write, those that claim something first.
func (b *book[T]) written() []int {
	var first, rest []int
	for i, row := range b.outcome {
		switch {
		case !b.writes(i, row):
		case b.lines[i].claims:
			first = append(first, i)
		default:
			rest = append(rest, i)
		}
	}
	return append(first, rest...)
}
