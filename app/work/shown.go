package work

import "sync"

// Shown is what the newest question of a list has found, and what it adds up to. Questions are asked on the UI goroutine
// and answered on any.
type Shown[T any] struct {
	mu    sync.Mutex
	asked int // questions so far
	newer int // the newest one that was answered
	ids   []int64
	total T
}

// Ask begins a question and returns what takes its answer; that of a question asked before one that was answered is
// dropped.
func (s *Shown[T]) Ask() (answer func(ids []int64, total T)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked++
	question := s.asked
	return func(ids []int64, total T) {
		s.mu.Lock()
		defer s.mu.Unlock()
		if question > s.newer {
			s.newer, s.ids, s.total = question, ids, total
		}
	}
}

// IDs are the rows that were found.
func (s *Shown[T]) IDs() []int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ids
}

// Now is what the newest answer adds up to.
func (s *Shown[T]) Now() T {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.total
}

// Total is what a list of n rows adds up to; ok is false when the newest answer has another number of them.
func (s *Shown[T]) Total(n int) (total T, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.total, len(s.ids) == n
}
