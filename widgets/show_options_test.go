package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/widgets"
)

func TestOptionsAreSearchedAndChosen(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	chip := widgets.NewChip("Сүзгі", "", nil)
	w := test.NewTempWindow(t, chip)
	w.Resize(fyne.NewSize(600, 400))
	chosen := []string{}
	show := func(options ...widgets.Option) {
		widgets.ShowOptions(chip, widgets.OptionMenu{
			Fold: strings.ToLower, Options: options, Marked: "2", OnChosen: func(o widgets.Option) { chosen = append(chosen, o.ID) },
			Texts: widgets.SelectTexts{NothingFound: "жоқ"},
		})
	}
	options := []widgets.Option{{ID: "1", Text: "Qamqor"}, {ID: "2", Text: "Bilim"}, {ID: "3", Text: "Mura"}}
	show(options...)
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	require.Equal(t, []string{"2"}, chosen, "begins at what holds")
	require.Nil(t, w.Canvas().Overlays().Top())

	show(options...)
	test.Type(w.Canvas().Focused(), "mur")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	require.Equal(t, []string{"2", "3"}, chosen)

	show(options...)
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	require.Nil(t, w.Canvas().Overlays().Top())
	show()
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	require.Len(t, chosen, 2, "nothing to choose")
}
