// Package imports brings spreadsheets in: a file, what was understood of it, the plan row by row, and the import.
package imports

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/data/store"
	"saya/widgets"
)

// Page is where spreadsheets come in. It has three steps: the file, its columns, the plan.
type Page struct {
	page.Plain
	env     page.Env
	content fyne.CanvasObject
	back    *fyne.Container // leads to the section from which this one was opened
	root    *fyne.Container // holds the step in front
	request int             // of the newest file or plan asked for
	changes int             // of the centre, as far as a plan may know of them
	reading *reading        // the file in the second step, nil in the others
	form    *widgets.Form   // the questions of the second step
	steps   *steps          // the plan's list, nil in the other steps
	ended   *ended          // what came in, nil before the end
	first   fyne.Focusable  // what the keyboard begins with in the step in front
}

// New returns the section.
func New(env page.Env) *Page {
	p := &Page{env: env, back: container.NewStack(), root: container.NewStack()}
	p.content = page.Above(p.back, p.root)
	p.start()
	return p
}

// Opener returns what makes the section of one window. Made again, as in another language, it goes on where it was.
func Opener() func(page.Env) page.Page {
	var last *Page
	return func(env page.Env) page.Page {
		next := New(env)
		if last != nil {
			next.resume(last)
		}
		last = next
		return next
	}
}

// resume goes on with what stood on another page, which is no longer seen.
func (p *Page) resume(from *Page) {
	from.request++ // what it still waits for is not shown
	switch {
	case from.steps != nil:
		next := from.steps.planned.in(p.env)
		next.look = from.steps.State()
		p.rows(next)
	case from.ended != nil:
		end := *from.ended
		end.planned = end.planned.in(p.env)
		p.end(&end)
	case from.reading != nil:
		p.columns(from.reading.in(p.env))
	}
}

// endings are the files that are read.
func endings() []string { return []string{".xlsx", ".xlsm", ".csv", ".txt"} }

// Content implements [page.Page].
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Shown implements [page.Page]: it says where the way back leads.
func (p *Page) Shown(int64) {
	p.back.Objects = nil
	if origin := p.env.Window.Origin(); origin != "" {
		back := widgets.NewQuietButton(origin, assets.IconBack, p.env.Window.Back)
		back.Compact = true
		row := container.New(layout.NewCustomPaddedLayout(8, 0, 3, 18), container.NewHBox(back))
		p.back.Objects = []fyne.CanvasObject{widgets.NewSurface(assets.ColorPanel, row)}
	}
	p.back.Refresh()
	p.content.Refresh()
	if p.focus(); p.steps != nil {
		p.steps.follow()
	}
}

// focus takes the keyboard to where the step in front begins.
func (p *Page) focus() {
	if p.steps != nil {
		p.steps.Page.Shown(0)
		return
	}
	widgets.Focus(p.first)
}

// Changed implements [page.Page]: an import that is taken back says so, and a plan is made anew when the centre has
// changed, once nobody is typing.
func (p *Page) Changed(c store.Change) {
	if slices.Equal(c.Tables, []store.Table{store.Exports}) {
		return
	}
	p.changes++
	switch {
	case p.ended != nil:
		p.lookBack()
	case p.steps != nil:
		p.steps.planned.outdated = true
		p.steps.follow()
	}
}

// Drop implements [page.Dropper].
func (p *Page) Drop(path string) {
	p.drop(func() { p.open(path) })
}

// Find implements [page.Page].
func (p *Page) Find() {
	if p.steps != nil {
		p.steps.Find()
	}
}

// Save implements [page.Page].
func (p *Page) Save() {
	if p.steps != nil {
		p.steps.Save()
	}
}

// Editing implements [page.Page].
func (p *Page) Editing() bool { return p.steps != nil && p.steps.Editing() }

// Key implements [page.Page].
func (p *Page) Key(e *fyne.KeyEvent) bool { return p.steps != nil && p.steps.Key(e) }

// Leave implements [page.Page]: a plan in which something was corrected or decided is not lost without a question, also
// while its columns are looked at again.
func (p *Page) Leave(proceed func()) {
	switch {
	case p.steps != nil:
		p.steps.Leave(proceed)
	case p.reading != nil:
		p.confirm(p.reading.corrected(), "importpage.leave_text", "importpage.leave_yes", proceed)
	default:
		proceed()
	}
}

// drop goes on with something that takes the file away, with what was corrected in it.
func (p *Page) drop(proceed func()) {
	switch {
	case p.steps != nil:
		p.steps.drop(proceed)
	case p.reading != nil:
		p.confirm(p.reading.corrected(), "importpage.drop_text", "importpage.drop_yes", proceed)
	default:
		proceed()
	}
}

// confirm asks before corrections are lost, if there are any.
func (p *Page) confirm(c *corrections, text, yes string, proceed func()) {
	if c.none() {
		proceed()
		return
	}
	t := p.env.Text
	p.env.Window.Modals().Confirm(t.T("importpage.leave_title"), t.T(text), widgets.Action{
		Text: t.T(yes), Kind: widgets.ButtonDanger, Do: proceed,
	}, t.T("importpage.stay"))
}

// show puts a step in front, and the keyboard where it begins.
func (p *Page) show(content fyne.CanvasObject, first fyne.Focusable) {
	p.first = first
	p.root.Objects = []fyne.CanvasObject{content}
	p.root.Refresh()
	p.focus()
}

// start shows the first step: which file.
func (p *Page) start() {
	t := p.env.Text
	p.reading, p.steps, p.ended = nil, nil, nil
	p.request++
	choose := widgets.NewPrimaryButton(t.T("importpage.choose"), assets.IconFolderOpen, func() {
		p.env.Window.ChooseFile(endings(), p.open)
	})
	form := widgets.NewButton(t.T("importpage.form"), assets.IconSheet, p.saveForm)
	card := widgets.NewCard(t.T("importpage.file_title"), container.New(layout.NewCustomPaddedVBoxLayout(14),
		widgets.NewBody(t.T("importpage.file_text")), container.New(widgets.NewFlow(8), choose, form), widgets.NewParagraph(t.T("importpage.file_kinds"))))
	p.show(page.Frame(page.Bar(t.T("importpage.title"), nil), nil, container.NewCenter(page.Wide(card, 560))), choose)
}

// open reads a file and shows what was understood of it.
func (p *Page) open(path string) {
	p.reading, p.steps, p.ended = nil, nil, nil
	var r *reading
	p.wait(p.env.T("importpage.reading"), p.start, func(ctx context.Context) (err error) {
		r, err = read(ctx, p.env, path)
		return err
	}, func(err error) {
		if err != nil {
			p.start()
			p.env.Window.Fail(err)
			return
		}
		r.prefer(p.env.Window.Origin())
		p.columns(r)
	})
}

// wait says what is waited for in the place of the next step, until work is done. Whoever cancels it goes back.
func (p *Page) wait(text string, back func(), work func(context.Context) error, done func(error)) {
	p.request++
	request := p.request
	ctx, end := context.WithCancel(context.Background())
	stop := func() {
		end()
		if request == p.request {
			back()
		}
	}
	cancel := widgets.NewButton(p.env.T("common.stop"), "", stop)
	long := p.env.Window.Begin(text, stop)
	lines := container.New(layout.NewCustomPaddedVBoxLayout(14), widgets.NewDimText(text), container.NewCenter(cancel))
	p.show(page.Frame(page.Bar(p.env.T("importpage.title"), nil), nil, container.NewCenter(lines)), cancel)
	p.env.Run.Go(func(window context.Context) error {
		defer long.End()
		defer end()
		defer context.AfterFunc(window, end)()
		return work(ctx)
	}, func(err error) {
		if request == p.request {
			done(err)
		}
	})
}

// compare makes the plan, with what a person changed in it before, and shows it. back shows what was there before, with
// nothing lost: for whoever cancels it, and when it fails.
func (p *Page) compare(next *planned, back func()) {
	r, changes := next.reading, p.changes
	p.wait(p.env.T("importpage.comparing"), back, func(ctx context.Context) error {
		plan, err := r.compared(ctx, next.corrections)
		if err == nil {
			next.worker = newWorker(plan, p.env.Run)
		}
		return err
	}, func(err error) {
		if err != nil {
			back()
			p.env.Window.Fail(err)
			return
		}
		r.remember()
		next.outdated = p.changes != changes
		p.rows(next)
		p.steps.follow()
	})
}
