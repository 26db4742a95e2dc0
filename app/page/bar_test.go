package page_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/widgets"
)

// In a narrow window the search gives way, not what stands beside the title; in one that is narrower still it stands below.
func TestElasticGivesWay(t *testing.T) {
	test.NewTempApp(t)
	count, search := widgets.NewText("12 строк"), canvas.NewRectangle(nil)
	bar := page.Bar("Волонтеры", count, page.Elastic(search, 150, 320), widgets.NewButton("Загрузить", "", nil))
	w := test.NewTempWindow(t, bar)
	driver := fyne.CurrentApp().Driver()
	at := func(width float32) (field, text fyne.Position) {
		w.Resize(fyne.NewSize(width, 120))
		widgets.Settle(bar, fyne.NewSize(width, bar.MinSize().Height))
		return driver.AbsolutePositionForObject(search), driver.AbsolutePositionForObject(count)
	}
	row := float32(300) // the least width in which everything is in one row
	for ; ; row++ {
		if s, c := at(row); s.Y < c.Y+20 {
			break
		}
	}
	s, c := at(row - 10)
	require.Greater(t, s.Y, c.Y+20)
	require.Greater(t, search.Size().Width, float32(200), "below, it has what the others leave")
	for width, want := range map[float32]float32{row: 150, row + 50: 200, row + 1000: 320} {
		s, c := at(width)
		require.InDelta(t, want, search.Size().Width, 1)
		require.Less(t, c.X+count.Size().Width, s.X)
	}
}

// A text of any length beside the title leaves room for the actions.
func TestLongTextBesideTheTitleIsCut(t *testing.T) {
	test.NewTempApp(t)
	name, button := widgets.NewText(strings.Repeat("Список ", 100)), widgets.NewButton("Сравнить", "", nil)
	name.Cut = true
	bar := page.Bar("Загрузка", name, button)
	w := test.NewTempWindow(t, bar)
	w.Resize(fyne.NewSize(600, 60))
	driver := fyne.CurrentApp().Driver()
	require.Less(t, driver.AbsolutePositionForObject(name).X+name.Size().Width, driver.AbsolutePositionForObject(button).X)
	require.Greater(t, name.Size().Width, float32(200))
	require.LessOrEqual(t, driver.AbsolutePositionForObject(button).X+button.Size().Width, w.Canvas().Size().Width)
}
