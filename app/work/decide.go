package work

import (
	"context"
	"errors"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

const (
	// refusalsShown is how many refusals a dialog lists; whoever mends so many sees the next ones then.
	refusalsShown = 12
	// refusalsWidth is that of the dialog.
	refusalsWidth float32 = 480
	// many entries take longer than a moment: the status bar says so.
	many = 100
)

// IDs are those of entries.
func IDs(entries []data.HoursRow) []int64 {
	ids := make([]int64, len(entries))
	for i, h := range entries {
		ids[i] = h.ID
	}
	return ids
}

// Approve approves entries in one batch. When some are refused, nothing is approved yet: each refusal is said with the
// entry, and the others can be approved without them. Of a single one in a closed month the reason is asked for.
func Approve(env page.Env, entries []data.HoursRow) {
	var refused data.HoursRefusals
	done := func(err error) {
		switch {
		case err != nil:
			env.Window.Fail(err)
		case len(entries) == 1 && len(refused) == 1 && data.IsCode(refused[0].Err, data.Locked):
			Late(env, entries[0])
		case len(refused) > 0:
			ShowRefusals(env, entries, refused, Refused{
				Title: "hours.refused_title", Text: "hours.refused_text", Rest: "hours.approve_rest",
				Again: func(rest []data.HoursRow) { Approve(env, rest) },
			})
		default:
			env.Window.Say(env.T("hours.approved", "Count", len(entries)), true)
		}
	}
	Do(env, env.T("hours.approving"), len(entries), func(ctx context.Context) error {
		err := env.Store.ApproveHours(ctx, env.Actor, IDs(entries))
		if errors.As(err, &refused) {
			return nil
		}
		return err
	}, done)
}

// Do writes something about n records in the background; of many the status bar tells, where it can be stopped.
func Do(env page.Env, title string, n int, write func(context.Context) error, done func(error)) {
	if n < many {
		env.Run.Go(write, done)
		return
	}
	stopped, stop := context.WithCancel(context.Background())
	shown := env.Window.Begin(title, stop)
	env.Run.Go(func(ctx context.Context) error {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(stopped, cancel)()
		return write(ctx)
	}, func(err error) {
		shown.End()
		asked := stopped.Err() != nil
		stop()
		if asked && errors.Is(err, context.Canceled) { // nothing was written, as was wanted
			return
		}
		done(err)
	})
}

// Refused is what is said of an act that some entries do not allow: keys of texts that count them, and the act again
// for the others.
type Refused struct {
	Title, Text, Rest string
	Again             func(rest []data.HoursRow)
}

// ShowRefusals says what stands against something that was to be done with entries, and offers to do it with the others.
func ShowRefusals(env page.Env, entries []data.HoursRow, refused data.HoursRefusals, say Refused) {
	byID := map[int64]error{}
	for _, r := range refused {
		byID[r.ID] = r.Err
	}
	form := env.Form()
	var rest []data.HoursRow
	said := 0
	for _, h := range entries {
		err, bad := byID[h.ID]
		switch {
		case !bad:
			rest = append(rest, h)
		case said < refusalsShown:
			said++
			form.Note(env.T("hours.refusal", "Number", h.Number, "Name", h.FullName(), "Date", h.Day, "Text", env.Say(err)))
		}
	}
	if more := len(refused) - said; more > 0 {
		form.Note(env.T("hours.refusals_more", "Count", more))
	}
	actions := []widgets.Action{{Text: env.T("common.close"), Cancel: true, Default: len(rest) == 0}}
	if n := len(rest); n > 0 {
		actions = append(actions, widgets.Action{
			Text: env.T(say.Rest, "Count", n), Kind: widgets.ButtonPrimary, Default: true, Do: func() { say.Again(rest) },
		})
	}
	env.Window.Modals().Show(widgets.Dialog{
		Title: env.T(say.Title, "Count", len(refused)), Text: env.T(say.Text),
		Content: form, Width: refusalsWidth, Actions: actions,
	})
}

// The forms about an entry of hours, as drafts name them; the section Hours continues them.
const (
	FormReturn = "return"
	FormLate   = "late"
)

func draftKey(form string, entry int64) data.DraftKey {
	return data.DraftKey{Section: "hours", Form: form, Record: entry}
}

// Late approves an entry of a closed month with the reason of that correction.
func Late(env page.Env, h data.HoursRow) {
	reason, form := widgets.NewNote(2), env.Form()
	form.Note(env.Numbered(h.Number, h.FullName()))
	form.Note(env.Text.Date(h.Day.Time()) + " · " + env.T("hours.sum", "Hours", env.Text.Hours(h.Minutes)))
	form.Note(env.T("hours.late_text", "Month", h.Day.Month().First()))
	correction := env.Item("correction", reason)
	correction.Required, correction.Wide = true, true
	form.Add(correction)
	changed := h.Hours
	(&page.FormDialog{
		Title: env.T("hours.late_title"), Form: form, Yes: env.T("hours.approve"),
		Subject: page.Subject{DraftKey: draftKey(FormLate, h.ID), Version: h.Version, Table: store.HoursEntries},
		Read:    func() { changed.Status, changed.Correction = data.Approved, reason.Value() },
		Save: func(ctx context.Context) error {
			_, err := env.Store.SaveHours(ctx, env.Actor, changed)
			return err
		},
		Saved: func() { env.Window.Say(env.T("hours.approved", "Count", 1), true) },
	}).Show(env)
}

// Return sends entries back, saying what is to be mended, in one batch.
func Return(env page.Env, entries []data.HoursRow) {
	note, correction, form := widgets.NewNote(2), widgets.NewNote(2), env.Form()
	if len(entries) == 1 {
		form.Note(env.Numbered(entries[0].Number, entries[0].FullName()))
	} else {
		form.Note(env.T("hours.entries", "Count", len(entries)))
	}
	form.Add(
		widgets.Item{Name: "note", Label: env.T("hours.return_note"), Required: true, Wide: true, Field: note},
		widgets.Item{Name: "correction", Label: env.T("field.correction"), Wide: true, Field: correction},
	)
	form.SetVisible("correction", false)
	var text, reason string
	subject := page.Subject{}
	if len(entries) == 1 { // what was typed about several cannot be continued: who knows which they were
		subject.DraftKey = draftKey(FormReturn, entries[0].ID)
	}
	(&page.FormDialog{
		Subject: subject,
		Title:   env.T("hours.return_title"), Form: form, Yes: env.T("hours.return"),
		Read: func() { text, reason = note.Value(), correction.Value() },
		Save: func(ctx context.Context) error {
			return env.Store.ReturnHours(ctx, env.Actor, IDs(entries), text, reason)
		},
		Saved:   func() { env.Window.Say(env.T("hours.returned", "Count", len(entries)), true) },
		Refused: whenLocked(form),
	}).Show(env)
}
