package groups

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/app/record"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// cardView is the panel of one group.
func (p *Page) cardView(c card, history record.History) fyne.CanvasObject {
	body := widgets.NewStack(13, p.facts(c))
	members := fyne.CanvasObject(widgets.NewParagraph(p.env.T("groups.nobody")))
	if len(c.members) > 0 {
		members = p.members(c)
	}
	body.Add(widgets.NewCard(p.env.T("groups.members"), members))
	history.AddTo(body, p.env)
	return page.Panel(p.head(c), body)
}

func (p *Page) head(c card) fyne.CanvasObject {
	t, g := p.env.Text, c.group
	edit := p.env.Only(data.KeepVolunteers, widgets.NewButton(t.T("common.edit"), assets.IconEdit, func() { p.Edit(g.ID) }))
	name := container.NewBorder(nil, nil, nil, container.NewCenter(edit), widgets.NewHeading(g.Name))
	tags := container.New(widgets.NewFlow(6))
	if g.EndedOn != "" && g.EndedOn < p.env.Today() {
		tags.Add(widgets.NewTag(t.T("groups.is_over"), widgets.ToneDim))
	}
	tags.Add(widgets.NewDimText(t.T("groups.in_it", "Count", g.Members)))
	return widgets.NewStack(6, name, tags)
}

func (p *Page) facts(c card) fyne.CanvasObject {
	t, g := p.env.Text, c.group
	return page.Facts(
		page.Fact{Label: t.T("field.leader_id"), Value: g.LeaderName},
		page.Fact{Label: t.T("field.formed_on"), Value: t.Date(g.FormedOn.Time())},
		page.Fact{Label: t.T("field.ended_on"), Value: t.Date(g.EndedOn.Time())},
		page.Fact{Label: t.T("field.note"), Value: g.Note},
	)
}

// members are lines that lead to the volunteers.
func (p *Page) members(c card) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, v := range c.members {
		name := widgets.NewText(p.env.Numbered(v.Number, v.FullName()))
		name.Cut = true
		lines = append(lines, widgets.NewPress(name, func() { p.env.Window.Open("volunteers", v.ID) }))
	}
	if rest := c.group.Members - len(c.members); rest > 0 {
		lines = append(lines, widgets.NewParagraph(p.env.T("groups.and_more", "Count", rest)))
	}
	return widgets.NewLines(lines...)
}
