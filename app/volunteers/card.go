package volunteers

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/app/person"
	"saya/app/record"
	"saya/assets"
	"saya/data"
	"saya/data/reference"
	"saya/widgets"
)

// The parts of a card, in their order.
const (
	tabGeneral = iota
	tabSchedule
	tabPapers
	tabHours
	tabHistory
)

const cardGap float32 = 13

// cardView is the panel of one volunteer. It stays at the same part from one to the next.
func (p *Page) cardView(c card, history record.History) fyne.CanvasObject {
	t := p.env.Text
	return page.Tabs(p.cardHead(c), &p.tab,
		page.Tab{Text: t.T("volunteers.tab_general"), Draw: func() fyne.CanvasObject { return p.general(c) }},
		page.Tab{Text: t.T("volunteers.tab_schedule"), Draw: func() fyne.CanvasObject { return p.schedule(c) }},
		page.Tab{Text: t.T("volunteers.tab_papers"), Draw: func() fyne.CanvasObject { return p.papers(c) }},
		page.Tab{Text: t.T("volunteers.tab_hours"), Draw: func() fyne.CanvasObject { return p.hours(c) }},
		page.Tab{Text: t.T("volunteers.tab_history"), Draw: func() fyne.CanvasObject { return p.history(history) }},
	)
}

func (p *Page) cardHead(c card) fyne.CanvasObject {
	t, v := p.env.Text, c.volunteer
	since := t.T("volunteers.card_line", "Number", v.Number, "Since", v.Accepted)
	edit := widgets.NewButton(t.T("common.edit"), assets.IconEdit, func() { p.Edit(v.ID) })
	tag := widgets.NewTag(t.Status("volunteer", string(v.Status)), statusTone(v.Status))
	line := widgets.NewDimText(since)
	line.Cut = true
	under := container.NewBorder(nil, nil, container.NewHBox(tag), nil, line)
	name := container.NewBorder(nil, nil, nil, container.NewCenter(p.deletion().Beside(edit, p.env, v.ID)), widgets.NewHeading(v.FullName()))
	return widgets.NewStack(6, name, under)
}

// deletion is for what was made by mistake.
func (p *Page) deletion() record.Deletion {
	return record.Deletion{Right: data.KeepVolunteers, Do: p.env.Store.DeleteVolunteer, Done: p.env.T("audit.deleted.volunteers")}
}

// general is who she is, how she helps, and what of it nobody has asked yet.
func (p *Page) general(c card) fyne.CanvasObject {
	body := widgets.NewStack(cardGap)
	if missing := c.volunteer.Missing(); len(missing) > 0 {
		rows := make([]fyne.CanvasObject, len(missing))
		for i, field := range missing {
			rows[i] = widgets.NewBody(p.env.T("field." + field))
		}
		body.Add(widgets.NewCard(p.env.T("volunteers.missing"), widgets.NewLines(rows...)))
	}
	body.Add(p.facts(c))
	if c.row.GroupID != 0 {
		name := widgets.NewText(c.row.GroupName)
		name.Cut = true
		group := widgets.NewPress(name, func() { p.env.Window.Open("groups", c.row.GroupID) })
		body.Add(widgets.NewCard(p.env.T("field.group_id"), group))
	}
	return body
}

func (p *Page) facts(c card) fyne.CanvasObject {
	t, v := p.env.Text, c.volunteer
	reason, coordinator := "", ""
	if v.LeftReason != "" {
		reason = t.Status("left_reason", v.LeftReason)
	}
	if v.Coordinator {
		coordinator = t.T("common.yes")
	}
	return page.Facts(append(person.Facts(p.env, v.Person),
		page.Fact{Label: t.T("field.form"), Value: p.form(v.Form)},
		page.Fact{Label: t.T("field.coordinator"), Value: coordinator},
		page.Fact{Label: t.T("field.leave_since"), Value: t.Date(v.LeaveSince.Time())},
		page.Fact{Label: t.T("field.left_on"), Value: t.Date(v.LeftOn.Time())},
		page.Fact{Label: t.T("field.left_reason"), Value: reason},
		page.Fact{Label: t.T("volunteers.hours_30"), Value: t.Hours(c.row.RecentMinutes)},
		page.Fact{Label: t.T("volunteers.events"), Value: strconv.Itoa(c.row.Events)},
		page.Fact{Label: t.T("field.awards"), Value: v.Awards},
		page.Fact{Label: t.T("field.source"), Value: v.Source},
		page.Fact{Label: t.T("field.note"), Value: v.Note},
	)...)
}

// form is the name of a form of activity by law, the code itself when it is unknown.
func (p *Page) form(code string) string {
	for _, o := range p.env.Choices(reference.ActivityForms()) {
		if o.ID == code {
			return o.Text
		}
	}
	return code
}

func (p *Page) history(h record.History) fyne.CanvasObject {
	body := widgets.NewStack(cardGap)
	h.AddTo(body, p.env)
	if len(body.Objects) == 0 {
		body.Add(widgets.NewParagraph(p.env.T("volunteers.no_history")))
	}
	return body
}
