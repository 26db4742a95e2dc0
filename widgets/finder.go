package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Hit is one of the things that a Finder offers.
type Hit struct {
	Group        string // the heading below which it stands with those of the same group before and after it
	Icon         assets.IconName
	Text, Detail string
	Do           func()
}

// Finder is a field with what was found below it. The arrows go through what
// was found, Enter and a tap choose.
type Finder struct {
	widget.BaseWidget
	OnTyped  func(text string)
	OnChosen func(Hit)
	OnEscape func()

	entry *Entry
	hits  *hitList
}

// NewFinder returns an empty field.
func NewFinder(hint string) *Finder {
	f := &Finder{entry: NewEntry(), hits: &hitList{}}
	f.entry.SetPlaceHolder(hint)
	f.entry.OnChanged = func(text string) {
		if f.OnTyped != nil {
			f.OnTyped(text)
		}
	}
	f.entry.OnEnter = func() {
		if hit, ok := f.hits.current(); ok {
			f.choose(hit)
		}
	}
	f.entry.OnEscape = func() { call(f.OnEscape) }
	f.entry.OnKey = f.hits.key
	f.hits.onChosen = f.choose
	f.hits.ExtendBaseWidget(f.hits)
	f.ExtendBaseWidget(f)
	return f
}

func (f *Finder) choose(hit Hit) {
	if f.OnChosen != nil {
		f.OnChosen(hit)
	}
}

// Field is what has the keyboard.
func (f *Finder) Field() fyne.Focusable { return f.entry }

// Offer shows what was found; note stands in place of nothing.
func (f *Finder) Offer(hits []Hit, note string) { f.hits.show(hits, note) }

// Hits is what is offered.
func (f *Finder) Hits() []Hit { return f.hits.hits }

// CreateRenderer is used by Fyne.
func (f *Finder) CreateRenderer() fyne.WidgetRenderer {
	content := &fyne.Container{Layout: finderLayout{}, Objects: []fyne.CanvasObject{f.entry, f.hits}}
	return widget.NewSimpleRenderer(content)
}

// finderLayout puts the list below the field.
type finderLayout struct{}

const finderGap float32 = 8

func (finderLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(0, height+finderGap))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-height-finderGap)))
}

func (finderLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(240, objects[0].MinSize().Height+finderGap+5*30)
}

// hitLine is a line of the list: a heading, or a hit.
type hitLine struct {
	heading string
	hit     int // -1 for a heading
}

// hitList draws the visible lines only; it is never focused itself.
type hitList struct {
	widget.BaseWidget
	hits     []Hit
	lines    []hitLine
	note     string
	cursor   int // the hit under the keyboard
	first    int // the topmost visible line
	onChosen func(Hit)
}

var _ fyne.Scrollable = (*hitList)(nil)

func (l *hitList) show(hits []Hit, note string) {
	l.hits, l.note, l.lines, l.cursor, l.first = hits, note, nil, 0, 0
	for i, h := range hits {
		if i == 0 || h.Group != hits[i-1].Group {
			l.lines = append(l.lines, hitLine{h.Group, -1})
		}
		l.lines = append(l.lines, hitLine{"", i})
	}
	l.Refresh()
}

func (l *hitList) current() (Hit, bool) {
	if l.cursor < 0 || l.cursor >= len(l.hits) {
		return Hit{}, false
	}
	return l.hits[l.cursor], true
}

// visible is how many lines there is room for.
func (l *hitList) visible() int { return max(1, int(l.Size().Height/l.lineHeight())) }

func (l *hitList) lineHeight() float32 { return sizeOf(l, assets.SizeRow) }

// key moves through the list; false when the key means nothing here.
func (l *hitList) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		l.moveTo(l.cursor + 1)
	case fyne.KeyUp:
		l.moveTo(l.cursor - 1)
	case fyne.KeyPageDown:
		l.moveTo(l.cursor + l.visible() - 1)
	case fyne.KeyPageUp:
		l.moveTo(l.cursor - l.visible() + 1)
	default:
		return false
	}
	return true
}

// moveTo puts the keyboard on a hit and shows it, with the heading above the first of a group.
func (l *hitList) moveTo(hit int) {
	l.cursor = max(0, min(hit, len(l.hits)-1))
	for i, line := range l.lines {
		if line.hit == l.cursor {
			above := i
			if i > 0 && l.lines[i-1].hit < 0 {
				above--
			}
			l.first = max(i-l.visible()+1, min(l.first, above))
		}
	}
	l.Refresh()
}

// Scrolled moves the visible lines.
func (l *hitList) Scrolled(e *fyne.ScrollEvent) {
	step := 1
	if e.Scrolled.DY > 0 {
		step = -1
	}
	l.first = max(0, min(l.first+step, len(l.lines)-l.visible()))
	l.Refresh()
}

// CreateRenderer is used by Fyne.
func (l *hitList) CreateRenderer() fyne.WidgetRenderer {
	return &hitListRenderer{list: l, note: canvas.NewText("", nil)}
}

type hitListRenderer struct {
	list *hitList
	rows []*hitRow
	note *canvas.Text
}

func (r *hitListRenderer) paint() {
	l := r.list
	for len(r.rows) < l.visible() {
		row := &hitRow{list: l}
		row.onTapped = row.tapped
		row.ExtendBaseWidget(row)
		r.rows = append(r.rows, row)
	}
	for i, row := range r.rows {
		row.show(l.first+i, i < l.visible())
	}
	r.note.Text, r.note.Hidden = l.note, len(l.lines) > 0
	paintText(r.note, l, assets.ColorDim, assets.SizeSmall)
}

func (r *hitListRenderer) Layout(size fyne.Size) {
	r.paint()
	height := r.list.lineHeight()
	for i, row := range r.rows {
		row.Move(fyne.NewPos(0, float32(i)*height))
		row.Resize(fyne.NewSize(size.Width, height))
	}
	r.note.Move(fyne.NewPos(optionPadding, (height-r.note.MinSize().Height)/2))
}

func (r *hitListRenderer) MinSize() fyne.Size { return fyne.NewSize(120, r.list.lineHeight()) }

func (r *hitListRenderer) Refresh() {
	r.Layout(r.list.Size())
	canvas.Refresh(r.list)
}

func (r *hitListRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.rows)+1)
	for _, row := range r.rows {
		objects = append(objects, row)
	}
	return append(objects, r.note)
}

func (r *hitListRenderer) Destroy() {}

// hitRow is one visible line.
type hitRow struct {
	tapArea
	list *hitList
	line hitLine
}

// show makes the row that of another line, or hides it.
func (row *hitRow) show(line int, visible bool) {
	row.Hidden = !visible || line >= len(row.list.lines)
	if !row.Hidden {
		row.line = row.list.lines[line]
	}
	row.Refresh()
}

func (row *hitRow) tapped() {
	if row.line.hit >= 0 {
		row.list.onChosen(row.list.hits[row.line.hit])
	}
}

// MouseMoved brings the keyboard along, so that one row is lit and not two.
func (row *hitRow) MouseMoved(*desktop.MouseEvent) {
	if row.line.hit >= 0 && row.list.cursor != row.line.hit {
		row.list.cursor = row.line.hit
		row.list.Refresh()
	}
}

// CreateRenderer is used by Fyne.
func (row *hitRow) CreateRenderer() fyne.WidgetRenderer {
	return &hitRowRenderer{
		row: row, box: canvas.NewRectangle(nil), icon: newIcon(), text: canvas.NewText("", nil), detail: canvas.NewText("", nil),
	}
}

type hitRowRenderer struct {
	row          *hitRow
	box          *canvas.Rectangle
	icon         *canvas.Image
	text, detail *canvas.Text
}

func (r *hitRowRenderer) hit() Hit {
	if line := r.row.line; line.hit >= 0 && line.hit < len(r.row.list.hits) {
		return r.row.list.hits[line.hit]
	}
	return Hit{Text: r.row.line.heading}
}

func (r *hitRowRenderer) Refresh() {
	row := r.row
	heading := row.line.hit < 0
	r.box.Hidden = heading || row.line.hit != row.list.cursor
	r.box.FillColor = colorOf(row, assets.ColorAccentSoft)
	r.box.CornerRadius = sizeOf(row, theme.SizeNameSelectionRadius)
	r.text.TextStyle.Bold = heading
	if heading {
		paintText(r.text, row, assets.ColorDim, assets.SizeSmall)
	} else {
		paintText(r.text, row, colorInk, theme.SizeNameText)
	}
	paintText(r.detail, row, assets.ColorDim, assets.SizeSmall)
	showIcon(r.icon, r.hit().Icon, assets.ColorDim)
	r.Layout(row.Size())
	canvas.Refresh(row)
}

// Layout gives the text what it needs and the detail the rest.
func (r *hitRowRenderer) Layout(size fyne.Size) {
	hit := r.hit()
	r.box.Move(fyne.NewPos(0, 1))
	r.box.Resize(size.SubtractWidthHeight(0, 2))
	x := optionPadding
	if hit.Icon != "" {
		r.icon.Move(fyne.NewPos(x, (size.Height-fieldIcon)/2))
		r.icon.Resize(fyne.NewSquareSize(fieldIcon))
		x += fieldIcon + optionPadding
	}
	width := size.Width - x - optionPadding
	r.text.Text = cutText(hit.Text, width, measure(r.text))
	text := r.text.MinSize()
	r.text.Move(fyne.NewPos(x, (size.Height-text.Height)/2))
	r.detail.Text = cutText(hit.Detail, max(0, width-text.Width-optionPadding), measure(r.detail))
	detail := r.detail.MinSize()
	r.detail.Move(fyne.NewPos(x+width-detail.Width, (size.Height-detail.Height)/2))
}

func (r *hitRowRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.row.list.lineHeight()) }

func (r *hitRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.icon, r.text, r.detail}
}

func (r *hitRowRenderer) Destroy() {}
