package app

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/assets"
	"saya/data/store"
	"saya/widgets"
)

const createWidth float32 = 640

// createSteps is how many steps lead to a new centre: the last one is its recovery codes.
const createSteps = 5

// creation is a new centre while it is asked for, a step at a time. All steps keep what was typed.
type creation struct {
	*Program
	steps   []*createStep
	at      int
	dir     string // once read
	profile *profileForm
	admin   *accountForm
	manager *accountForm
	message *widgets.Message
	next    *widgets.Button
}

// createStep is one of the pages.
type createStep struct {
	title, text string // keys
	form        *widgets.Form
	check       func() error // what the form cannot check by itself; off the UI goroutine
	read        func()       // takes the values out of the fields, on it
}

// create goes on with the new centre, or begins it.
func (p *Program) create() {
	c := p.newCreation()
	if before := p.making; before != nil { // perhaps in another language
		c.at = before.at
		for i, step := range c.steps {
			step.form.Restore(before.steps[i].form.Snapshot())
		}
		c.admin.restore(before.admin)
		c.manager.restore(before.manager)
	}
	p.making = c
	c.showStep()
}

func (c *creation) showStep() {
	t, step := c.Text, c.steps[c.at]
	c.message = widgets.NewMessage()
	key := "common.next"
	if c.at == len(c.steps)-1 {
		key = "start.create_now"
	}
	c.next = widgets.NewPrimaryButton(t.T(key), "", c.forward)
	step.form.OnChanged = c.settle
	c.show(front{content: panel(column(createWidth,
		widgets.NewDimText(t.T("start.step", "Number", c.at+1, "Of", createSteps)),
		widgets.NewHeading(t.T(step.title)), widgets.NewBody(t.T(step.text)), step.form, c.message,
		buttons([]fyne.CanvasObject{widgets.NewButton(t.T("common.back"), assets.IconBack, c.back)}, []fyne.CanvasObject{c.next}),
	)), enter: c.forward})
	step.form.FocusFirst()
}

// back goes a step back, from the first to the choice of what to do.
func (c *creation) back() {
	if c.next.Busy() {
		return
	}
	if c.at == 0 {
		c.welcome("")
		return
	}
	c.at--
	c.showStep()
}

// forward checks a step and goes on to the next one; after the last the centre is made.
func (c *creation) forward() {
	step := c.steps[c.at]
	if c.next.Busy() {
		return
	}
	if !step.form.Validate() {
		c.settle()
		return
	}
	step.read()
	c.busy(true)
	shown, last := c.shown, c.at == len(c.steps)-1
	var made *fresh
	c.run.Go(func(ctx context.Context) (err error) {
		if err = step.check(); err == nil && last {
			made, err = c.make(ctx)
		}
		return err
	}, func(err error) {
		c.busy(false)
		switch {
		case err != nil:
			c.refused(err)
		case last:
			c.fresh = made
			c.made()
		case shown == c.shown:
			c.at++
			c.showStep()
		}
	})
}

func (c *creation) busy(on bool) {
	c.next.SetBusy(on)
	c.steps[c.at].form.SetLocked(on)
	if on && c.at == len(c.steps)-1 {
		c.message.Color = assets.ColorDim
		c.message.SetText(c.Text.T("start.creating"))
		c.settle()
	}
}

// refused says what is wrong at the fields it names, or below them.
func (c *creation) refused(err error) {
	c.message.Color = assets.ColorBad
	c.message.SetText(c.refuse(c.steps[c.at].form, err))
	c.settle()
}

// make makes the centre and returns its recovery codes, which are told once: also when it could not be closed well.
func (c *creation) make(ctx context.Context) (*fresh, error) {
	st, err := store.Create(ctx, c.dir, store.CreateOptions{
		Centre: c.profile.centre, Now: c.Now, Accounts: []store.NewAccount{c.admin.account, c.manager.account},
	})
	if err != nil {
		return nil, err
	}
	f := newFresh(c.Program, st.Dir(), c.profile.centre, st.RecoveryCodes())
	c.ending.Add(1)
	_ = c.ending.note(st.Close()) // said at the end: the codes are not to be lost for it
	return f, nil
}

// made goes on to the recovery codes, also when the window was hidden meanwhile.
func (c *creation) made() {
	c.making = nil
	c.Prefs.SetString(prefFolder, c.fresh.dir)
	if !c.covered {
		c.fresh.showCodes()
	}
}
