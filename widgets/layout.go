package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// columnsLayout shares the width by weights.
type columnsLayout struct {
	gap     float32
	weights []float32
}

// NewColumns lays objects side by side, gap apart, and shares the width by
// weights; an object without a weight has 1. Where a share is less than the
// least width of its object, the others give way. All are as tall as the place.
func NewColumns(gap float32, weights ...float32) fyne.Layout {
	return &columnsLayout{gap: gap, weights: weights}
}

func (l *columnsLayout) weight(i int) float32 {
	if i < len(l.weights) {
		return l.weights[i]
	}
	return 1
}

func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for i, o := range visible(objects) {
		least := o.MinSize()
		size.Width += least.Width
		if i > 0 {
			size.Width += l.gap
		}
		size.Height = max(size.Height, least.Height)
	}
	return size
}

func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects = visible(objects)
	x := float32(0)
	for i, width := range l.share(objects, size.Width) {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
		x += width + l.gap
	}
}

// share gives each object its width: first those their least that would get
// less by weight, then the rest by weight.
func (l *columnsLayout) share(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	left, weights := width-l.gap*float32(len(objects)-1), float32(0)
	for i := range objects {
		weights += l.weight(i)
	}
	for again := true; again; {
		again = false
		for i, o := range objects {
			least := o.MinSize().Width
			if widths[i] == 0 && least > 0 && left*l.weight(i)/weights < least {
				widths[i] = least
				left -= least
				weights -= l.weight(i)
				again = weights > 0
				break
			}
		}
	}
	for i := range objects {
		if widths[i] == 0 && weights > 0 {
			widths[i] = max(0, left*l.weight(i)/weights)
		}
	}
	return widths
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

func tallest(objects []fyne.CanvasObject) float32 {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return height
}

// linePadding is the space above and below the hairline between two lines.
const linePadding float32 = 8

// NewLines puts objects under each other with hairlines between them.
func NewLines(objects ...fyne.CanvasObject) *fyne.Container {
	lines := container.New(layout.NewCustomPaddedVBoxLayout(linePadding))
	for i, o := range objects {
		if i > 0 {
			lines.Add(widget.NewSeparator())
		}
		lines.Add(o)
	}
	return lines
}

// NewStack puts objects under each other, gap apart.
func NewStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// NewSpread puts left and right at the two ends of a line; left takes the room.
func NewSpread(left, right fyne.CanvasObject) *fyne.Container {
	return container.NewBorder(nil, nil, nil, right, left)
}
