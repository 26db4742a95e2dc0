package events

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// hoursCard lists the hours entries of an event.
func (p *Page) hoursCard(c card) fyne.CanvasObject {
	t := p.env.Text
	var rows []fyne.CanvasObject
	total := 0
	for _, h := range c.hours {
		if h.Status == data.Approved {
			total += h.Minutes
		}
		rows = append(rows, p.entryView(h))
	}
	if p.env.May(data.KeepHours) && len(c.without()) > 0 {
		add := widgets.NewQuietButton(t.T("events.entry_new"), assets.IconPlus, func() { p.newEntry(c) })
		add.Compact = true
		rows = append(rows, container.NewHBox(add))
	}
	card := widgets.NewCard(t.T("events.hours"), widgets.NewStack(5, rows...))
	card.Aside = widgets.NewDimText(t.T("events.hours_total", "Hours", t.Hours(total)))
	return card
}

// entryView is one hours entry; what was returned says why.
func (p *Page) entryView(h data.HoursRow) fyne.CanvasObject {
	t := p.env.Text
	name := widgets.NewText(numbered(p.env, h.Number, h.FullName()))
	name.Cut = true
	text, tone := t.Hours(h.Minutes), widgets.ToneOk
	switch h.Status {
	case data.Approved:
	case data.Submitted:
		text, tone = t.T("events.hours_waiting", "Hours", text), widgets.ToneWarn
	default:
		text, tone = text+" · "+t.Status("hours", string(h.Status)), widgets.ToneDim
	}
	end := container.NewHBox(container.NewCenter(widgets.NewTag(text, tone)), p.entryAction(h))
	line := widgets.NewSpread(name, end)
	if h.Status != data.Returned || h.Note == "" {
		return line
	}
	return widgets.NewStack(1, line, widgets.NewBody(h.Note))
}

// propose makes hours entries of the attendance.
func (p *Page) propose(c card) {
	var ids []int64
	p.env.Run.Go(func(ctx context.Context) (err error) {
		ids, err = p.env.Store.ProposeHours(ctx, p.env.Actor, c.event.ID)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.env.Window.Say(p.env.T("events.proposed", "Count", len(ids)), true)
	})
}

// approve approves all entries of the event that wait, in one batch. When some are refused, nothing is approved yet:
// each refusal is said with the volunteer's number, and the others can be approved without them.
func (p *Page) approve(c card) {
	waiting := c.submitted()
	var refused []refusal
	p.env.Run.Go(func(ctx context.Context) error {
		err := p.env.Store.ApproveHours(ctx, p.env.Actor, entryIDs(waiting))
		if err == nil {
			return nil
		}
		var readErr error
		if refused, readErr = p.model.refusals(ctx, waiting); readErr != nil || len(refused) == 0 {
			return err
		}
		return nil
	}, func(err error) {
		switch {
		case err != nil:
			p.env.Window.Fail(err)
		case len(refused) > 0:
			p.showRefusals(c, refused)
		default:
			p.env.Window.Say(p.env.T("events.approved", "Count", len(waiting)), true)
		}
	})
}

// showRefusals says what keeps entries from being approved and offers to approve the others.
func (p *Page) showRefusals(c card, refused []refusal) {
	t := p.env.Text
	form := p.env.Form()
	bad := map[int64]bool{}
	for _, r := range refused {
		form.Note(t.T("events.of_volunteer", "Number", r.number, "Text", p.env.Sentence(r.err)))
		bad[r.entry] = true
	}
	rest := c
	rest.hours = nil
	for _, h := range c.submitted() {
		if !bad[h.ID] {
			rest.hours = append(rest.hours, h)
		}
	}
	actions := []widgets.Action{{Text: t.T("common.close"), Cancel: true, Default: len(rest.hours) == 0}}
	if n := len(rest.hours); n > 0 {
		actions = append(actions, widgets.Action{
			Text: t.T("events.approve_rest", "Count", n), Kind: widgets.ButtonPrimary, Default: true, Do: func() { p.approve(rest) },
		})
	}
	p.env.Window.Modals().Show(widgets.Dialog{
		Title: t.T("events.refused_title", "Count", len(refused)), Text: t.T("events.refused_text"),
		Content: form, Width: 480, Actions: actions,
	})
}
