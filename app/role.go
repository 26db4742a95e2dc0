package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

const roleWidth float32 = 560

// rolePage says what an account is for that opens no volunteers and events.
type rolePage struct {
	page.Plain
	content fyne.CanvasObject
}

func newRolePage(e page.Env) page.Page {
	role := e.Actor.Role
	texts := []fyne.CanvasObject{widgets.NewHeading(e.Text.Status("role", string(role))), widgets.NewBody(e.T("lock.role." + string(role)))}
	for _, w := range data.Walls() {
		if role.Opens(w) && !e.Store.Holds(w) {
			texts = append(texts, widgets.NewBody(e.T("lock.not_let_in", "Wall", e.T("lock.wall."+string(w)))))
		}
	}
	top := container.NewVBox(container.NewHBox(widgets.NewCard("", column(roleWidth, texts...))))
	body := container.New(layout.NewCustomPaddedLayout(18, 18, 18, 18), top)
	return &rolePage{content: page.Frame(page.Bar(e.T("shell.home"), nil), nil, body)}
}

// Content implements [page.Page].
func (p *rolePage) Content() fyne.CanvasObject { return p.content }

// Shown does nothing: the page never changes.
func (p *rolePage) Shown(int64) {}

// Changed does nothing.
func (p *rolePage) Changed(store.Change) {}
