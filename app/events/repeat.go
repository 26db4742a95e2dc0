package events

import (
	"context"
	"slices"
	"strings"

	"saya/app/list"
	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// usualRepeats is how many times a repetition is offered at first.
const usualRepeats = 8

// repeater is the panel in which an event is repeated: a rule, the days that it gives, and what stands against each.
type repeater struct {
	env          page.Env
	model        *model
	event        data.Event
	form         *widgets.Form
	shell        *widgets.EditorShell
	panel        *list.Panel
	unit         *widgets.SearchSelect
	every, count *widgets.NumberField
	until        *widgets.DateField
	reason       *widgets.Entry
	dates        *widgets.CheckList
	picks        *widgets.Entry // the days ticked or left out by hand, with + or -: never shown, kept with what is typed

	rule  data.Repeat
	days  []data.Date
	found map[data.Date]occurrence
	asked int
}

// occurrence is what stands against a day, with the sentences.
type occurrence struct {
	data.Occurrence
	text string
}

// forbidden tells whether nobody can make the event on that day.
func (o occurrence) forbidden() bool {
	return slices.ContainsFunc(o.Findings, func(f data.Finding) bool { return f.Severity == data.Forbids })
}

func (o occurrence) needsReason() bool {
	return !o.forbidden() && data.Refuse(o.Findings, "") != nil
}

// wanted tells whether the event is made on that day unless somebody says otherwise: not where there are conflicts, and
// not on holidays.
func (o occurrence) wanted() bool {
	return !slices.ContainsFunc(o.Findings, func(f data.Finding) bool {
		return f.Severity != data.Warns || f.Kind == data.OnHoliday
	})
}

// repeat opens the panel for an event.
func (p *Page) repeat(id int64) {
	var e data.Event
	p.env.Run.Go(func(ctx context.Context) (err error) {
		e, err = p.env.Store.Event(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.Leave(func() {
			p.Show(id)
			p.Open(p.repeatPanel(e))
		})
	})
}

func (p *Page) repeatPanel(e data.Event) *list.Panel {
	r := newRepeater(p.env, p.model, e)
	r.panel = &list.Panel{
		Shell: r.shell, Width: editorWidth, Start: r.form.FocusFirst,
		Subject: page.Subject{DraftKey: draftKey(formRepeat, e.ID, 0), Version: e.Version, Table: store.Events},
		Again: func(ctx context.Context) (func() *list.Panel, error) {
			now, err := p.env.Store.Event(ctx, e.ID)
			return func() *list.Panel { return p.repeatPanel(now) }, err
		},
	}
	return r.panel
}

func newRepeater(env page.Env, m *model, e data.Event) *repeater {
	r := &repeater{
		env: env, model: m, event: e, form: env.Form(), unit: env.Select(units(env, e.Start.Date())...),
		every: widgets.NewNumberField(), count: widgets.NewNumberField(), until: env.DateField(), reason: widgets.NewNote(2),
		dates: widgets.NewCheckList(), picks: widgets.NewEntry(),
	}
	r.unit.SetID(string(data.EveryWeek))
	r.every.SetValue(1)
	r.count.SetValue(usualRepeats)
	r.layout()
	r.follow()
	r.form.OnChanged = r.follow
	r.form.MarkClean()
	var days []data.Date
	var reason string
	r.shell = env.Editor(env.T("events.repeat_title"), r.form, func() {
		days, reason = r.chosen(), r.reason.Value()
		r.panel.Done = env.T("events.repeated", "Count", len(days))
	}, func(ctx context.Context) error { return r.save(ctx, days, reason) })
	r.shell.Subtitle = e.Title.In(env.Lang()) + " · " + m.when(e.Start, e.End)
	r.name()
	return r
}

// units names the ways of repeating after the first day.
func units(env page.Env, first data.Date) []widgets.Option {
	t, day := env.Text, first.Time()
	weekday := t.Weekday(day.Weekday())
	if t.Lang() != locale.English {
		weekday = strings.ToLower(weekday)
	}
	args := []any{"Weekday", weekday, "Day", day.Day(), "Week", (day.Day()-1)/7 + 1}
	out := make([]widgets.Option, len(data.RepeatUnits()))
	for i, u := range data.RepeatUnits() {
		out[i] = widgets.Option{ID: string(u), Text: t.T("events.unit."+string(u), args...)}
	}
	return out
}

func (r *repeater) layout() {
	t := r.env.Text
	unit, every := r.env.Item("repeat_unit", r.unit), r.env.Item("repeat_every", r.every)
	count, until := r.env.Item("repeat_count", r.count), r.env.Item("repeat_until", r.until)
	unit.Required, unit.Wide, every.Required = true, true, true
	every.Hint, count.Hint, until.Hint = t.T("events.hint_every"), t.T("events.hint_times"), t.T("events.hint_until")
	every.Wide = true
	r.every.SetMin(1)
	r.form.Add(unit, every, count, until)
	r.form.Section(t.T("events.section_dates"))
	r.form.Note(t.T("events.note_dates"))
	reason := r.env.Item("override_reason", r.reason)
	reason.Required, reason.Wide = true, true
	r.reason.MaxRunes = data.MaxText
	r.dates.OnChanged, r.dates.Around = r.pick, r.form
	r.form.AddObject(r.dates)
	r.form.Add(reason, widgets.Item{Name: "picks", Field: r.picks})
	r.form.SetVisible("picks", false)
}

// follow shows the days of the rule as it stands in the fields.
func (r *repeater) follow() {
	if rule := r.read(); rule != r.rule {
		r.rule, r.days, r.found = rule, nil, nil
		if rule.Validate(r.event.Span()) == nil {
			r.days = rule.Days(r.event.Start.Date())
		}
		r.look()
	}
	r.fill()
}

func (r *repeater) read() data.Repeat {
	every, _ := r.every.Value()
	count, _ := r.count.Value()
	return data.Repeat{Unit: data.RepeatUnit(r.unit.ID()), Every: int(every), Count: int(count), Until: page.Date(r.until)}
}

// fill shows a box for each day. What was ticked by hand stays.
func (r *repeater) fill() {
	rows, reason := make([]widgets.CheckRow, len(r.days)), false
	for i, day := range r.days {
		o, t := r.found[day], r.env.Text
		rows[i] = widgets.CheckRow{
			ID: string(day), Text: t.WeekdayShort(day.Time().Weekday()) + ", " + t.Date(day.Time()), Note: o.text,
			Checked: !o.forbidden() && r.picked(day, o.wanted() && day >= r.env.Today()), Disabled: o.forbidden(),
		}
		reason = reason || rows[i].Checked && o.needsReason()
	}
	r.dates.SetRows(rows)
	r.form.SetVisible("override_reason", reason)
	r.form.Refresh()
	r.name()
}

// picked tells whether a day was ticked or left out by hand, else what it is by itself.
func (r *repeater) picked(day data.Date, wanted bool) bool {
	switch picks := r.picks.Value(); {
	case strings.Contains(picks, "+"+string(day)):
		return true
	case strings.Contains(picks, "-"+string(day)):
		return false
	}
	return wanted
}

// pick notes what was ticked by hand.
func (r *repeater) pick(day string, checked bool) {
	picks := strings.NewReplacer("+"+day, "", "-"+day, "").Replace(r.picks.Value())
	if checked {
		r.picks.SetText(picks + "+" + day)
	} else {
		r.picks.SetText(picks + "-" + day)
	}
}

// look finds out what stands against the days.
func (r *repeater) look() {
	r.asked++
	asked, days, found := r.asked, r.days, map[data.Date]occurrence{}
	if len(days) == 0 {
		return
	}
	r.env.Run.Go(func(ctx context.Context) error {
		all, err := r.env.Store.RepeatFindings(ctx, r.event.ID, days)
		for _, o := range all {
			lines, err := r.model.sentences(ctx, o.Findings)
			if err != nil {
				return err
			}
			found[o.Day] = occurrence{o, strings.Join(lines, "\n")}
		}
		return err
	}, func(err error) {
		switch {
		case asked != r.asked: // overtaken by another rule
		case err != nil:
			r.env.Window.Fail(err)
		default:
			r.found = found
			r.fill()
		}
	})
}

// chosen are the days on which the event is to be made.
func (r *repeater) chosen() []data.Date {
	var out []data.Date
	for _, day := range r.dates.Checked() {
		out = append(out, data.Date(day))
	}
	return out
}

// name says on the button how many events are made.
func (r *repeater) name() {
	if r.shell == nil {
		return
	}
	if text := r.env.T("events.repeat_save", "Count", len(r.chosen())); r.shell.Texts.Save != text {
		r.shell.Texts.Save = text
		r.shell.Refresh()
	}
}

// save makes the events in one batch.
func (r *repeater) save(ctx context.Context, days []data.Date, reason string) error {
	if err := r.rule.Validate(r.event.Span()); err != nil {
		return err
	}
	if len(days) == 0 {
		return &data.Error{Code: data.Invalid, Field: "repeat_until", Key: "rules.repeat_none"}
	}
	_, err := r.env.Store.RepeatEvent(ctx, r.env.Actor, r.event.ID, days, reason)
	return err
}
