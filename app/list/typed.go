package list

import (
	"context"
	"errors"

	"saya/app/page"
	"saya/data"
)

// guard keeps what is typed in an editor that is about to open, and asks what is to hold when a save of it is refused
// because the record has changed since.
func (p *Page) guard(next *Panel) {
	shell := next.Shell
	next.typed = &page.OpenForm{Subject: next.Subject, Title: shell.Title, Subtitle: shell.Subtitle, Forms: shell.Forms}
	kept := next.Subject.Table != ""
	if kept {
		next.typed.Section = p.config.ID
	}
	if next.Again == nil {
		next.Again = func(ctx context.Context) (func() *Panel, error) { return p.config.Edit(ctx, next.Subject.Record) }
	}
	save, explain := shell.OnSave, shell.Explain
	if kept {
		shell.OnSave = func() func() error {
			if err := next.typed.Check(); err != nil {
				return func() error { return err }
			}
			return save()
		}
	}
	shell.Explain = func(err error) (string, map[string]string) {
		p.waits = nil
		if kept && page.IsOutdated(err) {
			p.compare(next)
			return p.env.T("drafts.outdated"), nil
		}
		return explain(err)
	}
}

// KeepDraft keeps at once what is typed in the window and not saved, and the look of the list, before the page is taken
// away by a lock.
func (p *Page) KeepDraft() {
	if err := errors.Join(p.env.KeepDrafts(context.Background()), p.flush()); err != nil {
		page.Reference(err)
	}
}

// compare asks whether what was typed or the record as it is now is to hold.
func (p *Page) compare(mine *Panel) {
	var open func() *Panel
	var last data.HistoryEntry
	p.env.Run.Go(func(ctx context.Context) (err error) {
		if open, err = mine.Again(ctx); err != nil {
			return err
		}
		last, err = p.env.LastChange(ctx, mine.Subject)
		return err
	}, func(err error) {
		switch {
		case p.panel != mine: // it was left meanwhile
		case err != nil:
			p.env.Window.Fail(err)
		default:
			p.ask(mine, open(), last)
		}
	})
}

func (p *Page) ask(mine, theirs *Panel, last data.HistoryEntry) {
	p.env.AskOutdated(page.Outdated{
		Mine: mine.Shell.Forms, Theirs: theirs.Shell.Forms, Last: last,
		Keep: func() {
			changes := page.Changes(mine.Shell.Forms...)
			p.Open(theirs)
			theirs.typed.Replace(mine.typed)
			for _, form := range theirs.Shell.Forms {
				form.Restore(changes)
			}
			theirs.Shell.Save()
		},
		Take: func() {
			mine.typed.Forget()
			p.Open(theirs)
		},
	})
}

// resume opens the form of a draft, which has what was typed as soon as it is there.
func (p *Page) resume(d data.FormDraft) {
	p.Leave(func() {
		if d.Record != 0 {
			p.Show(d.Record)
		}
		if d.Form == "" {
			p.Edit(d.Record)
			return
		}
		open := func() {}
		p.env.Run.Go(func(ctx context.Context) (err error) {
			open, err = p.config.Resume(ctx, d)
			return err
		}, func(err error) {
			if err != nil {
				p.env.Window.Fail(err)
				return
			}
			open()
		})
	})
}
