package imports

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/list"
	"saya/app/page"
	"saya/assets"
	"saya/data/imports"
	"saya/data/store"
	"saya/widgets"
)

// steps is the third step: the plan row by row.
type steps struct {
	*list.Page
	page    *Page
	env     page.Env // in which work is done at once: a plan is for one goroutine
	planned *planned
	apply   *widgets.Button
	touched bool // corrected or decided: not to be lost without a question
}

// atOnce is a runner that works on the goroutine of the caller.
type atOnce struct{ page.Runner }

// Go implements [page.Runner].
func (atOnce) Go(work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}

// rows shows the plan.
func (p *Page) rows(next *planned) {
	env := p.env
	env.Run = atOnce{p.env.Run}
	s := &steps{page: p, env: env, planned: next}
	p.steps = s
	s.apply = widgets.NewPrimaryButton("", assets.IconDone, s.write)
	s.Page = list.New(env, s.config())
	s.tell()
	p.show(s.Content())
	for _, notice := range next.plan.Notices() {
		p.env.Window.Say(next.sentence(notice), false)
	}
}

func (s *steps) config() list.Config {
	t := s.env.Text
	back := widgets.NewButton(t.T("importpage.back"), assets.IconBack, func() {
		s.Leave(func() { s.page.columns(s.planned.reading) })
	})
	var chips []list.Chip
	for _, o := range imports.Outcomes() {
		chips = append(chips, list.Chip{ID: string(o), Text: t.T(o.TextKey())})
	}
	chips = append(chips, list.Chip{ID: chipAll, Text: t.T("common.all")})
	return list.Config{
		ID: "import", Title: t.T(s.planned.kind.TextKey()), Hint: t.T("importpage.search"),
		Empty: t.T("importpage.no_rows"), Nothing: t.T("common.nothing_found_hint"),
		Columns: s.columns(), Chips: chips, Chip: chipAll, Source: s.planned.rows, Found: s.planned.found,
		Count:   func(n int) string { return t.T("importpage.count", "Count", n) },
		Actions: []fyne.CanvasObject{back, s.apply},
		Card:    s.card, Edit: s.edit, Shows: func(store.Change) bool { return false },
	}
}

func (s *steps) columns() []widgets.Column {
	t := s.env.Text
	out := []widgets.Column{
		{ID: colLine, Title: t.T("importpage.line"), Width: 70, Style: widgets.StyleDim, NoSort: true},
		{ID: colOutcome, Title: t.T("importpage.outcome"), Width: 166, Style: widgets.StyleTag, NoSort: true},
	}
	for i, f := range s.planned.listed() {
		out = append(out, widgets.Column{ID: string(f), Title: t.T(f.TextKey()), Width: 150, NoSort: true, Spare: i})
	}
	return append(out, widgets.Column{ID: colNote, Title: t.T("importpage.note"), Flexible: true, MinWidth: 220, Style: widgets.StyleDim, NoSort: true})
}

// tell says on the button what would be written.
func (s *steps) tell() {
	n := s.planned.taken()
	s.apply.SetText(s.env.T("importpage.apply", "Count", n))
	if n == 0 {
		s.apply.Disable()
		return
	}
	s.apply.Enable()
}

// replanned shows the plan anew after a correction or a decision.
func (s *steps) replanned(id int64) {
	s.touched = true
	s.tell()
	s.Reload()
	s.Show(id)
}

// New implements [page.Page]: rows come from the file only.
func (s *steps) New() {}

// Leave implements [page.Page].
func (s *steps) Leave(proceed func()) {
	s.Page.Leave(func() {
		if !s.touched {
			proceed()
			return
		}
		t := s.env.Text
		s.env.Window.Modals().Confirm(t.T("importpage.leave_title"), t.T("importpage.leave_text"), widgets.Action{
			Text: t.T("page.leave_yes"), Kind: widgets.ButtonDanger, Do: proceed,
		}, t.T("page.leave_no"))
	})
}

// edit opens the cells of a row.
func (s *steps) edit(_ context.Context, id int64) (func() *list.Panel, error) {
	return func() *list.Panel { return newCells(s, id).panel() }, nil
}
