package shell

import (
	"cmp"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"saya/app/page"
	"saya/assets"
	"saya/assets/locale"
)

// The names of the choices that the window keeps between runs.
const (
	PrefLanguage = "language"
	PrefTheme    = "theme"
	PrefScale    = "scale"        // of everything, in percent
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

// SetLanguage rebuilds the window in another language, in the same section.
func (s *Shell) SetLanguage(lang locale.Lang) {
	if lang == s.env.Text.Lang() {
		return
	}
	s.Page().Leave(func() {
		s.env.Text = locale.New(lang)
		s.env.Prefs.SetString(PrefLanguage, string(lang))
		TranslateFyne(lang)
		current := s.current
		s.build()
		s.current = ""
		s.Open(current, 0)
	})
}

// Theme implements [page.Looks].
func (s *Shell) Theme() string { return cmp.Or(s.env.Prefs.String(PrefTheme), themeSystem) }

// SetTheme implements [page.Looks].
func (s *Shell) SetTheme(name string) {
	s.env.Prefs.SetString(PrefTheme, name)
	fyne.CurrentApp().Settings().SetTheme(assets.NewTheme(Variant(name)))
}

// Scale implements [page.Looks].
func (s *Shell) Scale() int { return Scale(s.env.Prefs) }

// SetScale implements [page.Looks].
func (s *Shell) SetScale(percent int) {
	s.env.Prefs.SetString(PrefScale, strconv.Itoa(max(page.LeastScale, min(percent, page.MostScale))))
}

// Scale is the size of everything that was chosen before, in percent.
func Scale(prefs page.Prefs) int {
	percent, err := strconv.Atoi(prefs.String(PrefScale))
	if err != nil || percent < page.LeastScale || percent > page.MostScale {
		return 100
	}
	return percent
}
