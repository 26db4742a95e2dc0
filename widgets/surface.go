package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Surface paints a colour of the theme behind its content and follows a change of theme.
type Surface struct {
	widget.BaseWidget
	Color   fyne.ThemeColorName
	Content fyne.CanvasObject
}

// NewSurface returns content on a colour.
func NewSurface(color fyne.ThemeColorName, content fyne.CanvasObject) *Surface {
	s := &Surface{Color: color, Content: content}
	s.ExtendBaseWidget(s)
	return s
}

// NewLine returns a hairline as wide as its place.
func NewLine() *Surface {
	line := canvas.NewRectangle(color.Transparent)
	line.SetMinSize(fyne.NewSize(1, 1))
	return NewSurface(assets.ColorLine, line)
}

// CreateRenderer draws the surface.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &surfaceRenderer{of: s, back: canvas.NewRectangle(colorOf(s, s.Color))}
	return r
}

type surfaceRenderer struct {
	of   *Surface
	back *canvas.Rectangle
}

func (r *surfaceRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.of.Content.Resize(size)
}

func (r *surfaceRenderer) MinSize() fyne.Size { return r.of.Content.MinSize() }

func (r *surfaceRenderer) Refresh() {
	r.back.FillColor = colorOf(r.of, r.of.Color)
	r.back.Refresh()
	r.of.Content.Refresh()
}

func (r *surfaceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.of.Content}
}

func (r *surfaceRenderer) Destroy() {}
