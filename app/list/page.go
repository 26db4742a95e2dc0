// Package list is the one list page of the program: a bar with title, search and actions, filters, the table, and beside
// it the card or the editor of what is chosen. A section supplies columns, source, card and editor.
package list

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/data/store"
	"saya/widgets"
)

// The search field is as wide as this, depending on the window.
const searchLeast, searchMost float32 = 150, 320

// Page is a list on screen with what stands beside it. Sections embed it.
type Page struct {
	config Config
	env    page.Env
	query  Query
	model  model
	table  *widgets.DataTable
	search *widgets.Entry
	count  *widgets.Text
	above  above
	split  *split
	kept   keeper
	top    fyne.CanvasObject
	root   *fyne.Container

	settled  bool           // there was an answer
	typing   func()         // stops the clock of the typing
	waiting  func()         // stops the clock after which the list says that it loads
	narrowed bool           // by the person, since the last rows
	counts   map[string]int // what the chips would show, nil until it is known
	counting int            // questions for it: only the newest is answered
	sought   int64          // a record that the next answer should hold, 0 = none
	offset   float32        // where the next rows are to be scrolled to, 0 = where they are

	chosen int64  // the record beside the list, 0 = none
	panel  *Panel // nil while the card or nothing is beside the list
	wish   int    // cards and editors asked for: only the newest is shown
	opens  bool   // the newest is an editor
	waits  func() // what goes on once the save that runs has succeeded, nil for nothing
}

var (
	_ page.Narrower = (*Page)(nil)
	_ page.Keeper   = (*Page)(nil)
	_ page.Stepper  = (*Page)(nil)
)

// New returns the page of a list.
func New(env page.Env, config Config) *Page {
	p := &Page{config: config, env: env}
	p.model = model{run: env.Run, began: p.begin, changed: p.show, failed: p.failed}
	p.query = Query{Chip: config.firstChip(), Filters: map[string]string{}}
	p.table = p.newTable()
	p.kept.defaults = slices.Clone(p.table.Columns)
	p.build()
	p.load()
	return p
}

// Content implements [page.Page].
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Settled implements [page.Settler].
func (p *Page) Settled() bool { return p.settled }

// Find implements [page.Page].
func (p *Page) Find() { widgets.Focus(p.search) }

// Shown implements [page.Page].
func (p *Page) Shown(open int64) {
	if d, ok := p.env.Resumed(p.config.ID); ok {
		p.resume(d)
		return
	}
	switch open {
	case 0:
		p.focusRows()
	case page.NewRecord:
		p.New()
	default:
		p.Leave(func() { p.Show(open) })
	}
}

// Status implements [page.Page].
func (p *Page) Status() string {
	status := p.count.Text
	if n := len(p.table.Selected()); n > 1 {
		status += " · " + p.env.T("list.chosen", "Count", n)
	}
	return status
}

// Narrow implements [page.Narrower].
func (p *Page) Narrow(chip string) {
	p.kept.told = true
	p.query.Search, p.query.Chip, p.query.Filters = "", chip, map[string]string{}
	p.search.SetText("")
	p.narrow()
}

// Show shows the card of a record in place of whatever stands beside the list; nobody is asked.
func (p *Page) Show(id int64) {
	p.shut()
	p.choose(id)
	p.seek(id)
	p.showCard(id)
}

// Changed implements [page.Page].
func (p *Page) Changed(c store.Change) {
	if p.config.Shows(c) {
		p.Reload()
	}
}

// Reload asks for the rows, their numbers and the card again, as after a change that no store told of. An open editor
// stays as it is.
func (p *Page) Reload() {
	p.model.any = false
	p.reload()
	p.recount()
	if p.panel == nil && !p.opens && p.chosen != 0 {
		p.showCard(p.chosen)
	}
}

// Chosen is the record beside the list, 0 for none.
func (p *Page) Chosen() int64 { return p.chosen }

// ChooseRow chooses a row as a person would, by its place.
func (p *Page) ChooseRow(i int) {
	if i < len(p.model.ids) {
		p.table.Select(p.model.ids[i])
		p.selected(p.model.ids[i : i+1])
	}
}

// ChooseRows chooses the first rows together, as a person would.
func (p *Page) ChooseRows(n int) {
	ids := p.model.ids[:min(n, len(p.model.ids))]
	p.table.Select(ids...)
	p.selected(ids)
}

// choose marks a record in the list without asking anybody, as after a save; 0 marks none.
func (p *Page) choose(id int64) {
	p.chosen = id
	if id == 0 {
		p.table.Select()
	} else {
		p.table.Select(id)
	}
	p.marked()
}

// seek makes sure that a record is in the list: a search or a filter that hides it is cleared.
func (p *Page) seek(id int64) {
	if !slices.Contains(p.model.ids, id) {
		p.sought = id
		p.reload()
	}
}

// Instead shows an object in place of the rows, as a calendar of the same records, and the rows again for nil. Search,
// chips, filters, card and editor stay; Config.Source tells the object of every query and change. The name, "" for the rows,
// is kept with the list, and told to Config.Instead the next time.
func (p *Page) Instead(name string, o fyne.CanvasObject) {
	if o == nil {
		o = p.table
	}
	p.split.instead(o)
	p.kept.instead = name
	p.keep()
}

// focusRows puts the keyboard into the rows, or what stands in their place.
func (p *Page) focusRows() {
	if rows, ok := p.split.list.(fyne.Focusable); ok {
		widgets.Focus(rows)
	}
}

// focusIdle puts the keyboard into the rows when a click took it from where it was.
func (p *Page) focusIdle() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.root); c != nil && c.Focused() == nil {
		p.focusRows()
	}
}

// widen shows every record: the search and the filters are cleared.
func (p *Page) widen() {
	p.query.Search, p.query.Chip, p.query.Filters = "", p.config.allChip(), map[string]string{}
	p.search.SetText("")
	p.markChips()
	p.reload()
}

// wide tells whether the list shows every record.
func (q Query) wide(allChip string) bool {
	return q.Search == "" && q.Chip == allChip && len(q.Filters) == 0
}

// clone is the query as it is now: it is read on other goroutines.
func (q Query) clone() Query {
	q.Filters = maps.Clone(q.Filters)
	return q
}

// selected goes back to the old choice until an open editor lets go. Several rows are chosen beside the card or the
// editor of one of them.
func (p *Page) selected(ids []int64) {
	if len(ids) != 1 {
		if p.panel == nil && !p.opens && p.chosen != 0 && !slices.Contains(ids, p.chosen) {
			p.chosen = 0
			p.beside(nil)
		}
		p.marked()
		return
	}
	wanted := ids[0]
	if wanted == p.chosen {
		p.marked()
		return
	}
	if p.chosen != 0 && p.panel != nil {
		p.table.Select(p.chosen)
	}
	p.marked()
	p.Leave(func() {
		p.choose(wanted)
		p.showCard(wanted)
	})
}

// marked shows what can be done with the rows that are chosen now.
func (p *Page) marked() {
	p.split.follow()
	p.showActs()
	p.env.Window.StatusChanged()
}

func (p *Page) build() {
	p.search = widgets.NewSearchEntry()
	p.search.SetPlaceHolder(p.config.Hint)
	p.search.OnChanged = p.typed
	p.search.OnEnter = p.focusRows
	p.search.OnEscape = func() { p.search.SetText(""); p.focusRows() }
	p.count = widgets.NewDimText("")
	p.above = newAbove()
	p.buildChips()
	p.split = newSplit(p)
	p.top = p.bar()
	rows := fyne.CanvasObject(p.split.content)
	if p.config.Around != nil {
		rows = p.config.Around(rows)
	}
	p.root = container.NewStack(page.Frame(p.top, p.above.content(), rows))
}

func (p *Page) bar() fyne.CanvasObject {
	right := append([]fyne.CanvasObject{page.Elastic(p.search, searchLeast, searchMost)}, p.config.Actions...)
	if p.exports() {
		right = append(right, p.exportButton())
	}
	if p.config.New != "" {
		right = append(right, widgets.NewPrimaryButton(p.config.New, "plus", p.New))
	}
	return page.Bar(p.config.Title, p.count, right...)
}
