// Package list is the one list page of the program: a bar with title, search and actions, filter chips, the table,
// and a panel beside it for the card or editor of what is chosen. A section supplies columns, source and panel.
package list

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/widgets"
)

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
	Chips   []Chip
	// Source returns where the rows of a query come from.
	Source func(Query) Source
	// Count says how many rows there are, beside the title.
	Count func(n int) string
}

// Chip is a filter, of which one holds at a time.
type Chip struct{ ID, Text string }

// Query is what the list is narrowed to and ordered by.
type Query struct {
	Search string
	Chip   string
	Sort   widgets.Sort
}

// Page is a list on screen.
type Page struct {
	// OnChoose is asked to show a record; it calls proceed when nothing typed would be lost by that.
	OnChoose func(id int64, proceed func())
	// OnOpen edits a record, after Enter or a double click.
	OnOpen func(id int64)
	// OnNew starts a new record.
	OnNew func()

	config Config
	env    page.Env
	query  Query
	model  model
	table  *widgets.DataTable
	search *widgets.Entry
	count  *widgets.Text
	chips  []*widgets.Chip
	split  *fyne.Container
	side   *fyne.Container
	root   fyne.CanvasObject
	typing func() // stops the clock of the typing
	chosen int64  // the record in the panel, 0 = none
}

// New returns the page of a list.
func New(env page.Env, config Config) *Page {
	p := &Page{
		config: config, env: env,
		OnChoose: func(_ int64, proceed func()) { proceed() },
		OnOpen:   func(int64) {}, OnNew: func() {},
	}
	p.model = model{run: env.Run, changed: p.show, failed: p.failed}
	p.query.Sort = config.Sort
	if len(config.Chips) > 0 {
		p.query.Chip = config.Chips[0].ID
	}
	p.table = p.newTable()
	p.build()
	return p
}

// Content is the whole page.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Find puts the keyboard into the search field.
func (p *Page) Find() { widgets.Focus(p.search) }

// Chosen is the record in the panel, 0 for none.
func (p *Page) Chosen() int64 { return p.chosen }

// Reload asks for the rows again.
func (p *Page) Reload() {
	p.table.Loading = len(p.model.ids) == 0
	p.model.reload(p.config.Source(p.query))
}

// ShowPanel puts a card or editor beside the list, nil takes it away.
func (p *Page) ShowPanel(content fyne.CanvasObject) {
	if content == nil {
		p.side.Objects = nil
	} else {
		p.side.Objects = []fyne.CanvasObject{content}
	}
	p.side.Refresh()
	p.split.Refresh()
}

// Choose marks a record in the list without asking anybody, as after a save; 0 marks none.
func (p *Page) Choose(id int64) {
	p.chosen = id
	if id == 0 {
		p.table.Select()
		return
	}
	p.table.Select(id)
}

// ChooseRow chooses a row as a person would, by its place.
func (p *Page) ChooseRow(i int) {
	if i < len(p.model.ids) {
		p.selected(p.model.ids[i : i+1])
	}
}

// FocusRows puts the keyboard into the table.
func (p *Page) FocusRows() { widgets.Focus(p.table) }

// Widen shows every record: the search and the filter are cleared, as when a record outside them is asked for.
func (p *Page) Widen() {
	p.query.Search, p.query.Chip = "", p.allChip()
	p.search.SetText("")
	p.markChips()
	p.Reload()
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
	t.OnOpen = func(id int64) { p.OnOpen(id) }
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
		p.Reload()
	}
	t.OnResize = func(column string, width float32) {
		p.env.Prefs.SetString(p.widthKey(column), strconv.Itoa(int(width)))
	}
	return t
}

func (p *Page) widthKey(column string) string { return "width." + p.config.ID + "." + column }

// selected asks the section whether the panel may change, and goes back to the old choice until it says so.
func (p *Page) selected(ids []int64) {
	if len(ids) != 1 || ids[0] == p.chosen {
		return
	}
	wanted := ids[0]
	if p.chosen != 0 {
		p.table.Select(p.chosen)
	}
	p.OnChoose(wanted, func() {
		p.chosen = wanted
		p.table.Select(wanted)
	})
}

// show takes over new rows.
func (p *Page) show(ids []int64, rows widgets.Rows) {
	p.count.SetText(p.config.Count(len(ids)))
	p.table.Loading = false
	p.table.EmptyText = p.config.Empty
	if p.query.Search != "" || p.query.Chip != p.allChip() {
		p.table.EmptyText = p.config.Nothing
	}
	p.table.SetRows(rows)
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
	p.typing = p.env.Run.After(searchDelay, p.Reload)
}

func (p *Page) markChips() {
	for i, c := range p.chips {
		c.Selected = p.config.Chips[i].ID == p.query.Chip
		c.Refresh()
	}
}

func (p *Page) build() {
	p.search = widgets.NewEntry()
	p.search.SetPlaceHolder(p.config.Hint)
	p.search.OnChanged = p.typed
	p.search.OnEnter = p.FocusRows
	p.search.OnEscape = func() { p.search.SetText(""); p.FocusRows() }
	p.count = widgets.NewDimText("")
	p.side = container.NewStack()
	p.split = container.New(&splitLayout{}, p.table, p.side)
	p.root = page.Frame(p.bar(), p.filters(), p.split)
}

func (p *Page) bar() fyne.CanvasObject {
	right := []fyne.CanvasObject{page.Wide(p.search, 320)}
	if p.config.New != "" {
		right = append(right, widgets.NewPrimaryButton(p.config.New, "plus", func() { p.OnNew() }))
	}
	return page.Bar(p.config.Title, p.count, right...)
}

func (p *Page) filters() fyne.CanvasObject {
	if len(p.config.Chips) == 0 {
		return nil
	}
	row := container.NewHBox()
	for _, chip := range p.config.Chips {
		c := widgets.NewChip(chip.Text, "", func() {
			p.query.Chip = chip.ID
			p.markChips()
			p.Reload()
		})
		p.chips = append(p.chips, c)
		row.Add(c)
	}
	p.markChips()
	return row
}
