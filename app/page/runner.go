package page

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// longWork is how long work takes that a person waits for: an export, an import. Lists are read faster.
const longWork = time.Second

// Background runs work on goroutines of its own and comes back through Do.
type Background struct {
	// Do does something on the UI goroutine, later; nil for fyne.Do.
	Do func(func())

	ctx   context.Context
	work  sync.WaitGroup
	mu    sync.Mutex
	began map[*time.Time]bool // of what is under way
}

// NewBackground returns a runner whose work is given ctx. When it ends, what was under way comes back no more: who ends
// it on the UI goroutine hears of nothing afterwards.
func NewBackground(ctx context.Context) *Background {
	return &Background{ctx: ctx, began: map[*time.Time]bool{}}
}

// Wait returns when all work has ended: only then may what it works with be closed.
func (b *Background) Wait() { b.work.Wait() }

// Busy tells whether something is under way that a person waits for.
func (b *Background) Busy() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	for began := range b.began {
		if time.Since(*began) >= longWork {
			return true
		}
	}
	return false
}

// Go implements [Runner]. Nothing comes back once the context has ended: the window is gone then.
func (b *Background) Go(work func(ctx context.Context) error, done func(error)) {
	began := time.Now()
	b.note(&began, true)
	b.work.Go(func() {
		err := work(b.ctx)
		b.note(&began, false)
		b.back(func() { done(err) })
	})
}

func (b *Background) note(began *time.Time, on bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if on {
		b.began[began] = true
	} else {
		delete(b.began, began)
	}
}

// back does something on the UI goroutine unless the context has ended, also meanwhile.
func (b *Background) back(do func()) {
	if b.ctx.Err() != nil {
		return
	}
	later := b.Do
	if later == nil {
		later = fyne.Do
	}
	later(func() {
		if b.ctx.Err() == nil {
			do()
		}
	})
}

// After implements [Runner]. Once it is stopped nothing comes, also where the time was over and only the way back was not.
func (b *Background) After(d time.Duration, do func()) (stop func()) {
	var stopped atomic.Bool
	timer := time.AfterFunc(d, func() {
		b.back(func() {
			if !stopped.Load() {
				do()
			}
		})
	})
	return func() {
		stopped.Store(true)
		timer.Stop()
	}
}

// Inline does everything at once on the caller's goroutine: for tests and for drawing screens without a window.
type Inline struct{}

// Go implements [Runner].
func (Inline) Go(work func(ctx context.Context) error, done func(error)) {
	done(work(context.Background()))
}

// After never comes: time stands still, or a timer would draw beside the caller's goroutine.
func (Inline) After(time.Duration, func()) (stop func()) { return func() {} }

// Wait returns at once: nothing is ever under way.
func (Inline) Wait() {}

// Busy is never so.
func (Inline) Busy() bool { return false }
