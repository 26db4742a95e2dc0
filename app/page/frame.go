package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/assets"
	"saya/widgets"
)

// Frame puts a bar and, unless nil, filters above the body of a page.
func Frame(bar, filters, body fyne.CanvasObject) fyne.CanvasObject {
	top := widgets.NewStack(0, bar)
	if filters != nil {
		top.Add(panel(container.New(layout.NewCustomPaddedLayout(10, 10, 18, 18), filters)))
	}
	return container.New(frameLayout{}, top, body)
}

// Beside puts a panel of its own width, a hairline and a body side by side.
func Beside(panel, body fyne.CanvasObject) fyne.CanvasObject {
	return container.New(besideLayout{}, panel, widgets.NewLine(), body)
}

// besideLayout leaves no gaps, as stock borders do.
type besideLayout struct{}

func (besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	panel, line, body := objects[0], objects[1], objects[2]
	width := panel.MinSize().Width
	panel.Resize(fyne.NewSize(width, size.Height))
	line.Move(fyne.NewPos(width, 0))
	line.Resize(fyne.NewSize(1, size.Height))
	body.Move(fyne.NewPos(width+1, 0))
	body.Resize(fyne.NewSize(max(0, size.Width-width-1), size.Height))
}

func (besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	panel, body := objects[0].MinSize(), objects[2].MinSize()
	return fyne.NewSize(panel.Width+1+body.Width, max(panel.Height, body.Height))
}

// Wide gives an object a width of its own.
func Wide(o fyne.CanvasObject, width float32) fyne.CanvasObject {
	return container.New(&wideLayout{width}, o)
}

// panel puts the surface of a panel behind an object.
func panel(o fyne.CanvasObject) fyne.CanvasObject { return widgets.NewSurface(assets.ColorPanel, o) }

type wideLayout struct{ width float32 }

func (l *wideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
}

func (l *wideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, objects[0].MinSize().Height)
}

// frameLayout stacks without the gaps that stock boxes leave.
type frameLayout struct{}

func (frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, body := objects[0], objects[1]
	top.Resize(fyne.NewSize(size.Width, top.MinSize().Height))
	height := top.MinSize().Height // what wraps has learned its width
	top.Resize(fyne.NewSize(size.Width, height))
	body.Move(fyne.NewPos(0, height))
	body.Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
}

func (frameLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

// Above puts an object, whose texts wrap, above another one, which takes the rest of the height.
func Above(top, rest fyne.CanvasObject) *fyne.Container {
	return container.New(aboveLayout{}, top, rest)
}

type aboveLayout struct{}

func (aboveLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, rest := objects[0], objects[1]
	widgets.Settle(top, fyne.NewSize(size.Width, top.MinSize().Height))
	height := top.MinSize().Height // of texts that know their width by now
	top.Resize(fyne.NewSize(size.Width, height))
	rest.Move(fyne.NewPos(0, height))
	rest.Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
}

// MinSize is without the height of the first object: texts that do not know their width yet would ask for a window of
// any height.
func (aboveLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	top, rest := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(top.Width, rest.Width), rest.Height)
}

// Fixed is a layout that asks for a size of its own and gives its one object all of the place.
func Fixed(size fyne.Size) fyne.Layout { return fixedLayout{size} }

type fixedLayout struct{ size fyne.Size }

func (fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (l fixedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.size }

// ImportButton leads to where spreadsheets come in.
func (e Env) ImportButton() fyne.CanvasObject {
	return widgets.NewButton(e.T("page.import"), assets.IconImport, func() { e.Window.Open("imports", 0) })
}
