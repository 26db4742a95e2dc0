// Package home is the first screen: what happened this month, what comes, what waits for somebody.
package home

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Page is the section Home.
type Page struct {
	page.Plain
	env     page.Env
	today   data.Date // of what is shown, "" before the first reading
	rows    part      // events, what waits, how safe the data are
	sums    part      // figures and charts
	crowd   part      // what every volunteer is looked at for
	settled bool      // there were rows
	stale   bool      // the crowd is to be read once there are rows

	title   *widgets.Text
	tiles   []*widgets.Figure
	presses []*widgets.Press // of the tiles
	charts  []*widgets.ColumnChart
	months  []data.Month // of the charts
	days    *fyne.Container
	waiting *widgets.Card
	shown   shown
	root    fyne.CanvasObject
}

// part is what is read by itself; of several questions the answer to the last one holds.
type part struct{ asked int }

// shown is what the rows were last made of.
type shown struct {
	stretches   []stretch
	now, people []matter
	safety      page.Safety
	firsts      firsts
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env, title: widgets.NewTitle(""), days: container.New(daysLayout{}), waiting: widgets.NewCard(env.T("home.waiting"), widgets.NewDimText(env.T("common.loading")))}
	board := container.New(&boardLayout{}, append([]fyne.CanvasObject{p.newTiles(), p.days, p.waiting}, p.newCharts()...)...)
	scroll := widgets.NewVScroll(container.New(layout.NewCustomPaddedLayout(16, 16, 18, 18), board))
	p.root = page.Frame(page.Bar("", p.title, p.actions()...), nil, scroll)
	return p
}

// actions are the way to everything else, and what comes in most often.
func (p *Page) actions() []fyne.CanvasObject {
	search := widgets.NewSearchButton(p.env.T("home.search"), "Ctrl+K", p.env.Window.Palette)
	out := []fyne.CanvasObject{page.Elastic(search, 170, 340)}
	switch {
	case p.env.May(data.KeepVolunteers):
		out = append(out, p.adds("applications.new", "applications"))
	case p.env.May(data.KeepEvents):
		out = append(out, p.adds("events.new", "events"))
	}
	return out
}

func (p *Page) adds(key, section string) fyne.CanvasObject {
	return widgets.NewPrimaryButton(p.env.T(key), assets.IconPlus, func() { p.env.Window.Open(section, page.NewRecord) })
}

// Settled implements [page.Settler].
func (p *Page) Settled() bool { return p.settled }

// Content implements [page.Page].
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown implements [page.Page]: a window left open over midnight shows the new day.
func (p *Page) Shown(int64) {
	if p.today != p.env.Today() {
		p.reload()
	}
}

// Changed implements [page.Page].
func (p *Page) Changed(c store.Change) {
	if touchesRows(c) {
		p.readRows()
	}
	if touchesFigures(c) {
		p.readFigures()
	}
	if touchesPeople(c) {
		p.readPeople()
	}
}

// reload reads everything: what is ready first is shown first. What every volunteer is looked at for waits for the rows,
// from which it would take half of the processors.
func (p *Page) reload() {
	p.today = p.env.Today()
	p.title.SetText(locale.Title(p.env.Text.WeekdayDate(p.today.Time())))
	p.stale = true
	p.readRows()
	p.readFigures()
}

// read reads a part off the UI goroutine and shows it, unless it was asked for again meanwhile.
func (p *Page) read(of *part, work func(context.Context) error, show func()) {
	of.asked++
	asked := of.asked
	p.env.Run.Go(work, func(err error) {
		switch {
		case asked != of.asked:
		case err != nil:
			p.env.Window.Fail(err)
		default:
			show()
		}
	})
}

func (p *Page) readRows() {
	next, today := shown{}, p.today
	p.read(&p.rows, func(ctx context.Context) (err error) {
		if next.stretches, err = loadDays(ctx, p.env, today); err != nil {
			return err
		}
		if next.now, err = matters(ctx, p.env, atOnce()); err != nil {
			return err
		}
		if next.firsts, err = loadFirsts(ctx, p.env); err != nil {
			return err
		}
		next.safety, err = p.env.ReadSafety(ctx)
		return err
	}, func() {
		next.people = p.shown.people
		p.shown = next
		p.showDays()
		p.showWaiting()
		p.settled = true
		if p.stale {
			p.stale = false
			p.readPeople()
		}
	})
}

func (p *Page) readPeople() {
	var people []matter
	p.read(&p.crowd, func(ctx context.Context) (err error) {
		people, err = matters(ctx, p.env, later())
		return err
	}, func() {
		p.shown.people = people
		p.showWaiting()
	})
}

func (p *Page) readFigures() {
	f, today := figures{}, p.today
	p.read(&p.sums, func(ctx context.Context) (err error) {
		f, err = loadFigures(ctx, p.env, today)
		return err
	}, func() { p.showFigures(f) })
}

// Scenes implements [page.Page].
func (p *Page) Scenes() []page.Scene {
	return []page.Scene{
		{Name: "new", Show: func() {
			p.shown = shown{stretches: stretches(p.today)}
			p.showDays()
			p.showWaiting()
			p.showFigures(figures{months: p.months, of: make([]store.PeriodFigures, monthsShown), days: data.PeriodOf(data.MonthPeriod, p.today).Before()})
		}},
		{Name: "end", Show: p.reload},
	}
}
