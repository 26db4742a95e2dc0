package widgets

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
	"saya/assets/locale"
)

const (
	monthPad    float32 = 24
	monthHead   float32 = 48
	monthNames  float32 = 28
	monthCircle float32 = 28
	monthInset  float32 = 10
)

// CreateRenderer is used by Fyne.
func (m *Month) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	r := &monthRenderer{month: m, title: NewTitle(""), panel: canvas.NewRectangle(nil), today: canvas.NewCircle(nil)}
	r.objects = []fyne.CanvasObject{r.panel, r.title, m.back, m.home, m.forth, r.today}
	for i := range r.lines {
		r.lines[i] = canvas.NewRectangle(nil)
		r.objects = append(r.objects, r.lines[i])
	}
	for i := range r.names {
		r.names[i] = canvas.NewText("", nil)
		r.objects = append(r.objects, r.names[i])
	}
	for i := range r.days {
		r.days[i] = centred()
		r.objects = append(r.objects, r.days[i])
	}
	r.paint()
	return r
}

// monthRenderer draws a title line, the names of the days and six weeks with
// hairlines between the days.
type monthRenderer struct {
	month   *Month
	title   *Text
	panel   *canvas.Rectangle
	today   *canvas.Circle
	lines   [weeksInMonth + daysInWeek]*canvas.Rectangle // one above each week, then one before each day
	names   [daysInWeek]*canvas.Text
	days    [daysInWeek * weeksInMonth]*canvas.Text
	objects []fyne.CanvasObject
}

func (r *monthRenderer) paint() {
	m := r.month
	m.home.show(!sameMonth(m.shown, m.today))
	stylePanel(r.panel, m)
	r.title.SetText(locale.Title(m.printer.MonthYear(m.shown)))
	for _, line := range r.lines {
		line.FillColor = colorOf(m, assets.ColorLine)
	}
	for i, name := range r.names {
		name.Text = m.printer.WeekdayShort(time.Weekday((i + 1) % daysInWeek))
		paintText(name, m, assets.ColorDim, theme.SizeNameText)
	}
	r.today.FillColor = colorOf(m, colorAccent)
	r.today.Hide()
	first := monthPage(m.shown)
	for i, text := range r.days {
		day := first.AddDate(0, 0, i)
		ink := fyne.ThemeColorName(colorInk)
		switch {
		case day.Equal(m.today):
			ink = theme.ColorNameForegroundOnPrimary
			r.today.Show()
		case day.Month() != m.shown.Month():
			ink = assets.ColorDim
		}
		text.Text, text.TextStyle.Bold = strconv.Itoa(day.Day()), day.Equal(m.today)
		paintText(text, m, ink, theme.SizeNameSubHeadingText)
	}
}

func (r *monthRenderer) MinSize() fyne.Size {
	return fyne.NewSize(daysInWeek*2*monthCircle+2*monthPad, monthHead+monthNames+weeksInMonth*2*monthCircle+2*monthPad)
}

func (r *monthRenderer) Layout(size fyne.Size) {
	r.layoutHead(size)
	at := fyne.NewPos(monthPad, monthPad+monthHead)
	area := size.SubtractWidthHeight(2*monthPad, 2*monthPad+monthHead)
	r.panel.Move(at)
	r.panel.Resize(area)
	cell := fyne.NewSize(area.Width/daysInWeek, (area.Height-monthNames)/weeksInMonth)
	for i := range weeksInMonth {
		r.lines[i].Move(at.AddXY(1, monthNames+float32(i)*cell.Height))
		r.lines[i].Resize(fyne.NewSize(area.Width-2, 1))
	}
	for i := range daysInWeek {
		line := r.lines[weeksInMonth+i]
		line.Move(at.AddXY(float32(i)*cell.Width, monthNames))
		line.Resize(fyne.NewSize(1, area.Height-monthNames-1))
		line.Hidden = i == 0 // the edge of the panel
		height := r.names[i].MinSize().Height
		r.names[i].Move(at.AddXY(float32(i)*cell.Width+monthInset, (monthNames-height)/2))
		r.names[i].Resize(fyne.NewSize(cell.Width, height))
	}
	first := monthPage(r.month.shown)
	for i, text := range r.days {
		corner := at.AddXY(float32(i%daysInWeek)*cell.Width+4, monthNames+float32(i/daysInWeek)*cell.Height+4)
		height := text.MinSize().Height
		text.Move(corner.AddXY(0, (monthCircle-height)/2))
		text.Resize(fyne.NewSize(monthCircle, height))
		if first.AddDate(0, 0, i).Equal(r.month.today) {
			r.today.Move(corner)
			r.today.Resize(fyne.NewSquareSize(monthCircle))
		}
	}
}

// layoutHead puts the title at the left and what turns the pages at the right.
func (r *monthRenderer) layoutHead(size fyne.Size) {
	height := r.title.MinSize().Height
	r.title.Move(fyne.NewPos(monthPad, monthPad))
	r.title.Resize(fyne.NewSize(size.Width-2*monthPad, height))
	x := size.Width - monthPad
	for _, o := range []fyne.CanvasObject{r.month.forth, r.month.home, r.month.back} {
		least := o.MinSize().Max(fyne.NewSize(0, monthCircle))
		x -= least.Width
		o.Move(fyne.NewPos(x, monthPad))
		o.Resize(least)
	}
}

func (r *monthRenderer) Refresh() {
	r.paint()
	r.Layout(r.month.Size())
	canvas.Refresh(r.month)
}

func (r *monthRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *monthRenderer) Destroy() {}

// linkTap is a word that can be tapped and never has the keyboard.
type linkTap struct {
	tapArea
	text string
	lit  bool // it leads somewhere else
}

func newLinkTap(text string, onTapped func()) *linkTap {
	t := &linkTap{text: text}
	t.onTapped = onTapped
	t.ExtendBaseWidget(t)
	return t
}

// show tells whether it leads somewhere else.
func (t *linkTap) show(lit bool) {
	if t.lit != lit {
		t.lit = lit
		t.Refresh()
	}
}

// CreateRenderer is used by Fyne.
func (t *linkTap) CreateRenderer() fyne.WidgetRenderer {
	r := &linkTapRenderer{tap: t, text: centred()}
	r.WidgetRenderer = widget.NewSimpleRenderer(r.text)
	r.Refresh()
	return r
}

type linkTapRenderer struct {
	fyne.WidgetRenderer
	tap  *linkTap
	text *canvas.Text
}

func (r *linkTapRenderer) Refresh() {
	ink := fyne.ThemeColorName(assets.ColorDim)
	switch {
	case r.tap.hovered:
		ink = colorInk
	case r.tap.lit:
		ink = colorAccent
	}
	r.text.Text = r.tap.text
	paintText(r.text, r.tap, ink, theme.SizeNameText)
}
