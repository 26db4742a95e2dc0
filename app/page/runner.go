package page

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Background runs work on goroutines of its own and comes back through fyne.Do.
type Background struct {
	ctx  context.Context
	work sync.WaitGroup
}

// NewBackground returns a runner whose work is given ctx.
func NewBackground(ctx context.Context) *Background { return &Background{ctx: ctx} }

// Wait returns when all work has ended: only then may what it works with be closed.
func (b *Background) Wait() { b.work.Wait() }

// Go implements [Runner]. Nothing comes back once the context has ended: the window is gone then.
func (b *Background) Go(work func(ctx context.Context) error, done func(error)) {
	b.work.Go(func() {
		err := work(b.ctx)
		if b.ctx.Err() != nil {
			return
		}
		fyne.Do(func() { done(err) })
	})
}

// After implements [Runner].
func (b *Background) After(d time.Duration, do func()) (stop func()) {
	timer := time.AfterFunc(d, func() {
		if b.ctx.Err() == nil {
			fyne.Do(do)
		}
	})
	return func() { timer.Stop() }
}

// Inline does everything at once on the caller's goroutine: for tests and for drawing screens without a window.
type Inline struct{}

// Go implements [Runner].
func (Inline) Go(work func(ctx context.Context) error, done func(error)) {
	done(work(context.Background()))
}

// After never comes: time stands still, or a timer would draw beside the caller's goroutine.
func (Inline) After(time.Duration, func()) (stop func()) { return func() {} }
