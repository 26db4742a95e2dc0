package volunteers

import (
	"context"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// The forms of what is done to many. Their fields are named as the rules name what they refuse.

func (p *Page) setStatus(ids []int64) {
	env, form := p.env, p.env.Form()
	status := env.Select(page.Statuses(env, "volunteer", data.Active, data.OnLeave, data.Left)...)
	reason := env.Select(page.Statuses(env, "left_reason", data.LeftReasons()...)...)
	since, left := env.DateField(), env.DateField()
	page.SetDate(since, env.Today())
	page.SetDate(left, env.Today())
	form.Add(p.required("status", status), p.required("leave_since", since), p.required("left_on", left), p.required("left_reason", reason))
	follow := func() { follow(form, data.VolunteerStatus(status.ID())) }
	follow()
	status.OnChanged = func(widgets.Option) { follow() }
	d := p.ask(ids, "volunteers.set_status", form, func(c *data.VolunteerChange) {
		c.Status, c.Day = data.VolunteerStatus(status.ID()), page.Date(since)
		if c.Status == data.Left {
			c.Day, c.Reason = page.Date(left), reason.ID()
		}
	})
	d.Refresh()
}

// follow shows what a status asks for: when leave began, when and why someone left.
func follow(form *widgets.Form, status data.VolunteerStatus) {
	form.SetVisible("leave_since", status == data.OnLeave)
	form.SetVisible("left_on", status == data.Left)
	form.SetVisible("left_reason", status == data.Left)
}

func (p *Page) required(name string, field widgets.Field) widgets.Item {
	item := p.env.Item(name, field)
	item.Required, item.Wide = true, true
	return item
}

func (p *Page) addDirection(ids []int64) {
	p.askOne(ids, "volunteers.add_direction", "direction", p.env.Select(p.env.Choices(p.env.Directions)...),
		func(c *data.VolunteerChange, code string) { c.Direction = code })
}

func (p *Page) setNaming(ids []int64) {
	naming := p.env.Select(page.Statuses(p.env, "naming", data.NotNamed, data.ByNumber, data.ByName)...)
	p.askOne(ids, "volunteers.set_naming", "naming", naming, func(c *data.VolunteerChange, code string) { c.Naming = data.Naming(code) })
}

func (p *Page) joinGroup(ids []int64) {
	var groups []widgets.Option
	p.env.Run.Go(func(ctx context.Context) (err error) {
		groups, err = p.model.groups(ctx, 0)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.askOne(ids, "volunteers.join_group", "group_id", p.env.Select(groups...),
			func(c *data.VolunteerChange, id string) { c.Group = page.ID(id) })
	})
}

// askOne asks for one choice.
func (p *Page) askOne(ids []int64, title, name string, field *widgets.SearchSelect, read func(*data.VolunteerChange, string)) {
	form := p.env.Form()
	form.Add(p.required(name, field))
	p.ask(ids, title, form, func(c *data.VolunteerChange) { read(c, field.ID()) })
}

func (p *Page) markPaper(ids []int64) {
	var requirements []data.Requirement
	p.env.Run.Go(func(ctx context.Context) (err error) {
		requirements, err = p.env.Store.Requirements(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		f := newProofFields(p.env, requirements)
		page.SetDate(f.issued, p.env.Today())
		p.ask(ids, "volunteers.mark_paper", f.form, func(c *data.VolunteerChange) { f.read(&c.Proof) })
	})
}
