package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// gridRow draws one line of a MonthGrid: mark, text, icon.
type gridRow struct {
	surface, mark, strike *canvas.Rectangle
	text                  *canvas.Text
	icon                  *canvas.Image
}

func newGridRow() *gridRow {
	return &gridRow{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewText("", nil), newIcon()}
}

func (r *gridRow) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.surface, r.mark, r.text, r.strike, r.icon}
}

func (r *gridRow) hide() {
	for _, o := range r.objects() {
		o.Hide()
	}
}

const (
	gridTextX = 2 + gridMark + 4 // behind the mark
	gridIcon  = 12
	gridLeast = 60 // room in which more than the short text says something
)

// textX is where the text of an entry begins.
func (e MonthEntry) textX() float32 {
	if e.Mark == MarkNone {
		return 2
	}
	return gridTextX
}

// rowWidth is how wide an entry is with all of its text.
func rowWidth(g *MonthGrid, e MonthEntry) float32 {
	width := fyne.MeasureText(e.Text, sizeOf(g, assets.SizeSmall), fyne.TextStyle{}).Width + e.textX() + 6
	if e.Icon != "" {
		width += gridIcon + 2
	}
	return width
}

// show draws a line at its place.
func (r *gridRow) show(g *MonthGrid, line gridLine) {
	e := line.entry
	r.text.TextStyle.Bold = e.ID != 0 && e.ID == g.chosen
	ink := fyne.ThemeColorName(colorInk)
	switch {
	case line.more > 0:
		e.Text, ink = g.MoreText(line.more), assets.ColorDim
	case e.Mark == MarkStruck || e.Mark == MarkDash:
		ink = assets.ColorDim
	}
	paintText(r.text, g, ink, assets.SizeSmall)
	paint(r.surface, r.fill(g, e), line.pos, line.size.SubtractWidthHeight(0, 1))
	r.surface.CornerRadius = 4
	room, width := line.size.Width-e.textX(), measure(r.text)
	if e.Short != "" && room < gridLeast {
		e.Text = e.Short
		if e.Icon != "" && width(e.Short) > room-gridIcon-2 {
			e.Icon = "" // its card says it
		}
	}
	if e.Icon != "" {
		room -= gridIcon + 2
	}
	showIcon(r.icon, e.Icon, colorAccent)
	r.icon.Resize(fyne.NewSquareSize(gridIcon))
	r.icon.Move(line.pos.AddXY(line.size.Width-gridIcon-1, (line.size.Height-gridIcon)/2))
	r.text.Text = cutText(e.Text, room, width)
	text := r.text.MinSize()
	r.text.Move(line.pos.AddXY(e.textX(), (line.size.Height-text.Height)/2))
	r.text.Show()
	r.text.Refresh()
	r.shape(g, line, e)
	if e.Mark != MarkStruck {
		r.strike.Hide()
		return
	}
	paint(r.strike, colorOf(g, assets.ColorDim), line.pos.AddXY(gridTextX, line.size.Height/2), fyne.NewSize(text.Width, 1))
}

func (r *gridRow) fill(g *MonthGrid, e MonthEntry) color.Color {
	switch {
	case e.ID == 0:
		return color.Transparent
	case e.ID == g.chosen:
		return colorOf(g, assets.ColorAccentSoft)
	case e.ID == g.pointer:
		return colorOf(g, theme.ColorNameHover)
	}
	return color.Transparent
}

// shape draws the mark.
func (r *gridRow) shape(g *MonthGrid, line gridLine, e MonthEntry) {
	if line.more > 0 || e.Mark == MarkNone {
		r.mark.Hide()
		return
	}
	tone := colorOf(g, e.Tone.Ink())
	size, fill, stroke := fyne.NewSquareSize(gridMark), tone, float32(0)
	inset := float32(0)
	r.mark.CornerRadius = 1
	switch e.Mark {
	case MarkRing, MarkDot:
		r.mark.CornerRadius = gridMark / 2
	case MarkDash, MarkStruck:
		size.Height = 2
	}
	if e.Mark == MarkRing || e.Mark == MarkFrame {
		fill, stroke, inset = seeThrough(tone), 1.5, 0.75 // the line lies half outside
		size = size.SubtractWidthHeight(2*inset, 2*inset)
	}
	r.mark.StrokeColor, r.mark.StrokeWidth = tone, stroke
	paint(r.mark, fill, line.pos.AddXY(2+inset, (line.size.Height-size.Height)/2), size)
	r.mark.Refresh()
}
