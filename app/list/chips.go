package list

import (
	"context"
	"maps"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/assets"
	"saya/data/fold"
	"saya/widgets"
)

// above is the row above the list: the filters or, while several rows are chosen, what can be done with them.
type above struct {
	row, acts *fyne.Container
	chips     []*widgets.Chip   // those of the config, in their order
	plus      *widgets.Chip     // offers filters, nil where there are none
	view      *widgets.Chip     // offers views
	names     map[string]string // of the options that hold, by filter
	items     []widgets.MenuItem
}

func newAbove() above {
	a := above{row: container.New(widgets.NewFlow(6)), acts: container.New(widgets.NewFlow(8)), names: map[string]string{}}
	a.acts.Hide()
	return a
}

func (a *above) content() fyne.CanvasObject {
	return container.New(layout.NewStackLayout(), a.row, a.acts)
}

// buildChips makes the chips that are always there.
func (p *Page) buildChips() {
	for _, chip := range p.config.Chips {
		p.above.chips = append(p.above.chips, widgets.NewChip(chip.Text, "", func() {
			p.kept.told = true
			p.query.Chip = chip.ID
			p.narrow()
			p.focusIdle()
		}))
	}
	if len(p.config.Filters) > 0 {
		p.above.plus = widgets.NewChip(p.env.T("common.filter"), "", p.offerFilters)
		p.above.plus.Icon = assets.IconPlus
	}
	p.above.view = widgets.NewChip(p.env.T("list.view"), "", p.offerViews)
	p.above.view.Icon = assets.IconShow
	p.markChips()
}

// markOrder shows by what the rows are ordered.
func (p *Page) markOrder() {
	s := p.config.ordered(p.query).Sort
	if p.table.Sort != s {
		p.table.Sort = s
		p.table.Refresh()
	}
}

// markChips shows what the list is narrowed to and how it is ordered.
func (p *Page) markChips() {
	p.markOrder()
	a := &p.above
	for i, c := range a.chips {
		id := p.config.Chips[i].ID
		c.Selected = id == p.query.Chip
		if n, ok := p.counts[id]; ok {
			c.Count = p.env.Text.Int(int64(n))
		}
		c.Refresh()
	}
	a.view.Text, a.view.Selected = p.env.T("list.view"), false
	if i := p.viewNow(); i >= 0 {
		a.view.Text, a.view.Selected = p.kept.views[i].Name, true
	}
	a.view.Refresh()
	p.layChips()
}

// layChips puts the chips into their row, with one for each filter that holds.
func (p *Page) layChips() {
	a := &p.above
	objects := make([]fyne.CanvasObject, 0, len(a.chips)+len(p.query.Filters)+2)
	for _, c := range a.chips {
		objects = append(objects, c)
	}
	for _, f := range p.config.Filters {
		if _, ok := p.query.Filters[f.ID]; ok {
			objects = append(objects, p.filterChip(f))
		}
	}
	if a.plus != nil {
		objects = append(objects, a.plus)
	}
	a.row.Objects = append(objects, a.view)
	p.relay(a.row)
}

// relay lays a row out anew, and the list below it where the height of the row has changed.
func (p *Page) relay(row fyne.CanvasObject) {
	before := row.Size().Height
	row.Refresh()
	if p.root != nil && row.MinSize().Height != before {
		p.root.Refresh()
	}
}

// filterChip says which option of a filter holds; pressed, it takes the filter away.
func (p *Page) filterChip(f Filter) *widgets.Chip {
	c := widgets.NewChip(f.Text+": "+p.above.names[f.ID], "", func() { p.unfilter(f.ID) })
	c.Selected, c.Closable = true, true
	return c
}

func (p *Page) unfilter(id string) {
	p.kept.told = true
	delete(p.query.Filters, id)
	p.narrow()
	p.focusRows()
}

// offerFilters opens the menu of filters; of a list that has only one, its options.
func (p *Page) offerFilters() {
	if len(p.config.Filters) == 1 {
		p.offerOptions(p.config.Filters[0])
		return
	}
	items := make([]widgets.MenuItem, len(p.config.Filters))
	for i, f := range p.config.Filters {
		items[i] = widgets.MenuItem{Text: f.Text, Do: func() { p.offerOptions(f) }}
	}
	widgets.ShowMenu(p.above.plus, items...)
}

// offerOptions opens the list of the options of a filter, or the search for them.
func (p *Page) offerOptions(f Filter) {
	menu := widgets.OptionMenu{
		Fold: fold.Key, Texts: p.env.SelectTexts(), Marked: p.query.Filters[f.ID],
		OnChosen: func(o widgets.Option) {
			p.kept.told = true
			p.query.Filters[f.ID], p.above.names[f.ID] = o.ID, o.Text
			p.narrow()
			p.focusRows()
		},
	}
	if f.Search != nil {
		menu.Search, menu.Run = p.env.Source(f.Search)
		menu.Hint = f.Hint
		widgets.ShowOptions(p.above.plus, menu)
		return
	}
	p.env.Run.Go(func(ctx context.Context) (err error) {
		menu.Options, err = f.Options(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		widgets.ShowOptions(p.above.plus, menu)
	})
}

// nameFilters finds the words of the options that hold, as after they were kept; an option that is no more is let go.
func (p *Page) nameFilters() {
	held := maps.Clone(p.query.Filters)
	names := map[string]string{}
	if len(held) == 0 {
		return
	}
	p.env.Run.Go(func(ctx context.Context) error {
		for id, option := range held {
			f, _ := p.config.filter(id)
			found, err := f.named(ctx, option)
			if err != nil {
				return err
			}
			if found.ID != "" {
				names[id] = found.Text
			}
		}
		return nil
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.named(held, names)
	})
}

func (p *Page) named(held, names map[string]string) {
	lost := false
	for id, option := range held {
		if p.query.Filters[id] != option { // chosen anew meanwhile
			continue
		}
		name, ok := names[id]
		if p.above.names[id] = name; !ok {
			delete(p.query.Filters, id)
			lost = true
		}
	}
	p.markChips()
	if lost {
		p.narrow()
	}
}

// recount asks for the numbers on the chips.
func (p *Page) recount() {
	if p.config.Counts == nil {
		return
	}
	p.counting++
	question, counts := p.counting, map[string]int(nil)
	p.env.Run.Go(func(ctx context.Context) (err error) {
		counts, err = p.config.Counts(ctx)
		return err
	}, func(err error) {
		switch {
		case question != p.counting: // overtaken by a newer question
		case err != nil:
			p.env.Window.Fail(err)
		default:
			p.SetCounts(counts)
		}
	})
}

// SetCounts shows numbers on the chips that the section knows without asking.
func (p *Page) SetCounts(counts map[string]int) {
	p.counts = counts
	p.markChips()
}
