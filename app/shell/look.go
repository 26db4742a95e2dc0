package shell

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"saya/app/page"
	"saya/assets"
	"saya/assets/locale"
)

// themeSystem is the choice of the look that the system has.
const themeSystem = "system"

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

// SetLanguage implements [page.Looks]: it builds the window anew in the section in front. Every page goes on as it was,
// with what is typed in it; only of a form that keeps nothing is asked before. Above a dialog nothing happens.
func (s *Shell) SetLanguage(l locale.Lang) {
	if l == s.env.Text.Lang() || s.modals.Open() {
		return
	}
	if s.Page().Editing() && !s.env.Drafts.Keep(s.current) {
		s.Page().Leave(func() { s.translate(l) })
		return
	}
	s.translate(l)
}

func (s *Shell) translate(l locale.Lang) {
	if err := s.env.KeepDrafts(context.Background()); err != nil {
		s.Fail(err)
	}
	s.noteRecord()
	s.states = s.pageStates()
	s.env.Drafts.CarryOver()
	s.env.Text = locale.New(l)
	s.env.Prefs.SetString(PrefLanguage, string(l))
	TranslateFyne(l)
	if s.Session != nil {
		s.Session.Speak(l)
	}
	current := s.current
	s.build()
	s.current = ""
	s.show(current, 0)
	s.Count()
}

// pageStates are those of the pages that were built, and of those that were built in the language before and not since.
func (s *Shell) pageStates() map[string]string {
	states := s.states
	if states == nil {
		states = map[string]string{}
	}
	for section, p := range s.pages {
		if keeper, ok := p.(page.Keeper); ok {
			states[section] = keeper.State()
		}
	}
	return states
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
	percent = max(page.LeastScale, min(percent, page.MostScale))
	s.env.Prefs.SetString(PrefScale, strconv.Itoa(percent))
	if err := ApplyScale(percent); err != nil {
		s.Fail(err)
		return
	}
	s.SetTheme(s.Theme()) // has the windows ask for the scale again
}

// EnvScale is where Fyne looks for the scale, each time that its settings change.
const EnvScale = "FYNE_SCALE"

// ApplyScale sets the size of everything, in percent; the windows that are open take it over when the theme is set.
func ApplyScale(percent int) error {
	if err := os.Setenv(EnvScale, strconv.FormatFloat(float64(percent)/100, 'f', -1, 64)); err != nil {
		return fmt.Errorf("setting the scale: %w", err)
	}
	return nil
}

// Scale is the size of everything that was chosen before, in percent: what Fyne makes of it, which draws in tenths.
func Scale(prefs page.Prefs) int {
	percent, err := strconv.Atoi(prefs.String(PrefScale))
	if err != nil || percent < page.LeastScale || percent > page.MostScale {
		return 100
	}
	return (percent + 5) / 10 * 10
}
