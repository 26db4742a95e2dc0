package page

import (
	"context"

	"saya/widgets"
)

// FormDialog is a small form above the page. It stays open, with all that was typed, until saving succeeds.
type FormDialog struct {
	Title string
	Form  *widgets.Form
	// Save runs off the UI goroutine, after Read has taken the values out of the fields.
	Read  func()
	Save  func(context.Context) error
	Saved func()
	Yes   string // on the button, "" for "save"
	// Changed hears of every change of a field; may be nil.
	Changed func()
	// Refused hears the sentences of a refused save by field, before they are shown; may be nil.
	Refused func(fields map[string]string)

	env   Env
	modal *widgets.Modal
}

// Show opens the dialog on its first field.
func (d *FormDialog) Show(env Env) {
	t := env.Text
	d.env = env
	if d.Yes == "" {
		d.Yes = t.T("common.save")
	}
	d.Form.MarkClean()
	d.Form.OnChanged = d.heard
	d.modal = d.env.Window.Modals().Show(widgets.Dialog{
		Title: d.Title, Content: d.Form, Width: 460,
		Actions: []widgets.Action{
			{Text: t.T("common.cancel"), Cancel: true, Stay: true, Do: d.leave},
			{Text: d.Yes, Kind: widgets.ButtonPrimary, Default: true, Stay: true, Do: d.submit},
		},
	})
	d.Form.FocusFirst()
}

// Refresh draws the dialog anew, as after something of its form was hidden.
func (d *FormDialog) Refresh() {
	if d.modal != nil {
		d.modal.Refresh()
	}
}

func (d *FormDialog) heard() {
	if d.Changed != nil {
		d.Changed()
	}
	d.modal.Refresh()
}

// leave closes the dialog, after asking when something typed would be lost.
func (d *FormDialog) leave() {
	if !d.Form.Dirty() {
		d.modal.Close()
		return
	}
	t := d.env.Text
	d.env.Window.Modals().Confirm(t.T("page.leave_title"), t.T("page.leave_text"), widgets.Action{
		Text: t.T("page.leave_yes"), Kind: widgets.ButtonDanger, Do: d.modal.Close,
	}, t.T("page.leave_no"))
}

func (d *FormDialog) submit() {
	if !d.Form.Validate() {
		d.modal.Refresh()
		return
	}
	d.Read()
	d.busy(true)
	d.env.Run.Go(d.Save, func(err error) {
		d.busy(false)
		if err == nil {
			d.modal.Close()
			d.Saved()
			return
		}
		fields, rest := d.env.FieldErrors(err)
		if d.Refused != nil {
			d.Refused(fields)
		}
		if more := d.Form.SetErrors(fields); rest != nil || len(more) > 0 {
			d.env.Window.Fail(err)
		}
		d.modal.Refresh()
	})
}

func (d *FormDialog) busy(on bool) {
	d.Form.SetLocked(on)
	d.modal.Button(1).SetBusy(on)
}
