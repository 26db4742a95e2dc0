package events

import (
	"context"

	"saya/app/page"
	"saya/widgets"
)

// formDialog is a small form above the page. It stays open, with all that was typed, until saving succeeds.
type formDialog struct {
	env   page.Env
	title string
	form  *widgets.Form
	// save runs off the UI goroutine, after read has taken the values out of the fields.
	read  func()
	save  func(context.Context) error
	saved func()
	yes   string // on the button, "" for "save"
	// changed hears of every change of a field; may be nil.
	changed func()

	modal *widgets.Modal
}

// show opens the dialog on its first field.
func (d *formDialog) show() {
	t := d.env.Text
	if d.yes == "" {
		d.yes = t.T("common.save")
	}
	d.form.MarkClean()
	d.form.OnChanged = d.heard
	d.modal = d.env.Window.Modals().Show(widgets.Dialog{
		Title: d.title, Content: d.form, Width: 460,
		Actions: []widgets.Action{
			{Text: t.T("common.cancel"), Cancel: true, Stay: true, Do: d.leave},
			{Text: d.yes, Kind: widgets.ButtonPrimary, Default: true, Stay: true, Do: d.submit},
		},
	})
	d.form.FocusFirst()
}

func (d *formDialog) heard() {
	if d.changed != nil {
		d.changed()
	}
	d.modal.Refresh()
}

// leave closes the dialog, after asking when something typed would be lost.
func (d *formDialog) leave() {
	if !d.form.Dirty() {
		d.modal.Close()
		return
	}
	t := d.env.Text
	d.env.Window.Modals().Confirm(t.T("page.leave_title"), t.T("page.leave_text"), widgets.Action{
		Text: t.T("page.leave_yes"), Kind: widgets.ButtonDanger, Do: d.modal.Close,
	}, t.T("page.leave_no"))
}

func (d *formDialog) submit() {
	if !d.form.Validate() {
		d.modal.Refresh()
		return
	}
	d.read()
	d.busy(true)
	d.env.Run.Go(d.save, func(err error) {
		d.busy(false)
		if err == nil {
			d.modal.Close()
			d.saved()
			return
		}
		fields, rest := d.env.FieldErrors(err)
		if more := d.form.SetErrors(fields); rest != nil || len(more) > 0 {
			d.env.Window.Fail(err)
		}
		d.modal.Refresh()
	})
}

func (d *formDialog) busy(on bool) {
	d.form.SetLocked(on)
	d.modal.Button(1).SetBusy(on)
}

// askConflicts asks what to do about conflicts that nobody has accepted; it is false for any other error. accept is
// called with the reason, when one is needed and was given.
func askConflicts(env page.Env, err error, reason string, accept func(u *unsettled, reason string)) bool {
	u, ok := asUnsettled(err)
	if !ok {
		return false
	}
	form := env.Form()
	for _, line := range u.lines {
		form.Note(line)
	}
	back := widgets.Action{Text: env.T("events.back_to_edit"), Cancel: true}
	if u.forbidden() {
		back.Kind, back.Default = widgets.ButtonPrimary, true
		env.Window.Modals().Show(widgets.Dialog{
			Title: env.T("events.forbidden_title"), Content: form, Width: conflictWidth, Actions: []widgets.Action{back},
		})
		return true
	}
	why := widgets.NewNote(2)
	why.SetText(reason)
	save := widgets.Action{Text: env.T("events.save_anyway"), Kind: widgets.ButtonPrimary, Default: true, Stay: true}
	if u.needsReason() {
		form.Add(widgets.Item{Name: "override_reason", Label: env.T("field.override_reason"), Required: true, Wide: true, Field: why})
		save.Text = env.T("events.save_with_reason")
	}
	askReason(env, form, back, save, func() { accept(u, why.Value()) })
	return true
}

const conflictWidth float32 = 480

// askReason shows conflicts and goes on once the reason, if one is asked for, was typed.
func askReason(env page.Env, form *widgets.Form, back, save widgets.Action, proceed func()) {
	var modal *widgets.Modal
	save.Do = func() {
		if !form.Validate() {
			modal.Refresh()
			return
		}
		modal.Close()
		proceed()
	}
	modal = env.Window.Modals().Show(widgets.Dialog{
		Title: env.T("events.conflict_title"), Content: form, Width: conflictWidth, Actions: []widgets.Action{back, save},
	})
	form.FocusFirst()
}
