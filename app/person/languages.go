package person

import (
	"slices"
	"strings"

	"saya/app/page"
	"saya/data"
	"saya/data/fold"
	"saya/widgets"
)

// newLanguages returns a field of languages, each offered with every level: «англ b1» finds one.
func newLanguages(env page.Env) *widgets.MultiSelect {
	m := widgets.NewMultiSelect(fold.Key, env.SelectTexts())
	var options []widgets.Option
	for _, level := range languageLevels() {
		for _, code := range languageCodes() {
			options = append(options, languageOption(env, data.Language{Code: code, Level: level}))
		}
	}
	m.SetOptions(options)
	m.OnChanged = func(chosen []widgets.Option) {
		if once := oneLevelEach(chosen); len(once) < len(chosen) {
			m.SetSelected(once)
		}
	}
	return m
}

func languageOption(env page.Env, l data.Language) widgets.Option {
	return widgets.Option{ID: l.Code + ":" + l.Level, Text: languageText(env, l)}
}

func languageOf(id string) data.Language {
	code, level, _ := strings.Cut(id, ":")
	return data.Language{Code: code, Level: level}
}

// oneLevelEach keeps of a language what was chosen last, in the place where it was chosen first.
func oneLevelEach(chosen []widgets.Option) []widgets.Option {
	var once []widgets.Option
	for _, o := range chosen {
		code := languageOf(o.ID).Code
		at := slices.IndexFunc(once, func(has widgets.Option) bool { return languageOf(has.ID).Code == code })
		if at < 0 {
			once = append(once, o)
			continue
		}
		once[at] = o
	}
	return once
}

func languageOptions(env page.Env, all data.Languages) []widgets.Option {
	out := make([]widgets.Option, len(all))
	for i, l := range all {
		out[i] = languageOption(env, l)
	}
	return out
}

func readLanguages(m *widgets.MultiSelect) data.Languages {
	var all data.Languages
	for _, id := range m.IDs() {
		all = append(all, languageOf(id))
	}
	return all
}

// LanguageOptions are the languages that are offered, without levels.
func LanguageOptions(env page.Env) []widgets.Option {
	var out []widgets.Option
	for _, code := range languageCodes() {
		out = append(out, widgets.Option{ID: code, Text: language(env, code)})
	}
	return out
}
