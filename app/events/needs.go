package events

import (
	"context"
	"strconv"

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
	add.Compact = true
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
	lines := []fyne.CanvasObject{widgets.NewSpread(role, end)}
	for _, a := range c.of(n) {
		lines = append(lines, p.personView(a))
	}
	if p.env.May(data.KeepEvents) && c.event.TakesPlace() && taken < n.Wanted {
		add := widgets.NewQuietButton(p.env.T("events.add_volunteer"), assets.IconPlus, func() { p.assign(n) })
		add.Compact = true
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

// assignForm is the dialog in which a volunteer is given a place.
type assignForm struct {
	page      *Page
	need      data.Need
	form      *widgets.Form
	volunteer *widgets.SearchSelect
	reason    *widgets.Entry
	seen      *widgets.CheckField
	dialog    *page.FormDialog
	asked     string // the volunteer whose findings are shown or on their way
}

// assign opens the dialog for one more volunteer of a need.
func (p *Page) assign(n data.Need) *assignForm {
	f := &assignForm{
		page: p, need: n, form: p.env.Form(), volunteer: p.env.VolunteerField(data.VolunteerFilter{}),
		reason: widgets.NewNote(2), seen: widgets.NewCheckField(p.env.T("events.assign_seen")),
	}
	t := p.env.Text
	f.form.Add(
		widgets.Item{Name: "volunteer_id", Label: t.T("field.volunteer"), Required: true, Wide: true, Field: f.volunteer},
		widgets.Item{Name: "override_reason", Label: t.T("events.assign_reason"), Required: true, Wide: true, Field: f.reason},
		widgets.Item{Name: "seen", Required: true, Wide: true, Field: f.seen},
	)
	f.dialog = &page.FormDialog{
		Title: t.T("events.assign_title", "Role", n.Role), Form: f.form, Yes: t.T("common.add"),
		Subject: page.Subject{DraftKey: draftKey(formAssign, n.EventID, n.ID)},
		Read:    func() {}, Save: f.save, Saved: func() { p.env.Window.Say(t.T("events.assigned"), true) },
	}
	f.dialog.Changed = func() { f.look(f.volunteer.ID()) }
	f.allow(nil)
	f.dialog.Show(p.env)
	return f
}

// look shows what stands against a volunteer as soon as she is chosen.
func (f *assignForm) look(volunteer string) {
	if f.asked == volunteer {
		return
	}
	f.asked = volunteer
	f.allow(nil)
	id, err := strconv.ParseInt(volunteer, 10, 64)
	if err != nil {
		return
	}
	var found []data.Finding
	f.page.env.Run.Go(func(ctx context.Context) (err error) {
		found, err = f.page.env.Store.AssignmentFindings(ctx, f.need.ID, id)
		return err
	}, func(err error) {
		switch {
		case f.asked != volunteer: // overtaken by another choice
		case err != nil:
			f.page.env.Window.Fail(err)
		default:
			f.allow(found)
		}
	})
}

// allow says what was found and asks for what it takes: nothing can override the law, other conflicts need a reason,
// warnings a look.
func (f *assignForm) allow(found []data.Finding) {
	forbids, reason, warns := bySeverity(found)
	f.form.SetHint("volunteer_id", f.page.model.joined(append(reason, warns...)))
	f.form.SetVisible("override_reason", len(forbids) == 0 && len(reason) > 0)
	f.form.SetVisible("seen", len(forbids) == 0 && len(reason) == 0 && len(warns) > 0)
	if len(forbids) > 0 {
		f.form.SetErrors(map[string]string{"volunteer_id": f.page.model.joined(forbids)})
	}
	f.dialog.Refresh()
}

func bySeverity(found []data.Finding) (forbids, reason, warns []data.Finding) {
	for _, f := range found {
		switch f.Severity {
		case data.Forbids:
			forbids = append(forbids, f)
		case data.NeedsReason:
			reason = append(reason, f)
		default:
			warns = append(warns, f)
		}
	}
	return forbids, reason, warns
}

func (f *assignForm) save(ctx context.Context) error {
	id, err := strconv.ParseInt(f.volunteer.ID(), 10, 64)
	if err != nil {
		return err
	}
	_, err = f.page.env.Store.AssignVolunteer(ctx, f.page.env.Actor, f.need.ID, id, f.reason.Value())
	return err
}
