package page

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// offerWidth is that of the list of drafts.
const offerWidth float32 = 560

// OfferDrafts reads what was typed earlier and not saved, and asks what to do with it: after a start, a sign-in, an
// unlock.
func (e Env) OfferDrafts() {
	if e.Drafts == nil || !e.Store.Holds(store.PeopleWall) {
		return
	}
	var found []data.FormDraft
	e.Run.Go(func(ctx context.Context) (err error) {
		found, err = e.Store.Drafts(ctx, e.Actor)
		return err
	}, func(err error) {
		if err != nil {
			e.Window.Fail(err)
			return
		}
		e.Drafts.left = found
		e.offer()
	})
}

// offer lists the drafts, if there are any.
func (e Env) offer() {
	if len(e.Drafts.left) == 0 {
		return
	}
	var modal *widgets.Modal
	lines := make([]fyne.CanvasObject, len(e.Drafts.left))
	for i, draft := range e.Drafts.left {
		again := widgets.NewButton(e.T("drafts.continue"), "", func() {
			modal.Close()
			e.resume(draft)
		})
		drop := widgets.NewQuietButton("", assets.IconDelete, func() {
			modal.Close()
			e.Drafts.forget(draft.DraftKey)
			e.drop(draft)
			e.offer()
		})
		again.Compact, drop.Compact, drop.Tip = true, true, e.T("drafts.throw_away")
		lines[i] = widgets.NewSpread(e.draftText(draft), container.NewHBox(container.NewCenter(again), container.NewCenter(drop)))
	}
	modal = e.Window.Modals().Show(widgets.Dialog{
		Title: e.T("drafts.offer_title"), Text: e.T("drafts.offer_text"), Content: widgets.NewLines(lines...), Width: offerWidth,
		Actions: []widgets.Action{{Text: e.T("drafts.later"), Cancel: true, Default: true}},
	})
}

// draftText says what a draft is of and when it was kept.
func (e Env) draftText(d data.FormDraft) fyne.CanvasObject {
	title, about := widgets.NewText(d.Title), widgets.NewDimText(e.Moment(d.At))
	title.Bold, title.Cut, about.Cut = true, true, true
	if d.Subtitle != "" {
		about.Text += " · " + d.Subtitle
	}
	return widgets.NewStack(1, title, about)
}

// resume goes to the section of a draft, which opens its form.
func (e Env) resume(d data.FormDraft) {
	e.Drafts.wanted = &d
	e.Window.Open(d.Section, d.Record)
}

// Resumed is the draft with which a section that was just shown is to go on; its form has it as soon as it is watched.
func (e Env) Resumed(section string) (d data.FormDraft, ok bool) {
	if e.Drafts == nil {
		return d, false
	}
	if wanted := e.Drafts.wanted; wanted != nil && wanted.Section == section {
		e.Drafts.next, e.Drafts.wanted = &carried{FormDraft: *wanted}, nil
		return *wanted, true
	}
	i := slices.IndexFunc(e.Drafts.over, func(c carried) bool { return c.Section == section })
	if i < 0 {
		return d, false
	}
	next := e.Drafts.over[i]
	e.Drafts.over = slices.Delete(e.Drafts.over, i, i+1)
	e.Drafts.next = &next
	return next.FormDraft, true
}
