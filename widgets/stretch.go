package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Stretch is content of a dialog that scrolls by itself, as a list: it is as high as Wanted where the window has room
// and gives way down to its least height where it has not.
type Stretch struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	Wanted  float32 // height

	bleeds bool // into the padding of the dialog, which stands inside its content
}

// NewRoll returns content that scrolls inside a dialog and is as high as wanted, or as it needs, if there is room. It
// reaches to the edges of the dialog, so that the frames in it are not cut and the bar stands beside them.
func NewRoll(content fyne.CanvasObject, wanted float32) *Stretch {
	inset := layout.NewCustomPaddedLayout(rollInset, rollInset, dialogPadding, dialogPadding)
	scroll := NewVScroll(container.New(inset, content))
	s := NewStretch(scroll, min(wanted, scroll.Content.MinSize().Height))
	s.bleeds = true
	return s
}

// rollInset is the space above and below what rolls: that of an outline with the keyboard.
const rollInset float32 = 3

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
