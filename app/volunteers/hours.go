package volunteers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// hours are her sums and her latest entries.
func (p *Page) hours(c card) fyne.CanvasObject {
	t := p.env.Text
	body := widgets.NewStack(cardGap, page.Facts(
		page.Fact{Label: t.T("volunteers.hours_all"), Value: t.Hours(c.sums.approved)},
		page.Fact{Label: t.T("volunteers.hours_30"), Value: t.Hours(c.row.RecentMinutes)},
		page.Fact{Label: t.T("volunteers.hours_waiting"), Value: t.Hours(c.sums.waiting)},
	))
	if len(c.hours) == 0 {
		body.Add(widgets.NewParagraph(t.T("volunteers.no_hours")))
		return body
	}
	lines := make([]fyne.CanvasObject, len(c.hours))
	for i, h := range c.hours {
		lines[i] = p.entry(h)
	}
	body.Add(widgets.NewCard(t.T("volunteers.hours_latest"), widgets.NewLines(lines...)))
	return body
}

// entry is a line that leads to the entry.
func (p *Page) entry(h data.HoursRow) fyne.CanvasObject {
	t, title := p.env.Text, p.env.T("volunteers.no_event")
	if h.EventID != 0 {
		title = h.EventTitle.In(p.env.Lang())
	}
	what := widgets.NewText(title)
	what.Cut = true
	under := widgets.NewDimText(t.Date(h.Day.Time()) + " · " + t.T("hours.sum", "Hours", t.Hours(h.Minutes)))
	under.Cut = true
	tag := container.NewCenter(widgets.NewTag(t.Status("hours", string(h.Status)), hoursTone(h.Status)))
	line := container.NewBorder(nil, nil, nil, tag, widgets.NewStack(1, what, under))
	return widgets.NewPress(line, func() { p.env.Window.Open("hours", h.ID) })
}

func hoursTone(s data.HoursStatus) widgets.Tone {
	switch s {
	case data.Approved:
		return widgets.ToneOk
	case data.Returned:
		return widgets.ToneBad
	case data.Submitted:
		return widgets.ToneWarn
	}
	return widgets.ToneDim
}
