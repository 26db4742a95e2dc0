// Package settings is what a centre is run by: accounts and what they open, backups, the bin, the audit, the profile.
package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/data/store"
	"saya/widgets"
)

// view is what one part shows.
type view interface {
	Content() fyne.CanvasObject
	// Changed is called after a commit; while the part is in the back, once before it is shown.
	Changed(store.Change)
}

// part is one page of the section; it is made when it is first shown.
type part struct {
	name   string
	place  *fyne.Container
	view   view
	missed *store.Change
}

// Page is the section Settings.
type Page struct {
	page.Plain
	env   page.Env
	parts []*part
	tabs  *widgets.Tabs
	root  fyne.CanvasObject
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env}
	items := []widgets.TabItem{}
	for _, name := range partsOf(env) {
		place := container.NewStack()
		p.parts = append(p.parts, &part{name: name, place: place})
		items = append(items, widgets.TabItem{Text: env.T("settings.part." + name), Content: place})
	}
	p.tabs = widgets.NewTabs(items...)
	p.tabs.Padding = 18
	p.tabs.OnChanged = func(int) { p.show() }
	p.root = page.Frame(page.Bar(env.T("settings.title"), nil), nil, p.tabs)
	return p
}

// Content implements [page.Page].
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown implements [page.Page]; open is one of [page.SettingsAccess] and the like.
func (p *Page) Shown(open int64) {
	name := map[int64]string{page.SettingsAccess: partAccess, page.SettingsBackup: partBackup}[open]
	if i := slices.IndexFunc(p.parts, func(t *part) bool { return t.name == name }); i >= 0 {
		p.tabs.Select(i)
	}
	p.show()
}

// Changed implements [page.Page].
func (p *Page) Changed(c store.Change) {
	for i, t := range p.parts {
		switch {
		case t.view == nil:
		case i == p.tabs.Page():
			t.view.Changed(c)
		case t.missed == nil:
			t.missed = &c
		default:
			joined := t.missed.Join(c)
			t.missed = &joined
		}
	}
}

// Find implements [page.Page].
func (p *Page) Find() {
	if v, ok := p.front().view.(interface{ Find() }); ok {
		v.Find()
	}
}

// New implements [page.Page].
func (p *Page) New() {
	if v, ok := p.front().view.(interface{ New() }); ok {
		v.New()
	}
}

// Scenes implements [page.Page].
func (p *Page) Scenes() []page.Scene {
	var out []page.Scene
	for i, t := range p.parts {
		out = append(out, page.Scene{Name: t.name, Show: func() {
			p.env.Window.Modals().CloseAll()
			p.tabs.Select(i)
			p.show()
		}})
		out = append(out, p.scenesOf(t.name)...)
	}
	return append(out, page.Scene{Name: "end", Show: p.env.Window.Modals().CloseAll})
}

func (p *Page) front() *part { return p.parts[p.tabs.Page()] }

// show makes the part in front, or tells it what it missed.
func (p *Page) show() {
	t := p.front()
	if t.view == nil {
		t.view = p.make(t.name)
		t.place.Objects = []fyne.CanvasObject{t.view.Content()}
		t.place.Refresh()
		return
	}
	if c := t.missed; c != nil {
		t.missed = nil
		t.view.Changed(*c)
	}
}
