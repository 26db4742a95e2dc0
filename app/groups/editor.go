package groups

import (
	"context"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// editor is the panel in which a group is entered or changed.
type editor struct {
	env           page.Env
	shell         *widgets.EditorShell
	form          *widgets.Form
	name, note    *widgets.Entry
	formed, ended *widgets.DateField
	leader        *widgets.SearchSelect
	subject       page.Subject
	saved         int64 // the record's id after a save
}

// newEditor opens an editor on a group; one without an id is new.
func newEditor(env page.Env, g data.Group, leader widgets.Option) *editor {
	e := &editor{
		env: env, form: env.Form(), name: widgets.NewEntry(), note: widgets.NewNote(3), formed: env.DateField(), ended: env.DateField(),
		leader: env.VolunteerField(data.VolunteerFilter{}),
	}
	e.leader.Optional = true
	e.name.MaxRunes, e.note.MaxRunes = data.MaxLine, data.MaxText
	e.name.SetText(g.Name)
	e.note.SetText(g.Note)
	page.SetDate(e.formed, g.FormedOn)
	page.SetDate(e.ended, g.EndedOn)
	e.leader.SetSelected(leader)
	e.layout()
	title := env.T("groups.edit_title")
	if g.ID == 0 {
		title = env.T("groups.new")
	}
	e.shell = env.Editor(title, e.form, func() { e.read(&g) }, func(ctx context.Context) (err error) {
		e.saved, err = env.Store.SaveGroup(ctx, env.Actor, g)
		return err
	})
	e.shell.Subtitle = g.Name
	e.subject = page.Subject{DraftKey: data.DraftKey{Record: g.ID}, Version: g.Version, Table: store.Groups}
	return e
}

func (e *editor) panel() *list.Panel {
	return &list.Panel{
		Shell: e.shell, Start: e.form.FocusFirst, Done: e.env.T("groups.saved"), Saved: func() int64 { return e.saved }, Subject: e.subject,
	}
}

func (e *editor) layout() {
	name, leader, note := e.env.Item("name", e.name), e.env.Item("leader_id", e.leader), e.env.Item("note", e.note)
	name.Required, name.Wide, leader.Wide, note.Wide = true, true, true, true
	note.Hint = e.env.T("groups.hint_note")
	ended := e.env.Item("ended_on", e.ended)
	ended.Hint = e.env.T("groups.hint_ended")
	e.form.Add(name, leader, e.env.Item("formed_on", e.formed), ended, note)
	e.form.MarkClean()
}

// read puts what stands in the fields into a group.
func (e *editor) read(g *data.Group) {
	g.Name, g.Note = e.name.Value(), e.note.Value()
	g.FormedOn, g.EndedOn = page.Date(e.formed), page.Date(e.ended)
	g.LeaderID = page.ID(e.leader.ID())
}
