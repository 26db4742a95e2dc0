package home

import "fyne.io/fyne/v2"

const (
	gap        float32 = 14
	wideLeast  float32 = 1240 // from which width on there are three columns
	chartLeast float32 = 168
	chartGood  float32 = 250 // how high charts are where another one beside them would be lower
	chartMost  float32 = 420
)

// boardLayout puts the figures above columns that reach to the bottom: what comes, and what waits with charts below;
// where the window is wide a column of charts more. What it needs in height follows the width it was last given.
type boardLayout struct{ width float32 }

func (l *boardLayout) wide() bool { return l.width >= wideLeast }

func (l *boardLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	figures, days, waiting, charts := objects[0], objects[1], objects[2], objects[3:]
	top := figures.MinSize().Height
	place(figures, fyne.NewPos(0, 0), fyne.NewSize(size.Width, top))
	columns := float32(2)
	if l.wide() {
		columns = 3
	}
	column := fyne.NewSize((size.Width-gap*(columns-1))/columns, size.Height-top-gap)
	at := fyne.NewPos(0, top+gap)
	place(days, at, column)
	at.X += column.Width + gap
	own := waiting.MinSize().Height
	place(waiting, at, fyne.NewSize(column.Width, own))
	below, least := fyne.NewSize(column.Width, column.Height-own-gap), 1
	if l.wide() {
		charts = fillWithCharts(charts, at.AddXY(column.Width+gap, 0), column, chartGood, 1)
		least = 0
	}
	for _, rest := range fillWithCharts(charts, at.AddXY(0, own+gap), below, chartLeast, least) {
		rest.Hide()
	}
}

// fillWithCharts puts charts under each other into a place, as many as can be so high there but at least some, and
// returns the others.
func fillWithCharts(charts []fyne.CanvasObject, at fyne.Position, size fyne.Size, high float32, least int) []fyne.CanvasObject {
	n := min(len(charts), max(least, int((size.Height+gap)/(high+gap))))
	height := min(chartMost, (size.Height-gap*float32(n-1))/float32(max(1, n)))
	for i, c := range charts[:n] {
		c.Show()
		place(c, at.AddXY(0, (height+gap)*float32(i)), fyne.NewSize(size.Width, height))
	}
	return charts[n:]
}

func place(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
}

func (l *boardLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	figures, days, waiting := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	right := waiting.Height
	if !l.wide() {
		right += gap + chartLeast
	}
	return fyne.NewSize(max(figures.Width, days.Width+gap+waiting.Width), figures.Height+gap+max(days.Height, right))
}

// daysLayout puts cards under each other. The last one is shown only where it has room; the last that is shown reaches
// to the bottom.
type daysLayout struct{}

func (daysLayout) Layout(cards []fyne.CanvasObject, size fyne.Size) {
	y, last := float32(0), len(cards)-1
	for i, c := range cards {
		height := c.MinSize().Height
		if i == last && i > 0 && y+height > size.Height {
			c.Hide()
			break
		}
		c.Show()
		next := size.Height
		if i < last {
			next = y + height + gap + cards[i+1].MinSize().Height
		}
		if i == last || i == last-1 && next > size.Height {
			height = size.Height - y
		}
		place(c, fyne.NewPos(0, y), fyne.NewSize(size.Width, height))
		y += height + gap
	}
}

func (daysLayout) MinSize(cards []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for i, c := range cards {
		least := c.MinSize()
		size.Width = max(size.Width, least.Width)
		if i == 0 {
			size.Height = least.Height
		} else if i < len(cards)-1 {
			size.Height += gap + least.Height
		}
	}
	return size
}
