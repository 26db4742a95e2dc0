package list

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/assets"
	"saya/widgets"
)

const (
	searchDelay = 180 * time.Millisecond // how long typing must rest before the list is asked again
	loadDelay   = 150 * time.Millisecond // a list that is there sooner never says that it loads
	copyPiece   = 500                    // rows read at once to be copied
)

func (p *Page) newTable() *widgets.DataTable {
	t := widgets.NewDataTable(p.config.Columns)
	t.Multi = p.config.Acts != nil
	t.LoadingText = p.env.T("common.loading")
	t.OnSelect = p.selected
	t.OnOpen = p.Edit
	t.OnMenu = p.menu
	t.OnHeader = p.columnMenu
	t.OnCopy = p.copy
	t.Whole = p.model.whole
	t.OnType = p.startSearch
	t.OnSort = p.sort
	t.OnMove = func() { p.layColumns(t.Columns) }
	t.OnResize = func(string, float32) { p.keep() }
	return t
}

// startSearch goes on in the search field with a letter that was typed among the rows.
func (p *Page) startSearch(letter rune) {
	p.search.SetText(string(letter))
	p.search.CursorColumn = 1
	widgets.Focus(p.search)
}

func (p *Page) sort(s widgets.Sort) {
	p.query.Sort = s
	p.markChips()
	p.keep()
	p.reload()
}

// reload asks for the rows again.
func (p *Page) reload() {
	if len(p.model.ids) == 0 && p.waiting == nil {
		p.waiting = p.env.Run.After(loadDelay, func() { p.setLoading(true) })
	}
	var all *Source
	if wide := (Query{Chip: p.config.allChip(), Sort: p.query.Sort}); !p.model.any && !p.query.wide(wide.Chip) {
		s := p.source(wide)
		all = &s
	}
	if source := p.source(p.query.clone()); p.atTop() {
		p.model.begin(source, all)
	} else {
		p.model.reload(source, all)
	}
}

func (p *Page) source(q Query) Source { return p.config.Source(p.config.ordered(q)) }

// atTop tells whether other rows come, of which the first ones will be looked at.
func (p *Page) atTop() bool {
	return (p.narrowed || len(p.model.ids) == 0) && p.sought == 0 && p.offset == 0 && p.table.Offset() == 0
}

// begin shows the first rows; how many there are is not known yet.
func (p *Page) begin(rows widgets.Rows) {
	p.setLoading(false)
	p.table.SetRows(rows)
}

// setLoading says that the rows are on their way, as long as there are none, or no longer.
func (p *Page) setLoading(on bool) {
	p.settled = p.settled || !on
	if p.waiting != nil {
		p.waiting()
		p.waiting = nil
	}
	if p.table.Loading != on {
		p.table.Loading = on
		p.table.Refresh()
	}
}

// narrow asks for the rows of another search or filter; a card that they do not hold is closed.
func (p *Page) narrow() {
	p.narrowed = true
	p.markChips()
	p.keep()
	p.reload()
}

// show takes over new rows.
func (p *Page) show(ids []int64, rows widgets.Rows) {
	sought := p.sought
	if p.sought = 0; sought != 0 && !slices.Contains(ids, sought) {
		p.widen()
		return
	}
	p.sayCount(p.config.Count(len(ids)))
	p.setLoading(false)
	p.sayEmpty()
	several := len(p.table.Selected()) > 1 // of which all may have gone elsewhere by what was done with them
	p.table.SetRows(rows)
	if p.offset > 0 {
		p.table.SetOffset(p.offset)
		p.offset = 0
	}
	if (p.narrowed || several) && p.panel == nil && !p.opens && !slices.Contains(ids, p.chosen) {
		p.chosen = 0
		p.beside(nil)
	}
	p.narrowed = false
	if p.config.Found != nil {
		p.config.Found()
	}
	if chosen := p.table.Selected(); p.chosen != 0 && len(chosen) < 2 && !slices.Contains(chosen, p.chosen) {
		p.table.Select(p.chosen)
	}
	p.marked()
}

// sayCount says how many rows there are; the search gives way to a longer text.
func (p *Page) sayCount(text string) {
	before := p.count.MinSize().Width
	if p.count.SetText(text); p.count.MinSize().Width != before {
		p.relay(p.top)
	}
}

// sayEmpty tells a list of which there is nothing at all, which offers to make the first, from one whose search and
// filters find nothing.
func (p *Page) sayEmpty() {
	switch t := p.table; {
	case p.model.any && p.done() != "":
		t.EmptyText = p.done()
		t.EmptyAction = widgets.NewButton(p.env.T("list.show_all"), "", p.showAll)
	case p.model.any:
		t.EmptyText = p.nothing() + "\n" + p.config.Nothing
		t.EmptyAction = widgets.NewButton(p.env.T("list.show_all"), "", p.showAll)
	case p.config.New != "":
		t.EmptyText = p.config.Empty
		t.EmptyAction = widgets.NewPrimaryButton(p.config.New, assets.IconPlus, p.New)
	default:
		t.EmptyText, t.EmptyAction = p.config.Empty, nil
	}
}

// done says that nothing of the chip is left to be done, "" where more than the chip narrows the list.
func (p *Page) done() string {
	if p.query.Search != "" || len(p.query.Filters) > 0 {
		return ""
	}
	return p.config.Done[p.query.Chip]
}

// nothing says what was not found.
func (p *Page) nothing() string {
	if text := strings.TrimSpace(p.query.Search); text != "" {
		return p.env.T("list.nothing_for", "Text", text)
	}
	return p.env.T("common.nothing_found")
}

// showAll takes search and filters away, as a person would.
func (p *Page) showAll() {
	p.kept.told = true
	p.widen()
	p.keep()
	p.focusRows()
}

// failed says why there are no new rows; those on screen stay. Where there are none, it stands in their place.
func (p *Page) failed(err error) {
	p.setLoading(false)
	if len(p.model.ids) == 0 {
		p.sayCount("")
		p.table.EmptyText, p.table.EmptyAction = p.env.Say(err), nil
		p.table.Refresh()
	}
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

// copy puts rows on the clipboard as they are shown, a line each; those that were never in view are read first.
func (p *Page) copy(ids []int64) {
	source, lines := p.source(p.query.clone()), make([][]widgets.Cell, 0, len(ids))
	p.long(p.env.T("list.copying"), func(ctx context.Context, work page.Work) error {
		for piece := range slices.Chunk(ids, copyPiece) {
			cells, err := source.Cells(ctx, piece)
			if err != nil {
				return err
			}
			lines = append(lines, cells...)
			work.Progress(int64(len(lines)), int64(len(ids)))
		}
		return nil
	}, func() { p.env.CopySecret(p.lines(lines)) })
}

// long does off the UI goroutine what a person may have to wait for, and then done. It stands in the status bar, where
// it can be stopped.
func (p *Page) long(title string, do func(ctx context.Context, work page.Work) error, done func()) {
	ctx, stop := context.WithCancel(context.Background())
	work := p.env.Window.Begin(title, stop)
	p.env.Run.Go(func(outer context.Context) error {
		defer context.AfterFunc(outer, stop)()
		return do(ctx, work)
	}, func(err error) {
		stopped := ctx.Err() != nil
		stop()
		work.End()
		switch {
		case stopped: // by the person
		case err != nil:
			p.env.Window.Fail(err)
		default:
			done()
		}
	})
}

func (p *Page) lines(rows [][]widgets.Cell) string {
	lines := make([]string, len(rows))
	for i, cells := range rows {
		lines[i] = p.table.Line(cells)
	}
	return strings.Join(lines, "\n")
}

// columnMenu offers what can be done with a column.
func (p *Page) columnMenu(column int, at fyne.Position) {
	widgets.ShowMenuAt(p.table, at, p.columnItems(column)...)
}
