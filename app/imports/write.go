package imports

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// write brings the plan into the centre, once an open editor has let go, all that was asked for is in the plan, and rows
// that nobody looked at were asked about.
func (s *steps) write() {
	s.wanted = false
	s.Page.Leave(func() {
		if s.ready() {
			s.confirm()
		}
	})
}

// ready tells whether the plan can be written as it stands on screen. One that the centre has overtaken is made anew, to
// be looked at first; for a worker that is busy the import waits.
func (s *steps) ready() bool {
	if s.planned.outdated || !s.inFront() {
		s.env.Window.Say(s.env.T("importpage.meanwhile"), false)
		s.follow()
		return false
	}
	if s.wanted = s.planned.busy(); s.wanted {
		s.tell()
	}
	return !s.wanted
}

func (s *steps) confirm() {
	left := s.planned.left()
	if left == 0 {
		s.run()
		return
	}
	t := s.env.Text
	s.env.Window.Modals().Confirm(t.T("importpage.left_title", "Count", left), t.T("importpage.left_text"), widgets.Action{
		Text: t.T("importpage.left_yes"), Kind: widgets.ButtonPrimary, Default: true, Do: func() {
			if s.ready() { // the centre may have changed under the question
				s.run()
			}
		},
	}, t.T("importpage.left_no"))
}

// run writes in the background. Until it has ended a dialog with a way to stop it keeps people from the plan.
func (s *steps) run() {
	t := s.env.Text
	line := widgets.NewProgress(0, widgets.TonePlain)
	ctx, stop := context.WithCancel(context.Background())
	modal := s.env.Window.Modals().Show(widgets.Dialog{
		Title: t.T("importpage.writing"), Text: t.T("importpage.writing_text"), Content: line, Width: 460,
		Actions: []widgets.Action{{Text: t.T("common.stop"), Cancel: true, Stay: true, Do: stop}},
	})
	var batch store.BatchID
	records := 0
	s.writing = true
	long := s.env.Window.Begin(t.T("importpage.writing"), stop)
	s.page.env.Run.Go(func(window context.Context) (err error) {
		defer long.End()
		defer stop()
		defer context.AfterFunc(window, stop)()
		if err := s.env.Store.BackupChanges(ctx, s.env.Actor, store.BackupMassChange); err != nil {
			return err
		}
		batch, err = s.planned.plan.Apply(ctx, s.env.Store, s.env.Actor, func(done, total int) {
			long.Progress(int64(done), int64(total))
			fyne.Do(func() { line.SetValue(float64(done) / float64(max(1, total))) })
		})
		if err == nil {
			records = s.records(window, batch)
		}
		return err
	}, func(err error) {
		modal.Close()
		s.writing = false
		s.written(batch, records, err)
	})
}

// records is how many records an import touched as the list of what an account did counts them: rows that are the same
// as a row above are written with it. The import is done by then: where the journal cannot be read, its rows are counted.
func (s *steps) records(ctx context.Context, batch store.BatchID) int {
	batches, err := s.env.Store.Batches(ctx, s.env.Actor)
	i := slices.IndexFunc(batches, func(b store.Batch) bool { return b.ID == batch })
	if err != nil || i < 0 {
		return s.planned.taken()
	}
	return batches[i].Rows
}

// written says what became of an import of so many records.
func (s *steps) written(batch store.BatchID, records int, err error) {
	t := s.env.Text
	switch {
	case err == nil:
		s.env.Window.Say(t.T("importpage.done", "Count", records), batch != store.BatchID{})
		s.page.end(&ended{planned: s.planned, batch: batch})
	case errors.Is(err, context.Canceled):
		s.env.Window.Say(t.T("importpage.stopped"), false)
	case changedMeanwhile(err):
		s.planned.outdated = true
		s.env.Window.Say(t.T("importpage.meanwhile"), false)
	default:
		s.env.Window.Fail(err)
	}
	s.follow()
}

// changedMeanwhile tells whether the centre was changed since the plan was made.
func changedMeanwhile(err error) bool {
	return slices.ContainsFunc(data.Refusals(err), func(e *data.Error) bool { return e.Key == "errors.changed_meanwhile" })
}
