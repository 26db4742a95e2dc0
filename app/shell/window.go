package shell

import (
	"time"

	"saya/app/page"
	"saya/data/store"
	"saya/widgets"
)

// toastTime is how long a message stays: long enough to read it and to reach for Undo.
const toastTime = 8 * time.Second

// Say implements [page.Window]. Each change is offered once: a save that changed nothing takes nothing back.
func (s *Shell) Say(text string, undo bool) {
	t := widgets.Toast{Text: text, Tone: widgets.ToneOk}
	batch := s.last
	s.last = store.BatchID{}
	if undo && batch != (store.BatchID{}) {
		t.Action, t.OnAction = s.env.T("common.undo"), func() { s.undo(batch) }
	}
	id := s.toasts.Add(t)
	if t.Action != "" {
		s.offered, s.offer = batch, id
	}
}

// Fail implements [page.Window].
func (s *Shell) Fail(err error) {
	s.failures++
	s.toasts.Add(widgets.Toast{Text: s.env.Sentence(err), Tone: widgets.ToneBad})
}

// Modals implements [page.Window].
func (s *Shell) Modals() *widgets.Modals { return s.modals }

// OpenAt implements [page.Window].
func (s *Shell) OpenAt(section, chip string) {
	s.visit(section, func() {
		s.trail.goOn(spot{section: section})
		s.show(section, 0)
		if p, ok := s.Page().(page.Narrower); ok {
			p.Narrow(chip)
		}
	})
}

// StatusChanged implements [page.Window].
func (s *Shell) StatusChanged() {
	if p := s.Page(); p != nil { // one that is being made may say so already
		s.status.showRows(p.Status())
	}
}

var _ page.Window = (*Shell)(nil)
