package list

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/assets"
	"saya/widgets"
)

// columnItems are what can be done with a column.
func (p *Page) columnItems(at int) []widgets.MenuItem {
	t, column := p.env.T, p.table.Columns[at]
	var items []widgets.MenuItem
	add := func(key string, icon assets.IconName, do func()) {
		items = append(items, widgets.MenuItem{Text: t(key), Icon: icon, Do: do})
	}
	if !column.NoSort {
		add("list.sort_up", assets.IconSortUp, func() { p.sort(widgets.Sort{Column: column.ID}) })
		add("list.sort_down", assets.IconSortDown, func() { p.sort(widgets.Sort{Column: column.ID, Descending: true}) })
	}
	if to := nextColumn(p.table.Columns, at, -1); to >= 0 {
		add("list.move_left", assets.IconLeft, func() { p.table.MoveColumn(at, to) })
	}
	if to := nextColumn(p.table.Columns, at, 1); to >= 0 {
		add("list.move_right", assets.IconRight, func() { p.table.MoveColumn(at, to) })
	}
	if !column.Flexible {
		add("list.fit", "", func() { p.table.FitColumn(at) })
		add("list.hide_column", assets.IconHide, func() { p.hideColumn(at) })
	}
	add("list.columns", assets.IconSheet, p.askColumns)
	return items
}

// nextColumn is the next column that is not hidden in a direction, -1 for none.
func nextColumn(columns []widgets.Column, at, direction int) int {
	for i := at + direction; i >= 0 && i < len(columns); i += direction {
		if !columns[i].Hidden {
			return i
		}
	}
	return -1
}

func (p *Page) hideColumn(at int) {
	columns := slices.Clone(p.table.Columns)
	columns[at].Hidden = true
	p.layColumns(columns)
}

// layColumns shows the columns in another order or choice and keeps it.
func (p *Page) layColumns(columns []widgets.Column) {
	p.table.SetColumns(columns)
	p.markChips()
	p.keep()
}

// columnsDialog is where columns are chosen and put in order, also by keyboard.
type columnsDialog struct {
	page    *Page
	columns []widgets.Column
	rows    *fyne.Container
	movers  [][2]*widgets.Button // up and down, of each row
}

const columnsWidth, columnsHeight float32 = 420, 480

// askColumns lets the person choose and order columns.
func (p *Page) askColumns() {
	d := &columnsDialog{page: p, columns: slices.Clone(p.table.Columns), rows: widgets.NewStack(2)}
	d.fill()
	p.env.Window.Modals().Show(widgets.Dialog{
		Title: p.env.T("list.columns_title"), Content: widgets.NewRoll(d.rows, columnsHeight), Width: columnsWidth,
		Actions: []widgets.Action{
			{Text: p.env.T("list.defaults"), Stay: true, Do: func() { d.columns = slices.Clone(p.kept.defaults); d.fill() }},
			{Text: p.env.T("common.cancel"), Cancel: true},
			{Text: p.env.T("common.apply"), Kind: widgets.ButtonPrimary, Default: true, Do: func() { p.layColumns(d.columns) }},
		},
	})
}

// fill draws the columns in their order.
func (d *columnsDialog) fill() {
	d.rows.Objects, d.movers = nil, nil
	for i := range d.columns {
		d.rows.Add(d.row(i))
	}
	d.rows.Refresh()
}

func (d *columnsDialog) row(i int) fyne.CanvasObject {
	check := widgets.NewCheckField(d.columns[i].Title)
	check.SetChecked(!d.columns[i].Hidden)
	if d.columns[i].Flexible { // a row without it says nothing
		check.Disable()
	}
	check.Watch(func(e widgets.FieldEvent) {
		if e == widgets.FieldChanged {
			d.columns[i].Hidden = !check.Checked()
		}
	})
	up, down := d.mover(i, -1, assets.IconUp, "list.move_up"), d.mover(i, 1, assets.IconDown, "list.move_down")
	d.movers = append(d.movers, [2]*widgets.Button{up, down})
	return container.NewBorder(nil, nil, nil, container.NewHBox(up, down), check)
}

// mover is a button that moves a column up or down and keeps the keyboard with it.
func (d *columnsDialog) mover(i, by int, icon assets.IconName, tip string) *widgets.Button {
	b := widgets.NewQuietButton("", icon, func() {
		d.columns[i], d.columns[i+by] = d.columns[i+by], d.columns[i]
		d.fill()
		for _, b := range d.movers[i+by] {
			if !b.Disabled() && (b.Icon == icon || i+by == 0 || i+by == len(d.columns)-1) {
				widgets.Focus(b)
			}
		}
	})
	b.Compact, b.Tip = true, d.page.env.T(tip)
	if i+by < 0 || i+by >= len(d.columns) {
		b.Disable()
	}
	return b
}
