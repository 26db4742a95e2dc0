package app

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"saya/app/page"
)

// How long a window waits for its centre before it is made, and its first picture for the rows.
const (
	mostOpening = 100 * time.Millisecond
	mostReading = 250 * time.Millisecond
)

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
	over := e.over
	if !over {
		e.calls = append(e.calls, f)
	}
	e.mu.Unlock()
	if over { // once its loop has ended Fyne does it here and now, and it may come back itself
		fyne.Do(f)
	}
}

// wait does what comes back until ready says so or it takes too long. It runs on the UI goroutine, before Fyne's loop.
func (e *early) wait(ready func() bool, most time.Duration) {
	for end := time.Now().Add(most); !ready() && time.Now().Before(end); {
		if !e.step() {
			time.Sleep(time.Millisecond)
		}
	}
}

// end leaves to Fyne's loop what comes back from now on.
func (e *early) end() {
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
