// Package volunteers is the register of volunteers on screen: list, card and editor.
package volunteers

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Page is the section Volunteers.
type Page struct {
	env    page.Env
	model  *model
	list   *list.Page
	editor *editor // nil while no editor is open
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
	chips := make([]list.Chip, 0, 4)
	for _, s := range []data.VolunteerStatus{data.Active, data.OnLeave, data.Left} {
		chips = append(chips, list.Chip{ID: string(s), Text: t.Status("volunteer", string(s))})
	}
	chips = append(chips, list.Chip{ID: chipAll, Text: t.T("common.all")})
	return list.Config{
		ID: "volunteers", Title: t.T("shell.volunteers"), Hint: t.T("volunteers.search_hint"),
		New: t.T("volunteers.new"), Empty: t.T("volunteers.empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: p.columns(), Sort: widgets.Sort{Column: colName}, Chips: chips,
		Source: p.model.source,
		Count:  func(n int) string { return t.T("common.volunteers", "Count", n) },
	}
}

func (p *Page) columns() []widgets.Column {
	t := p.env.Text
	right := fyne.TextAlignTrailing
	return []widgets.Column{
		{ID: colNumber, Title: t.T("common.number_sign"), Width: 62, Style: widgets.StyleDim},
		{ID: colName, Title: t.T("field.full_name"), Flexible: true, MinWidth: 200},
		{ID: colDirection, Title: t.T("field.direction"), Width: 112, NoSort: true},
		{ID: colStatus, Title: t.T("field.status"), Width: 110, Style: widgets.StyleTag},
		{ID: colPhone, Title: t.T("field.phone"), Width: 122, NoSort: true},
		{ID: colHours, Title: t.T("volunteers.hours_30"), Width: 104, Align: right},
		{ID: colLast, Title: t.T("volunteers.last"), Width: 100, Style: widgets.StyleDim},
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
	if p.editor == nil && p.list.Chosen() != 0 {
		p.showCard(p.list.Chosen())
	}
}

// Leave implements [page.Page].
func (p *Page) Leave(proceed func()) {
	if p.editor == nil {
		proceed()
		return
	}
	p.editor.shell.Leave(func() {
		p.editor = nil
		proceed()
	})
}

// Find implements [page.Page].
func (p *Page) Find() { p.list.Find() }

// New implements [page.Page].
func (p *Page) New() {
	p.Leave(func() {
		p.list.Choose(0)
		p.openEditor(p.model.blank())
	})
}

// Save implements [page.Page].
func (p *Page) Save() {
	if p.editor != nil {
		p.editor.shell.Save()
	}
}

// Key implements [page.Page].
func (p *Page) Key(e *fyne.KeyEvent) bool { return p.editor != nil && p.editor.shell.HandleKey(e) }

// Scenes implements [page.Page].
func (p *Page) Scenes() []page.Scene {
	return []page.Scene{
		{Name: "card", Show: func() { p.list.ChooseRow(1) }},
		{Name: "edit", Show: func() { p.edit(p.list.Chosen()) }},
		{Name: "wrong", Show: func() { p.New(); p.Save() }},
	}
}

// edit opens the editor on a record of the list.
func (p *Page) edit(id int64) {
	p.Leave(func() {
		var v data.Volunteer
		p.env.Run.Go(func(ctx context.Context) (err error) {
			v, err = p.env.Store.Volunteer(ctx, id)
			return err
		}, func(err error) {
			switch {
			case p.editor != nil: // overtaken by another editor, in which somebody may have typed already
			case err != nil:
				p.env.Window.Fail(err)
			default:
				p.list.Choose(id)
				p.openEditor(v)
			}
		})
	})
}

func (p *Page) openEditor(v data.Volunteer) {
	e := newEditor(p.env, v)
	e.shell.OnClose = func() {
		p.editor = nil
		p.showCard(p.list.Chosen())
	}
	e.shell.OnSaved = func() {
		p.env.Window.Say(p.env.T("volunteers.saved"), true)
		p.list.Choose(e.saved)
	}
	p.editor = e
	p.list.ShowPanel(e.content())
	e.focus()
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
		case p.editor != nil || p.list.Chosen() != id: // overtaken by another choice
		case data.IsCode(err, data.NotFound):
			p.list.ShowPanel(nil)
		case err != nil:
			p.env.Window.Fail(err)
		default:
			p.list.ShowPanel(p.cardView(c))
		}
	})
}
