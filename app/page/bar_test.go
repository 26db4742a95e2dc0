package page_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/widgets"
)

// In a narrow window the search gives way, not what stands beside the title.
func TestElasticGivesWay(t *testing.T) {
	test.NewTempApp(t)
	count, search := widgets.NewText("12 строк"), canvas.NewRectangle(nil)
	bar := page.Bar("Волонтеры", count, page.Elastic(search, 150, 320), widgets.NewButton("Загрузить", "", nil))
	w := test.NewTempWindow(t, bar)
	driver := fyne.CurrentApp().Driver()
	least := bar.MinSize().Width
	for width, want := range map[float32]float32{least: 150, least + 50: 200, least + 1000: 320} {
		w.Resize(fyne.NewSize(width, 60))
		bar.Resize(fyne.NewSize(width, bar.MinSize().Height))
		require.InDelta(t, want, search.Size().Width, 1)
		end := driver.AbsolutePositionForObject(count).X + count.Size().Width
		require.Less(t, end, driver.AbsolutePositionForObject(search).X)
	}
}
