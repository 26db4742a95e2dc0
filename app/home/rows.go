package home

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// showDays shows the first steps of a new centre, then today and what comes.
func (p *Page) showDays() {
	var cards []fyne.CanvasObject
	if !p.shown.firsts.begun() {
		cards = append(cards, widgets.NewCard(p.env.T("home.first"), page.Leads(p.steps()...)))
	}
	for _, s := range p.shown.stretches {
		cards = append(cards, p.stretchCard(s))
	}
	p.days.Objects = cards
	p.days.Refresh()
}

// steps are the first steps that the account can take; those taken are ticked.
func (p *Page) steps() []page.Lead {
	f, w := p.shown.firsts, p.env.Window
	var out []page.Lead
	for _, s := range []struct {
		right data.Right
		key   string
		done  bool
		press func()
	}{
		{data.ImportRecords, "home.first_import", f.volunteers, func() { w.Open("imports", 0) }},
		{data.KeepVolunteers, "home.first_volunteer", f.volunteers, func() { w.Open("volunteers", page.NewRecord) }},
		{data.KeepEvents, "home.first_event", f.events, func() { w.Open("events", page.NewRecord) }},
		{data.KeepHours, "home.first_hours", f.hours, func() { w.Open("hours", 0) }},
	} {
		if !p.env.May(s.right) {
			continue
		}
		l := page.Lead{Text: p.env.T(s.key), Go: s.press, Tone: widgets.ToneInfo}
		if s.done {
			l.Tone, l.Tag = widgets.ToneOk, p.env.T("home.first_done")
		}
		out = append(out, l)
	}
	return out
}

func (p *Page) stretchCard(s stretch) fyne.CanvasObject {
	title := p.env.T("home." + s.key)
	if len(s.events) == 0 {
		return widgets.NewCard(title, container.NewVBox(widgets.NewDimText(p.env.T("home."+s.empty))))
	}
	rows := make([]fyne.CanvasObject, 0, len(s.events)+1)
	for _, e := range s.events {
		rows = append(rows, p.eventRow(e))
	}
	if s.more > 0 {
		more := widgets.NewDimText(p.env.T("home.more", "Count", s.more))
		rows = append(rows, page.Row(more, "", func() { p.env.Window.OpenAt("events", "upcoming") }))
	}
	return widgets.NewCard(title, page.Rows(rows...))
}

func (p *Page) eventRow(e data.EventRow) fyne.CanvasObject {
	at := widgets.NewText(when(p.env, e.Start))
	at.Bold = true
	title, venue := widgets.NewText(e.Title.In(p.env.Lang())), widgets.NewDimText(e.VenueName.In(p.env.Lang()))
	title.Cut, venue.Cut = true, true
	end := container.NewHBox()
	if e.Wanted > 0 {
		end.Add(container.NewCenter(widgets.NewTag(page.Places(e.Confirmed, e.Wanted))))
	}
	content := container.NewBorder(nil, nil, page.Wide(container.NewVBox(at), whenWidth), end, widgets.NewStack(1, title, venue))
	return page.Row(content, title.Text+" · "+venue.Text, func() { p.env.Window.Open("events", e.ID) }, title, venue)
}

const whenWidth float32 = 88

// showWaiting lists what waits for somebody and how safe the data are, what weighs most first.
func (p *Page) showWaiting() {
	var leads []page.Lead
	for _, m := range append(p.shown.now[:len(p.shown.now):len(p.shown.now)], p.shown.people...) {
		leads = append(leads, page.Lead{
			Text: p.env.T("home."+m.key, "Count", m.count), Tone: m.tone, Tag: m.tag,
			Go: func() { p.env.Window.OpenAt(m.section, m.chip) },
		})
	}
	nothing := len(leads) == 0
	leads = append(leads, p.safety()...)
	slices.SortStableFunc(leads, func(a, b page.Lead) int { return weight(a.Tone) - weight(b.Tone) })
	if nothing && weight(leads[0].Tone) > weight(widgets.ToneWarn) {
		leads = append([]page.Lead{{Text: p.env.T("home.nothing_waits"), Tone: widgets.ToneOk}}, leads...)
	}
	p.waiting.Content = page.Leads(leads...)
	p.waiting.Refresh()
	p.root.Refresh()
}

// weight puts what is wrong before what only waits, and what is well last.
func weight(t widgets.Tone) int {
	switch t {
	case widgets.ToneBad:
		return 0
	case widgets.ToneWarn:
		return 1
	case widgets.ToneOk:
		return 3
	}
	return 2
}

// safety says how old the newest backup is, and who waits to be let into files or shut out.
func (p *Page) safety() []page.Lead {
	t, s := p.env.Text, p.shown.safety
	age, tone := p.env.BackupAge(s.Newest)
	at := func(part int64) func() { return func() { p.env.Window.Open("settings", part) } }
	out := []page.Lead{{Text: t.T("home.backup"), Tag: age, Tone: tone, Go: at(page.SettingsBackup)}}
	if s.In > 0 {
		out = append(out, page.Lead{Text: t.T("settings.wait_in", "Count", s.In), Tag: t.T("settings.to_let_in"), Tone: widgets.ToneWarn, Go: at(page.SettingsAccess)})
	}
	if s.Out > 0 {
		out = append(out, page.Lead{Text: t.T("settings.wait_out", "Count", s.Out), Tag: t.T("settings.to_shut_out"), Tone: widgets.ToneBad, Go: at(page.SettingsAccess)})
	}
	return out
}
