package events

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/app/work"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// newEntry opens a new hours entry of somebody of an event who has none yet.
func (p *Page) newEntry(c card) {
	p.editEntry(data.Hours{EventID: c.event.ID, Day: c.event.Start.Date()}, "", c.without())
}

// openEntry opens an hours entry that is not approved.
func (p *Page) openEntry(h data.HoursRow) {
	p.editEntry(h.Hours, numbered(p.env, h.Number, h.FullName()), nil)
}

// editEntry opens an hours entry that is not approved, saying whose it is, or a new one for someone of people. Saved, it waits for
// approval: whoever corrects what was returned means to hand it in again.
func (p *Page) editEntry(h data.Hours, whose string, people []data.AssignmentRow) {
	p.entryDialog(h, whose, people).Show(p.env)
}

func (p *Page) entryDialog(h data.Hours, whose string, people []data.AssignmentRow) *page.FormDialog {
	asked := work.Asked{Whose: whose}
	title := p.env.T("hours.entry_title")
	if h.ID == 0 {
		options := make([]widgets.Option, len(people))
		for i, a := range people {
			options[i] = widgets.Option{ID: key(a.VolunteerID), Text: numbered(p.env, a.Number, a.FullName())}
		}
		title, asked.Volunteer = p.env.T("hours.entry_new"), p.env.Select(options...)
	}
	f := work.NewEntry(p.env, h, asked)
	return &page.FormDialog{
		Title: title, Form: f.Form, Yes: p.env.T("hours.entry_save"),
		Subject: page.Subject{DraftKey: draftKey(formEntry, h.EventID, h.ID), Version: h.Version, Table: store.HoursEntries},
		Again: func(ctx context.Context) (func() *page.FormDialog, error) {
			now, err := p.env.Store.HoursEntry(ctx, h.ID)
			return func() *page.FormDialog { return p.entryDialog(now, whose, people) }, err
		},
		Read: func() { f.Read(&h) },
		Save: func(ctx context.Context) error {
			_, err := p.env.Store.SaveHours(ctx, p.env.Actor, h)
			return err
		},
		Saved:   func() { p.env.Window.Say(p.env.T("hours.entry_saved"), true) },
		Changed: f.Follow, Refused: f.Refused,
	}
}

// entryAction opens an entry: to correct it, or, once approved, to send it back.
func (p *Page) entryAction(h data.HoursRow) fyne.CanvasObject {
	right, icon, tip, do := data.KeepHours, assets.IconEdit, "common.edit", func() { p.openEntry(h) }
	if h.Status == data.Approved {
		right, icon, tip, do = data.ApproveHours, assets.IconUndo, "hours.return", func() { work.Return(p.env, []data.HoursRow{h}) }
	}
	b := widgets.NewQuietButton("", icon, do)
	b.Compact, b.Tip = true, p.env.T(tip)
	return p.env.Only(right, b)
}
