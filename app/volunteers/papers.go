package volunteers

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// papers are the proofs that the centre asks for, the consents, and what was proven before.
func (p *Page) papers(c card) fyne.CanvasObject {
	t := p.env.Text
	rows := make([]fyne.CanvasObject, len(c.papers))
	for i, paper := range c.papers {
		rows[i] = p.paper(c, paper)
	}
	required := fyne.CanvasObject(widgets.NewParagraph(t.T("volunteers.no_requirements")))
	if len(rows) > 0 {
		required = widgets.NewLines(rows...)
	}
	proofs := widgets.NewCard(t.T("volunteers.papers"), required)
	if p.env.May(data.KeepVolunteers) && len(rows) > 0 {
		add := widgets.NewQuietButton(t.T("common.add"), assets.IconPlus, func() {
			p.editPaper(data.Clearance{VolunteerID: c.volunteer.ID, IssuedOn: p.env.Today()})
		})
		add.Compact, add.FlushEnd = true, true
		proofs.Aside = add
	}
	body := widgets.NewStack(cardGap, proofs, widgets.NewCard(t.T("volunteers.section_papers"), p.consents(c.volunteer)))
	if others := c.others(); len(others) > 0 {
		lines := make([]fyne.CanvasObject, len(others))
		for i, k := range others {
			lines[i] = p.proof(p.nameOf(c.requirement(k.Requirement)), p.dates(k), nil, p.proofMenu(c, k))
		}
		body.Add(widgets.NewCard(t.T("volunteers.papers_before"), widgets.NewLines(lines...)))
	}
	return body
}

// paper is one requirement and how she meets it.
func (p *Page) paper(c card, paper data.Paper) fyne.CanvasObject {
	k, name := paper.Clearance, p.nameOf(paper.Requirement)
	tag := widgets.NewTag(p.state(paper), paperTone(paper))
	if paper.State == data.PaperMissing {
		return p.proof(name, "", tag, []widgets.MenuItem{{Text: p.env.T("volunteers.paper_add"), Icon: assets.IconPlus, Do: func() {
			p.editPaper(data.Clearance{
				VolunteerID: c.volunteer.ID, Requirement: paper.Requirement.Code,
				IssuedOn: p.env.Today(), Until: paper.Requirement.Until(p.env.Today()),
			})
		}}})
	}
	dates := p.dates(k)
	if k.Requirement != paper.Requirement.Code {
		dates = p.env.T("volunteers.paper_included", "Requirement", p.nameOf(c.requirement(k.Requirement)))
	}
	return p.proof(name, dates, tag, p.proofMenu(c, k))
}

// proof is a line: what is proven, when, how it stands, and what can be done with it by those who may.
func (p *Page) proof(name, dates string, tag fyne.CanvasObject, items []widgets.MenuItem) fyne.CanvasObject {
	lines := widgets.NewStack(1, widgets.NewBody(name))
	if dates != "" {
		lines.Add(widgets.NewParagraph(dates))
	}
	var ends []fyne.CanvasObject
	if tag != nil {
		ends = append(ends, tag)
	}
	var more *widgets.Button
	more = widgets.NewQuietButton("", assets.IconMore, func() { widgets.ShowMenu(more, items...) })
	more.Compact, more.Tip = true, p.env.T("volunteers.paper_acts")
	return widgets.NewTrailed(lines, append(ends, p.env.Only(data.KeepVolunteers, more))...)
}

func (p *Page) proofMenu(c card, k data.Clearance) []widgets.MenuItem {
	t, again := p.env.Text, renewed(k, c.requirement(k.Requirement), p.env.Today())
	return []widgets.MenuItem{
		{Text: t.T("volunteers.paper_renew"), Icon: assets.IconRefresh, Do: func() { p.editPaper(again) }},
		{Text: t.T("common.edit"), Icon: assets.IconEdit, Do: func() { p.editPaper(k) }},
		{Text: t.T("audit.delete"), Icon: assets.IconDelete, Do: func() { p.deletePaper(k.ID) }},
	}
}

// renewed is a new proof of the same, given today: for as long as the requirement says, else as the last one.
func renewed(k data.Clearance, r data.Requirement, today data.Date) data.Clearance {
	if until := r.Until(today); until != "" || k.Until == "" {
		k.Until = until
	} else {
		k.Until = today.AddDays(k.Until.DaysSince(k.IssuedOn))
	}
	k.ID, k.IssuedOn = 0, today
	return k
}

func (p *Page) deletePaper(id int64) {
	p.env.Run.Go(func(ctx context.Context) error {
		return p.env.Store.DeleteClearance(ctx, p.env.Actor, id)
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.env.Window.Say(p.env.T("volunteers.paper_deleted"), true)
	})
}

func (p *Page) dates(k data.Clearance) string {
	t := p.env.Text
	if k.Until == "" {
		return t.T("volunteers.paper_since", "Day", k.IssuedOn)
	}
	return t.Date(k.IssuedOn.Time()) + " – " + t.Date(k.Until.Time())
}

// state says how far a paper can be relied on.
func (p *Page) state(paper data.Paper) string {
	switch paper.State {
	case data.PaperEnding:
		return p.env.T("volunteers.paper_ending", "Count", paper.Days)
	case data.PaperEnded:
		return p.env.T("volunteers.paper_ended")
	case data.PaperMissing:
		return p.env.T("volunteers.paper_missing")
	}
	return p.env.T("volunteers.paper_valid")
}

func paperTone(paper data.Paper) widgets.Tone {
	switch {
	case paper.State == data.PaperValid:
		return widgets.ToneOk
	case paper.State == data.PaperEnding:
		return widgets.ToneWarn
	case paper.Due():
		return widgets.ToneBad
	}
	return widgets.ToneDim
}

// consents are the papers that are fields of hers.
func (p *Page) consents(v data.Volunteer) fyne.CanvasObject {
	t := p.env.Text
	day := func(field string, d data.Date) page.Fact {
		text := t.Date(d.Time())
		if d == "" {
			text = t.T("volunteers.paper_missing")
		}
		return page.Fact{Label: t.T("field." + field), Value: text}
	}
	third := t.T("common.no")
	if v.ConsentThird {
		third = t.T("common.yes")
	}
	facts := []page.Fact{day("consent_on", v.ConsentOn)}
	if v.ConsentUntil != "" {
		facts = append(facts, day("consent_until", v.ConsentUntil))
	}
	return page.Facts(append(facts,
		page.Fact{Label: t.T("field.consent_third"), Value: third},
		page.Fact{Label: t.T("field.naming"), Value: t.Status("naming", string(v.Naming))},
		day("confidential_on", v.Confidential),
		day("ethics_on", v.EthicsOn),
		page.Fact{Label: t.T("field.ethics_edition"), Value: v.EthicsEdition},
	)...)
}

// nameOf is the name of a requirement, its code when the centre has it no more.
func (p *Page) nameOf(r data.Requirement) string { return cmp.Or(r.Names.In(p.env.Lang()), r.Code) }
