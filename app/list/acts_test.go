package list_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/assets"
	"saya/data/store"
	"saya/widgets"
)

// acting lets several rows be chosen and one thing be done with them.
func acting(done *[]int64) func(*list.Config) {
	return func(c *list.Config) {
		c.Acts = func(ids []int64) []widgets.MenuItem {
			return []widgets.MenuItem{{Text: "Сложить", Do: func() { *done = ids }}}
		}
	}
}

func TestMenuOfARow(t *testing.T) {
	var done []int64
	p, s, w := open(t, acting(&done))
	require.Equal(t, []string{"Открыть", "Изменить", "Сложить", "Копировать"}, w.Menu(4))
	w.PressMenu("Сложить")
	require.Equal(t, []int64{4}, done)
	require.Equal(t, int64(4), s.card, "the card is that of the row")
	w.Menu(4)
	w.PressMenu("Изменить")
	require.True(t, p.Editing())

	s.more = nil
	p = s.open(w, func(c *list.Config) { c.Edit = nil })
	require.Equal(t, []string{"Открыть", "Копировать"}, w.Menu(2), "what may not be done is not offered")
	w.PressMenu("Открыть")
	require.Equal(t, int64(2), p.Chosen())
}

func TestSeveralRowsHaveABarOfActs(t *testing.T) {
	var done []int64
	p, s, w := open(t, acting(&done))
	s.ids = []int64{2, 4, 6, 8}
	p.Reload()
	w.Choose(4)
	w.ChooseRows(2, 4, 6)
	require.Equal(t, int64(4), p.Chosen(), "the card stays that of its row")
	require.Equal(t, "4 · Выбрано 3", p.Status())
	require.Empty(t, w.Filters(), "the bar stands in the place of the filters")
	w.Press("Сложить")
	require.Equal(t, []int64{2, 4, 6}, done)

	w.ChooseRows(2, 8)
	require.Zero(t, p.Chosen(), "a card beside rows that do not hold it is closed")
	w.Press("Сложить")
	require.Equal(t, []int64{2, 8}, done, "the buttons are for what is chosen now")
	require.Equal(t, []string{"Сложить", "Копировать"}, w.Menu(8))
	w.PressMenu("Сложить")

	require.True(t, p.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}))
	require.Empty(t, w.ChosenRows())
	require.NotEmpty(t, w.Filters())
	require.Equal(t, "4", p.Status())
	require.False(t, p.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}), "Esc means nothing more here")

	w.ChooseRows(2, 8)
	w.PressIcon(assets.IconClose)
	require.Empty(t, w.ChosenRows())
}

// What was done with several rows may take them out of the list, and with them the card beside it.
func TestCardOfRowsThatWentIsClosed(t *testing.T) {
	var done []int64
	p, s, w := open(t, acting(&done))
	s.ids = []int64{2, 4, 6, 8}
	p.Reload()
	w.Choose(4)
	w.ChooseRows(2, 4, 6)
	s.ids = []int64{8}
	p.Reload()
	require.Zero(t, p.Chosen())
}

// A click takes the keyboard from where it was: after one on a filter the keys are for the rows.
func TestAfterAClickOnAFilterTheKeysAreForTheRows(t *testing.T) {
	p, _, w := open(t)
	canvas := fyne.CurrentApp().Driver().CanvasForObject(p.Content())
	canvas.Unfocus()
	w.Filter("Все")
	require.IsType(t, &widgets.DataTable{}, canvas.Focused())
}

// Whoever sorts, filters or hears of a change by others goes on with the rows that were chosen.
func TestChosenRowsOutliveAChange(t *testing.T) {
	var done []int64
	p, s, w := open(t, acting(&done))
	s.ids = []int64{2, 4, 6, 8}
	p.Reload()
	w.ChooseRows(4, 6, 8)
	s.ids = []int64{8, 2, 6}
	p.Changed(store.Change{})
	require.Equal(t, []int64{8, 6}, w.ChosenRows(), "in the new order, without what is gone")
	s.ids = []int64{2, 6}
	p.Changed(store.Change{})
	require.Equal(t, []int64{6}, w.ChosenRows())
	require.NotEmpty(t, w.Filters(), "one row needs no bar")
}

func TestManyChosenRows(t *testing.T) {
	var done []int64
	p, s, w := open(t, acting(&done))
	s.ids = nil
	for i := range 10_000 {
		s.ids = append(s.ids, int64(2*i+2))
	}
	p.Reload()
	p.ChooseRows(10_000)
	require.Equal(t, "10000 · Выбрано 10 000", strings.ReplaceAll(p.Status(), "\u00a0", " "))
	w.Press("Сложить")
	require.Len(t, done, 10_000)
	s.ids = s.ids[1:]
	p.Reload()
	require.Len(t, w.ChosenRows(), 9_999)
}

// Rows that were never scrolled to have no texts yet, and are copied all the same: in the columns as they are shown.
func TestRowsAreCopiedAsShown(t *testing.T) {
	p, s, w := open(t, acting(&[]int64{}))
	s.ids, s.text = nil, "длинное\nслово"
	for i := range 1200 {
		s.ids = append(s.ids, int64(2*i+2))
	}
	p.Reload()
	p.ChooseRows(1200)
	w.Menu(2)
	w.PressMenu("Копировать")
	lines := strings.Split(fyne.CurrentApp().Clipboard().Content(), "\n")
	require.Len(t, lines, 1200)
	require.Equal(t, "2\tдлинное слово\t", lines[0])
	require.Equal(t, "2400\tдлинное слово\t", lines[1199])
	require.Len(t, w.Said, 1, "that it is cleared soon")

	s.fail = fmt.Errorf("disk")
	w.Menu(2)
	w.PressMenu("Копировать")
	require.Len(t, w.Failed, 1)
}

// Names come as people paste them: the list, the card and the clipboard bear them.
func TestStrangeTexts(t *testing.T) {
	p, s, w := open(t)
	for _, text := range []string{
		strings.Repeat("Жұлдыз", 100), "👩‍👧 مرحبا שלום", "a\r\nb\tc", "\u202eобратно", "",
	} {
		s.text = text
		p.Reload()
		w.Choose(2)
		w.Menu(2)
		w.PressMenu("Копировать")
		require.Equal(t, 2, strings.Count(fyne.CurrentApp().Clipboard().Content(), "\t"), "three cells of one line")
	}
}

func TestNextAndPreviousRecord(t *testing.T) {
	p, s, w := open(t)
	s.ids = []int64{2, 4, 6}
	p.Reload()
	p.Step(-1)
	require.Zero(t, p.Chosen(), "there is nothing before the first")
	p.Step(1)
	require.Equal(t, int64(2), p.Chosen())
	p.Step(1)
	require.Equal(t, int64(4), s.card)
	p.Step(-1)
	require.Equal(t, int64(2), s.card)

	p.Edit(2)
	w.Fill(map[string]string{"name": "два"})
	p.Step(1)
	require.Equal(t, int64(2), p.Chosen(), "not before the question is answered")
	w.Press("Выйти без сохранения")
	require.Equal(t, int64(4), p.Chosen())
	require.True(t, p.Editing(), "whoever edits goes on to edit")
	p.Step(1)
	p.Step(1)
	require.Equal(t, int64(6), p.Chosen(), "the last stays")
}

// A double click opens the editor once: what was typed in it meanwhile stays.
func TestDoubleClickOnTheEditedRow(t *testing.T) {
	opened := 0
	p, _, w := open(t, func(c *list.Config) {
		edit := c.Edit
		c.Edit = func(ctx context.Context, id int64) (func() *list.Panel, error) {
			opened++
			open, err := edit(ctx, id)
			return func() *list.Panel {
				panel := open()
				panel.Subject.Record = id
				return panel
			}, err
		}
	})
	p.Edit(2)
	w.Fill(map[string]string{"name": "два"})
	p.Edit(2)
	require.Equal(t, 1, opened)
	require.False(t, w.Modals().Open(), "nothing is asked")
	require.True(t, p.Editing())
}
