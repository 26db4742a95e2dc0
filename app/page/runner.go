package page

import (
	"context"

	"fyne.io/fyne/v2"
)

// Background runs work on goroutines of its own and comes back through fyne.Do.
type Background struct{ Context context.Context }

// Go implements [Runner]. Nothing comes back once the context has ended: the window is gone then.
func (b Background) Go(work func(ctx context.Context) error, done func(error)) {
	go func() {
		err := work(b.Context)
		if b.Context.Err() != nil {
			return
		}
		fyne.Do(func() { done(err) })
	}()
}

// Inline does everything at once on the caller's goroutine: for tests and for drawing screens without a window.
type Inline struct{}

// Go implements [Runner].
func (Inline) Go(work func(ctx context.Context) error, done func(error)) {
	done(work(context.Background()))
}
