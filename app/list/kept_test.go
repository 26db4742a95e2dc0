package list_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/app/page/pagetest"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/widgets"
)

// filtered adds two filters to the list.
func filtered(c *list.Config) {
	options := func(context.Context) ([]widgets.Option, error) {
		return []widgets.Option{{ID: "3", Text: "от трех"}, {ID: "5", Text: "от пяти"}}, nil
	}
	c.Filters = []list.Filter{{ID: "least", Text: "Величина", Options: options}, {ID: "other", Text: "Прочее", Options: options}}
}

// choose narrows the list by a filter, as a person does.
func choose(w *pagetest.Window, filter string, typed string) {
	w.Filter("Фильтр")
	w.PressMenu(filter)
	w.Type(typed)
	w.Key("Return")
}

func TestFiltersNarrowTogether(t *testing.T) {
	p, s, w := open(t, filtered)
	s.ids = []int64{2, 4, 5, 6}
	p.Reload()
	choose(w, "Величина", "трех")
	require.Equal(t, map[string]string{"least": "3"}, s.asked.Filters)
	require.Equal(t, "2", p.Status(), "4 and 6: the chip holds, too")
	choose(w, "Прочее", "пяти")
	require.Equal(t, map[string]string{"least": "3", "other": "5"}, s.asked.Filters)
	require.Equal(t, []string{"Четные*", "Все", "Величина: от трех*", "Прочее: от пяти*", "Фильтр", "Вид"}, w.Filters())
	w.Filter("Величина: от трех")
	require.Equal(t, map[string]string{"other": "5"}, s.asked.Filters)
	choose(w, "Прочее", "трех")
	require.Equal(t, map[string]string{"other": "3"}, s.asked.Filters, "another option of the same filter takes its place")
	p.Narrow("all")
	require.Empty(t, s.asked.Filters)
	require.Equal(t, []string{"Четные", "Все*", "Фильтр", "Вид"}, w.Filters())
}

func TestNumbersOnChips(t *testing.T) {
	_, s, w := open(t)
	counts := map[string]int{"even": 2, "all": 1234}
	p := s.open(w, func(c *list.Config) {
		c.Counts = func(context.Context) (map[string]int, error) { return counts, nil }
	})
	require.Equal(t, []string{"Четные 2*", "Все 1\u00a0234", "Вид"}, w.Filters())
	counts = map[string]int{"even": 0, "all": 0}
	p.Changed(store.Change{})
	require.Equal(t, []string{"Четные 0*", "Все 0", "Вид"}, w.Filters())
}

// What the list was narrowed to, its order and its columns are there again the next time, but not the search.
func TestLookIsKept(t *testing.T) {
	p, s, w := open(t, filtered)
	w.Filter("Все")
	choose(w, "Величина", "трех")
	p.KeepDraft()
	s.open(w, filtered)
	require.Equal(t, list.Query{Chip: "all", Filters: map[string]string{"least": "3"}, Sort: widgets.Sort{Column: "n"}}, s.asked)
	require.Contains(t, w.Filters(), "Величина: от трех*")

	gone := func(c *list.Config) {
		filtered(c)
		c.Filters = c.Filters[1:]
		c.Chips = c.Chips[:1]
	}
	s.open(w, gone)
	require.Equal(t, list.Query{Chip: "even", Filters: map[string]string{}, Sort: widgets.Sort{Column: "n"}}, s.asked,
		"what the list does not know any more is let go")
	require.Empty(t, w.Failed)
}

func TestOptionThatIsGoneIsLetGo(t *testing.T) {
	p, s, w := open(t, filtered)
	choose(w, "Величина", "трех")
	p.KeepDraft()
	s.open(w, func(c *list.Config) {
		filtered(c)
		c.Filters[0].Options = func(context.Context) ([]widgets.Option, error) { return nil, nil }
	})
	require.Empty(t, s.asked.Filters)
	require.Equal(t, []string{"Четные*", "Все", "Фильтр", "Вид"}, w.Filters())
}

func TestLookIsKeptSoonAfterAChange(t *testing.T) {
	st := storetest.New(t)
	env, w := pagetest.NewEnv(t, st)
	clock := &pagetest.Clock{}
	env.Run = clock
	s := &section{env: env, ids: []int64{2, 4}}
	s.open(w)
	w.Filter("Все")
	kept, err := st.Setting(t.Context(), "list.numbers")
	require.NoError(t, err)
	require.Empty(t, kept, "not with every click")
	clock.Pass()
	kept, err = st.Setting(t.Context(), "list.numbers")
	require.NoError(t, err)
	require.Contains(t, kept, `"Chip":"all"`)
}

// The search may be a name: it is for the window alone.
func TestSearchIsNotKept(t *testing.T) {
	p, s, w := open(t)
	p.Restore(`{"Search": "Қалиева", "Chip": "all"}`)
	require.Equal(t, "Қалиева", s.asked.Search)
	w.Filter("Четные")
	p.KeepDraft()
	kept, err := s.env.Store.Setting(t.Context(), "list.numbers")
	require.NoError(t, err)
	require.NotContains(t, kept, "Қалиева")
}

// In another language the page is another one, which goes on where this one was.
func TestStateOutlivesTheLanguage(t *testing.T) {
	p, s, w := open(t, filtered)
	s.ids = nil
	for i := range 300 {
		s.ids = append(s.ids, int64(i+1))
	}
	w.Filter("Все")
	choose(w, "Величина", "трех")
	p.Restore(p.State())
	p.Shown(30)
	state := p.State()
	s.card = 0
	next := s.open(w, filtered)
	next.Restore(state)
	require.Equal(t, "all", s.asked.Chip)
	require.Equal(t, map[string]string{"least": "3"}, s.asked.Filters)
	require.Equal(t, int64(30), next.Chosen())
	require.Equal(t, int64(30), s.card)
	require.Equal(t, []int64{30}, w.ChosenRows())
	next.Restore("{")
	require.Equal(t, "all", s.asked.Chip, "what is no state changes nothing")
}

func TestViewsHaveNames(t *testing.T) {
	p, s, w := open(t, filtered)
	choose(w, "Величина", "трех")
	w.Filter("Вид")
	require.Equal(t, []string{"Сохранить вид", "Столбцы…", "Исходный вид"}, w.MenuTexts())
	w.PressMenu("Сохранить вид")
	w.Press("Сохранить")
	require.True(t, w.Modals().Open(), "a view without a name is none")
	w.Fill(map[string]string{"name": "  Мои\nчисла "})
	w.Press("Сохранить")
	require.Contains(t, w.Filters(), "Мои числа*", "the chip says which view it is")

	w.Filter("Все")
	require.Contains(t, w.Filters(), "Вид", "and that it is none any more")
	p.KeepDraft()
	s.open(w, filtered)
	w.Filter("Вид")
	w.PressMenu("Мои числа")
	require.Equal(t, "even", s.asked.Chip)
	require.Equal(t, map[string]string{"least": "3"}, s.asked.Filters)

	w.Filter("Мои числа")
	w.PressMenu("Переименовать вид")
	w.Fill(map[string]string{"name": "Другие"})
	w.Press("Сохранить")
	w.Filter("Другие")
	w.PressMenu("Удалить вид")
	w.Filter("Вид")
	require.Equal(t, []string{"Сохранить вид", "Столбцы…", "Исходный вид"}, w.MenuTexts())
	w.PressMenu("Исходный вид")
	require.Empty(t, s.asked.Filters)
}

// A view that somebody else's account keeps under the same name is another one; one's own is replaced.
func TestViewOfTheSameNameIsReplaced(t *testing.T) {
	_, s, w := open(t)
	for _, chip := range []string{"Четные", "Все"} {
		w.Filter(chip)
		w.Filter("Вид")
		w.PressMenu("Сохранить вид")
		w.Fill(map[string]string{"name": "Мой"})
		w.Press("Сохранить")
	}
	w.Filter("Четные")
	w.Filter("Вид")
	require.Equal(t, []string{"Мой", "Сохранить вид", "Столбцы…", "Исходный вид"}, w.MenuTexts())
	w.PressMenu("Мой")
	require.Equal(t, "all", s.asked.Chip)
}

func TestColumnsAreChosenAndOrdered(t *testing.T) {
	p, s, w := open(t)
	w.Filter("Вид")
	w.PressMenu("Столбцы…")
	w.PressIcon("down") // of the first
	w.Press("Применить")
	require.Equal(t, []string{"text", "n", "sum"}, w.Columns())
	w.HeaderMenu(2)
	require.Equal(t, []string{
		"По возрастанию", "По убыванию", "Сдвинуть влево", "По ширине содержимого", "Скрыть столбец", "Столбцы…",
	}, w.MenuTexts())
	w.PressMenu("Скрыть столбец")
	require.Equal(t, []string{"text", "n"}, w.Columns())
	w.HeaderMenu(1)
	require.Equal(t, []string{"По возрастанию", "По убыванию", "Сдвинуть влево", "Столбцы…"}, w.MenuTexts(),
		"the column that has the rest of the width stays")
	w.PressMenu("По убыванию")
	require.Equal(t, widgets.Sort{Column: "n", Descending: true}, s.asked.Sort)
	p.KeepDraft()
	s.open(w)
	require.Equal(t, []string{"text", "n"}, w.Columns())
	require.Equal(t, widgets.Sort{Column: "n", Descending: true}, s.asked.Sort)
	s.open(w, func(c *list.Config) { c.Columns = append(c.Columns, widgets.Column{ID: "new", Title: "Новый"}) })
	require.Equal(t, []string{"text", "n", "new"}, w.Columns(), "a new column is there")

	w.Filter("Вид")
	w.PressMenu("Исходный вид")
	require.Equal(t, []string{"n", "text", "sum", "new"}, w.Columns())
}

// A new centre is not told to change its search.
func TestEmptyListSaysWhy(t *testing.T) {
	p, s, w := open(t)
	s.ids = nil
	p.Reload()
	require.True(t, w.Shows("Чисел еще нет"))
	s.ids = []int64{1}
	p.Reload()
	require.True(t, w.Shows("Ничего такого"), "the chip finds none")
	w.Press("Показать все")
	require.Equal(t, "1", p.Status())
	s.ids = nil
	p.Reload()
	require.True(t, w.Shows("Чисел еще нет"))
	require.Equal(t, 2, w.Count("Новое"), "in the bar and where the first one would be")
	w.Press("Новое")
	require.True(t, p.Editing())
}

func TestLoadingIsSaidOnlyAfterAWhile(t *testing.T) {
	env, w := pagetest.NewEnv(t, storetest.New(t))
	run := &pagetest.Slow{}
	env.Run = run
	s := &section{env: env, ids: []int64{2}}
	s.open(w)
	run.Work() // what was kept
	require.False(t, w.Shows("Загрузка…"))
	run.Pass()
	require.True(t, w.Shows("Загрузка…"))
	run.Work()
	require.False(t, w.Shows("Загрузка…"))
}

func TestCardCoversANarrowList(t *testing.T) {
	p, _, w := open(t)
	w.Resize(560, 600)
	w.Choose(2)
	require.True(t, w.Offers("К списку"))
	require.False(t, w.HasTable(), "the card has all of the width")
	w.Press("К списку")
	require.True(t, w.HasTable())
	require.Zero(t, p.Chosen())
	p.Show(4)
	w.Resize(1440, 900)
	require.True(t, w.HasTable())
	require.False(t, w.Offers("К списку"))
}
