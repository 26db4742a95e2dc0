package page

import (
	"slices"

	"saya/assets/locale"
	"saya/widgets"
)

// NameOrder is the order in which a name is asked for: first in the language of the window.
func (e Env) NameOrder() []locale.Lang {
	own := e.Text.Lang()
	rest := slices.DeleteFunc(slices.Clone(locale.Languages()), func(l locale.Lang) bool { return l == own })
	return append([]locale.Lang{own}, rest...)
}

// NameKeys are the keys of the labels of a name in Kazakh, Russian and English: a "name", a "short" one, or the "title" of
// an event.
func NameKeys(name string) [3]string {
	switch name {
	case "title":
		return [3]string{"field.title_kk", "field.title_ru", "field.title_en"}
	case "short":
		return [3]string{"field.short_kk", "field.short_ru", "field.short_en"}
	}
	return [3]string{"field.name_kk", "field.name_ru", "field.name_en"}
}

// NameItems are the fields of a name in Kazakh, Russian and English across a form, in [Env.NameOrder]. The first one
// stands for all of them: one of them is needed, and it says what the rules find wrong with the whole name.
func (e Env) NameItems(name string, kk, ru, en *widgets.Entry) []widgets.Item {
	keys, fields := NameKeys(name), [...]*widgets.Entry{kk, ru, en}
	items := make([]widgets.Item, len(fields))
	for i, lang := range e.NameOrder() {
		at := slices.Index(locale.Languages(), lang)
		items[i] = widgets.Item{Name: name + "_" + string(lang), Label: e.T(keys[at]), Wide: true, Field: fields[at]}
	}
	items[0].Also, items[0].Required, items[0].Hint = name, true, e.T("page.any_language")
	items[0].Or = []widgets.Field{items[1].Field, items[2].Field}
	return items
}
