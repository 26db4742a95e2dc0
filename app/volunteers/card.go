package volunteers

import (
	"strconv"

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

// cardView is the panel of one volunteer.
func (p *Page) cardView(c card, history record.History) fyne.CanvasObject {
	body := container.New(layout.NewCustomPaddedVBoxLayout(13), p.facts(c))
	if len(c.missing) > 0 {
		body.Add(p.missingCard(c.missing))
	}
	if len(c.events) > 0 {
		body.Add(p.eventsCard(c.events))
	}
	history.AddTo(body, p.env)
	return page.Panel(p.cardHead(c), body)
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
	return container.New(layout.NewCustomPaddedVBoxLayout(6), name, under)
}

// deletion is for what was made by mistake.
func (p *Page) deletion() record.Deletion {
	return record.Deletion{Right: data.KeepVolunteers, Do: p.env.Store.DeleteVolunteer, Done: p.env.T("audit.deleted.volunteers")}
}

func (p *Page) facts(c card) fyne.CanvasObject {
	t, v := p.env.Text, c.volunteer
	return page.Facts(append(person.Facts(p.env, v.Person),
		page.Fact{Label: t.T("field.naming"), Value: t.Status("naming", string(v.Naming))},
		page.Fact{Label: t.T("volunteers.hours_30"), Value: t.Hours(c.row.RecentMinutes)},
		page.Fact{Label: t.T("volunteers.events"), Value: strconv.Itoa(c.row.Events)},
		page.Fact{Label: t.T("field.note"), Value: v.Note},
	)...)
}

// missingCard says what a report or a shift will ask for.
func (p *Page) missingCard(keys []string) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(keys))
	for i, k := range keys {
		rows[i] = widgets.NewBody(p.env.T(k))
	}
	return widgets.NewCard(p.env.T("volunteers.missing"), widgets.NewLines(rows...))
}

func (p *Page) eventsCard(events []data.EventRow) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(events))
	for i, e := range events {
		name := widgets.NewText(e.Title.In(p.env.Lang()))
		name.Cut = true
		rows[i] = widgets.NewSpread(name, widgets.NewDimText(p.env.Text.Date(e.Start.Date().Time())))
	}
	return widgets.NewCard(p.env.T("volunteers.latest"), widgets.NewLines(rows...))
}
