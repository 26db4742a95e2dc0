package page

import (
	"context"
	"slices"

	"saya/data"
	"saya/widgets"
)

// outdatedWidth leaves room for long texts.
const outdatedWidth float32 = 560

// Outdated is a save that was refused because the record had changed since its form was opened.
type Outdated struct {
	Mine   []*widgets.Form   // as they stand
	Theirs []*widgets.Form   // the same, with the record as it is now
	Last   data.HistoryEntry // the change of the record, zero when it is not known
	Keep   func()            // saves what was changed in Mine over the record as it is now
	Take   func()            // goes on with the record as it is now
}

// IsOutdated tells whether a save was refused because the record has changed since it was read.
func IsOutdated(err error) bool {
	return slices.ContainsFunc(data.Refusals(err), func(e *data.Error) bool { return e.Key == "errors.changed_meanwhile" })
}

// Check refuses to save what was typed before the record changed, as the store would: it was kept and put back into a
// form of the record as it is now.
func (f *OpenForm) Check() error {
	if f.began != f.Version {
		return &data.Error{Code: data.Conflict, Key: "errors.changed_meanwhile"}
	}
	return nil
}

// LastChange is the newest change of what a form edits, zero when it is not known. It runs off the UI goroutine.
func (e Env) LastChange(ctx context.Context, s Subject) (last data.HistoryEntry, err error) {
	if s.Table == "" {
		return last, nil
	}
	history, err := e.Store.History(ctx, s.Table, s.row())
	if len(history) > 0 {
		last = history[0]
	}
	return last, err
}

// AskOutdated shows what is stored now and what was typed, field by field, and asks which of them is to hold. Where they
// do not differ nothing is asked.
func (e Env) AskOutdated(o Outdated) {
	form, differs := e.Form(), false
	for i, mine := range o.Mine {
		if i >= len(o.Theirs) {
			break
		}
		for _, d := range mine.Differences(o.Theirs[i]) {
			differs = true
			form.Section(d.Label)
			form.AddObject(widgets.NewBody(e.T("drafts.stored", "Value", e.display(d.There)) + "\n" + e.typed(d)))
		}
	}
	if !differs {
		o.Keep()
		return
	}
	e.Window.Modals().Show(widgets.Dialog{
		Title: e.T("drafts.outdated_title"), Text: e.outdatedText(o.Last), Content: form, Width: outdatedWidth,
		Actions: []widgets.Action{
			{Text: e.T("drafts.back"), Cancel: true, Default: true},
			{Text: e.T("drafts.take"), Do: o.Take},
			{Text: e.T("drafts.keep"), Kind: widgets.ButtonPrimary, Do: o.Keep},
		},
	})
}

// outdatedText says who changed the record, as far as that is known.
func (e Env) outdatedText(last data.HistoryEntry) string {
	who := e.T("drafts.outdated_text")
	if last.Account != "" {
		who = e.T("drafts.outdated_by", "Account", last.Account, "When", e.Moment(last.At))
	}
	return who + " " + e.T("drafts.outdated_hint")
}

// typed says what somebody typed in place of what is stored.
func (e Env) typed(d widgets.Difference) string {
	if !d.Changed {
		return e.T("drafts.untouched")
	}
	return e.T("drafts.typed", "Value", e.display(d.Here))
}

// display is what stands in a field, for reading.
func (e Env) display(f widgets.Field) string {
	if box, ok := f.(*widgets.CheckField); ok {
		if box.Checked() {
			return e.T("common.yes")
		}
		return e.T("common.no")
	}
	if f.Empty() {
		return e.T("drafts.empty")
	}
	return f.Display()
}
