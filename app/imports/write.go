package imports

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/imports"
	"saya/data/store"
	"saya/widgets"
)

// write brings the plan into the centre, once an open editor has let go, all that was asked for is in the plan, and rows
// that nobody looked at were asked about.
func (s *steps) write() {
	s.wanted = false
	s.Page.Leave(func() {
		if s.wanted = s.planned.busy(); s.wanted {
			s.tell()
			return
		}
		s.confirm()
	})
}

func (s *steps) confirm() {
	left := s.planned.left()
	if left == 0 {
		s.run()
		return
	}
	t := s.env.Text
	s.env.Window.Modals().Confirm(t.T("importpage.left_title", "Count", left), t.T("importpage.left_text"), widgets.Action{
		Text: t.T("importpage.left_yes"), Kind: widgets.ButtonPrimary, Default: true, Do: s.run,
	}, t.T("importpage.left_no"))
}

// run writes in the background. Until it has ended a dialog with a way to stop it keeps people from the plan.
func (s *steps) run() {
	t := s.env.Text
	line := widgets.NewProgress(0, widgets.TonePlain)
	ctx, stop := context.WithCancel(context.Background())
	modal := s.env.Window.Modals().Show(widgets.Dialog{
		Title: t.T("importpage.writing"), Text: t.T("importpage.writing_text"), Content: line, Width: 460,
		Actions: []widgets.Action{{Text: t.T("common.cancel"), Cancel: true, Stay: true, Do: stop}},
	})
	var batch store.BatchID
	s.page.env.Run.Go(func(window context.Context) (err error) {
		defer stop()
		defer context.AfterFunc(window, stop)()
		batch, err = s.planned.plan.Apply(ctx, s.env.Store, s.env.Actor, func(done, total int) {
			fyne.Do(func() { line.SetValue(float64(done) / float64(max(1, total))) })
		})
		return err
	}, func(err error) {
		modal.Close()
		switch {
		case errors.Is(err, context.Canceled):
			s.env.Window.Say(t.T("importpage.stopped"), false)
		case data.IsCode(err, data.Conflict):
			s.page.compare(s.planned.reading) // the centre changed meanwhile: look again
			s.env.Window.Fail(err)
		case err != nil:
			s.env.Window.Fail(err)
		default:
			s.done(batch)
		}
	})
}

// done says what came in, with the way to take it back, and what did not.
func (s *steps) done(batch store.BatchID) {
	t, p := s.env.Text, s.page
	counts := s.planned.counts
	s.env.Window.Say(t.T("importpage.done", "Count", counts.New+counts.Changed), batch != store.BatchID{})
	lines := page.Facts(
		page.Fact{Label: t.T("importpage.added"), Value: t.Int(int64(counts.New))},
		page.Fact{Label: t.T("importpage.altered"), Value: t.Int(int64(counts.Changed))},
		page.Fact{Label: t.T(imports.Same.TextKey()), Value: t.Int(int64(counts.Same))},
		page.Fact{Label: t.T("importpage.not_taken"), Value: t.Int(int64(counts.Doubtful + counts.Rejected + counts.Skipped))},
	)
	buttons := container.New(widgets.NewFlow(8))
	section := sectionOf(s.planned.kind)
	look := t.T("importpage.look", "Section", t.T("shell."+section))
	buttons.Add(widgets.NewPrimaryButton(look, assets.IconRight, func() { s.env.Window.Open(section, 0) }))
	if s.planned.left() > 0 {
		buttons.Add(widgets.NewButton(t.T("importpage.save_rest"), assets.IconSheet, s.saveRest))
	}
	buttons.Add(widgets.NewButton(t.T("importpage.other_file"), assets.IconImport, p.start))
	card := widgets.NewCard(t.T("importpage.done_title"), container.New(layout.NewCustomPaddedVBoxLayout(14), lines, buttons))
	p.reading, p.steps = nil, nil
	p.show(page.Frame(page.Bar(t.T("importpage.title"), widgets.NewDimText(s.planned.file.Name)), nil, container.NewCenter(page.Wide(card, 560))))
}
