package shell

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"saya/app/page"
	"saya/data"
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
	s.toasts.Add(t)
}

// Fail implements [page.Window].
func (s *Shell) Fail(err error) {
	s.toasts.Add(widgets.Toast{Text: s.env.Sentence(err), Tone: widgets.ToneBad})
}

// Modals implements [page.Window].
func (s *Shell) Modals() *widgets.Modals { return s.modals }

// OpenAt implements [page.Window].
func (s *Shell) OpenAt(section, chip string) {
	s.Open(section, 0)
	if p, ok := s.Page().(page.Narrower); ok && s.current == section {
		p.Narrow(chip)
	}
}

// Palette implements [page.Window].
func (s *Shell) Palette() {}

// StatusChanged implements [page.Window].
func (s *Shell) StatusChanged() {}

// Begin implements [page.Window].
func (s *Shell) Begin(string, func()) page.Work { return work{} }

type work struct{}

// Progress implements [page.Work].
func (work) Progress(int64, int64) {}

// End implements [page.Work].
func (work) End() {}

// undo takes one change back.
func (s *Shell) undo(batch store.BatchID) {
	s.env.Run.Go(func(ctx context.Context) error { return s.env.Store.Undo(ctx, s.env.Actor, batch) }, s.undone)
}

// undoLast takes back the newest change of the account that is still there.
func (s *Shell) undoLast() {
	s.env.Run.Go(func(ctx context.Context) error {
		batches, err := s.env.Store.Batches(ctx, s.env.Actor)
		if err != nil {
			return err
		}
		for _, b := range batches {
			if !b.Undone {
				return s.env.Store.Undo(ctx, s.env.Actor, b.ID)
			}
		}
		return &data.Error{Code: data.NotFound, Key: "errors.nothing_to_undo"}
	}, s.undone)
}

func (s *Shell) undone(err error) {
	if err != nil {
		s.Fail(err)
		return
	}
	s.Say(s.env.T("page.undone"), false)
}

// listen connects the keys of the whole window.
func (s *Shell) listen() {
	s.toasts.OnShown = func(id widgets.ToastID) {
		s.env.Run.After(toastTime, func() { s.toasts.Dismiss(id) })
	}
	s.root.OnKey = func(e *fyne.KeyEvent) {
		if !s.modals.HandleKey(e) && !s.Page().Key(e) && e.Name == fyne.KeyEscape {
			s.Back()
		}
	}
	s.root.OnKeyDown = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyF9 {
			s.hide()
		}
	}
	s.root.OnUse = s.used
	s.root.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
		s.lock()
	})
	s.listenForPage()
}

// listenForPage connects the shortcuts that mean the page, or the dialog above it.
func (s *Shell) listenForPage() {
	ctrl := func(key fyne.KeyName, do func()) {
		s.root.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
			if !s.modals.Open() {
				do()
			}
		})
	}
	s.root.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
		if s.modals.Open() { // saves what the dialog is for
			s.modals.HandleKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			return
		}
		s.Page().Save()
	})
	s.root.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}, func(fyne.Shortcut) {
		if !s.modals.Open() {
			s.Back()
		}
	})
	ctrl(fyne.KeyF, func() { s.Page().Find() })
	ctrl(fyne.KeyN, func() { s.Page().New() })
	for i, section := range s.sections {
		ctrl(fyne.KeyName(rune('1'+i)), func() { s.Open(section.ID, 0) })
	}
	s.root.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) {
		switch {
		case s.modals.Open():
		case s.Page().Editing(): // what is typed is meant, not what was stored before
			s.Say(s.env.T("page.undo_editing"), false)
		default:
			s.undoLast()
		}
	})
}

var _ page.Window = (*Shell)(nil)
