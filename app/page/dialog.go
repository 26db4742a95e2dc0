package page

import (
	"cmp"
	"context"

	"saya/data"
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
	No    string // on the one that leaves, "" for "cancel"
	// About names the record off the UI goroutine, to stand below the title; may be nil.
	About func(context.Context) (string, error)
	// Changed hears of every change of a field; may be nil.
	Changed func()
	// Refused hears the sentences of a refused save by field, before they are shown; may be nil.
	Refused func(fields map[string]string)
	// Settle hears of the error of a refused save before anything is said of it, and is true when it deals with it; may be
	// nil. The dialog stays either way.
	Settle func(error) bool
	// Subject says what is edited; without a section neither a draft is kept nor a change by others asked about.
	Subject Subject
	// Again reads the record as it is now, off the UI goroutine, and returns what makes the dialog of it; nil for what
	// cannot change meanwhile, as something new.
	Again func(ctx context.Context) (again func() *FormDialog, err error)

	env   Env
	modal *widgets.Modal
	typed *OpenForm
}

// Show opens the dialog on its first field.
func (d *FormDialog) Show(env Env) { d.show(env, func() {}) }

// show opens the dialog and then goes on, which is later when the record is named first.
func (d *FormDialog) show(env Env, then func()) {
	d.env = env
	d.Yes, d.No = cmp.Or(d.Yes, env.T("common.save")), cmp.Or(d.No, env.T("common.cancel"))
	if d.About == nil {
		d.open("")
		then()
		return
	}
	about := ""
	env.Run.Go(func(ctx context.Context) (err error) {
		about, err = d.About(ctx)
		return err
	}, func(err error) {
		if err != nil {
			env.Window.Fail(err)
			return
		}
		d.open(about)
		then()
	})
}

// formWidth is that of a small form: a reason why somebody cannot be asked stands on one line in it.
const formWidth float32 = 540

func (d *FormDialog) open(about string) {
	d.Form.MarkClean()
	d.Form.OnChanged = d.heard
	d.modal = d.env.Window.Modals().Show(widgets.Dialog{
		Title: d.Title, Text: about, Content: d.Form, Width: formWidth,
		Actions: []widgets.Action{
			{Text: d.No, Cancel: true, Stay: true, Do: d.leave},
			{Text: d.Yes, Kind: widgets.ButtonPrimary, Default: true, Stay: true, Do: d.Submit},
		},
	})
	d.Form.OnMessage = d.modal.Refresh
	d.Form.FocusFirst()
	d.typed = &OpenForm{Subject: d.Subject, Title: d.Title, Forms: []*widgets.Form{d.Form}}
	d.env.Watch(d.typed)
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

// leave closes the dialog, after asking when something typed would be lost. While a save runs it waits for the end of it.
func (d *FormDialog) leave() {
	if d.modal.Button(1).Busy() {
		return
	}
	if !d.Form.Dirty() {
		d.shut()
		return
	}
	t := d.env.Text
	d.env.Window.Modals().Confirm(t.T("page.leave_title"), t.T("page.leave_text"), widgets.Action{
		Text: t.T("page.leave_yes"), Kind: widgets.ButtonDanger, Do: d.shut,
	}, t.T("page.leave_no"))
}

// shut closes the dialog: what was typed in it is saved, or thrown away.
func (d *FormDialog) shut() {
	d.typed.Forget()
	d.modal.Close()
}

// Submit saves what stands in the form, as the button does.
func (d *FormDialog) Submit() {
	if !d.Form.Validate() {
		d.modal.Refresh()
		return
	}
	d.Read()
	d.busy(true)
	outdated := d.typed.Check()
	d.env.Run.Go(func(ctx context.Context) error {
		if outdated != nil {
			return outdated
		}
		return d.Save(ctx)
	}, func(err error) {
		d.busy(false)
		if err == nil {
			d.shut()
			d.Saved()
			return
		}
		if d.Again != nil && IsOutdated(err) {
			d.compare()
			return
		}
		if d.Settle != nil && d.Settle(err) {
			d.modal.Refresh()
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

// compare asks whether what was typed or the record as it is now is to hold.
func (d *FormDialog) compare() {
	var again func() *FormDialog
	var last data.HistoryEntry
	d.env.Run.Go(func(ctx context.Context) (err error) {
		if again, err = d.Again(ctx); err != nil {
			return err
		}
		last, err = d.env.LastChange(ctx, d.Subject)
		return err
	}, func(err error) {
		if err != nil {
			d.env.Window.Fail(err)
			return
		}
		d.ask(again(), last)
	})
}

func (d *FormDialog) ask(theirs *FormDialog, last data.HistoryEntry) {
	d.env.AskOutdated(Outdated{
		Mine: []*widgets.Form{d.Form}, Theirs: []*widgets.Form{theirs.Form}, Last: last,
		Keep: func() {
			d.modal.Close()
			theirs.show(d.env, func() {
				theirs.typed.Replace(d.typed)
				theirs.Form.Restore(d.Form.Changes())
				theirs.Submit()
			})
		},
		Take: func() {
			d.shut()
			theirs.Show(d.env)
		},
	})
}
