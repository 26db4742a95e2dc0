package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// PeriodPicker chooses a month, a quarter, a half-year, a year or free dates: the kind first, then one of its periods by
// arrows or from a list that is searched by typing, as "nov 2025".
type PeriodPicker struct {
	// OnChanged hears of every other period, also by Set.
	OnChanged func(data.Period)

	env      Env
	period   data.Period
	kind     data.PeriodKind
	kinds    *widgets.Segments
	list     *widgets.SearchSelect
	from, to *widgets.DateField
	message  *widgets.Message
	stepper  *fyne.Container
	free     *fyne.Container
	root     *fyne.Container
}

// PeriodPicker returns one that shows a period.
func (e Env) PeriodPicker(period data.Period) *PeriodPicker {
	p := &PeriodPicker{env: e, period: period, kind: period.Kind(), from: e.DateField(), to: e.DateField(), message: widgets.NewMessage()}
	p.kinds = widgets.NewSegments(Statuses(e, "period_short", periodKinds()...)...)
	p.kinds.OnChanged = func(o widgets.Option) { p.setKind(data.PeriodKind(o.ID)) }
	p.list = e.Select()
	p.list.OnChanged = func(o widgets.Option) { p.chosen(o) }
	p.stepper = container.NewBorder(nil, nil,
		p.arrow(assets.IconLeft, "period.before", data.Period.Before), p.arrow(assets.IconRight, "period.after", data.Period.After), p.list)
	p.free = container.New(layout.NewCustomPaddedVBoxLayout(4), container.New(widgets.NewColumns(8), p.from, p.to), p.message)
	for _, f := range []*widgets.DateField{p.from, p.to} {
		f.OnEnter, f.OnPicked = p.typed, p.typed
		f.Watch(func(event widgets.FieldEvent) {
			if event == widgets.FieldLeft {
				p.typed()
			}
		})
	}
	p.root = widgets.NewStack(8, p.kinds, p.stepper, p.free)
	p.show()
	return p
}

func periodKinds() []data.PeriodKind {
	return []data.PeriodKind{data.MonthPeriod, data.QuarterPeriod, data.HalfYearPeriod, data.YearPeriod, data.FreePeriod}
}

// Content is the fields.
func (p *PeriodPicker) Content() fyne.CanvasObject { return p.root }

// Period is what is chosen; it is always whole.
func (p *PeriodPicker) Period() data.Period { return p.period }

// Set shows another period.
func (p *PeriodPicker) Set(period data.Period) {
	p.kind = period.Kind()
	p.take(period)
}

func (p *PeriodPicker) arrow(icon assets.IconName, tip string, step func(data.Period) data.Period) *widgets.Button {
	b := widgets.NewQuietButton("", icon, func() { p.take(step(p.period)) })
	b.Tip = p.env.T(tip)
	return b
}

// setKind keeps what it can of the days: of a longer period the part that today lies in, else its end.
func (p *PeriodPicker) setKind(kind data.PeriodKind) {
	if kind == p.kind {
		return
	}
	p.kind = kind
	if kind == data.FreePeriod {
		p.show()
		return
	}
	day := p.period.To
	if today := p.env.Today(); p.period.Holds(today) {
		day = today
	}
	p.take(data.PeriodOf(kind, day))
}

// chosen takes over a period of the list; its id is its first day.
func (p *PeriodPicker) chosen(o widgets.Option) {
	if day := data.Date(o.ID); day.Valid() && p.kind != data.FreePeriod {
		p.take(data.PeriodOf(p.kind, day))
	}
}

// typed takes free dates over once both are days in order; until then the last whole period holds.
func (p *PeriodPicker) typed() {
	next := data.Period{From: Date(p.from), To: Date(p.to)}
	p.from.SetInvalid(next.From == "")
	p.to.SetInvalid(!next.Valid())
	switch {
	case next.Valid():
		p.message.SetText("")
		p.take(next)
	case next.From == "" || next.To == "":
		p.message.SetText(p.env.T("errors.date"))
	default:
		p.message.SetText(p.env.T("errors.date_range"))
	}
	p.root.Refresh()
}

func (p *PeriodPicker) take(period data.Period) {
	changed := period != p.period
	p.period = period
	p.show()
	if changed && p.OnChanged != nil {
		p.OnChanged(period)
	}
}

func (p *PeriodPicker) show() {
	p.kinds.SetID(string(p.kind))
	free := p.kind == data.FreePeriod
	p.stepper.Hidden, p.free.Hidden = free, !free
	if free {
		SetDate(p.from, p.period.From)
		SetDate(p.to, p.period.To)
	} else {
		p.list.SetOptions(p.options())
		p.list.SetSelected(p.option(p.period))
	}
	p.root.Refresh()
}

// yearsBack is how far the list of periods goes back; the arrows go on from there.
const yearsBack = 10

// options are the periods of the kind, the newest first: those of next year are planned already.
func (p *PeriodPicker) options() []widgets.Option {
	var out []widgets.Option
	year := p.env.Today().Year()
	last := data.PeriodOf(p.kind, data.NewDate(year+1, 12, 31))
	for next := data.PeriodOf(p.kind, data.NewDate(year-yearsBack, 1, 1)); next.From <= last.From; next = next.After() {
		out = append(out, p.option(next))
	}
	slices.Reverse(out)
	return out
}

func (p *PeriodPicker) option(period data.Period) widgets.Option {
	return widgets.Option{ID: string(period.From), Text: p.env.PeriodName(period)}
}

// PeriodName says a period as people do: a month, a quarter, or its days.
func (e Env) PeriodName(p data.Period) string {
	from := p.From.Time()
	switch p.Kind() {
	case data.MonthPeriod:
		return e.Text.MonthYear(from)
	case data.QuarterPeriod:
		return e.Text.Quarter(from.Year(), (int(from.Month())+2)/3)
	case data.HalfYearPeriod:
		return e.Text.HalfYear(from.Year(), (int(from.Month())+5)/6)
	case data.YearPeriod:
		return e.Text.Year(from.Year())
	}
	return e.Text.DateRange(from, p.To.Time())
}
