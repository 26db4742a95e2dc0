package contributions

import (
	"context"

	"saya/app/page"
	"saya/data"
)

// Scenes implements [page.Page]. They need a runner that works in the foreground. The plain card comes last: it loses
// nothing when the next section is opened.
func (p *Page) Scenes() []page.Scene {
	of := func(kind data.ContributionKind) data.ContributionFilter {
		f := data.ContributionFilter{Kinds: []data.ContributionKind{kind}, Received: true}
		f.Desc = true
		return f
	}
	return append(p.Page.Scenes(), []page.Scene{
		{Name: "edit", Show: func() { p.scene(of(data.Money), p.Edit) }},
		{Name: "information", Show: func() { p.scene(of(data.Information), p.Edit) }},
		{Name: "wrong", Show: func() { p.scene(of(data.Money), func(int64) { p.New(); p.Save() }) }},
		{Name: "again", Show: func() { p.scene(of(data.Goods), p.again) }},
		{Name: "pledge", Show: func() { p.scene(data.ContributionFilter{Pledges: true}, func(int64) {}) }},
		{Name: "card", Show: func() { p.scene(of(data.Goods), func(int64) {}) }},
	}...)
}

// scene shows the card of the first contribution of a filter, and then something of it.
func (p *Page) scene(f data.ContributionFilter, then func(id int64)) {
	p.env.Window.Modals().CloseAll()
	p.Leave(func() {
		var ids []int64
		p.env.Run.Go(func(ctx context.Context) (err error) {
			ids, err = p.env.Store.Contributions(ctx, f)
			return err
		}, func(err error) {
			if err != nil {
				p.env.Window.Fail(err)
				return
			}
			if len(ids) > 0 { // a centre may have none
				p.Show(ids[0])
				then(ids[0])
			}
		})
	})
}
