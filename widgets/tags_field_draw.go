package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// HeightFor is the height the field needs when it is as wide as width: chips
// flow into rows.
func (m *MultiSelect) HeightFor(width float32) float32 {
	r := &multiRenderer{field: m}
	r.makeChips()
	return r.flow(width)
}

// CreateRenderer is used by Fyne.
func (m *MultiSelect) CreateRenderer() fyne.WidgetRenderer {
	r := &multiRenderer{
		field: m, frame: canvas.NewRectangle(nil), text: canvas.NewText("", nil),
		arrow: newIconTap(assets.IconDown, func() { m.Tapped(nil) }),
	}
	r.paint()
	return r
}

type multiRenderer struct {
	field *MultiSelect
	frame *canvas.Rectangle
	text  *canvas.Text // the placeholder, or what was typed and stands for nothing
	chips []*choiceChip
	arrow *iconTap
}

const (
	choiceGap   float32 = 5
	choiceInset float32 = 6
	arrowRoom   float32 = 30
)

func (r *multiRenderer) makeChips() {
	r.chips = r.chips[:0]
	for _, o := range r.field.chosen {
		r.chips = append(r.chips, newChoiceChip(r.field, o))
	}
}

func (r *multiRenderer) paint() {
	m := r.field
	look := m.look()
	look.invalid = look.invalid || m.pending != ""
	look.focused = look.focused && m.list == nil
	paintFrame(r.frame, m, look)
	r.makeChips()
	ink := fyne.ThemeColorName(assets.ColorDim)
	r.text.Text = m.PlaceHolder
	if len(m.chosen) > 0 {
		r.text.Text = ""
	}
	if m.pending != "" {
		r.text.Text, ink = m.pending, m.ink()
	}
	paintText(r.text, m, ink, theme.SizeNameText)
	r.arrow.Hidden = !m.offers()
	r.arrow.Refresh()
}

// flow places the chips in rows and returns the height of all.
func (r *multiRenderer) flow(width float32) float32 {
	room := width - arrowRoom
	x, y, row := choiceInset, choiceInset, tagHeight+2
	for _, chip := range r.chips {
		size := chip.MinSize()
		size.Width = min(size.Width, room-choiceInset)
		if x > choiceInset && x+size.Width > room {
			x, y = choiceInset, y+row+choiceGap
		}
		chip.Move(fyne.NewPos(x, y))
		chip.Resize(size)
		x += size.Width + choiceGap
	}
	if r.text != nil {
		height := r.text.MinSize().Height
		r.text.Text = cutText(r.text.Text, room-x, measure(r.text))
		r.text.Move(fyne.NewPos(x+2, y+(row-height)/2))
		r.text.Resize(fyne.NewSize(max(0, room-x), height))
	}
	return max(y+row+choiceInset, sizeOf(r.field, assets.SizeControl))
}

func (r *multiRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	r.flow(size.Width)
	r.arrow.Resize(fyne.NewSize(arrowRoom, sizeOf(r.field, assets.SizeControl)-2))
	r.arrow.Move(fyne.NewPos(size.Width-arrowRoom, 1))
}

func (r *multiRenderer) MinSize() fyne.Size {
	height := sizeOf(r.field, assets.SizeControl)
	if width := r.field.Size().Width; width > 0 {
		height = r.field.HeightFor(width)
	}
	return fyne.NewSize(120, height)
}

func (r *multiRenderer) Refresh() {
	r.paint()
	r.Layout(r.field.Size())
	canvas.Refresh(r.field)
}

func (r *multiRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.frame, r.text}
	for _, chip := range r.chips {
		objects = append(objects, chip)
	}
	return append(objects, r.arrow)
}

func (r *multiRenderer) Destroy() {}

// choiceChip is an option chosen, with a cross.
type choiceChip struct {
	tapArea
	field  *MultiSelect
	option Option
}

func newChoiceChip(field *MultiSelect, option Option) *choiceChip {
	c := &choiceChip{field: field, option: option}
	c.onTapped = func() { field.remove(option) }
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is used by Fyne.
func (c *choiceChip) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceChipRenderer{
		chip: c, box: canvas.NewRectangle(nil), text: canvas.NewText(c.option.Text, nil),
		cross: canvas.NewImageFromResource(nil),
	}
	r.cross.FillMode = canvas.ImageFillContain
	r.paint()
	return r
}

type choiceChipRenderer struct {
	chip  *choiceChip
	box   *canvas.Rectangle
	text  *canvas.Text
	cross *canvas.Image
}

const crossSize float32 = 12

func (r *choiceChipRenderer) paint() {
	c := r.chip
	surface, ink := fyne.ThemeColorName(assets.ColorAccentSoft), fyne.ThemeColorName(colorAccent)
	if c.field.disabled || c.field.readOnly {
		surface, ink = assets.ColorSide, colorInk
	}
	r.box.FillColor = colorOf(c, surface)
	r.box.CornerRadius = (tagHeight + 2) / 2
	r.box.StrokeWidth = 0
	if c.hovered && c.field.offers() {
		r.box.StrokeColor, r.box.StrokeWidth = colorOf(c, colorAccent), 1
	}
	r.cross.Hidden = !c.field.offers()
	r.cross.Resource = assets.IconIn(assets.IconClose, ink)
	r.box.Refresh()
	r.cross.Refresh()
	paintText(r.text, c, ink, assets.SizeSmall)
}

func (r *choiceChipRenderer) crossRoom() float32 {
	if r.cross.Hidden {
		return 0
	}
	return crossSize + 4
}

func (r *choiceChipRenderer) MinSize() fyne.Size {
	width := fyne.MeasureText(r.chip.option.Text, r.text.TextSize, r.text.TextStyle).Width
	return fyne.NewSize(width+r.crossRoom()+2*tagPadding, tagHeight+2)
}

func (r *choiceChipRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	room := size.Width - 2*tagPadding - r.crossRoom()
	r.text.Text = cutText(r.chip.option.Text, room, measure(r.text))
	height := r.text.MinSize().Height
	r.text.Move(fyne.NewPos(tagPadding, (size.Height-height)/2))
	r.cross.Resize(fyne.NewSquareSize(crossSize))
	r.cross.Move(fyne.NewPos(size.Width-tagPadding-crossSize+2, (size.Height-crossSize)/2))
}

func (r *choiceChipRenderer) Refresh() {
	r.paint()
	r.Layout(r.chip.Size())
	canvas.Refresh(r.chip)
}

func (r *choiceChipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.text, r.cross}
}

func (r *choiceChipRenderer) Destroy() {}
