// Package speed_test measures the window: `make bench`, `make soak`.
package speed_test

import (
	"context"
	"time"
)

// runner works on goroutines, as the program does; what comes back is done by whoever waits. Short clocks, such as that
// of typing, have run down as soon as nothing else is under way; long ones never do.
type runner struct {
	ctx     context.Context
	back    chan func()
	working int
	soon    []*func()
	next    int  // how many pieces of a thread are still to come, from the next work on
	under   bool // a piece of it is under way
}

// shortClock is what a person does not notice waiting for.
const shortClock = 500 * time.Millisecond

func newRunner(ctx context.Context) *runner { return &runner{ctx: ctx, back: make(chan func(), 64)} }

// Go implements [page.Runner].
func (r *runner) Go(work func(ctx context.Context) error, done func(error)) {
	r.working++
	left := r.next - 1
	r.next, r.under = 0, r.under || left >= 0
	go func() {
		err := work(r.ctx)
		r.back <- func() {
			if left >= 0 {
				r.next, r.under = left, false
			}
			done(err)
		}
	}()
}

// After implements [page.Runner].
func (r *runner) After(d time.Duration, do func()) (stop func()) {
	if d > shortClock {
		return func() {}
	}
	waits := &do
	r.soon = append(r.soon, waits)
	return func() { *waits = func() {} }
}

// Wait returns when nothing is under way any more.
func (r *runner) Wait() {
	for r.step() {
	}
}

// Follow does something and returns when the work is done that this begins first, and what that begins first, so many
// pieces at most: a list reads how it was left, then which rows there are, then the rows; the numbers on its chips come
// beside.
func (r *runner) Follow(pieces int, do func()) {
	r.next = pieces
	do()
	for pieces > 0 && !r.under && r.step() { // a clock
	}
	for r.under && r.step() {
	}
	r.next = 0
}

// step waits for one piece of work, else for the short clocks, and tells whether there was anything.
func (r *runner) step() bool {
	if r.working > 0 {
		do := <-r.back
		r.working--
		do()
		return true
	}
	due := r.soon
	r.soon = nil
	for _, do := range due {
		(*do)()
	}
	return len(due) > 0
}
