package assets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours of our own, beside Fyne's names. A soft colour is the surface under
// text of its plain namesake.
const (
	ColorPanel      fyne.ThemeColorName = "sayaPanel"      // cards, tables, the top bar
	ColorSide       fyne.ThemeColorName = "sayaSide"       // sidebar, status bar
	ColorZebra      fyne.ThemeColorName = "sayaZebra"      // every second table row
	ColorDim        fyne.ThemeColorName = "sayaDim"        // secondary text
	ColorLine       fyne.ThemeColorName = "sayaLine"       // hairlines, edges of cards
	ColorEdge       fyne.ThemeColorName = "sayaEdge"       // edges of what is pressed or written in
	ColorGreySoft   fyne.ThemeColorName = "sayaGreySoft"   // under a grey tag
	ColorAccentSoft fyne.ThemeColorName = "sayaAccentSoft" // selection
	ColorOk         fyne.ThemeColorName = "sayaOk"
	ColorOkSoft     fyne.ThemeColorName = "sayaOkSoft"
	ColorWarn       fyne.ThemeColorName = "sayaWarn"
	ColorWarnSoft   fyne.ThemeColorName = "sayaWarnSoft"
	ColorBad        fyne.ThemeColorName = "sayaBad"
	ColorBadSoft    fyne.ThemeColorName = "sayaBadSoft"
	ColorInfo       fyne.ThemeColorName = "sayaInfo"
	ColorInfoSoft   fyne.ThemeColorName = "sayaInfoSoft"
)

// palette holds the values of one variant as 0xRRGGBB; everything else is
// derived from them.
type palette struct {
	background, panel, side, zebra   uint32
	ink, dim, line, edge, greySoft   uint32
	accent, accentSoft               uint32
	ok, okSoft, warn, warnSoft       uint32
	bad, badSoft, info, infoSoft     uint32
	hover, pressed, scrollBar, shade uint8 // opacity of ink, and of the shadow
}

// Dim, ok and warn are a little darker than first drawn: every text has at
// least 4.5:1 on each surface it is put on (held by a test).
func light() palette {
	return palette{
		background: 0xF6F4F1, panel: 0xFFFFFF, side: 0xEFEBE6, zebra: 0xFAF8F6,
		ink: 0x2B2724, dim: 0x6E665F, line: 0xE2DCD5, edge: 0xD0C8C0, greySoft: 0xEFEBE6,
		accent: 0x8A4B5C, accentSoft: 0xF3E4E8,
		ok: 0x3B7352, okSoft: 0xE2F0E7, warn: 0x8B5F10, warnSoft: 0xFBF0D9,
		bad: 0xA63A32, badSoft: 0xF8E3E1, info: 0x3B6A8F, infoSoft: 0xE1ECF4,
		hover: 0x0C, pressed: 0x1C, scrollBar: 0x50, shade: 0x28,
	}
}

func dark() palette {
	return palette{
		background: 0x1E1C1B, panel: 0x282523, side: 0x232120, zebra: 0x2C2927,
		ink: 0xEFEAE6, dim: 0xA79E97, line: 0x3A3633, edge: 0x5E5751, greySoft: 0x3A3633,
		accent: 0xD98BA0, accentSoft: 0x43303A,
		ok: 0x7FC39B, okSoft: 0x24382D, warn: 0xE0B25C, warnSoft: 0x3F3420,
		bad: 0xE58A82, badSoft: 0x452A28, info: 0x8DBBE0, infoSoft: 0x26353F,
		hover: 0x0C, pressed: 0x1C, scrollBar: 0x50, shade: 0x70,
	}
}

func lightColors(name fyne.ThemeColorName) (color.Color, bool) { return light().color(name) }

func darkColors(name fyne.ThemeColorName) (color.Color, bool) { return dark().color(name) }

// color answers our names and the plain ones of Fyne.
func (p palette) color(name fyne.ThemeColorName) (color.Color, bool) {
	switch name {
	case theme.ColorNameBackground, theme.ColorNameInputBackground:
		return solid(p.background), true
	case ColorPanel, theme.ColorNameButton, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground,
		theme.ColorNameHeaderBackground:
		return solid(p.panel), true
	case ColorSide, theme.ColorNameDisabledButton, theme.ColorNameInnerWindowBorder:
		return solid(p.side), true
	case ColorZebra:
		return solid(p.zebra), true
	case theme.ColorNameForeground:
		return solid(p.ink), true
	case ColorDim, theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return solid(p.dim), true
	case ColorLine, theme.ColorNameSeparator:
		return solid(p.line), true
	case ColorEdge, theme.ColorNameInputBorder:
		return solid(p.edge), true
	case ColorGreySoft:
		return solid(p.greySoft), true
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return solid(p.accent), true
	case ColorAccentSoft, theme.ColorNameSelection:
		return solid(p.accentSoft), true
	default:
		return p.tone(name)
	}
}

// tone answers the colours of states and those laid over others.
func (p palette) tone(name fyne.ThemeColorName) (color.Color, bool) {
	switch name {
	case ColorOk, theme.ColorNameSuccess:
		return solid(p.ok), true
	case ColorOkSoft:
		return solid(p.okSoft), true
	case ColorWarn, theme.ColorNameWarning:
		return solid(p.warn), true
	case ColorWarnSoft:
		return solid(p.warnSoft), true
	case ColorBad, theme.ColorNameError:
		return solid(p.bad), true
	case ColorBadSoft:
		return solid(p.badSoft), true
	case ColorInfo:
		return solid(p.info), true
	case ColorInfoSoft:
		return solid(p.infoSoft), true
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError,
		theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return solid(p.panel), true
	case theme.ColorNameFocus:
		return over(p.accent, 0x60), true
	case theme.ColorNameHover:
		return over(p.ink, p.hover), true
	case theme.ColorNamePressed:
		return over(p.ink, p.pressed), true
	case theme.ColorNameScrollBar:
		return over(p.ink, p.scrollBar), true
	case theme.ColorNameScrollBarBackground:
		return over(p.ink, 0), true
	case theme.ColorNameShadow:
		return over(0, p.shade), true
	default:
		return nil, false
	}
}

func solid(rgb uint32) color.Color { return over(rgb, 0xFF) }

func over(rgb uint32, alpha uint8) color.Color {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: alpha}
}
