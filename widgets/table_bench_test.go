package widgets_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
	"saya/widgets"
)

const benchRows = 100_000

// benchTexts are 100,000 rows of 8 texts, a fifth of the names too long for
// their column. No two rows are alike: nothing is measured twice.
func benchTexts() [][]string {
	texts := make([][]string, benchRows)
	for i := range texts {
		name := fmt.Sprintf("Айгерім Жұмабаева %d", i)
		if i%5 == 0 {
			name = fmt.Sprintf("Жұлдыз Әбдірахманова-Сейтмағамбетова %d", i)
		}
		texts[i] = []string{
			fmt.Sprint(1000 + i), name, "Asyl Mura", "Белсенді", "орташа",
			fmt.Sprintf("%d,5", i%97), fmt.Sprint(i % 23), fmt.Sprintf("%02d.%02d.2026", 1+i%28, 1+i%12),
		}
	}
	return texts
}

func benchColumns() []widgets.Column {
	columns := make([]widgets.Column, 8)
	for i := range columns {
		columns[i] = widgets.Column{ID: fmt.Sprint(i), Title: "Баған", Width: 120}
	}
	columns[1].Flexible = true
	columns[3].Style, columns[4].Style = widgets.StyleTag, widgets.StyleTag
	columns[5].Align = fyne.TextAlignTrailing
	return columns
}

// jump scrolls to another part of the list, never the same twice in a while.
func jump(n int) int { return n * 7919 % benchRows }

func showForBench(tb testing.TB, o fyne.CanvasObject) {
	tb.Helper()
	w := test.NewTempWindow(tb, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1240, 780))
}

func dataTableJumps(tb testing.TB, texts [][]string) func(n int) {
	tb.Helper()
	rows := make(widgets.RowSlice, len(texts))
	for i, row := range texts {
		cells := make([]widgets.Cell, len(row))
		for c, text := range row {
			cells[c] = widgets.Cell{Text: text, Tone: widgets.ToneOk}
		}
		rows[i] = widgets.Row{ID: int64(i + 1), Cells: cells}
	}
	table := widgets.NewDataTable(benchColumns())
	table.SetRows(rows)
	showForBench(tb, table)
	return func(n int) { table.ScrollTo(int64(jump(n) + 1)) }
}

func stockTableJumps(tb testing.TB, texts [][]string) func(n int) {
	tb.Helper()
	table := widget.NewTable(
		func() (int, int) { return len(texts), 8 },
		func() fyne.CanvasObject {
			label := widget.NewLabel("")
			label.Truncation = fyne.TextTruncateEllipsis
			return label
		},
		func(id widget.TableCellID, o fyne.CanvasObject) { o.(*widget.Label).SetText(texts[id.Row][id.Col]) },
	)
	for column := range 8 {
		table.SetColumnWidth(column, 150)
	}
	showForBench(tb, table)
	return func(n int) { table.ScrollTo(widget.TableCellID{Row: jump(n)}) }
}

func benchApp(b *testing.B) {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(assets.NewTheme(theme.VariantLight))
}

// BenchmarkDataTableScroll is one jump to another part of 100,000 rows by 8
// columns, in the test driver.
func BenchmarkDataTableScroll(b *testing.B) {
	benchApp(b)
	scroll := dataTableJumps(b, benchTexts())
	n := 0
	for b.Loop() {
		n++
		scroll(n)
	}
}

// BenchmarkStockTableScroll is the same with widget.Table and labels that end
// in an ellipsis.
func BenchmarkStockTableScroll(b *testing.B) {
	benchApp(b)
	scroll := stockTableJumps(b, benchTexts())
	n := 0
	for b.Loop() {
		n++
		scroll(n)
	}
}

// BenchmarkTableScrollRatio runs both in turns and reports how many times
// faster ours is.
func BenchmarkTableScrollRatio(b *testing.B) {
	benchApp(b)
	texts := benchTexts()
	ours, stock := dataTableJumps(b, texts), stockTableJumps(b, texts)
	var oursTime, stockTime time.Duration
	n := 0
	for b.Loop() {
		n++
		start := time.Now()
		ours(n)
		middle := time.Now()
		stock(n)
		oursTime += middle.Sub(start)
		stockTime += time.Since(middle)
	}
	b.ReportMetric(float64(stockTime)/float64(oursTime), "times-faster")
	b.ReportMetric(float64(oursTime.Microseconds())/float64(n), "µs/datatable")
	b.ReportMetric(float64(stockTime.Microseconds())/float64(n), "µs/stock")
}
