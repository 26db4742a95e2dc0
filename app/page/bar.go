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
// that are [Elastic] give way in a narrow window.
func Bar(title string, beside fyne.CanvasObject, actions ...fyne.CanvasObject) fyne.CanvasObject {
	var left []fyne.CanvasObject
	if title != "" {
		left = append(left, widgets.NewTitle(title))
	}
	if beside != nil {
		left = append(left, beside)
	}
	row := container.New(barLayout{}, append([]fyne.CanvasObject{container.New(barLeftLayout{}, left...)}, actions...)...)
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

// barLayout puts the first object at the left and the others at the right.
type barLayout struct{}

func (l barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare := max(0, size.Width-l.MinSize(objects).Width)
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
}

func elasticOf(o fyne.CanvasObject) *elasticLayout {
	if c, ok := o.(*fyne.Container); ok {
		e, _ := c.Layout.(*elasticLayout)
		return e
	}
	return nil
}

func (barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, barHeight)
	for _, o := range objects {
		least := o.MinSize()
		size.Width += least.Width + barGap
		size.Height = max(size.Height, least.Height)
	}
	size.Width -= barGap
	return size
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
