package shell

import (
	"context"
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/widgets"
)

// work is long work that the status bar shows.
type work struct {
	shell       *Shell
	title       string
	stop        func() // nil if it cannot be stopped
	stopped     bool
	done, total atomic.Int64
	told        atomic.Bool // the window will look at it
}

// Begin implements [page.Window].
func (s *Shell) Begin(title string, stop func()) page.Work {
	w := &work{shell: s, title: title, stop: stop}
	s.works = append(s.works, w)
	s.status.showWorks(s.works)
	return w
}

// Progress implements [page.Work]. The window looks once, however often it is told meanwhile.
func (w *work) Progress(done, total int64) {
	w.done.Store(done)
	w.total.Store(total)
	if w.told.Swap(true) {
		return
	}
	fyne.Do(func() {
		w.told.Store(false)
		w.shell.status.showWorks(w.shell.works)
	})
}

// share is how much of it is done, 0 to 1; false when that is not known.
func (w *work) share() (float64, bool) {
	total := w.total.Load()
	if total <= 0 {
		return 0, false
	}
	return min(1, float64(w.done.Load())/float64(total)), true
}

// end stops it if that can be, once.
func (w *work) end() {
	if w.stop != nil && !w.stopped {
		w.stopped = true
		w.stop()
	}
}

// End implements [page.Work].
func (w *work) End() { fyne.Do(func() { w.shell.ended(w) }) }

// ended takes work from the status bar, and closes a window that waited for it.
func (s *Shell) ended(w *work) {
	s.works = slices.DeleteFunc(s.works, func(other *work) bool { return other == w })
	s.status.showWorks(s.works)
	if s.waiting != nil && len(s.works) == 0 {
		// what the work came to is said first
		s.env.Run.Go(func(context.Context) error { return nil }, func(error) { s.closeAfterWork() })
	}
}

// waiting is a window that is to be closed when its work has ended.
type waiting struct {
	top      *widgets.Modal // the dialog that began it, nil for none: it stays open when it fails
	failures int            // that were said before
}

// closeAfterWork closes the window unless the work failed: that is to be read.
func (s *Shell) closeAfterWork() {
	before := s.waiting
	s.waiting = nil
	if before == nil || s.closed || s.failures > before.failures || before.top != nil && before.top == s.modals.Top() {
		return
	}
	s.modals.CloseAll()
	s.CloseWindow()
}

// askBusy asks whether the window that is to be closed waits for the end of the work.
func (s *Shell) askBusy() {
	t, before := s.env.Text, &waiting{top: s.modals.Top(), failures: s.failures}
	s.asking = true
	s.modals.Show(widgets.Dialog{
		Title: t.T("shell.busy_title"), Text: t.T("shell.busy_text", "Title", s.works[len(s.works)-1].title), Width: 520,
		OnClosed: func() { s.asking = false },
		Actions: []widgets.Action{
			{Text: t.T("shell.busy_back"), Cancel: true, Do: func() { s.waiting = nil }},
			{Text: t.T("shell.busy_stop"), Kind: widgets.ButtonDanger, Do: s.stopWorks},
			{Text: t.T("shell.busy_wait"), Kind: widgets.ButtonPrimary, Default: true, Do: func() {
				s.waiting = before
				if len(s.works) == 0 { // it ended meanwhile
					s.closeAfterWork()
				}
			}},
		},
	})
}

// stopWorks ends all work and closes the window.
func (s *Shell) stopWorks() {
	works := s.works
	s.works = nil
	for _, w := range works {
		w.end()
	}
	s.modals.CloseAll()
	s.CloseWindow()
}
