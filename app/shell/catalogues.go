package shell

import (
	"context"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
)

// renewCatalogues takes directions and kinds over that have changed. Pages know those of the time when they were made:
// those in the back are made anew when they are shown next and go on as they were. In the back nobody edits.
func (s *Shell) renewCatalogues(c store.Change) {
	if !c.Touches(store.Directions, store.Kinds) {
		return
	}
	var directions, kinds []data.Choice
	s.env.Run.Go(func(ctx context.Context) (err error) {
		if directions, err = s.env.Store.Directions(ctx); err != nil {
			return err
		}
		kinds, err = s.env.Store.Kinds(ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.env.Directions, s.env.Kinds = directions, kinds
		s.states = s.pageStates()
		for section, p := range s.pages {
			if _, keeps := p.(page.Keeper); keeps && section != s.current {
				delete(s.pages, section)
				delete(s.missed, section)
			}
		}
	})
}
