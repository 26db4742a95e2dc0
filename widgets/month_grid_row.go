package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

// gridRow draws an entry of a MonthGrid: mark, icon, text on one line or more.
type gridRow struct {
	surface, mark *canvas.Rectangle
	texts         [gridLines]*canvas.Text
	strikes       [gridLines]*canvas.Rectangle // through each line
	icon          *canvas.Image
}

func newGridRow() *gridRow {
	r := &gridRow{surface: canvas.NewRectangle(nil), mark: canvas.NewRectangle(nil), icon: newIcon()}
	for i := range r.texts {
		r.texts[i], r.strikes[i] = canvas.NewText("", nil), canvas.NewRectangle(nil)
	}
	return r
}

func (r *gridRow) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.surface, r.mark, r.icon}
	for i := range r.texts {
		objects = append(objects, r.texts[i], r.strikes[i])
	}
	return objects
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

	gridNarrow = 140 // a day in which long words need all of it
	gridBelow  = 3   // where they begin
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
	return fyne.MeasureText(e.Text, sizeOf(g, assets.SizeSmall), fyne.TextStyle{}).Width + e.textX() + e.iconWidth() + 2
}

// wrapped are the lines of an entry in a width.
func (g *MonthGrid) wrapped(e MonthEntry, width float32) []string {
	text, size := oneLine(e.Text), sizeOf(g, assets.SizeSmall)
	lines := wrapLines(text, width-e.lineX(0, width), size, fyne.TextStyle{})
	if e.lineX(1, width) == e.lineX(0, width) || len(lines) == 1 {
		return lines
	}
	return append(lines[:1], wrapLines(behind(text, lines[:1]), width-e.lineX(1, width), size, fyne.TextStyle{})...)
}

// timeOnly tells whether there is room for the short text only.
func (e MonthEntry) timeOnly(width float32) bool { return e.Short != "" && width-e.textX() < gridLeast }

// lineX is where a line of an entry begins: behind mark and icon, and all but the first below them where a day is too
// narrow for long words.
func (e MonthEntry) lineX(line int, width float32) float32 {
	if line > 0 && width < gridNarrow {
		return gridBelow
	}
	return e.textX() + e.iconWidth()
}

func (e MonthEntry) iconWidth() float32 {
	if e.Icon == "" {
		return 0
	}
	return gridIcon + 5
}

// show draws a line at its place.
func (r *gridRow) show(g *MonthGrid, line gridLine) {
	e := line.entry
	ink := fyne.ThemeColorName(colorInk)
	switch {
	case line.more > 0:
		e.Text, ink = g.MoreText(line.more), assets.ColorDim
	case e.Mark == MarkStruck || e.Mark == MarkDash:
		ink = assets.ColorDim
	}
	for _, text := range r.texts {
		paintText(text, g, ink, assets.SizeSmall)
	}
	paint(r.surface, r.fill(g, e), line.pos, line.size)
	r.surface.CornerRadius = 4
	if e.timeOnly(line.size.Width) {
		e.Text = e.Short
		if measure(r.texts[0])(e.Short) > line.size.Width-e.textX()-e.iconWidth() {
			e.Icon = "" // its card says it
		}
	}
	showIcon(r.icon, e.Icon, colorAccent)
	r.icon.Resize(fyne.NewSquareSize(gridIcon))
	r.icon.Move(line.pos.AddXY(e.textX(), (gridLineH-gridIcon)/2))
	r.shape(g, line, e)
	r.write(g, line, e)
}

// write puts the text of an entry on its lines; what does not fit is cut in the last one.
func (r *gridRow) write(g *MonthGrid, line gridLine, e MonthEntry) {
	last := int(line.size.Height/gridLineH) - 1
	lines := []string{oneLine(e.Text)}
	if last > 0 {
		lines = g.wrapped(e, line.size.Width)
	}
	for i, text := range r.texts {
		x := e.lineX(i, line.size.Width)
		text.Text = ""
		switch {
		case i == last && i < len(lines):
			text.Text = cutText(behind(oneLine(e.Text), lines[:i]), line.size.Width-x, measure(text))
		case i < last && i < len(lines):
			text.Text = lines[i]
		}
		size := text.MinSize()
		at := line.pos.AddXY(x, float32(i)*gridLineH)
		text.Move(at.AddXY(0, (gridLineH-size.Height)/2))
		text.Show()
		text.Refresh()
		if r.strikes[i].Hidden = e.Mark != MarkStruck || text.Text == ""; !r.strikes[i].Hidden {
			paint(r.strikes[i], colorOf(g, assets.ColorDim), at.AddXY(0, gridLineH/2), fyne.NewSize(size.Width, 1))
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
