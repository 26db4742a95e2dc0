package reports

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/reports"
	"saya/widgets"
)

const optionsWidth float32 = 320

// options is the panel that says what report it is, and what is not ready for it.
type options struct {
	env     page.Env
	model   *model
	changed func()
	onTexts func()

	period   *widgets.Text
	from, to *widgets.DateField
	free     *fyne.Container
	stepper  *fyne.Container
	checks   *fyne.Container
	root     fyne.CanvasObject
}

func newOptions(env page.Env, m *model, changed func()) *options {
	o := &options{env: env, model: m, changed: changed, checks: widgets.NewStack(8)}
	body := widgets.NewStack(
		14,
		o.labelled("reports.kind", o.kinds()),
		o.labelled("common.period", o.periods()),
		o.labelled("reports.lang", o.langs()),
		widgets.NewCard(env.T("reports.before"), o.checks),
		widgets.NewCard(env.T("reports.stays"), widgets.NewParagraph(env.T("reports.stays_text"))),
	)
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(18, 18, 18, 18), body))
	o.root = widgets.NewSurface(assets.ColorPanel, page.Wide(scroll, optionsWidth))
	return o
}

func (o *options) content() fyne.CanvasObject { return o.root }

func (o *options) labelled(key string, field fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewStack(4, widgets.NewDimText(o.env.T(key)), field)
}

func (o *options) kinds() fyne.CanvasObject {
	var list []widgets.Option
	for _, k := range kinds() {
		list = append(list, widgets.Option{ID: string(k), Text: o.env.T("reports.kind." + fileKey(k))})
	}
	field := o.env.Select(list...)
	field.SetID(string(o.model.kind))
	field.OnChanged = func(chosen widgets.Option) {
		if chosen.ID != "" {
			o.model.kind = reports.Kind(chosen.ID)
			o.changed()
		}
	}
	return field
}

// fileKey is the part of a text's key that names a kind of file.
func fileKey(k reports.Kind) string {
	return map[reports.Kind]string{
		reports.OfficeFile: "office", reports.RegisterFile: "register", reports.HoursFile: "hours", reports.PeopleFile: "people",
		reports.RejectedFile: "rejected",
	}[k]
}

// periods chooses a kind of period, then steps through them; free dates are typed.
func (o *options) periods() fyne.CanvasObject {
	kinds := widgets.NewSegments(page.Statuses(o.env, "period_short",
		data.MonthPeriod, data.QuarterPeriod, data.HalfYearPeriod, data.YearPeriod, data.FreePeriod)...)
	kinds.SetID(string(o.model.period.Kind()))
	kinds.OnChanged = func(chosen widgets.Option) { o.setPeriodKind(data.PeriodKind(chosen.ID)) }
	o.period = widgets.NewText(o.model.periodName())
	o.period.Align, o.period.Cut = fyne.TextAlignCenter, true
	back := widgets.NewQuietButton("", assets.IconLeft, func() { o.step(-1) })
	forward := widgets.NewQuietButton("", assets.IconRight, func() { o.step(1) })
	o.stepper = container.NewBorder(nil, nil, back, forward, o.period)
	o.from, o.to = o.env.DateField(), o.env.DateField()
	for _, f := range []*widgets.DateField{o.from, o.to} {
		f.Watch(func(e widgets.FieldEvent) {
			if e == widgets.FieldLeft {
				o.typed()
			}
		})
		f.OnEnter = o.typed
	}
	o.free = container.New(widgets.NewColumns(8), o.from, o.to)
	o.free.Hide()
	return widgets.NewStack(8, kinds, o.stepper, o.free)
}

func (o *options) setPeriodKind(k data.PeriodKind) {
	if k == data.FreePeriod {
		page.SetDate(o.from, o.model.period.From)
		page.SetDate(o.to, o.model.period.To)
		o.free.Show()
		o.stepper.Hide()
		return
	}
	o.free.Hide()
	o.stepper.Show()
	o.model.setPeriodKind(k)
	o.moved()
}

func (o *options) step(n int) {
	o.model.step(n)
	o.moved()
}

// typed takes free dates over once both are days in order.
func (o *options) typed() {
	p := data.Period{From: page.Date(o.from), To: page.Date(o.to)}
	o.from.SetInvalid(p.From == "")
	o.to.SetInvalid(!p.Valid())
	if p.Valid() && p != o.model.period {
		o.model.period = p
		o.moved()
	}
}

func (o *options) moved() {
	o.period.SetText(o.model.periodName())
	o.changed()
}

func (o *options) langs() fyne.CanvasObject {
	list := make([]widgets.Option, 0, 4)
	for _, code := range reports.Langs() {
		key := code
		if code == reports.BothLangs {
			key = "both"
		}
		list = append(list, widgets.Option{ID: code, Text: o.env.T("reports.lang." + key)})
	}
	seg := widgets.NewSegments(list...)
	seg.SetID(o.model.lang)
	seg.OnChanged = func(chosen widgets.Option) {
		o.model.lang = chosen.ID
		o.changed()
	}
	return seg
}

// show says what is not ready in the period of a preview.
func (o *options) show(p preview) {
	t := o.env.Text
	line := func(key string, n int) fyne.CanvasObject {
		tone := widgets.ToneOk
		if n > 0 {
			tone = widgets.ToneWarn
		}
		text := widgets.NewText(t.T(key))
		text.Cut = true
		return widgets.NewSpread(text, widgets.NewTag(strconv.Itoa(n), tone))
	}
	ticked, all := p.read()
	read := widgets.NewTag(strconv.Itoa(ticked)+" / "+strconv.Itoa(all), widgets.ToneInfo)
	texts := widgets.NewText(t.T("reports.texts_read"))
	texts.Cut = true
	open := widgets.NewButton(t.T("reports.texts_open"), assets.IconShow, func() { o.onTexts() })
	o.checks.Objects = []fyne.CanvasObject{
		line("reports.unapproved", p.unapproved), line("reports.unmarked", p.unmarked), widgets.NewSpread(texts, read), open,
	}
	o.root.Refresh()
}
