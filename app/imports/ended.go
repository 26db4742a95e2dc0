package imports

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/data/imports"
	"saya/data/store"
	"saya/widgets"
)

// ended is the last step: what came in, what did not, and the ways on.
type ended struct {
	planned *planned
	batch   store.BatchID
	undone  bool // taken back since
}

// end shows the last step.
func (p *Page) end(e *ended) {
	t := p.env.Text
	p.reading, p.steps, p.ended = nil, nil, e
	p.request++
	title, body := t.T("importpage.done_title"), p.endFacts(e)
	if e.undone {
		title, body = t.T("importpage.undone_title"), widgets.NewBody(t.T("importpage.undone_text"))
	}
	actions := p.endActions(e)
	card := widgets.NewCard(title, container.New(layout.NewCustomPaddedVBoxLayout(14), body, actions))
	bar := page.Bar(t.T("importpage.title"), fileName(e.planned.file.Name))
	p.show(page.Frame(bar, nil, container.NewCenter(page.Wide(card, 560))), actions.Objects[0].(fyne.Focusable))
}

func (p *Page) endFacts(e *ended) fyne.CanvasObject {
	t, counts := p.env.Text, e.planned.counts
	return page.Facts(
		page.Fact{Label: t.T("importpage.added"), Value: t.Int(int64(counts.New))},
		page.Fact{Label: t.T("importpage.altered"), Value: t.Int(int64(counts.Changed))},
		page.Fact{Label: t.T(imports.Same.TextKey()), Value: t.Int(int64(counts.Same))},
		page.Fact{Label: t.T("importpage.not_taken"), Value: t.Int(int64(counts.Doubtful + counts.Rejected + counts.Skipped))},
	)
}

// endActions lead to the records, or to what is left to do.
func (p *Page) endActions(e *ended) *fyne.Container {
	t, buttons := p.env.Text, container.New(widgets.NewFlow(8))
	switch {
	case e.undone:
		buttons.Add(widgets.NewPrimaryButton(t.T("importpage.again"), assets.IconBack, func() {
			p.compare(planOf(e.planned.reading, e.planned.corrections), func() { p.end(e) })
		}))
	default:
		section := sectionOf(e.planned.kind)
		look := t.T("importpage.look", "Section", t.T("shell."+section))
		buttons.Add(widgets.NewPrimaryButton(look, assets.IconRight, func() { p.env.Window.Open(section, 0) }))
		if e.planned.left() > 0 {
			buttons.Add(widgets.NewButton(t.T("importpage.rest"), assets.IconEdit, func() {
				p.compare(planOf(e.planned.rest(), e.planned.corrections), func() { p.end(e) })
			}))
			buttons.Add(widgets.NewButton(t.T("importpage.save_rest"), assets.IconSheet, func() { p.saveRest(e.planned) }))
		}
	}
	buttons.Add(widgets.NewButton(t.T("importpage.other_file"), assets.IconImport, p.start))
	return buttons
}

// lookBack finds out whether the import was taken back.
func (p *Page) lookBack() {
	e, undone := p.ended, false
	p.env.Run.Go(func(ctx context.Context) error {
		batches, err := p.env.Store.Batches(ctx, p.env.Actor)
		for _, b := range batches {
			undone = undone || b.ID == e.batch && b.Undone
		}
		return err
	}, func(err error) {
		if err == nil && undone && p.ended == e && !e.undone {
			e.undone = true
			p.end(e)
		}
	})
}
