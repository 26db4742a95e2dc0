package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// TabItem is one of the pages of Tabs.
type TabItem struct {
	Text    string
	Content fyne.CanvasObject
}

// Tabs shows one of several pages under a row of their names. The row can be
// focused; Left and Right turn the pages.
type Tabs struct {
	widget.BaseWidget
	OnChanged func(page int)
	// Padding is the space at both ends of the names, where the pages reach to
	// the edges.
	Padding float32

	row     *tabRow
	items   []TabItem
	content *fyne.Container
}

// NewTabs returns the pages with the first one shown.
func NewTabs(items ...TabItem) *Tabs {
	t := &Tabs{items: items, row: newTabRow(items)}
	t.content = &fyne.Container{Layout: tabsLayout{tabs: t}, Objects: []fyne.CanvasObject{t.row}}
	for i, item := range items {
		item.Content.Show()
		if i > 0 {
			item.Content.Hide()
		}
		t.content.Objects = append(t.content.Objects, item.Content)
	}
	t.row.onChosen = t.Select
	t.ExtendBaseWidget(t)
	return t
}

// Page is the page shown, counted from 0.
func (t *Tabs) Page() int { return t.row.chosen }

// Select shows a page.
func (t *Tabs) Select(page int) {
	if page == t.row.chosen || page < 0 || page >= len(t.items) {
		return
	}
	t.items[t.row.chosen].Content.Hide()
	t.row.chosen = page
	t.items[page].Content.Show()
	t.content.Refresh()
	if t.OnChanged != nil {
		t.OnChanged(page)
	}
}

// CreateRenderer is used by Fyne.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }

const tabsGap float32 = 12

type tabsLayout struct{ tabs *Tabs }

func (l tabsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := l.tabs.row.heightFor(size.Width - 2*l.tabs.Padding)
	objects[0].Resize(fyne.NewSize(size.Width-2*l.tabs.Padding, height))
	objects[0].Move(fyne.NewPos(l.tabs.Padding, 0))
	for _, page := range objects[1:] {
		page.Move(fyne.NewPos(0, height+tabsGap))
		page.Resize(fyne.NewSize(size.Width, max(0, size.Height-height-tabsGap)))
	}
}

func (tabsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, page := range objects[1:] {
		size = size.Max(page.MinSize())
	}
	row := objects[0].MinSize()
	return fyne.NewSize(max(size.Width, row.Width), size.Height+row.Height+tabsGap)
}

// tabRow is the row of names.
type tabRow struct {
	Base
	items    []TabItem
	chosen   int
	pointer  int // -1 for none
	onChosen func(int)
}

var _ fyne.Tappable = (*tabRow)(nil)

func newTabRow(items []TabItem) *tabRow {
	row := &tabRow{items: items, pointer: -1}
	row.ExtendBaseWidget(row)
	return row
}

// TypedKey turns the pages.
func (row *tabRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		row.onChosen(row.chosen - 1)
	case fyne.KeyRight:
		row.onChosen(row.chosen + 1)
	case fyne.KeyHome:
		row.onChosen(0)
	case fyne.KeyEnd:
		row.onChosen(len(row.items) - 1)
	default:
		row.Base.TypedKey(e)
	}
}

// Tapped shows the page under the pointer.
func (row *tabRow) Tapped(e *fyne.PointEvent) {
	Focus(row)
	row.onChosen(row.at(e.Position))
}

// MouseMoved lights the name under the pointer.
func (row *tabRow) MouseMoved(e *desktop.MouseEvent) {
	if i := row.at(e.Position); i != row.pointer {
		row.pointer = i
		row.Refresh()
	}
}

// MouseOut puts the light out.
func (row *tabRow) MouseOut() {
	row.pointer = -1
	row.Base.MouseOut()
}

const tabGap float32 = 18

// tabPlace is where a name stands, with the gap after it.
type tabPlace struct{ x, y, width float32 }

// places are those of the names: beside each other, and in further lines where there is no room.
func (row *tabRow) places(width float32) []tabPlace {
	options := make([]Option, len(row.items))
	for i, item := range row.items {
		options[i].Text = item.Text
	}
	places, x, y := make([]tabPlace, len(row.items)), float32(0), float32(0)
	for i, need := range textWidths(row, options, tabGap) {
		if x > 0 && width > 0 && x+need-tabGap > width {
			x, y = 0, y+tabHeight
		}
		places[i] = tabPlace{x, y, need}
		x += need
	}
	return places
}

// heightFor is the height of as many lines as the names need in a width.
func (row *tabRow) heightFor(width float32) float32 {
	height := tabHeight
	for _, p := range row.places(width) {
		height = p.y + tabHeight
	}
	return height
}

func (row *tabRow) at(pos fyne.Position) int {
	for i, p := range row.places(row.Size().Width) {
		if pos.X >= p.x && pos.X < p.x+p.width && pos.Y >= p.y && pos.Y < p.y+tabHeight {
			return i
		}
	}
	return -1
}

// CreateRenderer is used by Fyne.
func (row *tabRow) CreateRenderer() fyne.WidgetRenderer {
	r := &tabRowRenderer{
		row: row, line: canvas.NewRectangle(nil), underline: canvas.NewRectangle(nil), ring: newFocusRing(),
	}
	for range row.items {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.paint()
	return r
}

type tabRowRenderer struct {
	row             *tabRow
	line, underline *canvas.Rectangle
	ring            *canvas.Rectangle
	texts           []*canvas.Text
}

func (r *tabRowRenderer) paint() {
	row := r.row
	r.line.FillColor = colorOf(row, assets.ColorLine)
	r.underline.FillColor = colorOf(row, colorAccent)
	for i, text := range r.texts {
		ink := fyne.ThemeColorName(assets.ColorDim)
		switch i {
		case row.chosen:
			ink = colorAccent
		case row.pointer:
			ink = colorInk
		}
		text.TextStyle.Bold = i == row.chosen
		paintText(text, row, ink, theme.SizeNameText)
	}
	showFocusRing(r.ring, row, row.focused, sizeOf(row, theme.SizeNameSelectionRadius))
}

const (
	tabHeight float32 = 30
	tabLeast  float32 = 80 // width
)

func (r *tabRowRenderer) Layout(size fyne.Size) {
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	for i, p := range r.row.places(size.Width) {
		text := r.texts[i]
		text.Text = cutText(r.row.items[i].Text, min(p.width-tabGap, size.Width), measure(text))
		textSize := text.MinSize()
		text.Move(fyne.NewPos(p.x, p.y+(tabHeight-textSize.Height)/2-2))
		if i == r.row.chosen {
			r.underline.Move(fyne.NewPos(p.x, p.y+tabHeight-2))
			r.underline.Resize(fyne.NewSize(textSize.Width, 2))
			r.ring.Move(fyne.NewPos(p.x-6, p.y))
			r.ring.Resize(fyne.NewSize(textSize.Width+12, tabHeight-5))
		}
	}
}

func (r *tabRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(tabLeast, r.row.heightFor(r.row.Size().Width))
}

func (r *tabRowRenderer) Refresh() {
	r.paint()
	r.Layout(r.row.Size())
	canvas.Refresh(r.row)
}

func (r *tabRowRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.line, r.underline}
	for i := range r.texts {
		objects = append(objects, r.texts[i])
	}
	return append(objects, r.ring)
}

func (r *tabRowRenderer) Destroy() {}
