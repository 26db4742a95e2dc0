package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"saya/assets"
	"saya/assets/locale"
)

// The names of the choices that the window keeps between runs.
const (
	PrefLanguage = "language"
	PrefTheme    = "theme"
	PrefLock     = "idle_minutes" // without anybody at the window until it is locked
)

// Variant is the look of a saved choice.
func Variant(name string) fyne.ThemeVariant {
	switch name {
	case "light":
		return theme.VariantLight
	case "dark":
		return theme.VariantDark
	}
	return assets.FollowSystem
}

// TranslateFyne makes Fyne's own few texts follow the language of the program: Fyne reads it from the system only,
// so the chosen language is registered under the system's name.
func TranslateFyne(l locale.Lang) {
	texts, err := locale.FyneTexts(l)
	if err == nil {
		err = lang.AddTranslationsForLocale(texts, lang.SystemLocale())
	}
	if err != nil {
		fyne.LogError("translating Fyne", err)
	}
}
