package hours

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/app/record"
	"saya/app/work"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// cardView is the panel of one entry.
func (p *Page) cardView(h data.HoursRow, history record.History) fyne.CanvasObject {
	body := container.New(layout.NewCustomPaddedVBoxLayout(13), p.facts(h), p.ways(h))
	if h.Locked {
		body.Add(widgets.NewCard(p.env.T("hours.locked_title"), widgets.NewBody(p.env.T("hours.locked_text"))))
	}
	history.AddTo(body, p.env)
	return page.Panel(p.cardHead(h), body)
}

// cardHead is whose hours they are, how many, where they stand, and what to do next.
func (p *Page) cardHead(h data.HoursRow) fyne.CanvasObject {
	t := p.env.Text
	name := container.NewBorder(nil, nil, nil, container.NewVBox(p.buttons(h)),
		container.New(layout.NewCustomPaddedLayout(4, 0, 0, 0), widgets.NewHeading(h.FullName())))
	tags := container.New(widgets.NewFlow(6), widgets.NewTag(t.Status("hours", string(h.Status)), statusTone(h.Status)))
	if h.Locked {
		tags.Add(widgets.NewTag(t.T("hours.locked_title"), widgets.ToneDim))
	}
	tags.Add(widgets.NewDimText(t.T("hours.sum", "Hours", t.Hours(h.Minutes))))
	head := container.New(layout.NewCustomPaddedVBoxLayout(7), name, tags)
	if steps := p.steps(h); len(steps) > 0 {
		head.Add(container.New(widgets.NewFlow(8), steps...))
	}
	return head
}

// buttons edit and delete an entry that is not approved.
func (p *Page) buttons(h data.HoursRow) fyne.CanvasObject {
	if h.Status == data.Approved {
		return container.NewHBox()
	}
	edit := widgets.NewButton(p.env.T("common.edit"), assets.IconEdit, func() { p.Edit(h.ID) })
	return record.Deletion{Right: data.KeepHours, Do: p.deleteOne, Done: p.env.T("hours.deleted", "Count", 1)}.Beside(edit, p.env, h.ID)
}

// steps are what can be done with an entry next.
func (p *Page) steps(h data.HoursRow) []fyne.CanvasObject {
	t, one := p.env.Text, []data.HoursRow{h}
	var out []fyne.CanvasObject
	add := func(a act, b *widgets.Button) {
		if a.fits(h.Status) && p.env.May(a.right()) {
			out = append(out, b)
		}
	}
	add(actApprove, widgets.NewPrimaryButton(t.T("hours.approve"), assets.IconCheck, func() { work.Approve(p.env, one) }))
	add(actSubmit, widgets.NewButton(t.T("hours.entry_save"), assets.IconForward, func() { p.submit(one) }))
	add(actReturn, widgets.NewButton(t.T("hours.return_many"), assets.IconUndo, func() { work.Return(p.env, one) }))
	return out
}

func (p *Page) facts(h data.HoursRow) fyne.CanvasObject {
	t, approved := p.env.Text, ""
	if h.Status == data.Approved {
		approved = t.Date(h.ApprovedAt.Local().Time()) + " · " + h.ApprovedBy
	}
	return page.Facts(
		page.Fact{Label: t.T("field.day"), Value: t.Date(h.Day.Time())},
		page.Fact{Label: t.T("hours.time"), Value: p.model.times(h.Hours)},
		page.Fact{Label: t.T("field.event_id"), Value: h.EventTitle.In(p.env.Lang())},
		page.Fact{Label: t.T("hours.approved_by"), Value: approved},
		page.Fact{Label: t.T("field.note"), Value: h.Note},
		page.Fact{Label: t.T("field.correction"), Value: h.Correction},
	)
}

// ways lead to the volunteer and to the event.
func (p *Page) ways(h data.HoursRow) fyne.CanvasObject {
	row := container.New(widgets.NewFlow(16), p.way("hours.to_volunteer", assets.IconPerson, "volunteers", h.VolunteerID))
	if h.EventID != 0 {
		row.Add(p.way("hours.to_event", assets.IconEvents, "events", h.EventID))
	}
	return row
}

func (p *Page) way(text string, icon assets.IconName, section string, id int64) fyne.CanvasObject {
	b := widgets.NewQuietButton(p.env.T(text), icon, func() { p.env.Window.Open(section, id) })
	b.Compact, b.Flush = true, true
	return b
}
