package hours

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/widgets"
)

// barMonths is how many months the bar shows: one row of a narrow window.
const barMonths = 9

// months is the bar that shows which months are open and which are closed, with the entries that wait in each.
type months struct {
	page    *Page
	last    data.Month // that the bar shows
	row     *fyne.Container
	content fyne.CanvasObject
	request int
}

func newMonths(p *Page) *months {
	m := &months{page: p, last: p.env.Today().Month(), row: container.New(widgets.NewFlow(6))}
	bar := widgets.NewSurface(assets.ColorPanel, container.New(layout.NewCustomPaddedLayout(8, 8, 18, 18), m.row))
	m.content = widgets.NewStack(0, widgets.NewLine(), bar)
	m.reload()
	return m
}

// reload reads the months again.
func (m *months) reload() {
	m.request++
	request, env := m.request, m.page.env
	days := data.Period{From: m.last.Add(1 - barMonths).First(), To: m.last.Last()}
	var found []data.HoursMonth
	env.Run.Go(func(ctx context.Context) (err error) {
		found, err = env.Store.HoursMonths(ctx, days)
		return err
	}, func(err error) {
		switch {
		case request != m.request:
		case err != nil:
			env.Window.Fail(err)
		default:
			m.show(found)
		}
	})
}

func (m *months) show(found []data.HoursMonth) {
	env := m.page.env
	m.row.Objects = []fyne.CanvasObject{m.turn(assets.IconLeft, "hours.months_before", -barMonths)}
	for i, month := range found {
		count := ""
		if month.Waiting > 0 {
			count = env.Text.Int(int64(month.Waiting))
		}
		c := widgets.NewChip(m.page.model.monthName(month.Month, i == 0), count, func() { m.page.OpenMonth(month.Month) })
		c.Waits = true
		if month.Locked {
			c.Icon = assets.IconLock
		}
		m.row.Add(c)
	}
	if m.last < env.Today().Month() {
		m.row.Add(m.turn(assets.IconRight, "hours.months_after", barMonths))
	}
	if m.row.Refresh(); m.page.root != nil {
		m.page.root.Refresh()
	}
}

// turn shows other months.
func (m *months) turn(icon assets.IconName, tip string, by int) fyne.CanvasObject {
	b := widgets.NewQuietButton("", icon, func() {
		m.last = m.last.Add(by)
		m.reload()
	})
	b.Compact, b.Tip = true, m.page.env.T(tip)
	return b
}

// OpenMonth says what is known of a month, and closes or opens it for those who may.
func (p *Page) OpenMonth(month data.Month) {
	var c check
	p.env.Run.Go(func(ctx context.Context) (err error) {
		c, err = p.model.checkMonth(ctx, month)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.showMonth(c)
	})
}

func (p *Page) showMonth(c check) {
	t := p.env.Text
	form := p.env.Form()
	for _, line := range p.model.lines(c) {
		form.Note(line)
	}
	back := widgets.Action{Text: t.T("common.close"), Cancel: true, Default: true}
	if p.env.May(data.LockMonths) { // beside closing the month, closing is another word
		back.Text = t.T("common.back")
	}
	actions := []widgets.Action{back}
	if c.Waiting > 0 {
		actions = append(actions, p.showWaiting(c))
	}
	if p.env.May(data.LockMonths) {
		actions = append(actions, p.locking(c))
	}
	p.env.Window.Modals().Show(widgets.Dialog{
		Title: locale.Title(t.MonthYear(c.Month.First().Time())), Content: form, Width: monthWidth, Actions: actions,
	})
}

// showWaiting lists what is not approved in a month.
func (p *Page) showWaiting(c check) widgets.Action {
	return widgets.Action{Text: p.env.T("hours.month_show"), Do: func() {
		p.NarrowTo(chipOpen, filterMonth, p.model.monthOption(c.Month))
	}}
}

// monthWidth is that of the dialog of a month: its buttons stand beside each other in every language.
const monthWidth float32 = 520

// locking closes a month, or opens it again.
func (p *Page) locking(c check) widgets.Action {
	change, text, done, icon := p.env.Store.LockMonth, "hours.month_lock", "hours.month_is_locked", assets.IconLock
	if c.Locked {
		change, text, done, icon = p.env.Store.UnlockMonth, "hours.month_unlock", "hours.month_is_open", assets.IconUnlock
	}
	do := func() {
		p.env.Run.Go(func(ctx context.Context) error { return change(ctx, p.env.Actor, c.Month) }, func(err error) {
			if err != nil {
				p.env.Window.Fail(err)
				return
			}
			p.env.Window.Say(p.env.T(done, "Month", c.Month.First()), true)
		})
	}
	a := widgets.Action{Text: p.env.T(text), Icon: icon, Do: do}
	if !c.Locked && c.Waiting > 0 {
		a.Do = func() { p.askLock(c, do) }
	}
	return a
}

// askLock asks before a month is closed in which entries are not approved: no report would count them.
func (p *Page) askLock(c check, lock func()) {
	t := p.env.Text
	p.env.Window.Modals().Show(widgets.Dialog{
		Title: t.T("hours.lock_title", "Count", c.Waiting), Text: t.T("hours.lock_text"), Width: monthWidth,
		Actions: []widgets.Action{
			{Text: t.T("common.cancel"), Cancel: true, Default: true},
			p.showWaiting(c),
			{Text: t.T("hours.lock_anyway"), Kind: widgets.ButtonDanger, Icon: assets.IconLock, Do: lock},
		},
	})
}

// footLayout puts the second object at the foot of the first, as high as it is at its width.
type footLayout struct{}

func (footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	body, foot := objects[0], objects[1]
	foot.Resize(fyne.NewSize(size.Width, foot.MinSize().Height))
	height := foot.MinSize().Height // of a row that knows its width by now
	foot.Resize(fyne.NewSize(size.Width, height))
	foot.Move(fyne.NewPos(0, size.Height-height))
	body.Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
}

func (footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	body, foot := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(body.Width, foot.Width), body.Height+foot.Height)
}
