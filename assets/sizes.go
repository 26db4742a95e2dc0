package assets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Sizes of our own, beside Fyne's names: text sizes, then lengths.
const (
	SizeSmall     fyne.ThemeSizeName = "sayaSmall"     // table headers, secondary text, tags
	SizeTitle     fyne.ThemeSizeName = "sayaTitle"     // name of a section
	SizeCardTitle fyne.ThemeSizeName = "sayaCardTitle" // name of a person or event on a card
	SizeFigure    fyne.ThemeSizeName = "sayaFigure"    // a big number

	SizeRow       fyne.ThemeSizeName = "sayaRow"       // height of a table row
	SizeControl   fyne.ThemeSizeName = "sayaControl"   // height of a field or button
	SizePanel     fyne.ThemeSizeName = "sayaPanel"     // padding of a section
	SizeCard      fyne.ThemeSizeName = "sayaCard"      // padding inside a card
	SizeGap       fyne.ThemeSizeName = "sayaGap"       // between cards, beside table cells
	SizeFocusRing fyne.ThemeSizeName = "sayaFocusRing" // thickness of the focus mark
)

func sizes(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case theme.SizeNameText:
		return 13, true
	case SizeSmall, theme.SizeNameCaptionText:
		return 12, true
	case SizeTitle, theme.SizeNameHeadingText:
		return 20, true
	case SizeCardTitle:
		return 19, true
	case theme.SizeNameSubHeadingText:
		return 14, true
	case SizeFigure:
		return 26, true
	case SizeRow:
		return 30, true
	case SizeControl:
		return 34, true
	case SizePanel:
		return 18, true
	case SizeCard:
		return 14, true
	case SizeGap:
		return 10, true
	case SizeFocusRing:
		return 2, true
	case theme.SizeNameInlineIcon:
		return 18, true
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius:
		return 10, true
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return 8, true
	case theme.SizeNameSelectionRadius:
		return 7, true
	default:
		return 0, false
	}
}
