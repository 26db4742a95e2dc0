package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/reports"
	"saya/widgets"
)

const optionsWidth float32 = 310

// options is the panel that says what report it is, and what is not ready for it.
type options struct {
	env     page.Env
	model   *model
	changed func()
	onTexts func()

	kind   *widgets.SearchSelect
	period *page.PeriodPicker
	langs  *widgets.Segments
	checks *widgets.Card
	root   fyne.CanvasObject
}

func newOptions(env page.Env, m *model, changed func()) *options {
	o := &options{env: env, model: m, changed: changed, kind: kindField(env), period: env.PeriodPicker(m.period), langs: langField(env)}
	o.checks = widgets.NewCard(env.T("reports.before"), container.NewStack())
	o.take()
	o.kind.OnChanged = func(chosen widgets.Option) { o.set(func() { m.kind = reports.Kind(chosen.ID) }, chosen.ID != "") }
	o.period.OnChanged = func(next data.Period) { o.set(func() { m.period = next }, true) }
	o.langs.OnChanged = func(chosen widgets.Option) { o.set(func() { m.lang = chosen.ID }, true) }
	body := widgets.NewStack(
		14,
		o.labelled("reports.kind", o.kind),
		o.labelled("common.period", o.period.Content()),
		o.labelled("reports.lang", o.langs),
		o.checks,
		widgets.NewCard(env.T("reports.stays"), widgets.NewParagraph(env.T("reports.stays_text"))),
	)
	scroll := widgets.NewVScroll(container.New(layout.NewCustomPaddedLayout(18, 18, 18, 18), body))
	o.root = widgets.NewSurface(assets.ColorPanel, page.Wide(scroll, optionsWidth))
	return o
}

func (o *options) content() fyne.CanvasObject { return o.root }

func (o *options) labelled(key string, field fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewStack(4, widgets.NewDimText(o.env.T(key)), field)
}

// take shows what the model is set to.
func (o *options) take() {
	o.kind.SetID(string(o.model.kind))
	o.period.Set(o.model.period)
	o.langs.SetID(o.model.lang)
}

// set takes over what was chosen, if it is something else than what holds.
func (o *options) set(change func(), chosen bool) {
	if !chosen {
		return
	}
	kind, period, lang := o.model.kind, o.model.period, o.model.lang
	change()
	if kind != o.model.kind || period != o.model.period || lang != o.model.lang {
		o.changed()
	}
}

func kindField(env page.Env) *widgets.SearchSelect {
	var list []widgets.Option
	for _, k := range kinds() {
		list = append(list, widgets.Option{ID: string(k), Text: env.T("reports.kind." + fileKey(k))})
	}
	return env.Select(list...)
}

// fileKey is the part of a text's key that names a kind of file.
func fileKey(k reports.Kind) string {
	return map[reports.Kind]string{
		reports.OfficeFile: "office", reports.RegisterFile: "register", reports.HoursFile: "hours", reports.PeopleFile: "people",
		reports.RejectedFile: "rejected", reports.ViewFile: "view",
	}[k]
}

func langField(env page.Env) *widgets.Segments {
	list := make([]widgets.Option, 0, 4)
	for _, code := range reports.Langs() {
		key := code
		if code == reports.BothLangs {
			key = "both"
		}
		list = append(list, widgets.Option{ID: code, Text: env.T("reports.lang." + key)})
	}
	return widgets.NewSegments(list...)
}

// show says what is not ready in the period of a preview.
func (o *options) show(p preview) {
	tag := widgets.NewTag(o.env.T("reports.ready"), widgets.ToneOk)
	if n := p.found(); n > 0 {
		tag = widgets.NewTag(o.env.T("reports.to_check", "Count", n), widgets.ToneWarn)
	}
	o.checks.Aside, o.checks.Content = tag, page.Leads(o.leads(p)...)
	o.checks.Refresh()
	o.root.Refresh()
}
