package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

const (
	formColumn    float32 = 250 // two columns where both are as wide as this
	formColumnGap float32 = 16
	formRowGap    float32 = 14
	formNear      float32 = 4 // between a field and its label or message
	formSection   float32 = 12
	formErrorIcon float32 = 14
	formFrame     float32 = 2
	formScrollBar float32 = 6 // beside the fields when there is no padding
)

// formRow is a heading, an object, or a field.
type formRow struct {
	heading *textBlock
	object  fyne.CanvasObject
	item    *formItem
}

func (r formRow) objects() []fyne.CanvasObject {
	switch {
	case r.heading != nil:
		return []fyne.CanvasObject{r.heading}
	case r.object != nil:
		return []fyne.CanvasObject{r.object}
	default:
		return []fyne.CanvasObject{r.item.label, r.item.Field, r.item.icon, r.item.message}
	}
}

// tallFor is a widget whose height depends on its width.
type tallFor interface{ HeightFor(width float32) float32 }

func heightFor(o fyne.CanvasObject, width float32) float32 {
	if tall, ok := o.(tallFor); ok {
		return tall.HeightFor(width)
	}
	return o.MinSize().Height
}

// CreateRenderer is used by Fyne.
func (f *Form) CreateRenderer() fyne.WidgetRenderer {
	return &formRenderer{WidgetRenderer: widget.NewSimpleRenderer(f.scroll), form: f}
}

type formRenderer struct {
	fyne.WidgetRenderer
	form *Form
}

func (r *formRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	// The height of the body depends on its width, which it has only now.
	r.form.scroll.Refresh()
}

// Objects are the fields without the scroll where nothing is to be scrolled, so that what is around has the wheel.
func (r *formRenderer) Objects() []fyne.CanvasObject {
	if f := r.form; f.body.Size().Height <= f.scroll.Size().Height {
		return []fyne.CanvasObject{f.body}
	}
	return r.WidgetRenderer.Objects()
}

func (r *formRenderer) MinSize() fyne.Size {
	return fyne.NewSize(formColumn, sizeOf(r.form, assets.SizeControl)*3)
}

func (r *formRenderer) Refresh() {
	r.form.relayout()
	r.WidgetRenderer.Refresh()
}

// HeightFor is the height at which nothing has to be scrolled, with room for the frame of the last field.
func (f *Form) HeightFor(width float32) float32 { return f.arrange(width, nil) + formFrame }

// relayout places everything anew after heights may have changed.
func (f *Form) relayout() {
	if f.Size().Width == 0 {
		return
	}
	f.scroll.Refresh()
	f.body.Layout.Layout(f.body.Objects, f.body.Size())
	f.body.Refresh()
}

// formLayout is the layout of a form's body.
type formLayout Form

func (l *formLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f := (*Form)(l)
	f.arrange(size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

func (l *formLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	f := (*Form)(l)
	width := f.Size().Width
	return fyne.NewSize(0, f.arrange(width, nil))
}

// placer puts an object somewhere; nil when only heights are asked for.
type placer func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)

func (p placer) put(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	if p != nil {
		p(o, at, size)
	}
}

// arrange places the rows of a form of this width and returns their height.
func (f *Form) arrange(width float32, place placer) float32 {
	left := f.Padding
	width -= 2 * f.Padding
	if f.Padding == 0 {
		width -= formScrollBar
	}
	y := float32(0)
	for i := 0; i < len(f.rows); {
		line := f.line(i, width)
		if y > 0 && len(line) > 0 {
			y += f.gapBefore(line, width)
		}
		y += arrangeLine(line, fyne.NewPos(left, y), f.columnWidth(line, width), place)
		i += f.lineLength(i, width)
	}
	return y
}

func (f *Form) gapBefore(line []formRow, width float32) float32 {
	switch {
	case line[0].heading != nil:
		return formRowGap + formSection
	case labelled(line, f.columnWidth(line, width)):
		return besideGap
	}
	return formRowGap
}

func (f *Form) twoColumns(width float32) bool { return width >= 2*formColumn+formColumnGap }

func (f *Form) columnWidth(line []formRow, width float32) float32 {
	if len(line) == 2 || len(line) > 0 && f.narrow(line[0]) && f.twoColumns(width) {
		return (width - formColumnGap) / 2
	}
	return width
}

// narrow rows can stand beside another.
func (f *Form) narrow(row formRow) bool { return row.item != nil && !row.item.Wide }

// beside tells whether the second of two rows, of which the first is narrow, stands beside it.
func (f *Form) beside(first, second formRow, width float32) bool {
	if !f.narrow(second) {
		return false
	}
	return f.twoColumns(width) || first.item.Short && second.item.Short && width >= 2*formShort+formColumnGap
}

// formShort is the least width of one of two short fields.
const formShort float32 = 110

// lineLength is how many rows, from the i-th, are used up by one line.
func (f *Form) lineLength(i int, width float32) int {
	if !f.narrow(f.rows[i]) || f.isHidden(i) {
		return 1
	}
	for next := i + 1; next < len(f.rows); next++ {
		if f.isHidden(next) {
			continue
		}
		if f.beside(f.rows[i], f.rows[next], width) {
			return next + 1 - i
		}
		break
	}
	return 1
}

func (f *Form) isHidden(i int) bool { return f.rows[i].item != nil && f.rows[i].item.hidden }

// line is what stands side by side from the i-th row on; empty for a hidden one.
func (f *Form) line(i int, width float32) []formRow {
	var line []formRow
	for n := range f.lineLength(i, width) {
		if !f.isHidden(i + n) {
			line = append(line, f.rows[i+n])
		}
	}
	return line
}

// arrangeLine places rows side by side; their fields begin at one height.
func arrangeLine(line []formRow, at fyne.Position, width float32, place placer) float32 {
	if labelled(line, width) {
		return arrangeBeside(line, at, width, place)
	}
	labels := float32(0)
	for _, row := range line {
		if row.item != nil {
			labels = max(labels, row.item.label.HeightFor(width))
		}
	}
	height := float32(0)
	for _, row := range line {
		height = max(height, arrangeRow(row, at, fyne.NewSize(width, labels), place))
		at.X += width + formColumnGap
	}
	return height
}

// arrangeRow places one row; room is its width and the height of its label.
func arrangeRow(row formRow, at fyne.Position, room fyne.Size, place placer) float32 {
	if row.item != nil {
		return arrangeItem(row.item, at, room, place)
	}
	o := row.objects()[0]
	height := heightFor(o, room.Width)
	place.put(o, at, fyne.NewSize(room.Width, height))
	return height
}

func arrangeItem(i *formItem, at fyne.Position, room fyne.Size, place placer) float32 {
	y := float32(0)
	if room.Height > 0 {
		label := i.label.HeightFor(room.Width)
		place.put(i.label, at.AddXY(0, room.Height-label), fyne.NewSize(room.Width, label))
		y = room.Height + formNear
	}
	height := heightFor(i.Field, room.Width)
	place.put(i.Field, at.AddXY(0, y), fyne.NewSize(room.Width, height))
	y += height
	return y + arrangeMessage(i, at.AddXY(0, y), room.Width, place)
}

// arrangeMessage places what is said below a field and returns its height.
func arrangeMessage(i *formItem, at fyne.Position, width float32, place placer) float32 {
	if i.message.Text == "" {
		return 0
	}
	x := float32(0)
	if i.said != "" {
		x = formErrorIcon + formNear
		place.put(i.icon, at.AddXY(0, formNear+2), fyne.NewSquareSize(formErrorIcon))
	}
	height := i.message.HeightFor(width - x)
	place.put(i.message, at.AddXY(x, formNear), fyne.NewSize(width-x, height))
	return formNear + height
}

// showItem scrolls so far that the field with its label and message is seen.
func (f *Form) showItem(i *formItem) {
	view := f.scroll.Size().Height
	if view == 0 {
		return
	}
	top := min(i.label.Position().Y, i.Field.Position().Y) - formNear
	if i.label.Text == "" {
		top = i.Field.Position().Y - formNear
	}
	bottom := i.Field.Position().Y + i.Field.Size().Height + formNear
	if i.message.Text != "" {
		bottom = i.message.Position().Y + i.message.Size().Height + formNear
	}
	offset := f.scroll.Offset.Y
	offset = max(offset, bottom-view)
	offset = min(offset, max(0, top))
	f.scroll.ScrollToOffset(fyne.NewPos(0, offset))
}
