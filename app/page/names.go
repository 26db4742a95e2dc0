package page

import (
	"saya/assets/locale"
	"saya/widgets"
)

// NameItems are the fields of a name in Kazakh, Russian and English across a form, that of the window's language first.
// The first one stands for all of them: one of them is needed, and it says what the rules find wrong with the whole name.
func (e Env) NameItems(name string, kk, ru, en *widgets.Entry) []widgets.Item {
	order := []locale.Lang{locale.Kazakh, locale.Russian, locale.English}
	fields := map[locale.Lang]*widgets.Entry{locale.Kazakh: kk, locale.Russian: ru, locale.English: en}
	if e.Text.Lang() == locale.Russian {
		order[0], order[1] = order[1], order[0]
	}
	items := make([]widgets.Item, len(order))
	for i, lang := range order {
		key := name + "_" + string(lang)
		items[i] = widgets.Item{Name: key, Label: e.T("field." + key), Wide: true, Field: fields[lang]}
	}
	items[0].Also, items[0].Required = name, true
	items[0].Or = []widgets.Field{items[1].Field, items[2].Field}
	return items
}
