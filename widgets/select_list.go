package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// optionRows is how many options are visible at once.
const optionRows = 8

// optionList shows options under a field that has the keyboard; it is never
// focused itself. It draws the visible rows only.
type optionList struct {
	Base
	options  []Option
	note     string // in place of an empty list
	cursor   int
	first    int  // the topmost visible row
	noted    bool // some options have a note: rows are of two lines
	marked   func(Option) bool
	onChosen func(Option)
}

var (
	_ fyne.Tappable   = (*optionRow)(nil)
	_ fyne.Scrollable = (*optionList)(nil)
)

func (l *optionList) show(options []Option, note string) {
	l.options, l.note = options, note
	l.noted = slices.ContainsFunc(options, func(o Option) bool { return o.Note != "" })
	l.cursor, l.first = 0, 0
	l.Refresh()
}

// current is the option under the keyboard.
func (l *optionList) current() (Option, bool) {
	if l.cursor < 0 || l.cursor >= len(l.options) {
		return Option{}, false
	}
	return l.options[l.cursor], true
}

// moveTo puts the keyboard on a row and shows it.
func (l *optionList) moveTo(row int) {
	l.cursor = max(0, min(row, len(l.options)-1))
	l.first = max(l.cursor-optionRows+1, min(l.first, l.cursor))
	l.Refresh()
}

func (l *optionList) seek(id string) {
	for i, o := range l.options {
		if o.ID == id {
			l.moveTo(i)
			return
		}
	}
}

// key moves through the list; false when the key means nothing here.
func (l *optionList) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		l.moveTo(l.cursor + 1)
	case fyne.KeyUp:
		l.moveTo(l.cursor - 1)
	case fyne.KeyPageDown:
		l.moveTo(l.cursor + optionRows)
	case fyne.KeyPageUp:
		l.moveTo(l.cursor - optionRows)
	default:
		return false
	}
	return true
}

// Scrolled moves the visible rows.
func (l *optionList) Scrolled(e *fyne.ScrollEvent) {
	step := 1
	if e.Scrolled.DY > 0 {
		step = -1
	}
	l.first = max(0, min(l.first+step, len(l.options)-optionRows))
	l.Refresh()
}

// rowHeight is that of each row.
func (l *optionList) rowHeight() float32 {
	height := sizeOf(l, assets.SizeRow)
	if l.noted {
		height += noteHeight
	}
	return height
}

func (l *optionList) rowCount() int { return max(1, min(optionRows, len(l.options))) }

// CreateRenderer is used by Fyne.
func (l *optionList) CreateRenderer() fyne.WidgetRenderer {
	r := &optionListRenderer{list: l, thumb: canvas.NewRectangle(nil), note: canvas.NewText("", nil)}
	for i := range r.rows {
		r.rows[i] = newOptionRow(l)
	}
	r.paint()
	return r
}

type optionListRenderer struct {
	list  *optionList
	rows  [optionRows]*optionRow
	thumb *canvas.Rectangle
	note  *canvas.Text
}

func (r *optionListRenderer) paint() {
	l := r.list
	for i, row := range r.rows {
		row.show(l.first + i)
	}
	r.note.Text = l.note
	r.note.Hidden = len(l.options) > 0
	paintText(r.note, l, assets.ColorDim, assets.SizeSmall)
	r.thumb.Hidden = len(l.options) <= optionRows
	r.thumb.FillColor = colorOf(l, theme.ColorNameScrollBar)
	r.thumb.CornerRadius = 2
	r.thumb.Refresh()
}

func (r *optionListRenderer) Layout(size fyne.Size) {
	height := r.list.rowHeight()
	for i, row := range r.rows {
		row.Move(fyne.NewPos(0, float32(i)*height))
		row.Resize(fyne.NewSize(size.Width, height))
	}
	r.note.Move(fyne.NewPos(optionPadding, (height-r.note.MinSize().Height)/2))
	if all := float32(len(r.list.options)); all > optionRows {
		r.thumb.Resize(fyne.NewSize(4, max(24, size.Height*optionRows/all)))
		travel := size.Height - r.thumb.Size().Height
		r.thumb.Move(fyne.NewPos(size.Width-5, travel*float32(r.list.first)/(all-optionRows)))
	}
}

func (r *optionListRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, float32(r.list.rowCount())*r.list.rowHeight())
}

func (r *optionListRenderer) Refresh() {
	r.paint()
	r.Layout(r.list.Size())
	canvas.Refresh(r.list)
}

func (r *optionListRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, optionRows+2)
	for _, row := range r.rows {
		objects = append(objects, row)
	}
	return append(objects, r.note, r.thumb)
}

func (r *optionListRenderer) Destroy() {}

const (
	optionPadding float32 = 10
	noteHeight    float32 = 15 // of the second line of a row
)

// optionRow is one visible row.
type optionRow struct {
	tapArea
	list   *optionList
	index  int
	option Option
}

func newOptionRow(list *optionList) *optionRow {
	row := &optionRow{list: list}
	row.onTapped = func() { list.onChosen(row.option) }
	row.ExtendBaseWidget(row)
	return row
}

// show makes the row that of another option, or hides it.
func (row *optionRow) show(index int) {
	row.index = index
	row.Hidden = index >= len(row.list.options)
	if !row.Hidden {
		row.option = row.list.options[index]
	}
	row.Refresh()
}

// MouseMoved brings the keyboard along, so that one row is lit and not two.
func (row *optionRow) MouseMoved(*desktop.MouseEvent) {
	if row.list.cursor != row.index {
		row.list.cursor = row.index
		row.list.Refresh()
	}
}

// CreateRenderer is used by Fyne.
func (row *optionRow) CreateRenderer() fyne.WidgetRenderer {
	r := &optionRowRenderer{
		row: row, box: canvas.NewRectangle(nil), mark: canvas.NewImageFromResource(nil),
		text: canvas.NewText("", nil), detail: canvas.NewText("", nil), note: canvas.NewText("", nil),
	}
	r.mark.FillMode = canvas.ImageFillContain
	return r
}

type optionRowRenderer struct {
	row                *optionRow
	box                *canvas.Rectangle
	mark               *canvas.Image
	text, detail, note *canvas.Text
}

func (r *optionRowRenderer) Refresh() {
	row := r.row
	marked := row.list.marked != nil && row.list.marked(row.option)
	r.box.Hidden = row.index != row.list.cursor
	r.box.FillColor = colorOf(row, assets.ColorAccentSoft)
	r.box.CornerRadius = sizeOf(row, theme.SizeNameSelectionRadius)
	r.mark.Hidden = !marked
	r.mark.Resource = assets.IconIn(assets.IconCheck, colorAccent)
	r.text.TextStyle.Bold = marked
	paintText(r.text, row, colorInk, theme.SizeNameText)
	paintText(r.detail, row, assets.ColorDim, assets.SizeSmall)
	paintText(r.note, row, row.option.Tone.Ink(), assets.SizeSmall)
	r.Layout(row.Size())
	canvas.Refresh(row)
}

// Layout gives the text what it needs and the detail the rest; the note stands below both.
func (r *optionRowRenderer) Layout(size fyne.Size) {
	r.box.Move(fyne.NewPos(2, 1))
	r.box.Resize(size.SubtractWidthHeight(4, 2))
	width, line := size.Width-2*optionPadding, size.Height
	if !r.mark.Hidden {
		width -= fieldIcon + 4
		r.mark.Move(fyne.NewPos(size.Width-optionPadding-fieldIcon, (size.Height-fieldIcon)/2))
		r.mark.Resize(fyne.NewSquareSize(fieldIcon))
	}
	r.note.Text = cutText(r.row.option.Note, width, measure(r.note))
	if r.row.list.noted {
		line -= noteHeight
		r.note.Move(fyne.NewPos(optionPadding, line-5))
	}
	r.text.Text = cutText(r.row.option.Text, width, measure(r.text))
	textSize := r.text.MinSize()
	r.text.Move(fyne.NewPos(optionPadding, (line-textSize.Height)/2))
	rest := width - textSize.Width - optionPadding
	r.detail.Text = cutText(r.row.option.Detail, rest, measure(r.detail))
	detailSize := r.detail.MinSize()
	r.detail.Move(fyne.NewPos(optionPadding+width-detailSize.Width, (line-detailSize.Height)/2))
}

func (r *optionRowRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.row.list.rowHeight()) }

func (r *optionRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.text, r.detail, r.note, r.mark}
}

func (r *optionRowRenderer) Destroy() {}
