package assets

import (
	_ "embed"

	"fyne.io/fyne/v2"
)

// The full Noto Sans (OFL, assets/fonts/OFL.txt): the subset bundled with Fyne
// draws the Kazakh letter і without its dot.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	fontRegular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	fontBold []byte
	//go:embed fonts/NotoSans-Italic.ttf
	fontItalic []byte
	//go:embed fonts/NotoSans-BoldItalic.ttf
	fontBoldItalic []byte
)

// fontSet holds the faces as resources, made once a theme: Fyne caches faces
// by the identity of their resource.
type fontSet struct {
	regular, bold, italic, boldItalic fyne.Resource
}

func newFontSet() fontSet {
	return fontSet{
		regular:    fyne.NewStaticResource("NotoSans-Regular.ttf", fontRegular),
		bold:       fyne.NewStaticResource("NotoSans-Bold.ttf", fontBold),
		italic:     fyne.NewStaticResource("NotoSans-Italic.ttf", fontItalic),
		boldItalic: fyne.NewStaticResource("NotoSans-BoldItalic.ttf", fontBoldItalic),
	}
}

func (f fontSet) face(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Bold && style.Italic:
		return f.boldItalic
	case style.Bold:
		return f.bold
	case style.Italic:
		return f.italic
	default:
		return f.regular
	}
}
