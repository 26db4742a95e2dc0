package journey_test

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/reports/xlsx/xlsxtest"
	"saya/widgets"
)

// mostForAWorkbook is how many clicks the workbook of a month may take from Home, the folder apart.
const mostForAWorkbook = 10

func TestJourneyFromHomeToTheWorkbookOfAMonth(t *testing.T) {
	h, dir, clicks := newHand(t, locale.Kazakh), t.TempDir(), 0
	h.shell.Open("home", 0)
	h.tapMonth(10) // October, the one before the last
	clicks++
	require.Equal(t, "reports", h.shell.Current())
	h.press("reports.export")
	clicks++
	h.fill("folder", dir)
	h.press("reports.export")
	clicks++
	path := filepath.Join(dir, "2026-10_almaty_ulgi_esep.xlsx")
	require.FileExists(t, path)
	xlsxtest.Check(t, path)
	h.press("common.close")
	clicks++
	t.Logf("the workbook of a month from Home: %d clicks", clicks)
	require.LessOrEqual(t, clicks, mostForAWorkbook)
}

// tapMonth taps a column of the first chart.
func (h *hand) tapMonth(i int) {
	h.t.Helper()
	var chart *widgets.ColumnChooser
	pagetest.Walk(h.front(), func(o fyne.CanvasObject) {
		if c, ok := o.(*widgets.ColumnChooser); ok && chart == nil {
			chart = c
		}
	})
	require.NotNil(h.t, chart, "no chart in view")
	size := chart.Size()
	test.TapAt(chart, fyne.NewPos(size.Width*(float32(i)+0.5)/float32(len(chart.Chart.Bars)), size.Height/2))
}
