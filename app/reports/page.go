// Package reports is where reports are chosen, seen as they will leave, and exported.
package reports

import (
	"context"
	"encoding/json"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/reports"
	"saya/widgets"
)

// Page is the section Reports.
type Page struct {
	page.Plain
	env     page.Env
	model   *model
	shown   preview
	request int

	options *options
	place   *fyne.Container // of the preview
	chips   []*widgets.Chip // the names of its sheets
	pages   *fyne.Container // its sheets, of which one is seen
	sheet   int             // that one
	export  *widgets.Button
	root    fyne.CanvasObject
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env, model: newModel(env), place: container.NewStack()}
	p.options = newOptions(env, p.model, p.reload)
	p.options.onTexts = p.readTexts
	p.export = widgets.NewPrimaryButton(env.T("reports.export"), assets.IconExport, p.askExport)
	history := widgets.NewButton(env.T("reports.history"), assets.IconHistory, p.showHistory)
	actions := []fyne.CanvasObject{history}
	if env.May(data.ExportReports) {
		actions = append(actions, p.export)
	}
	body := page.Beside(p.options.content(), p.place)
	p.root = page.Frame(page.Bar(env.T("shell.reports"), nil, actions...), nil, body)
	return p
}

// Content implements [page.Page].
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown implements [page.Page].
func (p *Page) Shown(int64) {
	if p.request == 0 {
		p.reload()
	}
}

// Changed implements [page.Page].
func (p *Page) Changed(c store.Change) {
	if !c.Touches(store.Exports) {
		p.reload()
	}
}

// Save exports, which is what this page has to save.
func (p *Page) Save() { p.askExport() }

// loadDelay is how long a report is waited for in silence.
const loadDelay = 150 * time.Millisecond

// longAgo is a number of months before which no centre worked with the program.
const longAgo = 12 * 30

// Scenes implements [page.Page].
func (p *Page) Scenes() []page.Scene {
	sheet := func(i int) func() { return func() { p.turn(i) } }
	return []page.Scene{
		{Name: "events", Show: sheet(1)},
		{Name: "hours", Show: sheet(4)},
		{Name: "about", Show: sheet(7)},
		{Name: "texts", Show: p.readTexts},
		{Name: "export", Show: func() {
			p.env.Window.Modals().CloseAll()
			p.askExport()
		}},
		{Name: "history", Show: func() {
			p.env.Window.Modals().CloseAll()
			p.showHistory()
		}},
		{Name: "empty", Show: func() {
			p.env.Window.Modals().CloseAll()
			p.Narrow(string(p.env.Today().Month().Add(-longAgo)))
		}},
		{Name: "end", Show: func() { p.Narrow(string(p.env.Today().Month().Add(-1))) }},
	}
}

// reload reads the report of the present options again.
func (p *Page) reload() {
	p.request++
	request := p.request
	p.export.SetBusy(true)
	quiet := func() {}
	if len(p.place.Objects) == 0 {
		quiet = p.env.Run.After(loadDelay, p.sayReading)
	}
	m, next := *p.model, preview{} // the options may change while the report is read
	p.env.Run.Go(func(ctx context.Context) (err error) {
		next, err = m.load(ctx)
		return err
	}, func(err error) {
		quiet()
		if request != p.request {
			return
		}
		p.export.SetBusy(false)
		if err != nil {
			if len(p.shown.sheets) == 0 { // nothing is on its way any more
				p.place.RemoveAll()
			}
			p.env.Window.Fail(err)
			return
		}
		p.model.centre = m.centre
		p.show(next)
	})
}

// sayReading says that the first report is on its way; one that is shown stays until the next is there.
func (p *Page) sayReading() {
	if len(p.place.Objects) == 0 {
		p.place.Add(container.NewCenter(widgets.NewDimText(p.env.T("common.loading"))))
	}
}

func (p *Page) show(next preview) {
	p.shown = next
	view := p.sheetsView()
	p.turn(p.sheet)
	p.place.Objects = []fyne.CanvasObject{view}
	p.place.Refresh()
	widgets.Settle(view, p.place.Size())
	p.options.show(next)
	p.env.Window.StatusChanged()
}

// Status implements [page.Page]: how many sheets the workbook has, and how many of its texts may leave.
func (p *Page) Status() string {
	text := p.env.T("reports.status", "Count", len(p.shown.sheets))
	if ticked, all := p.shown.read(); all > 0 {
		text += " · " + p.env.T("reports.texts_read") + ": " + p.env.Text.Int(int64(ticked)) + " / " + p.env.Text.Int(int64(all))
	}
	return text
}

// Narrow implements [page.Narrower]: the report of a month, as 2026-10.
func (p *Page) Narrow(month string) {
	m := data.Month(month)
	if !m.First().Valid() {
		return
	}
	p.model.period = data.Period{From: m.First(), To: m.Last()}
	p.options.take()
	p.reload()
}

// state is what the page is set to, for the page that takes its place in another language.
type state struct {
	Kind   reports.Kind
	Period data.Period
	Lang   string
	Ticked []tick
}

// tick is a record whose texts were read.
type tick struct {
	ID   reports.TextID
	Read string
}

// State implements [page.Keeper].
func (p *Page) State() string {
	s := state{Kind: p.model.kind, Period: p.model.period, Lang: p.model.lang}
	for id, read := range p.model.ticked {
		s.Ticked = append(s.Ticked, tick{id, read})
	}
	text, err := json.Marshal(s)
	if err != nil {
		return ""
	}
	return string(text)
}

// Restore implements [page.Keeper].
func (p *Page) Restore(text string) {
	var s state
	if json.Unmarshal([]byte(text), &s) != nil || !s.Period.Valid() {
		return
	}
	p.model.kind, p.model.period, p.model.lang = s.Kind, s.Period, s.Lang
	for _, t := range s.Ticked {
		p.model.ticked[t.ID] = t.Read
	}
	p.options.take()
}
