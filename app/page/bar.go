package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/widgets"
)

const (
	barGap    float32 = 10
	barHeight float32 = 34 // that of a button, also without one
)

// Bar is the top of a page: its title, an object beside it or instead of it, and actions on the right, of which those
// that are [Elastic] give way in a narrow window; in one that is narrower still the actions stand below.
func Bar(title string, beside fyne.CanvasObject, actions ...fyne.CanvasObject) fyne.CanvasObject {
	var left []fyne.CanvasObject
	if title != "" {
		left = append(left, widgets.NewTitle(title))
	}
	if beside != nil {
		left = append(left, beside)
	}
	row := container.New(&barLayout{}, append([]fyne.CanvasObject{container.New(barLeftLayout{}, left...)}, actions...)...)
	return widgets.NewStack(0, panel(container.New(layout.NewCustomPaddedLayout(12, 12, 18, 18), row)), widgets.NewLine())
}

// Elastic gives an object in a [Bar] the width most, or less where there is less room, down to least.
func Elastic(o fyne.CanvasObject, least, most float32) fyne.CanvasObject {
	return container.New(&elasticLayout{wideLayout{least}, most}, o)
}

type elasticLayout struct {
	wideLayout
	most float32
}

// barLayout puts the first object at the left and the others at the right, or below it where there is no room. What it
// needs in height follows the width it was last given.
type barLayout struct{ width float32 }

func (l *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if row := inRow(objects); row.Width > size.Width {
		inRows(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
			o.Move(at)
			o.Resize(size)
		})
	} else {
		fillRow(objects, size, size.Width-row.Width)
	}
}

func (l *barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := inRow(objects)
	if l.width > 0 && size.Width > l.width {
		size.Height = inRows(objects, l.width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
	}
	size.Width = 0
	for _, o := range objects {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	return size
}

// inRow is what the objects need side by side.
func inRow(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(-barGap, barHeight)
	for _, o := range objects {
		least := o.MinSize()
		size = fyne.NewSize(size.Width+least.Width+barGap, max(size.Height, least.Height))
	}
	return size
}

// fillRow puts the objects side by side; those that are elastic share what is spare.
func fillRow(objects []fyne.CanvasObject, size fyne.Size, spare float32) {
	right, elastic := size.Width, 0
	for _, o := range objects {
		if elasticOf(o) != nil {
			elastic++
		}
	}
	for i := len(objects) - 1; i > 0; i-- {
		width := objects[i].MinSize().Width
		if e := elasticOf(objects[i]); e != nil { // what one does not take is for those before it
			more := min(spare/float32(elastic), max(0, e.most-width))
			width, spare, elastic = width+more, spare-more, elastic-1
		}
		objects[i].Resize(fyne.NewSize(width, size.Height))
		objects[i].Move(fyne.NewPos(right-width, 0))
		right -= width + barGap
	}
	objects[0].Resize(fyne.NewSize(max(0, right), size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
}

// inRows puts the first object above the others, which go on in another row where there is no room, and returns the
// height of it all. An elastic one has what is left of its row.
func inRows(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	y := max(barHeight, objects[0].MinSize().Height)
	place(objects[0], fyne.NewPos(0, 0), fyne.NewSize(width, y))
	for rest := objects[1:]; len(rest) > 0; y += barGap + barHeight {
		n := 1
		for n < len(rest) && inRow(rest[:n+1]).Width <= width {
			n++
		}
		x, left := float32(0), max(0, width-inRow(rest[:n]).Width)
		for _, o := range rest[:n] {
			size := fyne.NewSize(min(o.MinSize().Width, width), barHeight)
			if e := elasticOf(o); e != nil {
				more := min(left, max(0, e.most-size.Width))
				size.Width, left = size.Width+more, left-more
			}
			place(o, fyne.NewPos(x, y+barGap), size)
			x += size.Width + barGap
		}
		rest = rest[n:]
	}
	return y
}

func elasticOf(o fyne.CanvasObject) *elasticLayout {
	if c, ok := o.(*fyne.Container); ok {
		e, _ := c.Layout.(*elasticLayout)
		return e
	}
	return nil
}

// barLeftLayout puts objects side by side, in the middle of the height; the last one has the rest of the width.
type barLeftLayout struct{}

func (barLeftLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, o := range objects {
		least := o.MinSize()
		if i == len(objects)-1 {
			least.Width = max(least.Width, size.Width-x)
		}
		o.Resize(least)
		o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		x += least.Width + barGap
	}
}

func (barLeftLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	for i, o := range objects {
		least := o.MinSize()
		if i > 0 {
			size.Width += barGap
		}
		size = fyne.NewSize(size.Width+least.Width, max(size.Height, least.Height))
	}
	return size
}
