package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func TestCheckListInAForm(t *testing.T) {
	list, form, heard := widgets.NewCheckList(), widgets.NewForm(say), []string{}
	list.OnChanged = func(id string, checked bool) {
		if checked {
			id = "+" + id
		}
		heard = append(heard, id)
	}
	list.Around = form
	form.AddObject(list)
	d := newDesk(t, form)
	rows := []widgets.CheckRow{{ID: "a", Text: "Дүйсенбі", Checked: true}, {ID: "b", Text: "Сейсенбі", Note: "Зал бос емес", Disabled: true}}
	for i := range 60 {
		rows = append(rows, widgets.CheckRow{ID: string(rune('c' + i)), Text: "Күн"})
	}
	list.SetRows(rows)
	form.Refresh()
	require.Empty(t, heard, "what is set is not ticked")
	require.Equal(t, []string{"a"}, list.Checked())

	d.press(fyne.KeyTab)
	d.write(" ")
	d.press(fyne.KeyTab)
	d.write(" ")
	require.Equal(t, []string{"a", "+c"}, heard, "what cannot be ticked is passed over")
	for range 50 {
		d.press(fyne.KeyTab)
	}
	require.Positive(t, form.Scrolled(), "the box with the keyboard is in view")
	list.SetRows(rows[:1])
	require.Equal(t, []string{"a"}, list.Checked())
	require.Less(t, list.HeightFor(300), float32(40))
}
