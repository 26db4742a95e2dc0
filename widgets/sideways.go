package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Sideways shows an object that may be wider than its place and is scrolled to the side then. One that fits stands there
// without a scroller: in pictures a scroller shows also what one around it should hide.
type Sideways struct {
	widget.BaseWidget
	content fyne.CanvasObject
	scroll  *container.Scroll
}

// NewSideways returns an object in such a place.
func NewSideways(content fyne.CanvasObject) *Sideways {
	s := &Sideways{content: content, scroll: container.NewHScroll(content)}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is used by Fyne.
func (s *Sideways) CreateRenderer() fyne.WidgetRenderer { return &sidewaysRenderer{s} }

type sidewaysRenderer struct{ *Sideways }

// sidewaysBar is the room for the bar below what is scrolled.
const sidewaysBar float32 = 14

func (r *sidewaysRenderer) over() bool { return r.content.MinSize().Width > r.Size().Width }

func (r *sidewaysRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.scroll.MinSize().Width, r.content.MinSize().Height+sidewaysBar)
}

func (r *sidewaysRenderer) Layout(size fyne.Size) {
	if r.over() {
		r.scroll.Resize(size)
		return
	}
	r.content.Move(fyne.NewPos(0, 0))
	r.content.Resize(fyne.NewSize(size.Width, r.content.MinSize().Height))
}

func (r *sidewaysRenderer) Refresh() { r.Layout(r.Size()) }

func (r *sidewaysRenderer) Objects() []fyne.CanvasObject {
	if r.over() {
		return []fyne.CanvasObject{r.scroll}
	}
	return []fyne.CanvasObject{r.content}
}

func (r *sidewaysRenderer) Destroy() {}
