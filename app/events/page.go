// Package events is the events of the centre on screen: list, card with needs and hours, editor, attendance desk.
package events

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Page is the section Events.
type Page struct {
	env   page.Env
	model *model
	list  *list.Page
	panel *panel // nil while the card or nothing is beside the list
}

// panel is what takes the place of the card while something is edited.
type panel struct {
	shell *widgets.EditorShell
	key   func(*fyne.KeyEvent) bool // first to hear keys; may be nil
	width float32
	start func() // takes the keyboard
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env, model: &model{env: env}}
	p.list = list.New(env, p.config())
	p.list.OnNew = p.New
	p.list.OnChoose = func(id int64, proceed func()) {
		p.Leave(func() {
			proceed()
			p.showCard(id)
		})
	}
	p.list.OnOpen = p.edit
	p.list.Reload()
	return p
}

func (p *Page) config() list.Config {
	t := p.env.Text
	return list.Config{
		ID: "events", Title: t.T("shell.events"), Hint: t.T("events.search_hint"),
		New: t.T("events.new"), Empty: t.T("events.empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: p.columns(),
		Chips: []list.Chip{
			{ID: chipUpcoming, Text: t.T("events.chip_upcoming")},
			{ID: chipUnmarked, Text: t.T("events.chip_unmarked")},
			{ID: chipHours, Text: t.T("events.chip_hours")},
			{ID: chipPast, Text: t.T("events.chip_past")},
			{ID: chipAll, Text: t.T("common.all")},
		},
		Source: p.model.source,
		Count:  func(n int) string { return t.T("common.events", "Count", n) },
	}
}

func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	return []widgets.Column{
		{ID: colWhen, Title: t.T("events.when"), Width: 138},
		{ID: colTitle, Title: t.T("field.title"), Flexible: true, MinWidth: 190},
		{ID: colPlaces, Title: t.T("events.places"), Width: 92, Style: widgets.StyleTag, NoSort: true},
		{ID: colStatus, Title: t.T("field.status"), Width: 142, Style: widgets.StyleTag},
		{ID: colResidents, Title: t.T("events.residents"), Width: 128, Style: widgets.StyleTag, NoSort: true},
		{ID: colVenue, Title: t.T("field.venue"), Width: 170, NoSort: true},
		{ID: colType, Title: t.T("field.type"), Width: 150, Style: widgets.StyleDim, NoSort: true},
		{ID: colCoordinator, Title: t.T("field.coordinator_id"), Width: 150, Style: widgets.StyleDim, NoSort: true},
	}
}

// Content implements [page.Page].
func (p *Page) Content() fyne.CanvasObject { return p.list.Content() }

// Shown implements [page.Page].
func (p *Page) Shown(open int64) {
	if open == 0 {
		p.list.FocusRows()
		return
	}
	p.Leave(func() {
		p.list.Widen()
		p.list.Choose(open)
		p.showCard(open)
	})
}

// Changed implements [page.Page].
func (p *Page) Changed(c store.Change) {
	if !cares(c) {
		return
	}
	p.list.Reload()
	if p.panel == nil && p.list.Chosen() != 0 {
		p.showCard(p.list.Chosen())
	}
}

// Leave implements [page.Page].
func (p *Page) Leave(proceed func()) {
	if p.panel == nil {
		proceed()
		return
	}
	p.panel.shell.Leave(func() {
		p.panel = nil
		proceed()
	})
}

// Find implements [page.Page].
func (p *Page) Find() { p.list.Find() }

// New implements [page.Page].
func (p *Page) New() {
	p.Leave(func() {
		p.load(func(ctx context.Context) (choices, error) { return p.model.choices(ctx, p.model.blank()) }, func(c choices) {
			p.list.Choose(0)
			p.openEditor(p.model.blank(), c)
		})
	})
}

// Save implements [page.Page].
func (p *Page) Save() {
	if p.panel != nil {
		p.panel.shell.Save()
	}
}

// Key implements [page.Page].
func (p *Page) Key(e *fyne.KeyEvent) bool {
	if p.panel == nil {
		return false
	}
	return p.panel.key != nil && p.panel.key(e) || p.panel.shell.HandleKey(e)
}

// edit opens the editor on a record of the list.
func (p *Page) edit(id int64) {
	p.Leave(func() {
		var event data.Event
		p.load(func(ctx context.Context) (c choices, err error) {
			if event, err = p.env.Store.Event(ctx, id); err != nil {
				return c, err
			}
			return p.model.choices(ctx, event)
		}, func(c choices) {
			p.list.Choose(id)
			p.openEditor(event, c)
		})
	})
}

// load reads the lists of the editor in the background.
func (p *Page) load(read func(context.Context) (choices, error), then func(choices)) {
	var c choices
	p.env.Run.Go(func(ctx context.Context) (err error) {
		c, err = read(ctx)
		return err
	}, func(err error) {
		switch {
		case p.panel != nil: // overtaken by another editor, in which somebody may have typed already
		case err != nil:
			p.env.Window.Fail(err)
		default:
			then(c)
		}
	})
}

func (p *Page) openEditor(event data.Event, c choices) *editor {
	e := newEditor(p.env, p.model, event, c)
	e.shell.OnSaved = func() {
		p.env.Window.Say(p.env.T("events.saved"), true)
		p.list.Choose(e.saved)
	}
	p.open(&panel{shell: e.shell, width: editorWidth, start: e.focus})
	return e
}

// open puts a panel beside the list in place of the card.
func (p *Page) open(next *panel) {
	next.shell.OnClose = func() {
		p.panel = nil
		p.showCard(p.list.Chosen())
	}
	p.panel = next
	p.list.ShowPanel(page.Wide(next.shell, next.width))
	next.start()
}

// showCard shows a record beside the list, or nothing.
func (p *Page) showCard(id int64) {
	if id == 0 {
		p.list.ShowPanel(nil)
		p.list.FocusRows()
		return
	}
	var c card
	p.env.Run.Go(func(ctx context.Context) (err error) {
		c, err = p.model.load(ctx, id)
		return err
	}, func(err error) {
		switch {
		case p.panel != nil || p.list.Chosen() != id: // overtaken by another choice
		case data.IsCode(err, data.NotFound):
			p.list.ShowPanel(nil)
		case err != nil:
			p.env.Window.Fail(err)
		default:
			p.list.ShowPanel(p.cardView(c))
		}
	})
}

// do writes something in the background and says that it is done, with an offer to take it back.
func (p *Page) do(write func(context.Context) error, done string) {
	p.env.Run.Go(write, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.env.Window.Say(done, true)
	})
}
