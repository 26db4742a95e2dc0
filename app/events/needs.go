package events

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// needsCard lists the needs of an event with who fills them.
func (p *Page) needsCard(c card) fyne.CanvasObject {
	t := p.env.Text
	rows := make([]fyne.CanvasObject, 0, len(c.needs))
	for _, n := range c.needs {
		rows = append(rows, p.needView(c, n))
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.NewDimText(t.T("events.no_needs")))
	}
	add := widgets.NewQuietButton(t.T("events.add_need"), assets.IconPlus, func() { p.editNeed(data.Need{EventID: c.event.ID, Wanted: 1}) })
	add.Compact, add.FlushEnd = true, true
	card := widgets.NewCard(t.T("events.needs"), widgets.NewLines(rows...))
	card.Aside = p.env.Only(data.KeepEvents, add)
	return card
}

// needView is one need: its role, how many there are, who they are, and a way to add one.
func (p *Page) needView(c card, n data.Need) fyne.CanvasObject {
	role := widgets.NewText(n.Role)
	role.Bold, role.Cut = true, true
	taken := c.taken(n)
	edit := widgets.NewQuietButton("", assets.IconEdit, func() { p.editNeed(n) })
	edit.Compact, edit.Tip = true, p.env.T("common.edit")
	end := container.NewHBox(container.NewCenter(widgets.NewTag(page.Places(taken, n.Wanted))), p.env.Only(data.KeepEvents, edit))
	if !c.used(n) {
		remove := widgets.NewQuietButton("", assets.IconDelete, func() { p.removeNeed(n) })
		remove.Compact, remove.Tip = true, p.env.T("events.remove_need")
		end.Add(p.env.Only(data.KeepEvents, remove))
	}
	lines := []fyne.CanvasObject{widgets.NewSpread(role, end)}
	for _, a := range c.of(n) {
		lines = append(lines, p.personView(a))
	}
	if p.env.May(data.KeepEvents) && c.event.TakesPlace() && taken < n.Wanted {
		add := widgets.NewQuietButton(p.env.T("events.add_volunteer"), assets.IconPlus, func() { p.assign(n) })
		add.Compact, add.Flush = true, true
		lines = append(lines, container.NewHBox(add))
	}
	return widgets.NewStack(4, lines...)
}

// personView is one volunteer of a need. Who was marked at the desk cannot be taken away any more.
func (p *Page) personView(a data.AssignmentRow) fyne.CanvasObject {
	t := p.env.Text
	name := widgets.NewText(numbered(p.env, a.Number, a.FullName()))
	name.Cut = true
	if a.Attendance != data.Expected {
		return widgets.NewSpread(name, widgets.NewTag(t.T("events.mark."+string(a.Attendance)), markTone(a.Attendance)))
	}
	remove := widgets.NewQuietButton("", assets.IconClose, func() { p.remove(a) })
	remove.Compact, remove.Tip = true, t.T("events.remove")
	end := container.NewHBox()
	if a.Status != data.ConfirmedPlace {
		end.Add(container.NewCenter(widgets.NewTag(t.Status("assignment", string(a.Status)), widgets.ToneInfo)))
	}
	end.Add(p.env.Only(data.KeepEvents, remove))
	return widgets.NewSpread(name, end)
}

// numbered is a volunteer's number and name.
func numbered(env page.Env, number int64, name string) string {
	return env.Numbered(number, name)
}

func markTone(a data.Attendance) widgets.Tone {
	switch a {
	case data.Attended:
		return widgets.ToneOk
	case data.Late, data.LeftEarly:
		return widgets.ToneWarn
	}
	return widgets.ToneDim
}

// remove takes a volunteer from an event. It can be undone, so nothing is asked.
func (p *Page) remove(a data.AssignmentRow) {
	p.do(func(ctx context.Context) error { return p.env.Store.RemoveAssignment(ctx, p.env.Actor, a.ID) }, p.env.T("events.removed"))
}

// removeNeed takes a need that nobody fills from an event. It can be undone, so nothing is asked.
func (p *Page) removeNeed(n data.Need) {
	p.do(func(ctx context.Context) error { return p.env.Store.DeleteNeed(ctx, p.env.Actor, n.ID) }, p.env.T("events.need_removed"))
}

// editNeed opens a need in a small dialog; one without an id is new.
func (p *Page) editNeed(n data.Need) { p.needDialog(n).Show(p.env) }

func (p *Page) needDialog(n data.Need) *page.FormDialog {
	t := p.env.Text
	role, wanted := widgets.NewEntry(), widgets.NewNumberField()
	role.SetText(n.Role)
	wanted.SetValue(int64(n.Wanted))
	form := p.env.Form()
	form.Add(
		widgets.Item{Name: "role", Label: t.T("field.role"), Hint: t.T("events.hint_role"), Required: true, Wide: true, Field: role},
		widgets.Item{Name: "wanted", Label: t.T("field.wanted"), Required: true, Wide: true, Field: wanted},
	)
	title := t.T("events.need_title")
	if n.ID == 0 {
		title = t.T("events.add_need")
	}
	d := &page.FormDialog{
		Title: title, Form: form,
		Subject: page.Subject{DraftKey: draftKey(formNeed, n.EventID, n.ID), Version: n.Version, Table: store.Needs},
		Read: func() {
			count, _ := wanted.Value()
			n.Role, n.Wanted = role.Value(), int(count)
		},
		Save: func(ctx context.Context) error {
			_, err := p.env.Store.SaveNeed(ctx, p.env.Actor, n)
			return err
		},
		Saved: func() { p.env.Window.Say(t.T("events.need_saved"), true) },
	}
	if n.ID != 0 {
		d.Again = func(ctx context.Context) (func() *page.FormDialog, error) {
			now, err := p.model.need(ctx, n.EventID, n.ID)
			return func() *page.FormDialog { return p.needDialog(now) }, err
		}
	}
	return d
}
