package contributions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/app/record"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// cardView is the panel of one contribution.
func (p *Page) cardView(k data.ContributionRow, history record.History) fyne.CanvasObject {
	body := container.New(layout.NewCustomPaddedVBoxLayout(13), p.facts(k))
	if k.EventID != 0 {
		event := widgets.NewQuietButton(p.env.T("contributions.to_event"), assets.IconEvents, func() { p.env.Window.Open("events", k.EventID) })
		event.Compact, event.Flush = true, true
		body.Add(container.NewHBox(event))
	}
	if k.Note != "" {
		body.Add(widgets.NewCard(p.env.T("field.note"), widgets.NewBody(k.Note)))
	}
	history.AddTo(body, p.env)
	return page.Panel(p.cardHead(k), body)
}

// cardHead is who gave, what it is worth, and what is to be noted next.
func (p *Page) cardHead(k data.ContributionRow) fyne.CanvasObject {
	t := p.env.Text
	edit := widgets.NewButton(t.T("common.edit"), assets.IconEdit, func() { p.Edit(k.ID) })
	name := container.NewBorder(nil, nil, nil, container.NewVBox(p.deletion().Beside(edit, p.env, k.ID)),
		container.New(layout.NewCustomPaddedLayout(4, 0, 0, 0), widgets.NewHeading(p.model.giver(k.Contribution))))
	tags := container.New(widgets.NewFlow(6), widgets.NewTag(t.Status("contribution", string(k.Kind)), kindTone(k.Kind)))
	if k.Pledge() {
		tags.Add(widgets.NewTag(t.T("contributions.pledge"), widgets.ToneWarn))
	}
	if k.Value > 0 {
		tags.Add(widgets.NewDimText(t.Money(k.Value)))
	}
	head := container.New(layout.NewCustomPaddedVBoxLayout(7), name, tags)
	if p.env.May(data.KeepContributions) {
		head.Add(container.New(widgets.NewFlow(8), p.steps(k)...))
	}
	return head
}

// steps are what can be done with a contribution next.
func (p *Page) steps(k data.ContributionRow) []fyne.CanvasObject {
	t := p.env.Text
	var out []fyne.CanvasObject
	if actReceive.fits(k.Contribution) {
		out = append(out, widgets.NewPrimaryButton(t.T("contributions.receive"), assets.IconCheck, func() { p.note(actReceive, []int64{k.ID}) }))
	}
	if actThank.fits(k.Contribution) {
		out = append(out, widgets.NewPrimaryButton(t.T("contributions.thank"), assets.IconGift, func() { p.note(actThank, []int64{k.ID}) }))
	}
	return append(out, widgets.NewButton(t.T("contributions.again"), assets.IconPlus, func() { p.again(k.ID) }))
}

// deletion is for what was made by mistake.
func (p *Page) deletion() record.Deletion {
	return record.Deletion{Right: data.KeepContributions, Do: p.env.Store.DeleteContribution, Done: p.env.T("contributions.deleted")}
}

func (p *Page) facts(k data.ContributionRow) fyne.CanvasObject {
	t, named, reach, thanked := p.env.Text, "", "", ""
	if !k.Pledge() {
		thanked = p.model.thanked(k.Contribution)
	}
	if k.GiverKind != data.GivenAnonymously {
		named = t.T("common.no")
		if k.MayName {
			named = t.T("common.yes")
		}
	}
	if k.Reach.Known {
		reach = t.Int(int64(k.Reach.N))
	}
	return page.Facts(
		page.Fact{Label: t.T("field.received_on"), Value: t.Date(k.Day.Time())},
		page.Fact{Label: t.T("field.pledged_on"), Value: t.Date(k.PledgedOn.Time())},
		page.Fact{Label: t.T("field.giver_kind"), Value: t.Status("giver", string(k.GiverKind))},
		page.Fact{Label: t.T("field.what"), Value: k.What},
		page.Fact{Label: t.T("field.purpose"), Value: k.Purpose},
		page.Fact{Label: t.T("contributions.value"), Value: p.model.money(k.Value)},
		page.Fact{Label: t.T("field.basis"), Value: k.Basis},
		page.Fact{Label: t.T("field.channel"), Value: k.Channel},
		page.Fact{Label: t.T("field.link"), Value: k.Link},
		page.Fact{Label: t.T("field.reach"), Value: reach},
		page.Fact{Label: t.T("field.campaign"), Value: k.Campaign},
		page.Fact{Label: t.T("field.event_id"), Value: k.EventTitle.In(p.env.Lang())},
		page.Fact{Label: t.T("contributions.thanked"), Value: thanked},
		page.Fact{Label: t.T("field.may_name"), Value: named},
	)
}
