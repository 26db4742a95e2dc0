package app

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"saya/app/page"
)

// mostEarly is how long the first picture of the window waits for its rows.
const mostEarly = 250 * time.Millisecond

// early does what comes back from work before the loop of Fyne runs, which would draw each step: a window without its
// page, a page without its rows. Where the processor draws, a picture takes longer than reading the rows does.
type early struct {
	mu    sync.Mutex
	over  bool
	calls []func()
}

// runner makes a runner that comes back here.
func (e *early) runner(ctx context.Context) Runner {
	b := page.NewBackground(ctx)
	b.Do = e.do
	return b
}

func (e *early) do(f func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.over {
		fyne.Do(f)
		return
	}
	e.calls = append(e.calls, f)
}

// wait does what comes back until ready says so or it takes too long; from then on Fyne's loop does it. It runs on the
// UI goroutine, before that loop.
func (e *early) wait(ready func() bool) {
	for end := time.Now().Add(mostEarly); !ready() && time.Now().Before(end); {
		if !e.step() {
			time.Sleep(time.Millisecond)
		}
	}
	e.mu.Lock()
	e.over = true
	e.mu.Unlock()
	for e.step() {
	}
}

// step does the oldest call; false when there is none.
func (e *early) step() bool {
	e.mu.Lock()
	if len(e.calls) == 0 {
		e.mu.Unlock()
		return false
	}
	next := e.calls[0]
	e.calls = e.calls[1:]
	e.mu.Unlock()
	next()
	return true
}
