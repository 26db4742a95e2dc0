package applications

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/app/person"
	"saya/app/record"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// cardView is the panel of one application.
func (p *Page) cardView(c card, history record.History) fyne.CanvasObject {
	body := container.New(layout.NewCustomPaddedVBoxLayout(13))
	if len(c.known) > 0 {
		body.Add(p.duplicatesCard(c.known))
	}
	body.Add(p.facts(c.application))
	history.AddTo(body, p.env)
	return page.Panel(p.cardHead(c), body)
}

// cardHead is the name, how long she waits, and what can be decided.
func (p *Page) cardHead(c card) fyne.CanvasObject {
	t, a := p.env.Text, c.application
	edit := widgets.NewButton(t.T("common.edit"), assets.IconEdit, func() { p.Edit(a.ID) })
	name := container.NewBorder(nil, nil, nil, container.NewCenter(p.deletion().Beside(edit, p.env, a.ID)), widgets.NewHeading(a.FullName()))
	tags := container.NewHBox(widgets.NewTag(t.Status("application", string(a.Status)), statusTone(a.Status)))
	if slices.Contains(waiting(), a.Status) {
		days := a.WaitingDays(p.env.Today())
		tags.Add(widgets.NewTag(t.T("applications.waits", "Count", days), waitTone(days, c.waitDays)))
	}
	line := widgets.NewDimText(t.T("applications.received", "Day", a.ReceivedOn))
	line.Cut = true
	head := container.New(layout.NewCustomPaddedVBoxLayout(7), name, container.NewBorder(nil, nil, tags, nil, line))
	if actions := p.actions(a); len(actions) > 0 {
		head.Add(container.New(widgets.NewFlow(8), actions...))
	}
	return head
}

// deletion is for what was made by mistake.
func (p *Page) deletion() record.Deletion {
	return record.Deletion{Right: data.KeepVolunteers, Do: p.env.Store.DeleteApplication, Done: p.env.T("audit.deleted.applications")}
}

// actions are the next step first. Accepting needs screening before.
func (p *Page) actions(a data.Application) []fyne.CanvasObject {
	t := p.env.Text
	var out []fyne.CanvasObject
	decide := func(b *widgets.Button) { out = append(out, p.env.Only(data.KeepVolunteers, b)) }
	switch {
	case a.Status.CanBecome(data.Screening):
		decide(widgets.NewPrimaryButton(t.T("applications.screen"), "", func() { p.screen(a) }))
	case a.Status.CanBecome(data.Accepted):
		decide(widgets.NewPrimaryButton(t.T("applications.accept"), assets.IconCheck, func() { p.accept(a) }))
	case a.VolunteerID != 0:
		out = append(out, widgets.NewPrimaryButton(t.T("applications.open_volunteer"), assets.IconVolunteers, func() {
			p.env.Window.Open("volunteers", a.VolunteerID)
		}))
	}
	if a.Status.CanBecome(data.Declined) {
		decide(widgets.NewButton(t.T("applications.decline"), "", func() { p.decline([]int64{a.ID}) }))
	}
	if a.Status.CanBecome(data.Withdrawn) {
		decide(widgets.NewButton(t.T("applications.withdraw"), "", func() { p.withdraw(a.ID) }))
	}
	return out
}

func (p *Page) facts(a data.Application) fyne.CanvasObject {
	t, reason := p.env.Text, ""
	if a.Reason != "" {
		reason = t.Status("declined_reason", a.Reason)
	}
	facts := []page.Fact{
		{Label: t.T("field.decided_on"), Value: t.Date(a.DecidedOn.Time())},
		{Label: t.T("field.reason"), Value: reason},
	}
	facts = append(facts, person.Facts(p.env, a.Person)...)
	var times []string
	for _, line := range person.Times(p.env, a.Availability) {
		times = append(times, line[0]+" "+line[1])
	}
	return page.Facts(append(facts,
		page.Fact{Label: t.T("field.availability"), Value: strings.Join(times, "\n")},
		page.Fact{Label: t.T("field.source"), Value: a.Source},
		page.Fact{Label: t.T("field.note"), Value: a.Note},
	)...)
}

// duplicatesCard names volunteers who may be the applicant.
func (p *Page) duplicatesCard(known []person.Same) fyne.CanvasObject {
	t := p.env.Text
	rows := make([]fyne.CanvasObject, len(known))
	for i, k := range known {
		v := k.Volunteer
		name := widgets.NewText(p.env.Numbered(v.Number, v.FullName()))
		why := widgets.NewDimText(k.Why(p.env))
		name.Cut, why.Cut = true, true
		open := widgets.NewQuietButton(t.T("common.open"), "", func() { p.env.Window.Open("volunteers", v.ID) })
		open.Compact, open.FlushEnd = true, true
		rows[i] = container.NewBorder(nil, nil, nil, container.NewCenter(open), widgets.NewStack(1, name, why))
	}
	return widgets.NewCard(t.T("applications.duplicates"), widgets.NewLines(rows...))
}
