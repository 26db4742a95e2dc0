package volunteers

import (
	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/app/person"
	"saya/data"
	"saya/widgets"
)

// schedule is when she can come and where she is expected.
func (p *Page) schedule(c card) fyne.CanvasObject {
	body := widgets.NewStack(cardGap, p.times(c.volunteer.Availability))
	coming := fyne.CanvasObject(widgets.NewParagraph(p.env.T("volunteers.nothing_coming")))
	if len(c.coming) > 0 {
		coming = p.env.EventLines(c.coming)
	}
	body.Add(widgets.NewCard(p.env.T("volunteers.coming"), coming))
	if len(c.latest) > 0 {
		body.Add(widgets.NewCard(p.env.T("volunteers.latest"), p.env.EventLines(c.latest)))
	}
	return body
}

// times is her week, and the days from today on that differ from it.
func (p *Page) times(a data.Availability) fyne.CanvasObject {
	t := p.env.Text
	var facts []page.Fact
	for _, line := range person.Times(p.env, a) {
		facts = append(facts, page.Fact{Label: line[0], Value: line[1]})
	}
	for _, x := range a.Exceptions {
		if x.Day < p.env.Today() {
			continue
		}
		text := t.T("volunteers.cannot")
		if x.Can {
			text = t.T("volunteers.can")
		}
		if x.Note != "" {
			text += " · " + x.Note
		}
		facts = append(facts, page.Fact{Label: t.Date(x.Day.Time()), Value: text})
	}
	content := page.Facts(facts...)
	switch {
	case !a.Known && len(facts) == 0:
		content = widgets.NewParagraph(t.T("person.times_unknown"))
	case len(facts) == 0:
		content = widgets.NewParagraph(t.T("volunteers.no_times"))
	}
	return widgets.NewCard(t.T("field.availability"), content)
}
