package home

import "fyne.io/fyne/v2"

const (
	gap        float32 = 14
	wideLeast  float32 = 1240 // from which width on there are three columns
	chartLeast float32 = 168
	chartMost  float32 = 420
)

// boardLayout puts the figures above columns that reach to the bottom: what comes beside what waits with the charts
// below, or all three side by side where the window is wide. What it needs in height follows the width it was last given.
type boardLayout struct{ width float32 }

// columns are the widths of the columns; the last of two holds what waits and the charts.
func (l *boardLayout) columns(width float32) []float32 {
	if width < wideLeast {
		half := (width - gap) / 2
		return []float32{half, half}
	}
	third := (width - 2*gap) / 3
	return []float32{third, third, third}
}

func (l *boardLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	figures, days, waiting, charts := objects[0], objects[1], objects[2], objects[3]
	top := figures.MinSize().Height
	place(figures, fyne.NewPos(0, 0), fyne.NewSize(size.Width, top))
	y, height := top+gap, size.Height-top-gap
	columns := l.columns(size.Width)
	place(days, fyne.NewPos(0, y), fyne.NewSize(columns[0], height))
	x := columns[0] + gap
	if len(columns) == 3 {
		place(waiting, fyne.NewPos(x, y), fyne.NewSize(columns[1], height))
		place(charts, fyne.NewPos(x+columns[1]+gap, y), fyne.NewSize(columns[2], height))
		return
	}
	own := waiting.MinSize().Height
	place(waiting, fyne.NewPos(x, y), fyne.NewSize(columns[1], own))
	place(charts, fyne.NewPos(x, y+own+gap), fyne.NewSize(columns[1], height-own-gap))
}

func place(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
}

func (l *boardLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	figures, days, waiting, charts := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize(), objects[3].MinSize()
	right := waiting.Height + gap + charts.Height
	if len(l.columns(l.width)) == 3 {
		right = max(waiting.Height, charts.Height)
	}
	width := max(figures.Width, days.Width+gap+max(waiting.Width, charts.Width))
	return fyne.NewSize(width, figures.Height+gap+max(days.Height, right))
}

// chartsLayout shows as many charts under each other as have room, at least the first.
type chartsLayout struct{}

func (chartsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := max(1, min(len(objects), int((size.Height+gap)/(chartLeast+gap))))
	height := min(chartMost, (size.Height-gap*float32(n-1))/float32(n))
	for i, o := range objects {
		if i >= n {
			o.Hide()
			continue
		}
		o.Show()
		place(o, fyne.NewPos(0, (height+gap)*float32(i)), fyne.NewSize(size.Width, height))
	}
}

func (chartsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, chartLeast)
}
