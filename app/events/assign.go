package events

import (
	"context"
	"strconv"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

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
		page: p, need: n, form: p.env.Form(), volunteer: p.env.VolunteersFrom(p.model.candidates(n)),
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
