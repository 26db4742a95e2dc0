package assets_test

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/assets"
)

// draw returns a text as the window would show it, black on white.
func draw(text string, style fyne.TextStyle) image.Image {
	t := canvas.NewText(text, color.Black)
	t.TextSize, t.TextStyle = 48, style
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(t)
	c.Resize(t.MinSize())
	return c.Capture()
}

func inked(img image.Image, x, y int) bool {
	r, _, _, _ := img.At(x, y).RGBA()
	return r < 0x8000
}

// bands returns where pieces of ink begin that lie above each other with white
// between.
func bands(img image.Image) []int {
	tops, before := []int{}, false
	for y := range img.Bounds().Dy() {
		row := false
		for x := range img.Bounds().Dx() {
			row = row || inked(img, x, y)
		}
		if row && !before {
			tops = append(tops, y)
		}
		before = row
	}
	return tops
}

// above counts the pieces of ink beside each other above a height.
func above(img image.Image, height int) int {
	count, before := 0, false
	for x := range img.Bounds().Dx() {
		column := false
		for y := range height {
			column = column || inked(img, x, y)
		}
		if column && !before {
			count++
		}
		before = column
	}
	return count
}

// TestKazakhDotsAreDrawn looks at the letter і, which the font that Fyne
// brings draws without its dot.
func TestKazakhDotsAreDrawn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	for name, style := range map[string]fyne.TextStyle{
		"regular": {}, "bold": {Bold: true}, "italic": {Italic: true}, "bold italic": {Bold: true, Italic: true},
	} {
		stem := bands(draw("ı", style))
		require.Len(t, stem, 1, "%s: a stem", name)
		require.Len(t, bands(draw("і", style)), 2, "%s: a stem and a dot", name)
		lower := stem[0] - 3 // round letters stand out a little
		require.Equal(t, 3, above(draw("Еріктілер", style), lower), "%s: the capital and two dots", name)
		require.Equal(t, 1, above(draw("Ерıктıлер", style), lower), "%s: the capital", name)
	}
}
