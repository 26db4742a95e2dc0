package settings

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/reference"
	"saya/data/store"
	"saya/widgets"
)

// holidays is the days off of one year after the other.
type holidays struct {
	*cards
	env  page.Env
	year int
}

// ownHoliday is the code of a day off that the centre has added.
const ownHoliday = "own"

func newHolidays(env page.Env) *holidays {
	h := &holidays{env: env, year: env.Today().Year()}
	h.cards = newCards(env, h.load, store.Holidays)
	return h
}

func (h *holidays) load(ctx context.Context) (func() []fyne.CanvasObject, error) {
	all, err := h.env.Store.Holidays(ctx)
	days := slices.DeleteFunc(all, func(d data.Holiday) bool { return d.From.Year() != h.year })
	return func() []fyne.CanvasObject { return h.view(days) }, err
}

func (h *holidays) view(days []data.Holiday) []fyne.CanvasObject {
	t := h.env.Text
	step := func(icon assets.IconName, tip string, by int) fyne.CanvasObject {
		b := widgets.NewQuietButton("", icon, func() { h.turn(h.year + by) })
		b.Tip = t.T(tip)
		return b
	}
	year := widgets.NewTitle(strconv.Itoa(h.year))
	buttons := container.New(widgets.NewFlow(8), widgets.NewPrimaryButton(t.T("settings.holiday_new"), assets.IconPlus, func() { h.edit(days, -1) }))
	if official := h.official(); !slices.Equal(official, days) {
		buttons.Add(widgets.NewButton(t.T("settings.holidays_official"), assets.IconRefresh, func() { h.askOfficial(official, len(days)) }))
	}
	bar := container.NewBorder(nil, nil,
		container.NewHBox(step(assets.IconLeft, "settings.year_before", -1), container.NewCenter(year), step(assets.IconRight, "settings.year_after", 1)),
		nil, buttons)
	lines := []fyne.CanvasObject{widgets.NewBody(t.T("settings.holidays_none"))}
	if len(days) > 0 {
		lines = nil
	}
	for i := range days {
		lines = append(lines, h.line(days, i))
	}
	out := []fyne.CanvasObject{bar, widgets.NewCard("", widgets.NewLines(lines...))}
	for _, missing := range unset(h.year, days) {
		out = append(out, widgets.NewParagraph(t.T("settings.holiday_unset", "Holiday", missing.In(h.env.Lang()))))
	}
	return out
}

// turn shows another year.
func (h *holidays) turn(year int) {
	h.year = year
	h.reload()
}

// official is the list that the law gives to the year.
func (h *holidays) official() []data.Holiday {
	return data.HolidaysOf(h.year, reference.HolidayRules())
}

// unset are the holidays whose day is announced each year and that a year still lacks.
func unset(year int, days []data.Holiday) []data.Names {
	var out []data.Names
	for _, rule := range reference.HolidayRules() {
		inForce := rule.Dates != nil && year >= rule.FirstYear && (rule.LastYear == 0 || year <= rule.LastYear)
		if inForce && !slices.ContainsFunc(days, func(d data.Holiday) bool { return d.Code == rule.Code }) {
			out = append(out, rule.Names)
		}
	}
	return out
}

// line is one holiday with its days and what can be done about it.
func (h *holidays) line(days []data.Holiday, i int) fyne.CanvasObject {
	t, d := h.env.Text, days[i]
	below := t.DateRange(d.From.Time(), d.To.Time())
	if d.From == d.To {
		below = t.WeekdayDate(d.From.Time())
	}
	switch {
	case d.Code == ownHoliday:
		below += " · " + t.T("settings.holiday_own")
	case slices.ContainsFunc(days[:i], func(before data.Holiday) bool { return before.Code == d.Code }):
		below += " · " + t.T("settings.holiday_moved")
	}
	tool := func(icon assets.IconName, tip string, do func()) fyne.CanvasObject {
		b := widgets.NewQuietButton("", icon, do)
		b.Compact, b.Tip = true, t.T(tip)
		return b
	}
	return line(d.Names.In(h.env.Lang()), below,
		tool(assets.IconEdit, "common.edit", func() { h.edit(days, i) }),
		tool(assets.IconDelete, "audit.delete", func() {
			h.save(slices.Delete(slices.Clone(days), i, i+1), "settings.holiday_removed")
		}))
}

func (h *holidays) save(days []data.Holiday, said string) {
	change(h.env, func(ctx context.Context) error {
		return h.env.Store.SaveHolidays(ctx, h.env.Actor, h.year, days)
	}, h.env.T(said))
}

// askOfficial puts the official list in place of the days of the year; of days of one's own it asks first.
func (h *holidays) askOfficial(official []data.Holiday, present int) {
	if present == 0 {
		h.save(official, "settings.holidays_saved")
		return
	}
	t := h.env.Text
	h.env.Window.Modals().Confirm(t.T("settings.holidays_official_title"), t.T("settings.holidays_official_text", "Year", h.year),
		widgets.Action{Text: t.T("settings.holidays_official"), Kind: widgets.ButtonPrimary, Do: func() { h.save(official, "settings.holidays_saved") }},
		t.T("common.cancel"))
}

// New adds a holiday to the year.
func (h *holidays) New() {
	var days []data.Holiday
	h.env.Run.Go(func(ctx context.Context) (err error) {
		all, err := h.env.Store.Holidays(ctx)
		days = slices.DeleteFunc(all, func(d data.Holiday) bool { return d.From.Year() != h.year })
		return err
	}, func(err error) {
		if err != nil {
			h.env.Window.Fail(err)
			return
		}
		h.edit(days, -1)
	})
}

// edit opens the i-th of the days, or a new one.
func (h *holidays) edit(days []data.Holiday, i int) {
	day, title := data.Holiday{Code: ownHoliday}, "settings.holiday_new"
	if i >= 0 {
		day, title = days[i], "settings.holiday_edit"
	}
	f := newEntryForm(h.env)
	from, to := h.env.DateField(), h.env.DateField()
	first, last := data.NewDate(h.year, 1, 1).Time(), data.NewDate(h.year, 12, 31).Time()
	for _, field := range []*widgets.DateField{from, to} {
		field.SetMin(first)
		field.SetMax(last)
	}
	page.SetDate(from, day.From)
	page.SetDate(to, day.To)
	f.names("name", "names", &day.Names)
	start, end := h.env.Item("from_on", from), h.env.Item("to_on", to)
	start.Required, end.Hint = true, h.env.T("settings.one_day_hint")
	f.Add(start, end)
	f.reads = append(f.reads, func() { day.From, day.To = page.Date(from), page.Date(to) })
	d := &page.FormDialog{Title: h.env.T(title), Form: f.Form, Read: f.read}
	d.Save = func(ctx context.Context) error {
		next := slices.Clone(days)
		if i < 0 {
			next = append(next, day)
		} else {
			next[i] = day
		}
		return h.env.Store.SaveHolidays(ctx, h.env.Actor, h.year, next)
	}
	d.Saved = func() { h.env.Window.Say(h.env.T("settings.holidays_saved"), true) }
	d.Show(h.env)
}
