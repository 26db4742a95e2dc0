package widgets

import (
	"fyne.io/fyne/v2"

	"saya/assets"
)

// NewSearchEntry returns a field of one line with a lens and, once something is typed, a cross that takes it away. Esc
// does what OnEscape says.
func NewSearchEntry() *Entry {
	e := &Entry{}
	e.Icon = assets.IconIn(assets.IconSearch, assets.ColorDim)
	e.clear = newIconTap(assets.IconClose, func() {
		e.SetText("")
		Focus(e)
	})
	e.clear.Hide()
	e.ActionItem = newSlot(e.clear)
	e.extend(e)
	return e
}

// newSlot is a place as large as its object, also while that is hidden: what stands before it does not move.
func newSlot(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: slotLayout{}, Objects: []fyne.CanvasObject{o}}
}

type slotLayout struct{}

func (slotLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least := objects[0].MinSize()
	objects[0].Move(fyne.NewPos((size.Width-least.Width)/2, (size.Height-least.Height)/2))
	objects[0].Resize(least)
}

func (slotLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
