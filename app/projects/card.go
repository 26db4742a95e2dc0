package projects

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/app/record"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// cardView is the panel of one project.
func (p *Page) cardView(c card, history record.History) fyne.CanvasObject {
	t, project := p.env.Text, c.project
	body := widgets.NewStack(13, p.facts(c))
	for _, text := range []struct{ title, text string }{
		{"field.aim", project.Aim},
		{"field.expected", project.Expected},
		{"field.actual", project.Actual},
		{"field.partners", project.Partners},
	} {
		if text.text != "" {
			body.Add(widgets.NewCard(t.T(text.title), widgets.NewBody(text.text)))
		}
	}
	events := fyne.CanvasObject(widgets.NewBody(t.T("projects.no_events")))
	if len(c.events) > 0 {
		events = p.env.EventLines(c.events)
	}
	body.Add(widgets.NewCard(t.T("projects.events"), events))
	history.AddTo(body, p.env)
	return page.Panel(p.head(c), body)
}

func (p *Page) head(c card) fyne.CanvasObject {
	t, project := p.env.Text, c.project
	edit := widgets.NewButton(t.T("common.edit"), assets.IconEdit, func() { p.Edit(project.ID) })
	deletion := record.Deletion{Right: data.KeepEvents, Do: p.env.Store.DeleteProject, Done: t.T("audit.deleted.projects")}
	name := container.NewBorder(nil, nil, nil, container.NewVBox(deletion.Beside(edit, p.env, project.ID)),
		widgets.NewHeading(project.Name.In(p.env.Lang())))
	state, tone := p.model.state(project)
	return widgets.NewStack(7, name, container.New(widgets.NewFlow(6), widgets.NewTag(state, tone), widgets.NewDimText(p.model.term(project))))
}

func (p *Page) facts(c card) fyne.CanvasObject {
	t := p.env.Text
	return page.Facts(
		page.Fact{Label: t.T("field.planned"), Value: strconv.Itoa(c.project.Planned)},
		page.Fact{Label: t.T("projects.listed"), Value: strconv.Itoa(c.row.Events)},
		page.Fact{Label: t.T("projects.held"), Value: strconv.Itoa(c.row.Held)},
		page.Fact{Label: t.T("field.direction"), Value: p.env.Direction(c.project.Direction)},
		page.Fact{Label: t.T("field.law_kind"), Value: p.env.Kind(c.project.LawKind)},
	)
}
