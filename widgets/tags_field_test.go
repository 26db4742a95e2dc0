package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func multiDesk(t *testing.T, allowNew bool) (*desk, *widgets.MultiSelect, *widgets.Entry) {
	t.Helper()
	m, next := widgets.NewMultiSelect(foldKazakh, widgets.SelectTexts{NothingFound: "Жоқ"}), widgets.NewEntry()
	m.AllowNew = allowNew
	m.SetOptions([]widgets.Option{{ID: "kk", Text: "қазақ"}, {ID: "ru", Text: "орыс"}, {ID: "en", Text: "ағылшын"}})
	d := newDesk(t, container.NewVBox(m, next))
	d.canvas.Focus(m)
	return d, m, next
}

func TestMultiSelectByKeyboard(t *testing.T) {
	tests := map[string]struct {
		steps func(*desk)
		want  []string
	}{
		"several, in the order chosen": {func(d *desk) {
			d.write("оры")
			d.press(fyne.KeyReturn)
			d.write("каз")
			d.press(fyne.KeyReturn, fyne.KeyEscape)
		}, []string{"ru", "kk"}},
		"chosen twice is taken away": {func(d *desk) {
			d.press(fyne.KeyDown, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyEscape)
		}, []string{}},
		"Tab adds what was typed": {func(d *desk) { d.write("ағ"); d.press(fyne.KeyTab) }, []string{"en"}},
		"Backspace takes the last": {func(d *desk) {
			d.press(fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, fyne.KeyBackspace, fyne.KeyEscape)
		}, []string{"kk"}},
		"Backspace in the closed field": {func(d *desk) {
			d.press(fyne.KeyDown, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyBackspace)
		}, []string{}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d, m, _ := multiDesk(t, false)
			tt.steps(d)
			require.Equal(t, tt.want, m.IDs())
			require.False(t, popupOpen(d))
		})
	}
}

func TestMultiSelectKeepsTextThatStandsForNothing(t *testing.T) {
	d, m, next := multiDesk(t, false)
	d.write("клингон")
	d.press(fyne.KeyTab)
	require.Equal(t, problemOf(widgets.ProblemNotOption, ""), m.Check())
	require.False(t, m.Empty())
	require.Equal(t, fyne.Focusable(next), d.canvas.Focused())
	snapshot := m.Snapshot()
	m.SetSelected(nil)
	require.Empty(t, m.Snapshot())
	m.Restore(snapshot)
	require.Error(t, m.Check())
}

func TestTagsAreWordsOfOnesOwn(t *testing.T) {
	d, m, _ := multiDesk(t, true)
	d.write("ымдау тілі")
	d.press(fyne.KeyReturn)
	d.write("ҚАЗАҚ")
	d.press(fyne.KeyReturn, fyne.KeyEscape)
	require.Equal(t, []string{"ымдау тілі", "kk"}, m.IDs(), "a word that exists is not made anew")
}

func TestACommaAddsAWord(t *testing.T) {
	d, m, _ := multiDesk(t, true)
	d.write("ымдау тілі,ҚАЗАҚ, ағылш")
	d.press(fyne.KeyReturn, fyne.KeyEscape)
	require.Equal(t, []string{"ымдау тілі", "kk", "en"}, m.IDs())

	d, m, _ = multiDesk(t, true)
	d.press(fyne.KeyDown)
	d.paste("ән, би,,\nән, сурет")
	d.press(fyne.KeyTab)
	require.Equal(t, []string{"ән", "би", "сурет"}, m.IDs(), "a list that is pasted")

	d, m, _ = multiDesk(t, false)
	d.write("орыс,")
	d.press(fyne.KeyEscape)
	require.Empty(t, m.IDs(), "where there are no words of one's own a comma is a letter")
}

func TestChipsFlowIntoRows(t *testing.T) {
	_, m, _ := multiDesk(t, false)
	low := m.HeightFor(400)
	m.SetIDs([]string{"kk", "ru", "en"})
	require.Equal(t, low, m.HeightFor(400))
	require.Greater(t, m.HeightFor(160), low)
}
