package shell

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"saya/app/page"
	"saya/app/shell/files"
	"saya/assets"
	"saya/assets/locale"
	"saya/widgets"
)

const (
	chooserWidth  float32 = 860
	chooserHeight float32 = 470 // of what is between title and buttons
	placesWidth   float32 = 168
	chooserGap    float32 = 10
)

// chooserView is what a chooser shows.
type chooserView struct {
	modal         *widgets.Modal
	path, search  *widgets.Entry
	above         *widgets.Button // opens the folder above
	table         *widgets.DataTable
	side          *fyne.Container // the places
	items         []*widgets.NavItem
	shown         []int           // the items of the folder in the rows
	said, subject *widgets.Text   // what is chosen, or why a folder does not open
	line          *fyne.Container // of both
}

// build makes the dialog and shows it, still empty.
func (c *chooser) build() {
	t := c.Text
	c.path, c.search = widgets.NewEntry(), widgets.NewEntry()
	c.path.SetPlaceHolder(t.T("files.path"))
	c.path.OnEnter, c.path.OnEscape = c.typed, func() { c.leaveField(c.path, c.folder.Path) }
	c.search.SetPlaceHolder(t.T("files.search"))
	c.search.OnChanged = func(string) { c.showRows() }
	c.search.OnEnter, c.search.OnEscape = c.enterRows, func() { c.leaveField(c.search, "") }
	c.search.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyDown {
			c.enterRows()
		}
		return e.Name == fyne.KeyDown
	}
	c.above = widgets.NewButton(t.T("files.up"), assets.IconUp, c.up)
	c.table = c.newTable()
	c.side = container.New(layout.NewCustomPaddedVBoxLayout(2))
	c.said, c.subject = widgets.NewDimText(""), widgets.NewText("")
	c.subject.Cut = true
	c.line = container.NewBorder(nil, nil, c.said, nil, c.subject)

	title, yes := t.T("files.choose_file"), t.T("common.open")
	if c.takesFolders() {
		title, yes = t.T("files.choose_folder"), t.T("files.take_folder")
	}
	c.modal = c.Modals.Show(widgets.Dialog{
		Title: title, Width: chooserWidth, Focus: c.table, Content: widgets.NewStretch(c.content(), chooserHeight),
		OnShortcut: c.shortcut, OnClosed: c.closed,
		Actions: []widgets.Action{
			{Text: t.T("common.cancel"), Cancel: true},
			{Text: yes, Kind: widgets.ButtonPrimary, Default: true, Stay: true, Do: c.accept},
		},
	})
}

// content is in the order of Tab: the way here, the places, and what is here.
func (c *chooser) content() fyne.CanvasObject {
	way := beside(c.above, c.path, nil)
	var find fyne.CanvasObject = c.search
	if c.takesFolders() {
		find = beside(nil, c.search, widgets.NewButton(c.Text.T("files.new_folder"), assets.IconPlus, c.newFolder))
	}
	rows := container.New(layout.NewCustomPaddedLayout(chooserGap, 0, 0, 0), c.table)
	here := container.New(layout.NewBorderLayout(find, nil, nil, nil), find, rows)
	side := page.Wide(widgets.NewVScroll(page.Wide(framed(c.side), placesWidth)), placesWidth)
	middle := container.New(layout.NewCustomPaddedLayout(chooserGap, chooserGap, 0, 0),
		beside(side, container.New(layout.NewCustomPaddedLayout(0, 0, chooserGap, 0), here), nil))
	return framed(container.New(layout.NewBorderLayout(way, c.line, nil, nil), way, middle, c.line))
}

// framed leaves room for the frames of what stands at the edge of a place that scrolls.
func framed(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(2, 2, 2, 2), o)
}

// beside puts objects side by side, in this order also for Tab; the middle one has the room. The others may be nil.
func beside(left, middle, right fyne.CanvasObject) fyne.CanvasObject {
	row := container.New(layout.NewBorderLayout(nil, nil, left, right))
	for _, o := range []fyne.CanvasObject{left, middle, right} {
		if o != nil {
			row.Add(o)
		}
	}
	return row
}

func (c *chooser) newTable() *widgets.DataTable {
	t := c.Text
	columns := []widgets.Column{
		{ID: "icon", Width: 32, MinWidth: 32, Style: widgets.StyleIcon, NoSort: true},
		{ID: string(files.ByName), Title: t.T("files.name"), MinWidth: 160, Flexible: true},
		{ID: string(files.ByChanged), Title: t.T("files.changed"), Width: 140, Style: widgets.StyleDim},
	}
	if !c.takesFolders() {
		columns = append(columns, widgets.Column{
			ID: string(files.BySize), Title: t.T("files.size"), Width: 90, Style: widgets.StyleDim, Align: fyne.TextAlignTrailing,
		})
	}
	table := widgets.NewDataTable(columns)
	table.Sort = widgets.Sort{Column: string(files.ByName)}
	table.LoadingText = t.T("common.loading")
	table.OnOpen, table.OnSort = c.opened, c.sort
	table.OnSelect = func([]int64) { c.showTarget() }
	table.OnCopy = func([]int64) {
		path, _ := c.target()
		fyne.CurrentApp().Clipboard().SetContent(path)
	}
	table.OnType = func(letter rune) {
		widgets.Focus(c.search)
		c.search.SetText(string(letter))
	}
	return table
}

// shortcut is Alt and the arrow up, wherever the keyboard is in the dialog.
func (c *chooser) shortcut(s fyne.Shortcut) bool {
	key, ok := s.(*desktop.CustomShortcut)
	if !ok || key.KeyName != fyne.KeyUp || key.Modifier != fyne.KeyModifierAlt {
		return false
	}
	c.up()
	return true
}

// leaveField is Esc in a field: it takes back what was typed, and closes the dialog when nothing was.
func (c *chooser) leaveField(field *widgets.Entry, before string) {
	if field.Text == before {
		c.modal.Close()
		return
	}
	field.SetText(before)
	c.focusRows()
}

func (c *chooser) focusRows() { widgets.Focus(c.table) }

// enterRows goes from the search to the first row.
func (c *chooser) enterRows() {
	c.focusRows()
	if len(c.shown) > 0 {
		c.table.Select(rowID(c.shown[0]))
		c.showTarget()
	}
}

// selected is the item of the row that is chosen.
func (c *chooser) selected() (files.Item, bool) {
	ids := c.table.Selected()
	if len(ids) == 0 {
		return files.Item{}, false
	}
	return c.folder.Items[ids[0]-1], true
}

// selectName chooses the row of a name, if it is shown.
func (c *chooser) selectName(name string) {
	for _, i := range c.shown {
		if c.folder.Items[i].Name == name {
			c.table.Select(rowID(i))
			c.showTarget()
		}
	}
}

// showPlaces fills the side.
func (c *chooser) showPlaces(places []files.Place) {
	c.places = places
	icons := map[files.PlaceKind]assets.IconName{
		files.Home: assets.IconHome, files.Documents: assets.IconFile, files.Downloads: assets.IconImport,
		files.Desktop: assets.IconFolder, files.Drive: assets.IconSave,
	}
	for _, p := range places {
		name := p.Name
		if p.Kind != files.Drive {
			name = c.Text.T("files.place." + string(p.Kind))
		}
		item := widgets.NewNavItem(name, icons[p.Kind], func() { c.visitPath(p.Path, c.focusRows) })
		c.items = append(c.items, item)
		c.side.Add(item)
	}
}

// showReading empties the list while a folder takes long.
func (c *chooser) showReading() {
	c.table.Loading = true
	c.table.SetRows(widgets.RowSlice(nil))
}

// showFolder shows a folder that was read, from its top.
func (c *chooser) showFolder() {
	c.path.SetText(c.folder.Path)
	c.search.SetText("")
	c.table.SetRows(widgets.RowSlice(nil))
	c.showRows()
	for i, p := range c.places {
		c.items[i].SetSelected(p.Path == c.folder.Path)
	}
	c.above.Enable()
	if filepath.Dir(c.folder.Path) == c.folder.Path {
		c.above.Disable()
	}
}

// showRows shows what the search lets through.
func (c *chooser) showRows() {
	c.shown = files.Shown(c.folder.Items, c.search.Text, c.order, c.descending)
	c.table.Loading = false
	t := c.Text
	switch {
	case !c.search.Empty():
		c.table.EmptyText = t.T("common.nothing_found")
	case c.takesFolders():
		c.table.EmptyText = t.T("files.no_folders")
	default:
		c.table.EmptyText = t.T("files.no_files", "Endings", strings.Join(c.reader.Endings, ", "))
	}
	c.table.SetRows(fileRows{c.folder.Items, c.shown, t})
	c.showTarget()
}

// showTarget says below the list what the main button would choose.
func (c *chooser) showTarget() {
	path, _ := c.target()
	label, name := c.Text.T("files.chosen"), filepath.Base(path)
	if path == "" {
		label, name = c.Text.T("files.none_chosen"), ""
	}
	c.say(label, name, assets.ColorDim)
	button := c.modal.Button(1)
	if path == "" {
		button.Disable()
	} else {
		button.Enable()
	}
}

// showRefusal says there why a folder does not open.
func (c *chooser) showRefusal(sentence string) { c.say(sentence, "", theme.ColorNameError) }

func (c *chooser) say(label, name string, color fyne.ThemeColorName) {
	c.said.Color = color
	c.said.SetText(label)
	c.subject.SetText(name)
	c.line.Refresh()
}

// rowID is the identity of an item of the folder shown.
func rowID(item int) int64 { return int64(item) + 1 }

// fileRows are the rows of the folder that a chooser shows. They are written when they come into view: a folder may
// hold a hundred thousand.
type fileRows struct {
	items []files.Item
	shown []int
	text  *locale.Printer
}

// Len is the number of rows.
func (r fileRows) Len() int { return len(r.shown) }

// ID is the identity of a row.
func (r fileRows) ID(row int) int64 { return rowID(r.shown[row]) }

// Cells are picture, name, time of the last change and size.
func (r fileRows) Cells(row int) []widgets.Cell {
	item, t := r.items[r.shown[row]], r.text
	at := item.Changed.Local()
	icon, size := assets.IconFile, t.FileSize(item.Size)
	if item.Folder {
		icon, size = assets.IconFolder, ""
	}
	return []widgets.Cell{
		{Text: string(icon)},
		{Text: item.Name},
		{Text: t.Date(at) + " " + t.Time(at.Hour()*60+at.Minute())},
		{Text: size},
	}
}
