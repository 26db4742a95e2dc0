package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
)

const (
	colorInk    = theme.ColorNameForeground
	colorAccent = theme.ColorNamePrimary
)

// frameLook is what decides how the frame of a field is drawn.
type frameLook struct {
	focused, hovered, invalid, disabled, readOnly bool
}

// frameColors returns the surface and border of a field: a hairline, thicker
// and in the accent with the keyboard, red while wrong.
func frameColors(w fyne.Widget, look frameLook) (fill, line color.Color, width float32) {
	fill, line, width = colorOf(w, theme.ColorNameInputBackground), colorOf(w, assets.ColorEdge), 1
	switch {
	case look.disabled:
		fill = colorOf(w, assets.ColorSide)
	case look.hovered:
		line = mix(line, colorOf(w, assets.ColorDim), 0.4)
	}
	if look.invalid {
		line = colorOf(w, assets.ColorBad)
	} else if look.focused {
		line = colorOf(w, colorAccent)
	}
	if look.readOnly {
		fill = seeThrough(line)
	}
	if look.focused {
		width = sizeOf(w, assets.SizeFocusRing)
	}
	return fill, line, width
}

// paintFrame draws one rectangle as the frame of a field.
func paintFrame(r *canvas.Rectangle, w fyne.Widget, look frameLook) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = frameColors(w, look)
	r.CornerRadius = sizeOf(w, theme.SizeNameInputRadius)
	r.Refresh()
}

// seeThrough is a colour that is not seen, for the inside of an outline: between
// outline and inside both are mixed, and color.Transparent, which is black,
// would darken the line. The driver takes alpha 0 for black too.
func seeThrough(c color.Color) color.Color {
	r, g, b, _ := c.RGBA()
	return color.NRGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 1}
}

// raise draws one rectangle as a surface above the page: popups, dialogs, toasts.
func raise(r *canvas.Rectangle, w fyne.Widget, radius fyne.ThemeSizeName) {
	r.FillColor = colorOf(w, assets.ColorPanel)
	r.StrokeColor = colorOf(w, assets.ColorLine)
	r.StrokeWidth = 1
	r.CornerRadius = sizeOf(w, radius)
	r.Shadow = canvas.Shadow{
		Color: colorOf(w, theme.ColorNameShadow), BlurRadius: 16,
		Offset: fyne.NewPos(0, 4), Variant: canvas.DropShadow,
	}
	r.Refresh()
}

// mix returns base with a share of other laid over it, for surfaces under the
// pointer.
func mix(base, other color.Color, share float64) color.Color {
	part := func(a, b uint32) uint8 {
		return uint8((float64(a)*(1-share) + float64(b)*share) / 0x101)
	}
	r1, g1, b1, _ := base.RGBA()
	r2, g2, b2, _ := other.RGBA()
	return color.NRGBA{R: part(r1, r2), G: part(g1, g2), B: part(b1, b2), A: 0xFF}
}
