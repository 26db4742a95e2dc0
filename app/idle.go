package app

import (
	"strconv"
	"time"

	"saya/app/page"
	"saya/app/shell"
)

const (
	idleUsual   = 10 * time.Minute
	idleLongest = 60 * time.Minute
	idleWarning = time.Minute
	idleTick    = time.Second
)

// idleLimit is after how long without anybody at it the window is locked.
func idleLimit(prefs page.Prefs) time.Duration {
	minutes, err := strconv.Atoi(prefs.String(shell.PrefLock))
	limit := time.Duration(minutes) * time.Minute
	if err != nil || limit < 2*idleWarning || limit > idleLongest {
		return idleUsual
	}
	return limit
}

// idle tells when nobody was at the window for long. All calls come from the UI goroutine.
type idle struct {
	limit time.Duration
	now   func() time.Time
	busy  func() bool         // whether something works for somebody who waits
	warn  func(time.Duration) // says each second how long it is until the end
	calm  func()              // the end is put off
	end   func()

	last   time.Time
	warned bool
}

// used puts the end off.
func (i *idle) used() {
	i.last = i.now()
	if i.warned {
		i.warned = false
		i.calm()
	}
}

// tick looks at the clock, once a second. A computer that slept wakes up to its end; a clock that was set back puts it
// off once.
func (i *idle) tick() {
	gone := i.now().Sub(i.last)
	if gone < 0 || i.busy() {
		i.used()
		return
	}
	left := i.limit - gone
	switch {
	case left <= 0:
		i.end()
	case left <= idleWarning:
		i.warned = true
		i.warn(left)
	}
}

// watch locks the window of the session when nobody is at it.
func (p *Program) watch() {
	s := p.session
	s.idle = &idle{
		limit: idleLimit(p.Prefs), busy: s.run.Busy, end: p.Lock, warn: s.warn, calm: s.calm,
		now: func() time.Time { return p.Now().Round(0) }, // as on the wall: the other clock stands still in sleep
	}
	s.idle.used()
	var tick func()
	tick = func() {
		s.idle.limit = idleLimit(p.Prefs)
		s.idle.tick()
		s.run.After(idleTick, tick)
	}
	s.run.After(idleTick, tick)
}

// warn says how long it is until the window is locked.
func (s *session) warn(left time.Duration) {
	if s.shell != nil {
		s.shell.Warn(left)
	}
}

func (s *session) calm() {
	if s.shell != nil {
		s.shell.Calm()
	}
}
