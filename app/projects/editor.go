package projects

import (
	"context"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// editor is the panel in which a project is entered or changed; one without an id is new.
type editor struct {
	env     page.Env
	form    *widgets.Form
	project data.Project
	saved   int64 // the record's id after a save

	kk, ru, en                      *widgets.Entry
	aim, expected, actual, partners *widgets.Entry
	from, to                        *widgets.DateField
	planned                         *widgets.NumberField
	direction, lawKind              *widgets.SearchSelect
}

func newEditor(env page.Env, project data.Project) *editor {
	e := &editor{
		env: env, form: env.Form(), project: project,
		kk: widgets.NewEntry(), ru: widgets.NewEntry(), en: widgets.NewEntry(),
		aim: widgets.NewNote(3), expected: widgets.NewNote(2), actual: widgets.NewNote(2), partners: widgets.NewNote(2),
		from: env.DateField(), to: env.DateField(), planned: widgets.NewNumberField(),
		direction: env.Select(env.Choices(env.Directions)...), lawKind: env.Select(env.Choices(env.Kinds)...),
	}
	e.direction.Optional, e.lawKind.Optional = true, true
	e.planned.SetMin(0)
	for _, f := range []*widgets.Entry{e.kk, e.ru, e.en} {
		f.MaxRunes = data.MaxLine
	}
	for _, f := range []*widgets.Entry{e.aim, e.expected, e.actual, e.partners} {
		f.MaxRunes = data.MaxText
	}
	e.layout()
	e.set()
	e.form.MarkClean()
	return e
}

func (e *editor) layout() {
	wide := func(name string, field widgets.Field) widgets.Item {
		i := e.env.Item(name, field)
		i.Wide = true
		return i
	}
	from, to := e.env.Item("from_on", e.from), e.env.Item("to_on", e.to)
	from.Required, to.Hint = true, e.env.T("projects.hint_to")
	e.form.Add(e.env.NameItems("name", e.kk, e.ru, e.en)...)
	e.form.Add(wide("aim", e.aim), from, to, e.env.Item("planned", e.planned), e.env.Item("direction", e.direction), wide("law_kind", e.lawKind))
	e.form.Section(e.env.T("projects.section_results"))
	e.form.Add(wide("expected", e.expected), wide("actual", e.actual), wide("partners", e.partners))
}

func (e *editor) set() {
	p := e.project
	for _, t := range e.texts(&p) {
		t.field.SetText(*t.value)
	}
	page.SetDate(e.from, p.From)
	page.SetDate(e.to, p.To)
	if p.Planned > 0 {
		e.planned.SetValue(int64(p.Planned))
	}
	e.direction.SetID(p.Direction)
	e.lawKind.SetID(p.LawKind)
}

// text is an entry and the text of a project that it shows.
type text struct {
	field *widgets.Entry
	value *string
}

func (e *editor) texts(p *data.Project) []text {
	return []text{
		{e.kk, &p.Name.KK},
		{e.ru, &p.Name.RU},
		{e.en, &p.Name.EN},
		{e.aim, &p.Aim},
		{e.expected, &p.Expected},
		{e.actual, &p.Actual},
		{e.partners, &p.Partners},
	}
}

// read puts what stands in the fields into the project.
func (e *editor) read() {
	for _, t := range e.texts(&e.project) {
		*t.value = t.field.Value()
	}
	e.project.From, e.project.To = page.Date(e.from), page.Date(e.to)
	planned, _ := e.planned.Value()
	e.project.Planned = int(planned)
	e.project.Direction, e.project.LawKind = e.direction.ID(), e.lawKind.ID()
}

func (e *editor) panel() *list.Panel {
	title := e.env.T("projects.edit_title")
	if e.project.ID == 0 {
		title = e.env.T("projects.new")
	}
	subject := page.Subject{DraftKey: data.DraftKey{Record: e.project.ID}, Version: e.project.Version, Table: store.Projects}
	shell := e.env.Editor(title, e.form, e.read, func(ctx context.Context) (err error) {
		e.saved, err = e.env.Store.SaveProject(ctx, e.env.Actor, e.project)
		return err
	})
	shell.Subtitle = e.project.Name.In(e.env.Lang())
	return &list.Panel{
		Shell: shell, Start: e.form.FocusFirst, Done: e.env.T("projects.saved"), Saved: func() int64 { return e.saved }, Subject: subject,
	}
}
