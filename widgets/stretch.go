package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Stretch is content of a dialog that scrolls by itself, as a list: it is as high as Wanted where the window has room
// and gives way down to its least height where it has not.
type Stretch struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	Wanted  float32 // height
}

// NewStretch returns content that is as high as wanted if there is room.
func NewStretch(content fyne.CanvasObject, wanted float32) *Stretch {
	s := &Stretch{Content: content, Wanted: wanted}
	s.ExtendBaseWidget(s)
	return s
}

// HeightFor is the height wanted, whatever the width.
func (s *Stretch) HeightFor(float32) float32 { return max(s.Wanted, s.MinSize().Height) }

// CreateRenderer draws the content.
func (s *Stretch) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return widget.NewSimpleRenderer(s.Content)
}
