package widgets

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Scroll is Fyne's scroller with a wheel as other programs have it.
type Scroll struct{ container.Scroll }

// NewScroll returns an object that is scrolled both ways where it is larger than its place.
func NewScroll(content fyne.CanvasObject) *Scroll { return newScroll(container.ScrollBoth, content) }

// NewVScroll returns an object that is scrolled up and down where it is higher than its place.
func NewVScroll(content fyne.CanvasObject) *Scroll {
	return newScroll(container.ScrollVerticalOnly, content)
}

func newScroll(direction container.ScrollDirection, content fyne.CanvasObject) *Scroll {
	s := &Scroll{container.Scroll{Direction: direction, Content: content}}
	s.ExtendBaseWidget(s)
	return s
}

// wheelNotch is how far Fyne scrolls for a notch of the wheel, less than a row of a list; wheelRows times that is three
// rows. A touch pad scrolls by any number and stays as it is.
const (
	wheelNotch float32 = 25
	wheelRows  float32 = 3.6
)

// Scrolled moves what is shown.
func (s *Scroll) Scrolled(e *fyne.ScrollEvent) {
	further := *e
	if math.Mod(float64(e.Scrolled.DY), float64(wheelNotch)) == 0 {
		further.Scrolled.DY *= wheelRows
	}
	s.Scroll.Scrolled(&further)
}

// CreateRenderer is Fyne's, which the Root of the window knows of.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return &scrollRenderer{WidgetRenderer: s.Scroll.CreateRenderer(), scroll: s}
}

type scrollRenderer struct {
	fyne.WidgetRenderer
	scroll *Scroll
	root   *Root // that knows of it, nil before it was first seen
}

// Objects is asked for whenever a window is drawn or searched, what is around before what is inside.
func (r *scrollRenderer) Objects() []fyne.CanvasObject {
	if r.root == nil {
		if r.root = rootOf(r.scroll); r.root != nil {
			r.root.scrolls = append(r.root.scrolls, r.scroll)
		}
	}
	return r.WidgetRenderer.Objects()
}

func (r *scrollRenderer) Destroy() {
	if r.root != nil {
		r.root.scrolls = slices.DeleteFunc(r.root.scrolls, func(s *Scroll) bool { return s == r.scroll })
	}
	r.WidgetRenderer.Destroy()
}

// revealTabbed scrolls whatever an object stands in until all of it is seen, if the keyboard came to it by Tab: Tab goes on
// below the edge too, but nothing moves under the pointer, nor when the window comes back to the front.
func revealTabbed(o fyne.CanvasObject) {
	root := rootOf(o)
	if root == nil || !root.tabbed {
		return
	}
	root.tabbed = false
	for _, s := range slices.Backward(root.scrolls) { // the inner ones first, which were seen later
		s.reveal(o)
	}
}

// revealed is the space between an edge and what was scrolled to.
const revealed float32 = 8

func (s *Scroll) reveal(o fyne.CanvasObject) {
	height, room := o.Size().Height, s.Size().Height
	if height > room || s.Content.Size().Height <= room || !s.holds(o) {
		return
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s).Y
	switch down := top + height - room; {
	case top < 0:
		s.ScrollToOffset(s.Offset.AddXY(0, max(-s.Offset.Y, top-revealed)))
	case down > 0:
		s.ScrollToOffset(s.Offset.AddXY(0, min(s.Content.Size().Height-room-s.Offset.Y, down+revealed)))
	}
}

// holds tells whether an object stands somewhere in the content: then it moves with it. The driver has no other way to ask.
func (s *Scroll) holds(o fyne.CanvasObject) bool {
	driver, own := fyne.CurrentApp().Driver(), s.Content.Position()
	at := driver.AbsolutePositionForObject(o)
	s.Content.Move(own.AddXY(1, 1))
	defer s.Content.Move(own)
	return driver.AbsolutePositionForObject(o) != at
}
