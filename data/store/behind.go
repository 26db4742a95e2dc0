package store

import (
	"cmp"
	"context"
	"fmt"
	"sync"

	"github.com/jmoiron/sqlx"
)

// behind adds rows to a file on a goroutine of its own, in the order they were given, while the next are made ready.
// Whatever else is asked of the transaction waits for it, see [tx.prepared].
type behind struct {
	next    map[Table]int64 // the id that the next row gets
	jobs    chan addition
	waiting sync.WaitGroup
	mu      sync.Mutex
	err     error // the first failure; what comes after it is not tried
}

type addition struct {
	table Table
	stmt  *sqlx.Stmt
	args  []any
}

// rowsBehind is how many rows may wait.
const rowsBehind = 256

func startBehind() *behind {
	b := &behind{next: map[Table]int64{}, jobs: make(chan addition, rowsBehind)}
	go func() {
		for a := range b.jobs {
			b.add(a)
		}
	}()
	return b
}

func (b *behind) add(a addition) {
	defer b.waiting.Done()
	if b.failure() != nil {
		return
	}
	if _, err := a.stmt.ExecContext(context.Background(), a.args...); err != nil {
		b.mu.Lock()
		b.err = fmt.Errorf("adding to %s: %w", a.table, err)
		b.mu.Unlock()
	}
}

func (b *behind) failure() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.err
}

// wait returns when all rows are in the file, or the first failure.
func (b *behind) wait() error {
	b.waiting.Wait()
	return b.failure()
}

// stop is wait; nothing can be added any more.
func (b *behind) stop() error {
	close(b.jobs)
	return b.wait()
}

// addBehind gives a row its id, which args end with, and lets it be added.
func (w *tx) addBehind(ctx context.Context, t Table, query string, args []any) (int64, error) {
	b := w.behind
	id, known := b.next[t]
	if !known {
		err := w.GetContext(ctx, &id, "SELECT 1 + max((SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?), "+
			"(SELECT coalesce(max(id), 0) FROM "+string(t)+"))", t)
		if err != nil {
			return 0, fmt.Errorf("looking for the next of %s: %w", t, err)
		}
	}
	stmt, err := w.statement(ctx, query)
	if err := cmp.Or(b.failure(), err); err != nil {
		return 0, err
	}
	args[len(args)-1] = id
	b.next[t] = id + 1
	b.waiting.Add(1)
	b.jobs <- addition{t, stmt, args}
	return id, nil
}
