package store

import (
	"maps"
	"slices"
	"sync"
)

// Change says what one committed batch touched. It carries no values.
type Change struct {
	Batch  BatchID
	Kind   string  // what was done: a key such as "save_volunteer"
	Tables []Table // in the order of the alphabet
}

// Touches tells whether rows of any of these kinds changed.
func (c Change) Touches(tables ...Table) bool {
	return slices.ContainsFunc(tables, func(t Table) bool { return slices.Contains(c.Tables, t) })
}

// Join is what two changes touched together, with the batch and the kind of the later one.
func (c Change) Join(later Change) Change {
	tables := slices.Concat(c.Tables, later.Tables)
	slices.Sort(tables)
	later.Tables = slices.Compact(tables)
	return later
}

type signals struct {
	mu        sync.Mutex
	next      int
	listeners map[int]func(Change)
}

// OnChange calls fn after every commit that changed something, in the goroutine of the writer; fn must be quick and must
// not write. cancel ends it.
func (s *Store) OnChange(fn func(Change)) (cancel func()) {
	s.signals.mu.Lock()
	defer s.signals.mu.Unlock()
	if s.signals.listeners == nil {
		s.signals.listeners = map[int]func(Change){}
	}
	s.signals.next++
	id := s.signals.next
	s.signals.listeners[id] = fn
	return func() {
		s.signals.mu.Lock()
		defer s.signals.mu.Unlock()
		delete(s.signals.listeners, id)
	}
}

func (s *Store) publish(w *tx) {
	if len(w.touched) == 0 {
		return
	}
	s.tell(Change{Batch: BatchID{Wall: w.file.wall, N: w.batch}, Kind: w.kind, Tables: slices.Sorted(maps.Keys(w.touched))})
}

func (s *Store) tell(change Change) {
	s.signals.mu.Lock()
	listeners := slices.Collect(maps.Values(s.signals.listeners))
	s.signals.mu.Unlock()
	for _, fn := range listeners {
		fn(change)
	}
}
