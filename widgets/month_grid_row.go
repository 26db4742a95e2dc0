package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// gridRow draws an entry of a MonthGrid: mark, icon, text on one line or two.
type gridRow struct {
	surface, mark, strike, under *canvas.Rectangle
	text, rest                   *canvas.Text // the first line and the second
	icon                         *canvas.Image
}

func newGridRow() *gridRow {
	box := func() *canvas.Rectangle { return canvas.NewRectangle(nil) }
	return &gridRow{box(), box(), box(), box(), canvas.NewText("", nil), canvas.NewText("", nil), newIcon()}
}

func (r *gridRow) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.surface, r.mark, r.text, r.rest, r.strike, r.under, r.icon}
}

func (r *gridRow) hide() {
	for _, o := range r.objects() {
		o.Hide()
	}
}

const (
	gridTextX = 2 + gridMark + 6 // behind the mark
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
	style := fyne.TextStyle{Bold: e.ID != 0 && e.ID == g.chosen}
	return fyne.MeasureText(e.Text, sizeOf(g, assets.SizeSmall), style).Width + e.textX() + e.iconWidth() + 2
}

func (e MonthEntry) iconWidth() float32 {
	if e.Icon == "" {
		return 0
	}
	return gridIcon + 3
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
		if width(e.Short) > room-e.iconWidth() {
			e.Icon = "" // its card says it
		}
	}
	showIcon(r.icon, e.Icon, colorAccent)
	r.icon.Resize(fyne.NewSquareSize(gridIcon))
	r.icon.Move(line.pos.AddXY(e.textX(), (gridLineH-gridIcon)/2))
	r.shape(g, line, e)
	r.write(g, line, e, room-e.iconWidth())
}

// write puts the text of an entry on its lines.
func (r *gridRow) write(g *MonthGrid, line gridLine, e MonthEntry, room float32) {
	first, second := oneLine(e.Text), ""
	if line.size.Height > gridLineH {
		lines := wrapLines(first, room, r.text.TextSize, r.text.TextStyle)
		first, second = lines[0], strings.Join(lines[1:], " ")
	}
	r.rest.TextStyle = r.text.TextStyle
	r.rest.TextSize, r.rest.Color = r.text.TextSize, r.text.Color
	struck := [...]*canvas.Rectangle{r.strike, r.under}
	for i, text := range []*canvas.Text{r.text, r.rest} {
		text.Text = cutText([...]string{first, second}[i], room, measure(r.text))
		size := text.MinSize()
		at := line.pos.AddXY(e.textX()+e.iconWidth(), float32(i)*gridLineH)
		text.Move(at.AddXY(0, (gridLineH-size.Height)/2))
		text.Show()
		text.Refresh()
		if struck[i].Hidden = e.Mark != MarkStruck || text.Text == ""; !struck[i].Hidden {
			paint(struck[i], colorOf(g, assets.ColorDim), at.AddXY(0, gridLineH/2), fyne.NewSize(size.Width, 1))
		}
	}
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
	paint(r.mark, fill, line.pos.AddXY(2+inset, (gridLineH-size.Height)/2), size)
	r.mark.Refresh()
}
