package page

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// draftDelay is how long after a change a form is kept: no more is lost with the program.
const draftDelay = 2 * time.Second

// Subject says what a form edits. Of one without a section nothing is kept.
type Subject struct {
	data.DraftKey
	Version int64       // as it was read, 0 of what is new or has none
	Table   store.Table // whose history says who changed it
}

// row is the id of what is edited in its table.
func (s Subject) row() int64 { return cmp.Or(s.Part, s.Record) }

// Drafts are the open forms of a window and what is kept of them and of earlier ones, so that it survives a crash and
// the lock. They belong to the UI goroutine.
type Drafts struct {
	open   []*OpenForm
	left   []data.FormDraft // of earlier forms, not continued yet
	wanted *data.FormDraft  // to be continued by its section, nil for none
	next   *carried         // to be continued by the form that opens next, nil for none
	over   []carried        // to the window in another language, each to be continued when its section is shown
	turn   int

	mu   sync.Mutex            // one write at a time
	done map[data.DraftKey]int // the newest write of each, under mu
}

// carried is a draft with the field that the keyboard was in, "" for none.
type carried struct {
	data.FormDraft
	field string
}

// NewDrafts returns the drafts of a window on which no form is open yet.
func NewDrafts() *Drafts { return &Drafts{done: map[data.DraftKey]int{}} }

// write does one write of a draft unless a newer one was done meanwhile. It runs on any goroutine.
func (d *Drafts) write(key data.DraftKey, turn int, do func() error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if turn < d.done[key] {
		return nil
	}
	d.done[key] = turn
	return do()
}

// forget takes a draft from the earlier ones and returns it.
func (d *Drafts) forget(key data.DraftKey) (draft data.FormDraft, ok bool) {
	i := slices.IndexFunc(d.left, func(l data.FormDraft) bool { return l.DraftKey == key })
	if i < 0 {
		return draft, false
	}
	draft = d.left[i]
	d.left = slices.Delete(d.left, i, i+1)
	return draft, true
}

// Keep tells whether all that is typed in a section is carried over by [Drafts.CarryOver].
func (d *Drafts) Keep(section string) bool {
	return slices.ContainsFunc(d.open, func(f *OpenForm) bool { return f.Section == section })
}

// CarryOver ends the keeping of all open forms; forms of the same, opened anew, go on with what stands in them now.
func (d *Drafts) CarryOver() {
	for _, f := range slices.Clone(d.open) {
		d.over = append(d.over, carried{f.draft(), f.field()})
		f.release()
	}
}

// KeepDrafts keeps what stands in all open forms at once, before the window is locked or taken away. It is called on the
// UI goroutine and takes milliseconds. Nothing comes after it until something is typed again.
func (e Env) KeepDrafts(ctx context.Context) error {
	if e.Drafts == nil {
		return nil
	}
	var err error
	for _, f := range e.Drafts.open {
		f.stopClock()
		if job := f.job(); job != nil {
			err = errors.Join(err, job(ctx))
		}
	}
	return err
}

// OpenForm is a form, or an editor of several, that is open. What is typed in it is kept until it is saved or thrown
// away.
type OpenForm struct {
	Subject
	Title, Subtitle string
	Forms           []*widgets.Form

	env    Env
	began  int64  // the version of the record that the changes began from
	kept   bool   // there may be a draft
	failed bool   // keeping failed, which was said
	stop   func() // the clock, nil while it stands
}

// Watch keeps what is typed in a form from now on. What was typed in it earlier is put back: at once when that was asked
// for, else after a question.
func (e Env) Watch(f *OpenForm) {
	f.env, f.began = e, f.Version
	if e.Drafts == nil || f.Section == "" {
		return
	}
	e.Drafts.open = append(e.Drafts.open, f)
	for _, form := range f.Forms {
		heard := form.OnChanged
		form.OnChanged = func() {
			if heard != nil {
				heard()
			}
			f.changed()
		}
	}
	draft, ok := e.Drafts.forget(f.DraftKey)
	switch next := e.Drafts.next; {
	case next != nil && next.DraftKey == f.DraftKey:
		e.Drafts.next = nil
		f.restore(next.FormDraft)
		f.focus(next.field)
	case ok:
		f.ask(draft)
	}
}

// Forget ends the keeping: what was typed is saved or thrown away.
func (f *OpenForm) Forget() {
	f.release()
	if f.kept {
		f.kept = false
		turn, env := f.env.Drafts.nextTurn(), f.env
		env.Run.Go(func(ctx context.Context) error {
			return env.Drafts.write(f.DraftKey, turn, func() error { return env.Store.DropDraft(ctx, env.Actor, f.DraftKey) })
		}, f.said)
	}
}

// Replace ends the keeping of another form, with the draft of which this one goes on.
func (f *OpenForm) Replace(other *OpenForm) {
	other.release()
	f.kept = other.kept
}

func (f *OpenForm) release() {
	f.stopClock()
	if d := f.env.Drafts; d != nil {
		d.open = slices.DeleteFunc(d.open, func(o *OpenForm) bool { return o == f })
	}
}

func (d *Drafts) nextTurn() int {
	d.turn++
	return d.turn
}

func (f *OpenForm) restore(draft data.FormDraft) {
	f.kept, f.began = true, draft.Version
	for _, form := range f.Forms {
		form.Restore(draft.Values)
	}
}

// field is the field that the keyboard is in, or was in last.
func (f *OpenForm) field() string {
	for _, form := range f.Forms {
		if name := form.Current(); name != "" {
			return name
		}
	}
	return ""
}

func (f *OpenForm) focus(field string) {
	for _, form := range f.Forms {
		form.Focus(field)
	}
}

// ask offers what was typed earlier in a form that was opened anew.
func (f *OpenForm) ask(draft data.FormDraft) {
	e := f.env
	e.Window.Modals().Show(widgets.Dialog{
		Title: e.T("drafts.found_title"), Text: e.T("drafts.found_text", "When", e.Moment(draft.At)),
		Actions: []widgets.Action{
			{Text: e.T("drafts.throw_away"), Kind: widgets.ButtonDanger, Do: func() { e.drop(draft) }},
			{
				Text: e.T("drafts.continue"), Kind: widgets.ButtonPrimary, Default: true, Cancel: true,
				Do: func() { f.restore(draft) },
			},
		},
	})
}

// changed starts the clock, unless it runs: whoever types without a rest is kept, too.
func (f *OpenForm) changed() {
	if f.stop == nil && slices.Contains(f.env.Drafts.open, f) {
		f.stop = f.env.Run.After(draftDelay, func() {
			f.stop = nil
			if job := f.job(); job != nil {
				f.env.Run.Go(job, f.said)
			}
		})
	}
}

func (f *OpenForm) stopClock() {
	if f.stop != nil {
		f.stop()
		f.stop = nil
	}
}

// said says once that keeping fails.
func (f *OpenForm) said(err error) {
	if err != nil && !f.failed {
		f.env.Window.Fail(err)
	}
	f.failed = err != nil
}

// job is the write that keeps what stands in the form now, nil when there is nothing to write.
func (f *OpenForm) job() func(context.Context) error {
	dirty := slices.ContainsFunc(f.Forms, (*widgets.Form).Dirty)
	if !dirty && !f.kept {
		return nil
	}
	f.kept = dirty
	env, draft, turn := f.env, f.draft(), f.env.Drafts.nextTurn()
	return func(ctx context.Context) error {
		return env.Drafts.write(draft.DraftKey, turn, func() error {
			if !dirty {
				return env.Store.DropDraft(ctx, env.Actor, draft.DraftKey)
			}
			return env.Store.SaveDraft(ctx, env.Actor, draft)
		})
	}
}

// draft holds what was changed in the form; without a version, as of something new, all that stands in it, as a day that was put in for today.
func (f *OpenForm) draft() data.FormDraft {
	d := data.FormDraft{DraftKey: f.DraftKey, Version: f.began, Title: f.Title, Subtitle: f.Subtitle}
	d.Values = Changes(f.Forms...)
	if f.Version == 0 {
		for _, form := range f.Forms {
			for name, value := range form.Snapshot() {
				d.Values[name] = value
			}
		}
	}
	return d
}

// Changes is what was changed in forms since they were opened, by the names of the fields.
func Changes(forms ...*widgets.Form) map[string]string {
	changes := map[string]string{}
	for _, form := range forms {
		for name, value := range form.Changes() {
			changes[name] = value
		}
	}
	return changes
}

// drop throws an earlier draft away.
func (e Env) drop(draft data.FormDraft) {
	turn := e.Drafts.nextTurn()
	e.Run.Go(func(ctx context.Context) error {
		return e.Drafts.write(draft.DraftKey, turn, func() error { return e.Store.DropDraft(ctx, e.Actor, draft.DraftKey) })
	}, func(err error) {
		if err != nil {
			e.Window.Fail(err)
		}
	})
}

// Moment is the wall clock of an instant, with its day unless that is today.
func (e Env) Moment(at data.Stamp) string {
	local := at.Local()
	clock := e.Text.Time(local.MinuteOfDay())
	if local.Date() == e.Today() {
		return clock
	}
	return e.Text.Date(local.Date().Time()) + " " + clock
}
