// Package settings is what a centre is run by: how the window looks, the profile and the catalogues of the centre,
// accounts and what they open, backups, the bin, the audit.
package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/data/store"
	"saya/widgets"
)

// view is what one part shows.
type view interface {
	Content() fyne.CanvasObject
	// Changed is called after a commit; while the part is in the back, once before it is shown.
	Changed(store.Change)
}

// editing is a part with an editor, see [page.Page].
type editing interface {
	Editing() bool
	Leave(proceed func())
	Save()
	Key(*fyne.KeyEvent) bool
	Status() string
}

// part is one page of the section; it is made when it is first shown.
type part struct {
	name   string
	item   *widgets.NavItem
	view   view
	missed *store.Change
}

// Page is the section Settings.
type Page struct {
	page.Plain
	env   page.Env
	parts []*part
	front *part
	place *fyne.Container
	root  fyne.CanvasObject
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env, place: container.NewStack()}
	p.root = page.Frame(page.Bar(env.T("settings.title"), nil), nil, page.Beside(p.list(), p.place))
	p.front = p.parts[0]
	p.front.item.SetSelected(true)
	return p
}

// list is the parts, with a heading above those that belong together.
func (p *Page) list() fyne.CanvasObject {
	rows := widgets.NewStack(2)
	for i, g := range groupsOf(p.env) {
		if i > 0 {
			rows.Add(container.New(layout.NewCustomPaddedLayout(10, 2, 10, 0), widgets.NewDimText(p.env.T("settings.group."+g.name))))
		}
		for _, name := range g.parts {
			t := &part{name: name}
			t.item = widgets.NewNavItem(p.env.T("settings.part."+name), "", func() { p.turn(t, func() {}) })
			p.parts = append(p.parts, t)
			rows.Add(t.item)
		}
	}
	scroll := widgets.NewVScroll(container.New(layout.NewCustomPaddedLayout(10, 10, 8, 8), rows))
	return widgets.NewSurface(assets.ColorPanel, page.Wide(scroll, rows.MinSize().Width+2*8))
}

// turn brings a part to the front once the one there lets go, and goes on.
func (p *Page) turn(to *part, then func()) {
	p.Leave(func() {
		p.front.item.SetSelected(false)
		p.front = to
		to.item.SetSelected(true)
		p.show()
		then()
	})
}

// Content implements [page.Page].
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown implements [page.Page]; open is one of [page.SettingsAccess] and the like.
func (p *Page) Shown(open int64) {
	name := map[int64]string{page.SettingsAccess: partAccess, page.SettingsBackup: partBackup}[open]
	if t := p.part(name); t != nil {
		p.turn(t, func() {})
		return
	}
	p.show()
}

// part is the part of a name, nil when the account does not see it.
func (p *Page) part(name string) *part {
	i := slices.IndexFunc(p.parts, func(t *part) bool { return t.name == name })
	if i < 0 {
		return nil
	}
	return p.parts[i]
}

// State implements [page.Keeper]: it is the part in front.
func (p *Page) State() string { return p.front.name }

// Restore implements [page.Keeper].
func (p *Page) Restore(state string) {
	if t := p.part(state); t != nil {
		p.turn(t, func() {})
	}
}

// Changed implements [page.Page].
func (p *Page) Changed(c store.Change) {
	for _, t := range p.parts {
		switch {
		case t.view == nil:
		case t == p.front:
			t.view.Changed(c)
		case t.missed == nil:
			t.missed = &c
		default:
			joined := t.missed.Join(c)
			t.missed = &joined
		}
	}
}

// Editing implements [page.Page].
func (p *Page) Editing() bool {
	e, ok := p.front.view.(editing)
	return ok && e.Editing()
}

// Leave implements [page.Page].
func (p *Page) Leave(proceed func()) {
	if e, ok := p.front.view.(editing); ok {
		e.Leave(proceed)
		return
	}
	proceed()
}

// Save implements [page.Page].
func (p *Page) Save() {
	if e, ok := p.front.view.(editing); ok {
		e.Save()
	}
}

// Key implements [page.Page].
func (p *Page) Key(key *fyne.KeyEvent) bool {
	e, ok := p.front.view.(editing)
	return ok && e.Key(key)
}

// Status implements [page.Page].
func (p *Page) Status() string {
	if e, ok := p.front.view.(editing); ok {
		return e.Status()
	}
	return ""
}

// Find implements [page.Page].
func (p *Page) Find() {
	if v, ok := p.front.view.(interface{ Find() }); ok {
		v.Find()
	}
}

// New implements [page.Page].
func (p *Page) New() {
	if v, ok := p.front.view.(interface{ New() }); ok {
		v.New()
	}
}

// show makes the part in front, or tells it what it missed.
func (p *Page) show() {
	t := p.front
	if t.view == nil {
		t.view = p.make(t.name)
	} else if c := t.missed; c != nil {
		t.missed = nil
		t.view.Changed(*c)
	}
	p.place.Objects = []fyne.CanvasObject{t.view.Content()}
	p.place.Refresh()
	p.env.Window.StatusChanged()
}
