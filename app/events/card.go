package events

import (
	"context"
	"strconv"

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

// cardView is the panel of one event.
func (p *Page) cardView(c card, history record.History) fyne.CanvasObject {
	body := container.New(layout.NewCustomPaddedVBoxLayout(13), p.facts(c))
	if len(c.findings) > 0 {
		body.Add(p.findingsCard(c.findings))
	}
	body.Add(p.needsCard(c))
	if len(c.hours)+len(c.without()) > 0 {
		body.Add(p.hoursCard(c))
	}
	for _, text := range []struct{ title, text string }{
		{"field.description", c.event.Description},
		{"field.requirements", c.event.Requirements},
		{"field.result", c.event.Result},
		{"field.note", c.event.Note},
	} {
		if text.text != "" {
			body.Add(widgets.NewCard(p.env.T(text.title), widgets.NewBody(text.text)))
		}
	}
	history.AddTo(body, p.env)
	return page.Panel(p.cardHead(c), body)
}

// cardHead is the title, when it is, its tags, and what to do next.
func (p *Page) cardHead(c card) fyne.CanvasObject {
	t, e := p.env.Text, c.event
	edit := widgets.NewButton(t.T("common.edit"), assets.IconEdit, func() { p.Edit(e.ID) })
	var more *widgets.Button
	more = widgets.NewQuietButton("", assets.IconMore, func() { widgets.ShowMenu(more, p.moreActs(e)...) })
	more.Tip = t.T("audit.more")
	title := container.NewBorder(nil, nil, nil, container.NewVBox(p.env.Only(data.KeepEvents, container.NewHBox(edit, more))),
		container.New(layout.NewCustomPaddedLayout(4, 0, 0, 0), widgets.NewHeading(e.Title.In(p.env.Lang()))))
	when := widgets.NewText(p.model.when(e.Start, e.End))
	when.Cut = true
	tags := container.New(widgets.NewFlow(6), widgets.NewTag(t.Status("event", string(e.Status)), statusTone(e.Status)))
	if e.Residents {
		tags.Add(widgets.NewTag(t.T("events.residents_tag"), widgets.ToneAccent))
	}
	tags.Add(widgets.NewDimText(t.Status("event_type", string(e.Type))))
	head := container.New(layout.NewCustomPaddedVBoxLayout(7), title, when, tags)
	if actions := p.actions(c); len(actions) > 0 {
		head.Add(container.New(widgets.NewFlow(8), actions...))
	}
	return head
}

// actions are the next step of the event, and calling it off.
func (p *Page) actions(c card) []fyne.CanvasObject {
	t := p.env.Text
	var out []fyne.CanvasObject
	add := func(right data.Right, b *widgets.Button) { out = append(out, p.env.Only(right, b)) }
	switch c.next(p.env.Today()) {
	case plan:
		add(data.KeepEvents, widgets.NewPrimaryButton(t.T("events.plan"), assets.IconCalendar, func() { p.setStatus(c.event, data.Planned) }))
	case confirm:
		add(data.KeepEvents, widgets.NewPrimaryButton(t.T("events.confirm"), assets.IconCheck, func() { p.setStatus(c.event, data.Confirmed) }))
	case attend:
		add(data.MarkAttendance, widgets.NewPrimaryButton(t.T("events.attend"), assets.IconCheck, func() { p.attend(c) }))
	case propose:
		add(data.KeepHours, widgets.NewPrimaryButton(t.T("events.propose"), assets.IconHours, func() { p.propose(c) }))
	case approval:
		n := len(c.submitted())
		add(data.ApproveHours, widgets.NewPrimaryButton(t.T("events.approve", "Count", n), assets.IconDone, func() { work.Approve(p.env, c.submitted()) }))
	}
	if c.remarkable(p.env.Today()) {
		add(data.MarkAttendance, widgets.NewButton(t.T("events.desk_title"), "", func() { p.attend(c) }))
	}
	add(data.KeepEvents, widgets.NewButton(t.T("events.like"), assets.IconCopy, func() { p.like(c.event.ID) }))
	if c.event.Status.CanBecome(data.Cancelled) {
		add(data.KeepEvents, widgets.NewButton(t.T("events.cancel"), "", func() { p.callOff([]int64{c.event.ID}) }))
	}
	return out
}

func (p *Page) facts(c card) fyne.CanvasObject {
	t, e := p.env.Text, c.event
	venue := c.row.VenueName.In(p.env.Lang())
	if c.row.VenueClosed {
		venue += " · " + t.T("common.closed_venue")
	}
	return page.Facts(
		page.Fact{Label: t.T("field.venue"), Value: venue},
		page.Fact{Label: t.T("field.coordinator_id"), Value: c.row.CoordinatorName},
		page.Fact{Label: t.T("field.project"), Value: c.row.ProjectName.In(p.env.Lang())},
		page.Fact{Label: t.T("field.direction"), Value: p.env.Direction(e.Direction)},
		page.Fact{Label: t.T("events.law_kind"), Value: p.env.Kind(e.LawKind)},
		page.Fact{Label: t.T("events.public"), Value: count(e.PublicCount)},
		page.Fact{Label: t.T("events.residents_number"), Value: count(e.ResidentsCount)},
		page.Fact{Label: t.T("events.reason"), Value: e.OverrideReason},
		page.Fact{Label: t.T("field.cancel_reason"), Value: e.CancelReason},
		page.Fact{Label: t.T("field.series"), Value: c.series(t)},
		page.Fact{Label: t.T("field.link"), Value: e.Link},
	)
}

// count is a number that may not be recorded.
func count(c data.Count) string {
	if !c.Known {
		return ""
	}
	return strconv.Itoa(c.N)
}

// findingsCard says what stands against an event that is still to come.
func (p *Page) findingsCard(lines []string) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(lines))
	for i, line := range lines {
		rows[i] = widgets.NewBody(line)
	}
	card := widgets.NewCard(p.env.T("events.attention"), widgets.NewLines(rows...))
	card.Aside = widgets.NewTag(strconv.Itoa(len(lines)), widgets.ToneWarn)
	return card
}

// setStatus takes the event a step further; what stands against it is shown first.
func (p *Page) setStatus(e data.Event, to data.EventStatus) {
	e.Status = to
	s := &saver{model: p.model}
	var try func()
	try = func() {
		p.env.Run.Go(func(ctx context.Context) error {
			_, err := s.save(ctx, e)
			return err
		}, func(err error) {
			if askConflicts(p.env, err, e.OverrideReason, func(u *unsettled, reason string) {
				s.accept(u)
				e.OverrideReason = reason
				try()
			}) {
				return
			}
			if err != nil {
				p.env.Window.Fail(err)
				return
			}
			p.env.Window.Say(p.env.T("events.status_saved", "Status", to.TextKey()), true)
		})
	}
	try()
}
