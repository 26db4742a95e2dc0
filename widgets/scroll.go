package widgets

import (
	"math"

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
