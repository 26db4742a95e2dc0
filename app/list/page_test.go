package list_test

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/data/store"
	"saya/data/store/storetest"
	"saya/widgets"
)

const newest = 7

// section is a list of numbers in memory, of which the filter "even" shows some.
type section struct {
	env   page.Env
	ids   []int64
	asked list.Query // the last question
	fail  error
	card  int64  // the record on the card
	text  string // in the second column
	more  func(*list.Config)
}

func (s *section) config() list.Config {
	c := list.Config{
		ID: "numbers", Title: "Числа", New: "Новое", Columns: []widgets.Column{{ID: "n", Title: "Число", Flexible: true}, {ID: "text", Title: "Слово"}, {ID: "sum", Title: "Сумма"}},
		Order: list.By("n", false), Empty: "Чисел еще нет", Nothing: "Ничего такого",
		Chips: []list.Chip{{ID: "even", Text: "Четные"}, {ID: "all", Text: "Все"}},
		Count: func(n int) string { return strconv.Itoa(n) },
		Source: func(q list.Query) list.Source {
			s.asked = q
			return list.Source{IDs: s.list(q), Cells: func(_ context.Context, ids []int64) ([][]widgets.Cell, error) {
				cells := make([][]widgets.Cell, len(ids))
				for i, id := range ids {
					cells[i] = []widgets.Cell{{Text: strconv.FormatInt(id, 10)}, {Text: s.text}}
				}
				return cells, s.fail
			}}
		},
		Card: func(_ context.Context, id int64) (func() fyne.CanvasObject, error) {
			return func() fyne.CanvasObject { s.card = id; return widgets.NewText("") }, s.fail
		},
		Edit:  s.edit,
		Shows: func(store.Change) bool { return true },
	}
	if s.more != nil {
		s.more(&c)
	}
	return c
}

func (s *section) list(q list.Query) func(context.Context) ([]int64, error) {
	return func(context.Context) ([]int64, error) {
		shown := slices.DeleteFunc(slices.Clone(s.ids), func(id int64) bool {
			return q.Chip == "even" && id%2 != 0 || q.Filters["least"] > strconv.FormatInt(id, 10) ||
				!strings.Contains(strconv.FormatInt(id, 10), q.Search)
		})
		return shown, s.fail
	}
}

func (s *section) edit(context.Context, int64) (func() *list.Panel, error) {
	return func() *list.Panel {
		form := s.env.Form()
		name := widgets.NewEntry()
		form.Add(widgets.Item{Name: "name", Field: name})
		shell := s.env.Editor("", form, func() {}, func(context.Context) error {
			s.ids = append(s.ids, newest)
			return nil
		})
		return &list.Panel{Shell: shell, Start: form.FocusFirst, Done: "Сохранено", Saved: func() int64 { return newest }}
	}, s.fail
}

func open(t *testing.T, more ...func(*list.Config)) (*list.Page, *section, *pagetest.Window) {
	t.Helper()
	env, w := pagetest.NewEnv(t, storetest.New(t))
	s := &section{env: env, ids: []int64{2, 4}}
	return s.open(w, more...), s, w
}

// open makes the page anew, as after the program was started again.
func (s *section) open(w *pagetest.Window, more ...func(*list.Config)) *list.Page {
	s.more = func(c *list.Config) {
		for _, change := range more {
			change(c)
		}
	}
	p := list.New(s.env, s.config())
	w.Show(plain{p})
	return p
}

// plain is a section without scenes.
type plain struct{ *list.Page }

func (plain) Scenes() []page.Scene { return nil }

func TestNewRecordThatTheFilterHidesIsShown(t *testing.T) {
	p, s, w := open(t)
	require.Equal(t, "even", s.asked.Chip)
	w.Press("Новое")
	p.Save()
	require.Equal(t, []string{"Сохранено"}, w.Said)
	require.Equal(t, int64(newest), p.Chosen())
	require.Equal(t, int64(newest), s.card)
	require.Equal(t, "all", s.asked.Chip, "the filter gives way")
}

func TestRecordAskedForFromElsewhere(t *testing.T) {
	p, s, _ := open(t)
	p.Shown(4)
	require.Equal(t, int64(4), s.card)
	require.Equal(t, "even", s.asked.Chip, "a filter that shows it stays")
	s.ids = append(s.ids, 5)
	p.Shown(5)
	require.Equal(t, int64(5), s.card)
	require.Equal(t, "all", s.asked.Chip)
}

// A card beside a list that does not hold it invites to change the wrong record.
func TestFilterClosesTheCardThatItHides(t *testing.T) {
	p, s, w := open(t)
	s.ids = append(s.ids, 5)
	w.Filter("Все")
	p.Shown(5)
	w.Filter("Четные")
	require.Zero(t, p.Chosen())
	p.Shown(4)
	w.Filter("Все")
	require.Equal(t, int64(4), p.Chosen(), "one that is still listed stays")
}

func TestChoiceWaitsForTheEditor(t *testing.T) {
	p, s, w := open(t)
	p.ChooseRow(0)
	p.Edit(2)
	w.Fill(map[string]string{"name": "два"})
	p.ChooseRow(1)
	require.Equal(t, int64(2), p.Chosen(), "not before the question is answered")
	w.Press("Выйти без сохранения")
	require.Equal(t, int64(4), p.Chosen())
	require.Equal(t, int64(4), s.card)
	require.False(t, p.Editing())
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	p, s, w := open(t)
	s.fail = errors.New("disk")
	p.Changed(store.Change{})
	p.Edit(2)
	require.Len(t, w.Failed, 2)
	require.False(t, p.Editing())
}

// What stood beside the list takes the keyboard with it when it goes: the rows have it then, not nobody.
func TestRowsTakeTheKeyboardOfWhatIsGone(t *testing.T) {
	p, s, w := open(t)
	p.ChooseRow(0)
	p.Edit(2)
	w.Form().FocusFirst()
	w.Type("два")
	p.Save()
	require.False(t, p.Editing())
	w.Key(fyne.KeyHome)
	require.Equal(t, s.ids[:1], w.ChosenRows())
}

// The rows come in the order that the header shows: that of the chip until the person chooses one.
func TestEachChipHasItsOrder(t *testing.T) {
	p, s, w := open(t, func(c *list.Config) {
		c.Order = func(chip string) widgets.Sort { return widgets.Sort{Column: "n", Descending: chip == "all"} }
	})
	shown := func() (by widgets.Sort) {
		pagetest.Walk(p.Content(), func(o fyne.CanvasObject) {
			if table, ok := o.(*widgets.DataTable); ok {
				by = table.Sort
			}
		})
		return by
	}
	for chip, want := range map[string]bool{"Все": true, "Четные": false} {
		w.Filter(chip)
		require.Equal(t, widgets.Sort{Column: "n", Descending: want}, s.asked.Sort)
		require.Equal(t, s.asked.Sort, shown())
	}
}
