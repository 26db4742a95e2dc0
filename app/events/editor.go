package events

import (
	"context"

	"fyne.io/fyne/v2/container"

	"saya/app/list"
	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// editorWidth leaves room for two columns of fields.
const editorWidth float32 = 566

// editor is the panel in which an event is entered or changed.
type editor struct {
	env    page.Env
	model  *model
	shell  *widgets.EditorShell
	form   *widgets.Form
	fields *fields
	saver  *saver
	event  data.Event // as it was opened
	saved  int64      // the record's id after a save

	like *like                         // what a new event is to be like, nil for nothing
	asks map[int64]*widgets.CheckField // volunteers to be asked again
	left []data.Unchanged              // those of them who could not be

	night bool // the end is in the night after the day
}

// newEditor opens an editor on an event; one without an id is new, maybe like another one.
func newEditor(env page.Env, m *model, event data.Event, c choices, like *like) *editor {
	e := &editor{
		env: env, model: m, form: env.Form(), fields: newFields(env, m, c), saver: &saver{model: m}, event: event,
		like: like, asks: map[int64]*widgets.CheckField{},
	}
	e.fields.set(event, c)
	if like != nil {
		e.fields.residents.SetID(answer(event.Residents))
	}
	e.layout()
	e.form.SetVisible("override_reason", false)
	e.form.OnChanged = e.follow
	e.follow()
	e.form.MarkClean()
	var ask []int64
	e.shell = env.Editor(e.title(), e.form, func() {
		e.fields.read(&event)
		if like != nil {
			ask = e.asked()
		}
	}, func(ctx context.Context) (err error) {
		if like == nil {
			e.saved, err = e.saver.save(ctx, event)
			return err
		}
		return e.saver.settled(ctx, event, func() error {
			e.saved, e.left, err = env.Store.SaveLike(ctx, env.Actor, like.source.ID, event, ask)
			return err
		})
	})
	e.shell.Subtitle = event.Title.In(env.Lang())
	e.settle()
	return e
}

func (e *editor) title() string {
	switch {
	case e.like != nil:
		return e.env.T("events.like_title")
	case e.event.ID == 0:
		return e.env.T("events.new_title")
	}
	return e.env.T("events.edit_title")
}

func (e *editor) panel() *list.Panel {
	return &list.Panel{
		Shell: e.shell, Start: e.form.FocusFirst, Done: e.env.T("events.saved"),
		Width: editorWidth, Saved: func() int64 { return e.saved },
		Subject: page.Subject{DraftKey: data.DraftKey{Record: e.event.ID}, Version: e.event.Version, Table: store.Events},
	}
}

// settle asks what to do about conflicts when a save meets some, and saves again once they are accepted. The reason
// becomes a field of the form, so that it is not lost when the save fails for another cause.
func (e *editor) settle() {
	explain := e.shell.Explain
	e.shell.Explain = func(err error) (string, map[string]string) {
		if askConflicts(e.env, err, e.fields.override.Value(), func(u *unsettled, reason string) {
			e.saver.accept(u)
			e.fields.override.SetText(reason)
			e.follow()
			e.shell.Save()
		}) {
			return e.env.T("events.not_saved_yet"), nil
		}
		return explain(err)
	}
}

// follow shows what the answers ask for.
func (e *editor) follow() {
	f := e.fields
	e.form.SetVisible("residents_count", f.residents.ID() == yes)
	e.form.SetVisible("cancel_reason", f.status.ID() == string(data.Cancelled))
	if f.override.Value() != "" {
		e.form.SetVisible("override_reason", true)
	}
	from, starts := f.start.Value()
	to, ends := f.end.Value()
	if night := starts && ends && to < from && f.lastDay.Empty(); night != e.night {
		e.night = night
		e.form.SetHint("end_at", e.nightHint())
	}
}

func (e *editor) nightHint() string {
	if e.night {
		return e.env.T("events.hint_night")
	}
	return ""
}

// layout puts the fields into the form, the most asked first.
func (e *editor) layout() {
	f, t := e.fields, e.env.Text
	item := func(name string, field widgets.Field) widgets.Item {
		return widgets.Item{Name: name, Label: t.T("field." + name), Field: field}
	}
	required := func(i widgets.Item) widgets.Item {
		i.Required = true
		return i
	}
	wide := func(i widgets.Item, hint string) widgets.Item {
		i.Wide = true
		if hint != "" {
			i.Hint = t.T(hint)
		}
		return i
	}
	items := e.env.NameItems("title", f.titleKK, f.titleRU, f.titleEN)
	items[1].Wide, items[2].Wide = false, false
	e.form.Add(items...)
	e.form.Add(required(item("type", f.kind)), required(item("status", f.status)))
	e.form.Section(t.T("events.section_when"))
	last := widgets.Item{Name: "last_day", Label: t.T("events.last_day"), Field: f.lastDay}
	e.form.Add(required(item("date", f.day)), last, required(item("start_at", f.start)), required(item("end_at", f.end)))
	e.form.Add(wide(item("venue_id", f.venue), ""))
	add := widgets.NewQuietButton(t.T("events.new_venue"), assets.IconPlus, e.newVenue)
	add.Compact, add.Flush = true, true
	e.form.AddObject(container.NewHBox(add))
	if e.like != nil {
		e.layoutAsked()
	}
	e.form.Section(t.T("events.section_people"))
	e.form.Add(required(wide(item("residents", f.residents), "events.hint_residents")),
		item("residents_count", f.residentsCount), item("public_count", f.publicCount))
	e.form.Section(t.T("events.section_law"))
	e.form.Add(item("coordinator_id", f.coordinator), item("project_id", f.project),
		item("direction", f.direction), item("law_kind", f.lawKind))
	e.form.Section(t.T("events.section_texts"))
	e.form.Note(t.T("events.note_texts"))
	e.form.Add(wide(item("description", f.description), ""), wide(item("requirements", f.requirements), ""),
		wide(item("result", f.result), ""), wide(item("link", f.link), ""), wide(item("note", f.note), ""),
		wide(item("override_reason", f.override), ""), wide(item("cancel_reason", f.cancelled), ""))
}

// newVenue opens a small editor above this one and chooses the venue that it saves.
func (e *editor) newVenue() {
	editVenue(e.env, func(v data.Venue) {
		o := e.model.venueOption(v)
		e.fields.venue.SetOptions(append(e.fields.venue.Options(), o))
		e.fields.venue.SetSelected(o)
	})
}
