package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/widgets"
)

// columnLayout puts objects under each other in a column of one width, each as high as it needs to be there: texts that
// wrap, and forms whole.
type columnLayout struct{ width float32 }

const columnGap float32 = 14

// column returns objects under each other.
func column(width float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout{width}, objects...)
}

func (l columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		height, over := heightIn(o, size.Width), bleed(o)
		o.Move(fyne.NewPos(-over, y))
		o.Resize(fyne.NewSize(size.Width+2*over, height))
		if height > 0 {
			y += height + columnGap
		}
	}
}

func (l columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	total := float32(0)
	for _, o := range objects {
		if height := heightIn(o, l.width); height > 0 {
			total += height + columnGap
		}
	}
	return fyne.NewSize(l.width, max(0, total-columnGap))
}

// heightIn is the height that an object needs in a column, 0 when nothing of it is seen.
func heightIn(o fyne.CanvasObject, width float32) float32 {
	if !o.Visible() {
		return 0
	}
	if tall, ok := o.(interface{ HeightFor(width float32) float32 }); ok {
		return tall.HeightFor(width + 2*bleed(o))
	}
	return o.MinSize().Height
}

// bleed is how far an object goes over the sides of its column: a form has padding inside, so that the frames of its
// fields are not cut.
func bleed(o fyne.CanvasObject) float32 {
	if form, ok := o.(*widgets.Form); ok {
		form.Padding = formBleed
		return formBleed
	}
	return 0
}

const formBleed float32 = 3

// flush puts a quiet button in line with the texts above it, at the left.
func flush(b *widgets.Button) *widgets.Button {
	b.Flush = true
	return b
}

// flushEnd does so at the right.
func flushEnd(b *widgets.Button) *widgets.Button {
	b.FlushEnd = true
	return b
}

// buttons are a line of buttons: those that lead on stand at the right, those that lead back or aside at the left.
func buttons(left, right []fyne.CanvasObject) fyne.CanvasObject {
	row := func(objects []fyne.CanvasObject) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedHBoxLayout(8), objects...)
	}
	return container.NewBorder(nil, nil, row(left), row(right))
}

// panel is a page of one card, which a form may make higher than the window.
func panel(objects *fyne.Container) fyne.CanvasObject {
	card := widgets.NewCard("", container.New(layout.NewCustomPaddedLayout(10, 10, 14, 14), objects))
	return container.New(layout.NewCustomPaddedLayout(24, 24, 24, 24), card)
}
