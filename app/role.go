package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

const roleWidth float32 = 560

// rolePage says what an account is for that opens no volunteers and events, and how safe the data are.
type rolePage struct {
	page.Plain
	env     page.Env
	safety  *fyne.Container
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
	p := &rolePage{env: e, safety: container.NewStack()}
	top := container.NewVBox(container.NewHBox(widgets.NewStack(14, widgets.NewCard("", column(roleWidth, texts...)), p.safety)))
	body := container.New(layout.NewCustomPaddedLayout(18, 18, 18, 18), top)
	p.content = page.Frame(page.Bar(e.T("shell.home"), nil), nil, body)
	return p
}

// Content implements [page.Page].
func (p *rolePage) Content() fyne.CanvasObject { return p.content }

// Shown implements [page.Page].
func (p *rolePage) Shown(int64) { p.reload() }

// Changed implements [page.Page].
func (p *rolePage) Changed(c store.Change) {
	if page.SafetyTouched(c) {
		p.reload()
	}
}

func (p *rolePage) reload() {
	var s page.Safety
	p.env.Run.Go(func(ctx context.Context) (err error) {
		s, err = p.env.ReadSafety(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.safety.Objects = []fyne.CanvasObject{p.env.SafetyCard(s)}
		p.content.Refresh()
	})
}
