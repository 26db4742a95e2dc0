// Package list is the one list page of the program: a bar with title, search and actions, filter chips, the table,
// and beside it the card or the editor of what is chosen. A section supplies columns, source, card and editor.
package list

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// The search field is as wide as this, depending on the window.
const searchLeast, searchMost float32 = 150, 320

// searchDelay is how long typing must rest before the list is asked again.
const searchDelay = 180 * time.Millisecond

// Config is what a section says of its list. Texts are in the user's language.
type Config struct {
	ID      string // names the list in saved widths
	Title   string
	Hint    string // in the empty search field
	New     string // primary action, "" for none
	Empty   string // what to do when there is nothing yet
	Nothing string // when search and filter find nothing
	Columns []widgets.Column
	Sort    widgets.Sort
	Chips   []Chip // the last one shows everything
	Chip    string // the one that holds first, "" = the first one
	// Source returns where the rows of a query come from.
	Source func(Query) Source
	// Count says how many rows there are, beside the title.
	Count func(n int) string
	// Found says how many rows a chip would show, on the chip; may be nil.
	Found func(chip string) string
	// Counts counts off the UI goroutine what each chip would show, by its id; may be nil.
	Counts func(ctx context.Context) (map[string]int, error)
	// Filters narrow the list further, each to one of its options.
	Filters []Filter
	// Acts are what can be done with the chosen records: in the context menu of one, and above the list with several.
	// nil where only one at a time can be chosen.
	Acts func(ids []int64) []widgets.MenuItem
	// Export offers the rows as they are shown as a workbook of this name, "" for no offer.
	Export string
	// Actions stand at the right of the bar, before New.
	Actions []fyne.CanvasObject
	// Card reads a record off the UI goroutine and returns what draws it beside the list.
	Card func(ctx context.Context, id int64) (draw func() fyne.CanvasObject, err error)
	// Edit reads off the UI goroutine what the editor of a record needs and returns what makes it; 0 is a new record.
	Edit func(ctx context.Context, id int64) (open func() *Panel, err error)
	// Resume does as Edit for a draft of another form than the editor, which opens with what was typed; nil where there is no such form.
	Resume func(ctx context.Context, d data.FormDraft) (open func(), err error)
	// Closed hears that an editor was closed, after what it was closed for; may be nil.
	Closed func()
	// Shows tells whether a change is seen in the list or on the card.
	Shows func(store.Change) bool
}

// Chip is a filter, of which one holds at a time.
type Chip struct{ ID, Text string }

// Filter narrows a list to one of some options; those chosen stand as chips in the row of filters.
type Filter struct {
	ID, Text string
	Options  func(ctx context.Context) ([]widgets.Option, error)
}

// Query is what the list is narrowed to and ordered by.
type Query struct {
	Search  string
	Chip    string
	Filters map[string]string // the chosen option of each filter that holds
	Sort    widgets.Sort
}

// Page is a list on screen with what stands beside it. Sections embed it.
type Page struct {
	config   Config
	env      page.Env
	query    Query
	model    model
	table    *widgets.DataTable
	search   *widgets.Entry
	count    *widgets.Text
	chips    []*widgets.Chip
	split    *fyne.Container
	side     *fyne.Container
	root     fyne.CanvasObject
	typing   func() // stops the clock of the typing
	chosen   int64  // the record beside the list, 0 = none
	sought   int64  // a record that the next answer should hold, 0 = none
	panel    *Panel // nil while the card or nothing is beside the list
	narrowed bool   // by the person, since the last rows
	wish     int    // cards and editors asked for: only the newest is shown
	opens    bool   // the newest is an editor
	waits    func() // what goes on once the save that runs has succeeded, nil for nothing
}

// New returns the page of a list.
func New(env page.Env, config Config) *Page {
	p := &Page{config: config, env: env}
	p.model = model{run: env.Run, changed: p.show, failed: p.failed}
	p.query.Sort = config.Sort
	if len(config.Chips) > 0 {
		p.query.Chip = cmp.Or(config.Chip, config.Chips[0].ID)
	}
	p.table = p.newTable()
	p.build()
	p.reload()
	return p
}

// Content implements [page.Page].
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Find implements [page.Page].
func (p *Page) Find() { widgets.Focus(p.search) }

// Shown implements [page.Page].
func (p *Page) Shown(open int64) {
	if d, ok := p.env.Resumed(p.config.ID); ok {
		p.resume(d)
		return
	}
	if open == 0 {
		p.focusRows()
		return
	}
	p.Leave(func() { p.Show(open) })
}

// Status implements [page.Page].
func (p *Page) Status() string { return "" }

// Narrow implements [page.Narrower].
func (p *Page) Narrow(chip string) {
	p.query.Search, p.query.Chip = "", chip
	p.search.SetText("")
	p.markChips()
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

// Reload asks for the rows and the card again, as after a change that no store told of. An open editor stays as it is.
func (p *Page) Reload() {
	p.reload()
	if p.panel == nil && !p.opens && p.chosen != 0 {
		p.showCard(p.chosen)
	}
}

// Chosen is the record beside the list, 0 for none.
func (p *Page) Chosen() int64 { return p.chosen }

// reload asks for the rows again.
func (p *Page) reload() {
	p.table.Loading = len(p.model.ids) == 0
	p.model.reload(p.config.Source(p.query))
}

// choose marks a record in the list without asking anybody, as after a save; 0 marks none.
func (p *Page) choose(id int64) {
	p.chosen = id
	if id == 0 {
		p.table.Select()
		return
	}
	p.table.Select(id)
}

// seek makes sure that a record is in the list: a search or a filter that hides it is cleared.
func (p *Page) seek(id int64) {
	if !slices.Contains(p.model.ids, id) {
		p.sought = id
		p.reload()
	}
}

// ChooseRow chooses a row as a person would, by its place.
func (p *Page) ChooseRow(i int) {
	if i < len(p.model.ids) {
		p.selected(p.model.ids[i : i+1])
	}
}

// focusRows puts the keyboard into the table.
func (p *Page) focusRows() { widgets.Focus(p.table) }

// widen shows every record: the search and the filter are cleared.
func (p *Page) widen() {
	p.query.Search, p.query.Chip = "", p.allChip()
	p.search.SetText("")
	p.markChips()
	p.reload()
}

func (p *Page) allChip() string {
	if n := len(p.config.Chips); n > 0 {
		return p.config.Chips[n-1].ID
	}
	return ""
}

func (p *Page) newTable() *widgets.DataTable {
	t := widgets.NewDataTable(p.config.Columns)
	for i := range t.Columns {
		if w, err := strconv.ParseFloat(p.env.Prefs.String(p.widthKey(t.Columns[i].ID)), 32); err == nil {
			t.Columns[i].Width = float32(w)
		}
	}
	t.Sort = p.query.Sort
	t.LoadingText = p.env.T("common.loading")
	t.OnSelect = p.selected
	t.OnOpen = p.Edit
	t.OnCopied = p.env.CopySecret
	t.OnType = func(r rune) {
		if r == ' ' { // chooses the row; Fyne sends the letter after the key
			return
		}
		p.search.SetText(string(r))
		p.search.CursorColumn = 1
		widgets.Focus(p.search)
	}
	t.OnSort = func(s widgets.Sort) {
		p.query.Sort, t.Sort = s, s
		t.Refresh()
		p.reload()
	}
	t.OnResize = func(column string, width float32) {
		p.env.Prefs.SetString(p.widthKey(column), strconv.Itoa(int(width)))
	}
	return t
}

func (p *Page) widthKey(column string) string { return "width." + p.config.ID + "." + column }

// selected goes back to the old choice until an open editor lets go.
func (p *Page) selected(ids []int64) {
	if len(ids) != 1 || ids[0] == p.chosen {
		return
	}
	wanted := ids[0]
	if p.chosen != 0 {
		p.table.Select(p.chosen)
	}
	p.Leave(func() {
		p.choose(wanted)
		p.showCard(wanted)
	})
}

// narrow asks for the rows of another search or filter; a card that they do not hold is closed.
func (p *Page) narrow() {
	p.narrowed = true
	p.reload()
}

// show takes over new rows.
func (p *Page) show(ids []int64, rows widgets.Rows) {
	sought := p.sought
	if p.sought = 0; sought != 0 && !slices.Contains(ids, sought) {
		p.widen()
		return
	}
	p.count.SetText(p.config.Count(len(ids)))
	p.markChips()
	p.table.Loading = false
	p.table.EmptyText = p.config.Empty
	if p.query.Search != "" || p.query.Chip != p.allChip() {
		p.table.EmptyText = p.config.Nothing
	}
	p.table.SetRows(rows)
	if p.narrowed && p.panel == nil && !p.opens && !slices.Contains(ids, p.chosen) {
		p.chosen = 0
		p.beside(nil)
	}
	p.narrowed = false
	if p.chosen != 0 {
		p.table.Select(p.chosen)
	}
}

// failed says why there are no new rows; those on screen stay.
func (p *Page) failed(err error) {
	p.table.Loading = false
	p.table.Refresh()
	p.env.Window.Fail(err)
}

// typed reloads once the typing rests.
func (p *Page) typed(text string) {
	if text == p.query.Search {
		return
	}
	p.query.Search = text
	if p.typing != nil {
		p.typing()
	}
	p.typing = p.env.Run.After(searchDelay, p.narrow)
}

func (p *Page) markChips() {
	for i, c := range p.chips {
		id := p.config.Chips[i].ID
		c.Selected = id == p.query.Chip
		if p.config.Found != nil {
			c.Count = p.config.Found(id)
		}
		c.Refresh()
	}
}

func (p *Page) build() {
	p.search = widgets.NewEntry()
	p.search.SetPlaceHolder(p.config.Hint)
	p.search.OnChanged = p.typed
	p.search.OnEnter = p.focusRows
	p.search.OnEscape = func() { p.search.SetText(""); p.focusRows() }
	p.count = widgets.NewDimText("")
	p.side = container.NewStack()
	p.split = container.New(&splitLayout{}, p.table, p.side)
	p.root = page.Frame(p.bar(), p.filters(), p.split)
}

func (p *Page) bar() fyne.CanvasObject {
	right := append([]fyne.CanvasObject{page.Elastic(p.search, searchLeast, searchMost)}, p.config.Actions...)
	if p.config.New != "" {
		right = append(right, widgets.NewPrimaryButton(p.config.New, "plus", p.New))
	}
	return page.Bar(p.config.Title, p.count, right...)
}

func (p *Page) filters() fyne.CanvasObject {
	if len(p.config.Chips) == 0 {
		return nil
	}
	row := container.New(widgets.NewFlow(6))
	for _, chip := range p.config.Chips {
		c := widgets.NewChip(chip.Text, "", func() {
			p.query.Chip = chip.ID
			p.markChips()
			p.narrow()
		})
		p.chips = append(p.chips, c)
		row.Add(c)
	}
	p.markChips()
	return row
}
