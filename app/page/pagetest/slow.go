package pagetest

import "context"

// Slow is a runner whose work is done when the test says so.
type Slow struct {
	Clock
	jobs []func()
}

// Go implements [page.Runner].
func (r *Slow) Go(work func(context.Context) error, done func(error)) {
	r.jobs = append(r.jobs, func() { done(work(context.Background())) })
}

// Work does what is under way; what that begins waits for the next time.
func (r *Slow) Work() {
	due := r.jobs
	r.jobs = nil
	for _, job := range due {
		job()
	}
}
