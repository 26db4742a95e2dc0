package list

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"saya/app/page"
	"saya/widgets"
)

// keepDelay is how long after a change of the list's look it is kept.
const keepDelay = time.Second

// keeper is what is kept of a list for the account, in the centre's file: views have typed names, which may be those of
// people. The search is never kept.
type keeper struct {
	views    []view
	defaults []widgets.Column // as the section has them
	told     bool             // the list was narrowed since it was opened: what was kept comes too late for that
	instead  string           // names what stands in place of the rows, "" for them
	ready    bool             // what was kept is read: nothing is written before
	stored   string           // as it was read or written last
	writing  bool
	stop     func() // the clock, nil while it stands
}

// look is how a list is narrowed, ordered and laid out.
type look struct {
	Chip    string            `json:",omitempty"`
	Filters map[string]string `json:",omitempty"`
	Sort    widgets.Sort
	Columns []keptColumn `json:",omitempty"`
}

// keptColumn is the place of a column, by its place in a list of them, its width, and whether it is not wanted.
type keptColumn struct {
	ID     string
	Width  float32 `json:",omitempty"`
	Hidden bool    `json:",omitempty"`
}

// keptList is what is written.
type keptList struct {
	look
	Side float32 `json:",omitempty"` // the width of the card
	// Instead names what stood in place of the rows.
	Instead string `json:",omitempty"`
	Views   []view `json:",omitempty"`
}

func (p *Page) settingName() string { return "list." + p.config.ID }

// load reads what was kept and begins with it.
func (p *Page) load() {
	text := ""
	p.env.Run.Go(func(ctx context.Context) (err error) {
		text, err = p.env.Store.Setting(ctx, p.settingName())
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
		}
		var k keptList
		if json.Unmarshal([]byte(text), &k) == nil { // another program's, or nothing: begins as new
			p.takeOver(k)
		}
		p.kept.stored, p.kept.ready = text, err == nil
		p.markChips()
		p.reload()
		p.recount()
		if k.Instead != "" && p.config.Instead != nil {
			p.config.Instead(k.Instead)
		}
	})
}

// takeOver shows the list as it was kept. What it was narrowed to meanwhile stays.
func (p *Page) takeOver(k keptList) {
	p.kept.views, p.split.width = k.Views, k.Side
	p.arrange(k.Columns)
	if p.kept.told {
		return
	}
	if p.config.Chip != "" { // always begins there
		k.Chip = p.config.Chip
	}
	p.pose(k.look)
	p.nameFilters()
}

// pose makes the question of a look, as far as the list still knows it; the rows are not asked for yet.
func (p *Page) pose(l look) {
	q := Query{Search: p.query.Search, Chip: p.config.firstChip(), Filters: map[string]string{}}
	if p.config.hasChip(l.Chip) {
		q.Chip = l.Chip
	}
	for id, option := range l.Filters {
		if _, ok := p.config.filter(id); ok {
			q.Filters[id] = option
		}
	}
	if p.config.sorts(l.Sort) {
		q.Sort = l.Sort
	}
	p.query = q
}

// arrange lays the columns out. Those that are not named, as new ones, keep their place.
func (p *Page) arrange(kept []keptColumn) {
	columns := make([]widgets.Column, 0, len(p.kept.defaults))
	for _, k := range kept {
		i := slices.IndexFunc(p.kept.defaults, func(c widgets.Column) bool { return c.ID == k.ID })
		if i < 0 || slices.ContainsFunc(columns, func(c widgets.Column) bool { return c.ID == k.ID }) {
			continue
		}
		c := p.kept.defaults[i]
		c.Hidden = k.Hidden && !c.Flexible
		if k.Width > 0 && k.Width != c.Width {
			c.Width, c.Own = k.Width, true
		}
		columns = append(columns, c)
	}
	for i, c := range p.kept.defaults {
		if !slices.ContainsFunc(columns, func(o widgets.Column) bool { return o.ID == c.ID }) {
			columns = slices.Insert(columns, min(i, len(columns)), c)
		}
	}
	p.table.SetColumns(columns)
}

// look is how the list is now.
func (p *Page) look() look {
	return look{
		Chip: p.query.Chip, Filters: maps.Clone(p.query.Filters), Sort: p.query.Sort, Columns: keptColumns(p.table.Columns),
	}
}

func keptColumns(columns []widgets.Column) []keptColumn {
	out := make([]keptColumn, len(columns))
	for i, c := range columns {
		out[i] = keptColumn{ID: c.ID, Hidden: c.Hidden}
		if c.Own {
			out[i].Width = c.Width
		}
	}
	return out
}

// keep keeps the look of the list soon.
func (p *Page) keep() {
	if p.kept.ready && p.kept.stop == nil {
		p.kept.stop = p.env.Run.After(keepDelay, p.write)
	}
}

// write keeps the look of the list, one write after the other.
func (p *Page) write() {
	p.kept.stop = nil
	text := p.keptText()
	switch {
	case text == p.kept.stored:
		return
	case p.kept.writing:
		p.keep()
		return
	}
	p.kept.writing, p.kept.stored = true, text
	p.env.Run.Go(func(ctx context.Context) error {
		return p.env.Store.SetSetting(ctx, p.env.Actor, p.settingName(), text)
	}, func(err error) {
		p.kept.writing = false
		if err != nil {
			p.env.Window.Fail(err)
		}
	})
}

// flush keeps at once what would be kept soon. It takes milliseconds.
func (p *Page) flush() error {
	if p.kept.stop == nil {
		return nil
	}
	p.kept.stop()
	p.kept.stop = nil
	p.kept.stored = p.keptText()
	return p.env.Store.SetSetting(context.Background(), p.env.Actor, p.settingName(), p.kept.stored)
}

func (p *Page) keptText() string {
	text, err := json.Marshal(keptList{look: p.look(), Side: p.split.width, Instead: p.kept.instead, Views: p.kept.views})
	if err != nil { // never: strings and numbers
		page.Reference(err)
	}
	return string(text)
}

// state is what a page takes over from the one in another language.
type state struct {
	Search  string
	Chip    string
	Filters map[string]string
	Sort    widgets.Sort
	Chosen  int64
	Offset  float32
}

// State implements [page.Keeper]. It may hold names, as the search: it is for the window, not to be kept.
func (p *Page) State() string {
	if err := p.flush(); err != nil {
		p.env.Window.Fail(err)
	}
	text, err := json.Marshal(state{
		Search: p.search.Text, Chip: p.query.Chip, Filters: p.query.Filters, Sort: p.query.Sort,
		Chosen: p.chosen, Offset: p.table.Offset(),
	})
	if err != nil {
		page.Reference(err)
	}
	return string(text)
}

// Restore implements [page.Keeper].
func (p *Page) Restore(text string) {
	var s state
	if json.Unmarshal([]byte(text), &s) != nil {
		return
	}
	p.kept.told = true
	p.query.Search = s.Search
	p.search.SetText(s.Search)
	p.pose(look{Chip: s.Chip, Filters: s.Filters, Sort: s.Sort})
	p.nameFilters()
	p.markChips()
	p.offset, p.chosen = s.Offset, s.Chosen
	p.reload()
	if s.Chosen != 0 {
		p.showCard(s.Chosen)
	}
}
