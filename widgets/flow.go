package widgets

import (
	"fyne.io/fyne/v2"
)

// flowLayout is rows of objects of their own widths.
type flowLayout struct {
	gap   float32
	width float32 // of the last layout
}

// NewFlow lays objects side by side, each as wide as it needs to be, and goes on in another row where there is no room.
// In a row all have their middles at one height. What it needs in height follows the width it was last given: it belongs into a
// scroller or into a column with room below.
func NewFlow(gap float32) fyne.Layout { return &flowLayout{gap: gap} }

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range visible(objects) {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	size.Height = l.arrange(objects, l.width, nil)
	return size
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, least fyne.Size) {
		o.Move(at)
		o.Resize(least)
	})
}

// arrange puts the objects into rows of a width and returns their height; 0 is one row without end.
func (l *flowLayout) arrange(objects []fyne.CanvasObject, width float32, place placer) float32 {
	y := float32(0)
	for rest := visible(objects); len(rest) > 0; {
		n := l.row(rest, width)
		if y > 0 {
			y += l.gap
		}
		x, height := float32(0), tallest(rest[:n])
		for _, o := range rest[:n] {
			least := o.MinSize()
			place.put(o, fyne.NewPos(x, y+(height-least.Height)/2), least)
			x += least.Width + l.gap
		}
		y += height
		rest = rest[n:]
	}
	return y
}

// row is how many of the objects stand in the first row.
func (l *flowLayout) row(objects []fyne.CanvasObject, width float32) int {
	x := float32(0)
	for i, o := range objects {
		x += o.MinSize().Width
		if i > 0 && width > 0 && x > width {
			return i
		}
		x += l.gap
	}
	return len(objects)
}

// Settle gives an object its size in two steps: what wraps in it learns its width from the first and has its height in
// the second.
func Settle(o fyne.CanvasObject, size fyne.Size) {
	o.Resize(fyne.NewSize(size.Width, size.Height+1))
	o.Resize(size)
}
