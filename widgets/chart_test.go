package widgets_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func TestColumnsAreChosenByKeyAndPointer(t *testing.T) {
	var chosen []int
	chart := widgets.NewColumnChart([]widgets.Bar{
		{Label: "қыр", Text: "4", Tip: "Қыркүйек: 4 сағат", Value: 4},
		{Label: "қаз", Text: "8", Tip: "Қазан: 8 сағат", Value: 8},
		{Label: "қар", Text: "2", Tip: "Қараша: 2 сағат", Value: 2},
	})
	chooser := widgets.NewColumnChooser(chart, func(i int) { chosen = append(chosen, i) })
	w := show(t, chooser, 300, 160)
	require.Contains(t, texts(chart), "2", "the value of the last column")

	w.Canvas().Focus(chooser)
	require.Contains(t, texts(chart), "Қараша: 2 сағат")
	for _, c := range []struct {
		key  fyne.KeyName
		says string
	}{
		{fyne.KeyLeft, "Қазан: 8 сағат"},
		{fyne.KeyHome, "Қыркүйек: 4 сағат"},
		{fyne.KeyLeft, "Қыркүйек: 4 сағат"},
		{fyne.KeyRight, "Қазан: 8 сағат"},
		{fyne.KeyEnd, "Қараша: 2 сағат"},
		{fyne.KeyRight, "Қараша: 2 сағат"},
	} {
		chooser.TypedKey(&fyne.KeyEvent{Name: c.key})
		require.Contains(t, texts(chart), c.says)
	}
	chooser.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	chooser.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	chooser.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	test.TapAt(chooser, fyne.NewPos(150, 20))
	require.Equal(t, []int{2, 0, 1}, chosen)
	w.Canvas().Unfocus()
	require.Contains(t, texts(chart), "2")
}

func TestChartsOfNothingSaySo(t *testing.T) {
	said := "Мақұлданған сағат жоқ"
	for name, c := range map[string]struct {
		value float64
		shown bool
	}{"nothing": {0, true}, "something": {1, false}} {
		t.Run(name, func(t *testing.T) {
			bars := []widgets.Bar{{Label: "қаз", Text: "0", Value: 0}, {Label: "қар", Text: "n", Value: c.value}}
			columns, lying := widgets.NewColumnChart(bars), widgets.NewBarChart(bars, widgets.TonePlain)
			columns.Empty, lying.Empty = said, said
			for _, chart := range []fyne.Widget{columns, lying} {
				show(t, chart, 400, 160)
				require.Equal(t, c.shown, slices.Contains(texts(chart), said))
			}
		})
	}
}

func TestALabelWithoutRoomIsReadUnderThePointer(t *testing.T) {
	long := "Әлеуметтік желілердегі ақпараттық қолдау және жарнама"
	chart := widgets.NewBarChart([]widgets.Bar{{Label: long, Text: "1", Value: 1}, {Label: "Bilim", Text: "2", Value: 2}}, widgets.TonePlain)
	show(t, chart, 400, 60)
	require.NotContains(t, texts(chart), long)
	chart.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 10)}})
	require.Contains(t, texts(chart), long)
	chart.MouseOut()
	require.NotContains(t, texts(chart), long)
}

// A figure leaves its small columns and its note out where they have no room.
func TestFigureGivesWay(t *testing.T) {
	for name, c := range map[string]struct {
		width float32
		whole bool
	}{
		"wide": {320, true}, "narrow": {150, false},
	} {
		t.Run(name, func(t *testing.T) {
			f := widgets.NewFigure("Часы", "1 284,50")
			f.Change, f.Note = "+12", "к 1–22 октября прошлого года"
			f.Before = []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
			show(t, f, c.width, 104)
			require.Equal(t, c.whole, strings.Contains(strings.Join(texts(f), "\n"), f.Note))
			shown := 0
			for _, o := range test.WidgetRenderer(f).Objects() {
				if _, column := o.(*canvas.Rectangle); column && o.Visible() {
					shown++
				}
			}
			require.Equal(t, c.whole, shown > 1)
		})
	}
}
