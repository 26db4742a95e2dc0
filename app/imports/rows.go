package imports

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	env     page.Env
	planned *planned
	apply   *widgets.Button
	notices *fyne.Container // what holds for the whole import, above the list
	root    fyne.CanvasObject
	request int  // of the page, while the plan is in front
	wanted  bool // the import was asked for while the worker was busy
	writing bool // the import is under way
}

// rows shows the plan.
func (p *Page) rows(next *planned) {
	s := &steps{page: p, env: p.env, planned: next, notices: container.NewStack()}
	next.changed, next.failed = s.changed, s.failed
	s.apply = widgets.NewPrimaryButton("", assets.IconDone, s.write)
	s.Page = list.New(s.env, s.config())
	s.root = s.Content()
	if next.look != "" {
		s.Restore(next.look)
	}
	s.show()
}

// show puts the plan in front.
func (s *steps) show() {
	p := s.page
	p.reading, p.steps, p.ended = nil, s, nil
	p.request++
	s.request = p.request
	s.tell()
	p.show(s.root, nil)
}

// inFront tells whether the plan is the one on screen: another one may have taken its place, or be made just now.
func (s *steps) inFront() bool { return s.page.steps == s && s.page.request == s.request }

// follow makes the plan anew after a change of the centre, once nobody is typing and all that was asked for is in it.
func (s *steps) follow() {
	if s.planned.outdated && s.inFront() && !s.writing && !s.planned.busy() && !s.Editing() {
		s.Page.Leave(s.again) // an editor that is still read would open behind the new plan
	}
}

// again makes the plan anew with all that was changed in it, and lists it as it was listed.
func (s *steps) again() {
	s.wanted = false
	next := planOf(s.planned.reading, s.planned.corrections)
	next.look = s.State()
	s.page.compare(next, s.show)
}

func (s *steps) config() list.Config {
	t := s.env.Text
	back := widgets.NewButton(t.T("importpage.back"), assets.IconBack, s.toColumns)
	var chips []list.Chip
	for _, o := range imports.Outcomes() {
		chips = append(chips, list.Chip{ID: string(o), Text: t.T(o.TextKey())})
	}
	chips = append(chips, list.Chip{ID: chipAll, Text: t.T("common.all")})
	return list.Config{
		Around: func(rows fyne.CanvasObject) fyne.CanvasObject {
			return container.New(noticesLayout{}, widgets.NewVScroll(s.notices), rows)
		},
		ID: "import", Title: t.T("importpage.plan", "Kind", t.T(s.planned.kind.TextKey())), Hint: t.T("importpage.search"),
		Empty: t.T("importpage.no_rows"), Nothing: t.T("common.nothing_found_hint"),
		Columns: s.columns(), Chips: chips, Chip: chipAll, Source: s.planned.listing,
		Count:   s.count,
		Actions: []fyne.CanvasObject{back, s.apply},
		Card:    s.card, Edit: s.edit, Closed: s.follow, Shows: func(store.Change) bool { return false },
	}
}

// toColumns goes back to what was understood of the file; what was corrected stays with it.
func (s *steps) toColumns() {
	s.wanted = false
	s.Page.Leave(func() {
		s.planned.reading.kept = s.planned.corrections
		s.page.columns(s.planned.reading)
	})
}

func (s *steps) columns() []widgets.Column {
	t := s.env.Text
	out := []widgets.Column{
		{ID: colLine, Title: t.T("importpage.line"), Width: 60, Style: widgets.StyleDim, NoSort: true},
		{ID: colOutcome, Title: t.T("importpage.outcome"), Width: 156, Style: widgets.StyleTag, NoSort: true},
	}
	for i, f := range s.planned.listed() {
		out = append(out, widgets.Column{ID: string(f), Title: t.T(f.TextKey()), Width: 130, NoSort: true, Spare: i, Names: i == 0})
	}
	return append(out, widgets.Column{ID: colNote, Title: t.T("importpage.note"), Flexible: true, MinWidth: 320, Style: widgets.StyleDim, NoSort: true})
}

// tell says on the button what would be written, and above the list what holds for all of it.
func (s *steps) tell() {
	s.notices.Objects = nil
	if len(s.planned.notices) > 0 {
		s.notices.Objects = []fyne.CanvasObject{noticed(s.env, s.planned.notices)}
	}
	s.notices.Refresh()
	s.page.root.Refresh()
	s.SetCounts(s.planned.found())
	n := s.planned.taken()
	s.apply.SetText(s.env.T("importpage.apply", "Count", n))
	s.apply.SetBusy(s.wanted)
	if n == 0 && !s.planned.busy() {
		s.apply.Disable()
		return
	}
	s.apply.Enable()
}

// count says how many rows are listed, and that the plan is not up to date while a correction or a decision is compared.
func (s *steps) count(n int) string {
	if s.planned.busy() {
		return s.env.T("importpage.working")
	}
	return s.env.T("importpage.count", "Count", n)
}

// changed shows the plan as the worker saw it last, unless another one took its place. An import that waited for the
// worker goes on, or, where the centre was changed meanwhile, another plan is made.
func (s *steps) changed() {
	if !s.inFront() {
		return
	}
	s.tell()
	s.Reload()
	switch {
	case s.planned.busy():
	case s.planned.outdated:
		s.follow()
	case s.wanted:
		s.write()
	}
}

// failed says why the plan could not be changed; an import that waited for that does not go on.
func (s *steps) failed(err error) {
	s.wanted = false
	s.env.Window.Fail(err)
}

// New implements [page.Page]: rows come from the file only.
func (s *steps) New() {}

// Leave implements [page.Page]. The plan stays in the window; closing it is what loses corrections.
func (s *steps) Leave(proceed func()) {
	s.ask("importpage.leave_text", "importpage.leave_yes", proceed)
}

// drop goes on with something that takes the plan away.
func (s *steps) drop(proceed func()) { s.ask("importpage.drop_text", "importpage.drop_yes", proceed) }

func (s *steps) ask(text, yes string, proceed func()) {
	s.wanted = false
	s.Page.Leave(func() { s.page.confirm(s.planned.corrections, text, yes, proceed) })
}

// edit opens the cells of a row.
func (s *steps) edit(_ context.Context, id int64) (func() *list.Panel, error) {
	return func() *list.Panel { return newCells(s, id).panel() }, nil
}
