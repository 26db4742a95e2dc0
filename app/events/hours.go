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
		add := widgets.NewQuietButton(t.T("hours.entry_new"), assets.IconPlus, func() { p.newEntry(c) })
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
