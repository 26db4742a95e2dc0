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

// NameItems are the fields of a name in Kazakh, Russian and English across a form, in [Env.NameOrder]. The first one
// stands for all of them: one of them is needed, and it says what the rules find wrong with the whole name.
func (e Env) NameItems(name string, kk, ru, en *widgets.Entry) []widgets.Item {
	fields := map[locale.Lang]*widgets.Entry{locale.Kazakh: kk, locale.Russian: ru, locale.English: en}
	items := make([]widgets.Item, len(fields))
	for i, lang := range e.NameOrder() {
		key := name + "_" + string(lang)
		items[i] = widgets.Item{Name: key, Label: e.T("field." + key), Wide: true, Field: fields[lang]}
	}
	items[0].Also, items[0].Required, items[0].Hint = name, true, e.T("page.any_language")
	items[0].Or = []widgets.Field{items[1].Field, items[2].Field}
	return items
}
