// Package assets is the look of the program: the theme with its colours and
// sizes, the fonts, the icons.
package assets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// FollowSystem as the variant of NewTheme takes light or dark from the system.
const FollowSystem fyne.ThemeVariant = 2

// appTheme draws Fyne's own widgets and ours from one table of colours.
type appTheme struct {
	variant fyne.ThemeVariant
	fonts   fontSet
	stock   fyne.Theme
}

// NewTheme returns the program's theme: theme.VariantLight, theme.VariantDark,
// or FollowSystem.
func NewTheme(variant fyne.ThemeVariant) fyne.Theme {
	return &appTheme{variant: variant, fonts: newFontSet(), stock: theme.DefaultTheme()}
}

// Color returns the colour of a name, Fyne's or one of ours.
func (t *appTheme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	variant := t.variant
	if variant != theme.VariantLight && variant != theme.VariantDark {
		variant = system
	}
	colors := lightColors
	if variant == theme.VariantDark {
		colors = darkColors
	}
	if c, ok := colors(name); ok {
		return c
	}
	return t.stock.Color(name, variant)
}

// Font returns Noto Sans, and Fyne's own face where Noto Sans has none
// (monospace, symbols).
func (t *appTheme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Monospace || style.Symbol {
		return t.stock.Font(style)
	}
	return t.fonts.face(style)
}

// Icon returns the picture Fyne's own widgets ask for, from our family where
// it has one.
func (t *appTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if own, ok := stockIcon(name); ok {
		return Icon(own)
	}
	return t.stock.Icon(name)
}

// Size returns a length in device independent pixels.
func (t *appTheme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes(name); ok {
		return size
	}
	return t.stock.Size(name)
}

// stockIcon maps the names of Fyne's widgets to our family, so that a dialog
// and a button of ours show the same pictures.
func stockIcon(name fyne.ThemeIconName) (IconName, bool) {
	switch name {
	case theme.IconNameCancel, theme.IconNameContentClear, theme.IconNameWindowClose:
		return IconClose, true
	case theme.IconNameConfirm:
		return IconCheck, true
	case theme.IconNameSearch:
		return IconSearch, true
	case theme.IconNameDelete:
		return IconDelete, true
	case theme.IconNameContentAdd:
		return IconPlus, true
	case theme.IconNameContentRemove:
		return IconMinus, true
	case theme.IconNameContentCopy:
		return IconCopy, true
	case theme.IconNameContentPaste:
		return IconPaste, true
	case theme.IconNameContentCut:
		return IconCut, true
	case theme.IconNameContentUndo:
		return IconUndo, true
	case theme.IconNameContentRedo:
		return IconRedo, true
	case theme.IconNameInfo:
		return IconInfo, true
	case theme.IconNameQuestion, theme.IconNameHelp:
		return IconHelp, true
	case theme.IconNameWarning:
		return IconWarning, true
	case theme.IconNameError:
		return IconError, true
	default:
		return stockNavigationIcon(name)
	}
}

func stockNavigationIcon(name fyne.ThemeIconName) (IconName, bool) {
	switch name {
	case theme.IconNameHome:
		return IconHome, true
	case theme.IconNameSettings:
		return IconSettings, true
	case theme.IconNameFolder:
		return IconFolder, true
	case theme.IconNameFolderOpen:
		return IconFolderOpen, true
	case theme.IconNameFile, theme.IconNameDocument:
		return IconFile, true
	case theme.IconNameDocumentSave:
		return IconSave, true
	case theme.IconNameNavigateBack:
		return IconBack, true
	case theme.IconNameNavigateNext:
		return IconForward, true
	case theme.IconNameArrowDropDown:
		return IconDown, true
	case theme.IconNameArrowDropUp:
		return IconUp, true
	case theme.IconNameMenuExpand:
		return IconRight, true
	case theme.IconNameMenu:
		return IconMenu, true
	case theme.IconNameMoreHorizontal:
		return IconMore, true
	case theme.IconNameVisibility:
		return IconShow, true
	case theme.IconNameVisibilityOff:
		return IconHide, true
	case theme.IconNameViewRefresh:
		return IconRefresh, true
	case theme.IconNameHistory:
		return IconHistory, true
	default:
		return "", false
	}
}
