// Package home is the first screen: what happened this month, what comes this week, what waits for somebody.
package home

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/reports"
	"saya/widgets"
)

// Page is the section Home.
type Page struct {
	page.Plain
	env     page.Env
	request int // of the newest question; older answers are dropped
	title   *widgets.Text
	body    *fyne.Container
	root    fyne.CanvasObject
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env, title: widgets.NewTitle(""), body: container.New(layout.NewCustomPaddedVBoxLayout(14))}
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(16, 16, 18, 18), p.body))
	p.root = page.Frame(page.Bar("", p.title), nil, scroll)
	return p
}

// Content implements [page.Page].
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown implements [page.Page].
func (p *Page) Shown(int64) { p.reload() }

// Changed implements [page.Page].
func (p *Page) Changed(store.Change) { p.reload() }

func (p *Page) reload() {
	p.title.SetText(locale.Title(p.env.Text.WeekdayDate(p.env.Today().Time())))
	p.request++
	request, o := p.request, overview{}
	p.env.Run.Go(func(ctx context.Context) (err error) {
		o, err = load(ctx, p.env, p.env.Today())
		return err
	}, func(err error) {
		if request != p.request {
			return
		}
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.show(o)
	})
}

func (p *Page) show(o overview) {
	left := container.NewBorder(nil, container.New(layout.NewCustomPaddedLayout(14, 0, 0, 0), p.env.SafetyCard(o.safety)), nil, nil, p.weekCard(o.week))
	right := widgets.NewStack(14, p.waitingCard(o.waiting), p.monthsCard(o.months))
	p.body.Objects = []fyne.CanvasObject{
		p.figures(o.figures),
		container.New(widgets.NewColumns(14, 1.1, 1), left, right),
	}
	p.body.Refresh()
}

// shown are the indicators that Home repeats, by code.
func shown() []string { return []string{"V3", "H1", "E1", "B1", "C1.1"} }

func (p *Page) figures(all []reports.Figure) fyne.CanvasObject {
	row := container.New(widgets.NewColumns(12))
	printer := p.env.Text
	for _, code := range shown() {
		for _, f := range all {
			if f.Code == code {
				row.Add(figure(p.env, f, printer))
			}
		}
	}
	return row
}

// figure compares in words only: a month that has just begun is no decline.
func figure(env page.Env, f reports.Figure, printer *locale.Printer) fyne.CanvasObject {
	w := widgets.NewFigure(env.T(f.Title), f.Now.Text(printer))
	w.Note = env.T("home.last_month", "Value", f.Before.Text(printer))
	return w
}

func (p *Page) weekCard(events []data.EventRow) fyne.CanvasObject {
	if len(events) == 0 {
		return widgets.NewCard(p.env.T("home.week"), widgets.NewDimText(p.env.T("home.week_empty")))
	}
	rows := make([]fyne.CanvasObject, len(events))
	for i, e := range events {
		rows[i] = p.weekRow(e)
	}
	return widgets.NewCard(p.env.T("home.week"), widgets.NewLines(rows...))
}

func (p *Page) weekRow(e data.EventRow) fyne.CanvasObject {
	day := widgets.NewText(when(p.env, e.Start))
	day.Bold = true
	title := widgets.NewText(e.Title.In(p.env.Lang()))
	venue := widgets.NewDimText(e.VenueName.In(p.env.Lang()))
	title.Cut, venue.Cut = true, true
	open := widgets.NewQuietButton(p.env.T("common.open"), "", func() { p.env.Window.Open("events", e.ID) })
	open.Compact = true
	end := container.NewHBox()
	if e.Wanted > 0 {
		end.Add(container.NewCenter(widgets.NewTag(page.Places(e.Confirmed, e.Wanted))))
	}
	end.Add(container.NewCenter(open))
	return container.NewBorder(nil, nil, page.Wide(container.NewVBox(day), 96), end, widgets.NewStack(1, title, venue))
}

func (p *Page) waitingCard(w waiting) fyne.CanvasObject {
	t := p.env.Text
	urgent := widgets.ToneWarn
	if w.overdue {
		urgent = widgets.ToneBad
	}
	var rows []fyne.CanvasObject
	for _, l := range []struct {
		n             int
		text, section string
		tone          widgets.Tone
	}{
		{w.applications, t.T("home.applications", "Count", w.applications, "Days", w.longest), "applications", urgent},
		{w.short, t.T("home.short", "Count", w.short), "events", widgets.ToneWarn},
		{w.attendance, t.T("home.attendance", "Count", w.attendance), "events", widgets.ToneWarn},
		{w.hours, t.T("home.hours", "Count", w.hours), "events", widgets.ToneInfo},
	} {
		if l.n > 0 {
			rows = append(rows, p.waitingRow(l.text, widgets.NewTag(strconv.Itoa(l.n), l.tone), l.section))
		}
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.NewDimText(t.T("home.nothing_waits")))
	}
	return widgets.NewCard(t.T("home.waiting"), widgets.NewLines(rows...))
}

// waitingRow is one thing that waits, how often, and the way to it.
func (p *Page) waitingRow(text string, count *widgets.Tag, section string) fyne.CanvasObject {
	line := widgets.NewText(text)
	line.Cut = true
	open := widgets.NewQuietButton(p.env.T("common.open"), "", func() { p.env.Window.Open(section, 0) })
	open.Compact = true
	return widgets.NewSpread(line, container.NewHBox(container.NewCenter(count), open))
}

func (p *Page) monthsCard(months []month) fyne.CanvasObject {
	bars := make([]widgets.Bar, len(months))
	for i, m := range months {
		bars[i] = widgets.Bar{
			Label: monthName(p.env, m.month), Text: p.env.Text.Int(int64(m.minutes+30) / 60), Value: float64(m.minutes),
		}
	}
	return widgets.NewCard(p.env.T("home.months"), widgets.NewColumnChart(bars))
}
