package pagetest

import "time"

// Clock does everything at once, as [Apart], but time passes when the test says so.
type Clock struct {
	Apart
	waiting []*func()
}

// After implements [page.Runner].
func (c *Clock) After(_ time.Duration, do func()) (stop func()) {
	waits := &do
	c.waiting = append(c.waiting, waits)
	return func() { *waits = func() {} }
}

// Pass lets the time come that is waited for.
func (c *Clock) Pass() {
	due := c.waiting
	c.waiting = nil
	for _, do := range due {
		(*do)()
	}
}
