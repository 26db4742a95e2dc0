package shell

import (
	"context"
	"time"

	"saya/data"
	"saya/data/store"
)

// countDelay is how long changes must rest before is counted again.
const countDelay = 400 * time.Millisecond

// Count asks for what stands beside the sections and in the status bar. A count that fails leaves the one before: what
// is shown in the page says why nothing can be read. After changes it comes by itself, once they rest.
func (s *Shell) Count() {
	s.counts++
	asked, now, newest := s.counts, store.Standing{}, data.Stamp("")
	s.env.Run.Go(func(ctx context.Context) (err error) {
		if s.env.Store.Holds(store.PeopleWall) {
			if now, err = s.env.Store.Standing(ctx); err != nil {
				return err
			}
		}
		newest, err = s.env.Store.NewestVerified(ctx)
		return err
	}, func(err error) {
		if err == nil && asked == s.counts && !s.closed {
			s.side.count(now)
			s.status.showBackup(newest)
		}
	})
}

// countSoon counts once the changes rest.
func (s *Shell) countSoon() {
	if s.recount != nil {
		s.recount()
	}
	s.recount = s.env.Run.After(countDelay, s.Count)
}
