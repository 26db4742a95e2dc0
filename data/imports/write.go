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
	total, done := 0, 0
	for i, row := range b.outcome {
		if b.writes(i, row) {
			total++
		}
	}
	r := b.reader()
	for _, first := range []bool{true, false} {
		for i, row := range b.outcome {
			if b.lines[i].claims != first || !b.writes(i, row) {
				continue
			}
			if done%reportEvery == 0 {
				if progress(done, total); ctx.Err() != nil {
					return ctx.Err()
				}
			}
			if err := b.writeRow(ctx, r, im, i); err != nil {
				return fmt.Errorf("importing row %d: %w", row.Line, err)
			}
			done++
		}
	}
	progress(done, total)
	return nil
}

func (b *book[T]) writeRow(ctx context.Context, r *reader, im *store.Importer, i int) error {
	t, err := b.record(ctx, r, i)
	if err != nil {
		return err
	}
	r.rest()
	return b.subject.save(im, &t)
}
