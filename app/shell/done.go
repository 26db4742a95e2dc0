package shell

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/record"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

const doneWidth float32 = 620

// ShowDone lists what the account did last, to be taken back one by one.
func (s *Shell) ShowDone() {
	var batches []store.Batch
	s.env.Run.Go(func(ctx context.Context) (err error) {
		batches, err = s.env.Store.Batches(ctx, s.env.Actor)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.Fail(err)
		case !s.modals.Open():
			s.showDone(batches)
		}
	})
}

func (s *Shell) showDone(batches []store.Batch) {
	t := s.env.Text
	var modal *widgets.Modal
	lines := make([]fyne.CanvasObject, 0, len(batches))
	for _, b := range batches {
		lines = append(lines, s.doneLine(b, func() {
			modal.Close()
			s.env.Run.Go(func(ctx context.Context) error { return s.env.Store.Undo(ctx, s.env.Actor, b.ID) }, func(err error) {
				if s.undone(b.ID, err); err == nil { // above the list nobody would see why not
					s.ShowDone()
				}
			})
		}))
	}
	d := widgets.Dialog{
		Title: t.T("shell.done"), Text: t.T("shell.done_text"), Width: doneWidth, Content: widgets.NewLines(lines...),
		Actions: []widgets.Action{{Text: t.T("common.close"), Kind: widgets.ButtonPrimary, Default: true, Cancel: true}},
	}
	if len(lines) == 0 {
		d.Text = t.T("shell.done_nothing")
	}
	modal = s.modals.Show(d)
}

// doneLine is one act: what was done, to how many records and when, and the way to take it back.
func (s *Shell) doneLine(b store.Batch, undo func()) fyne.CanvasObject {
	t := s.env.Text
	what := widgets.NewBody(locale.Title(t.T("store.did." + b.Kind)))
	about := widgets.NewDimText(s.env.Moment(b.At) + " · " + t.T("shell.records", "Count", b.Rows))
	about.Cut = true
	text := widgets.NewStack(1, slices.Concat([]fyne.CanvasObject{what}, s.named(b), []fyne.CanvasObject{about})...)
	if b.Undone {
		return widgets.NewSpread(text, container.NewCenter(widgets.NewTag(t.T("shell.undone"), widgets.ToneDim)))
	}
	button := widgets.NewButton(t.T("common.undo"), "", undo)
	button.Compact = true
	return widgets.NewSpread(text, container.NewCenter(button))
}

// named is a line that says which record an act was about, and whether it was the only one; none for what has no name.
func (s *Shell) named(b store.Batch) []fyne.CanvasObject {
	name := record.Named(s.env, b.First)
	if name == "" {
		return nil
	}
	if b.Rows > 1 {
		name = s.env.T("shell.and_others", "Name", name)
	}
	line := widgets.NewText(name)
	line.Cut = true
	return []fyne.CanvasObject{line}
}

// undo takes one change back.
func (s *Shell) undo(batch store.BatchID) {
	s.env.Run.Go(func(ctx context.Context) error { return s.env.Store.Undo(ctx, s.env.Actor, batch) }, func(err error) {
		s.undone(batch, err)
	})
}

// undoLast takes back the newest change of the account that is still there.
func (s *Shell) undoLast() {
	var batch store.BatchID
	s.env.Run.Go(func(ctx context.Context) error {
		batches, err := s.env.Store.Batches(ctx, s.env.Actor)
		if err != nil {
			return err
		}
		for _, b := range batches {
			if !b.Undone {
				batch = b.ID
				return s.env.Store.Undo(ctx, s.env.Actor, b.ID)
			}
		}
		return &data.Error{Code: data.NotFound, Key: "errors.nothing_to_undo"}
	}, func(err error) { s.undone(batch, err) })
}

// undone says how taking a change back ended, and takes the offer to do it away.
func (s *Shell) undone(batch store.BatchID, err error) {
	if err != nil {
		s.Fail(err)
		return
	}
	if batch == s.offered {
		s.toasts.Dismiss(s.offer)
	}
	s.Say(s.env.T("page.undone"), false)
}
