package widgets_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func manyIDs(n int) []int64 {
	ids := make([]int64, n)
	for i := range ids {
		ids[i] = int64(i + 1)
	}
	return ids
}

// cellsOf returns the cells of someRows for ids.
func cellsOf(ids []int64) [][]widgets.Cell {
	cells := make([][]widgets.Cell, len(ids))
	for i, id := range ids {
		cells[i] = someRows(int(id))[id-1].Cells
	}
	return cells
}

func TestChunksAreAskedForOnceAsTheyAreShown(t *testing.T) {
	asked := map[int]int{}
	rows := widgets.NewChunks(manyIDs(1025), func(from int, ids []int64) { asked[from] += len(ids) })
	s := showTable(t, rows)
	require.Equal(t, map[int]int{0: 50}, asked)
	require.Empty(t, withPrefix(texts(s.DataTable), "Әсел"), "not loaded yet")

	rows.Put(0, cellsOf(manyIDs(50)))
	require.Contains(t, texts(s.DataTable), "Әсел Қасымова 1", "drawn as soon as it is there")
	s.press(fyne.KeyEnd)
	require.Equal(t, map[int]int{0: 50, 1000: 25}, asked)
	require.Equal(t, []int64{1025}, s.Selected(), "an unloaded row can be chosen")
	s.press(fyne.KeyUp, fyne.KeyDown)
	require.Equal(t, map[int]int{0: 50, 1000: 25}, asked)
	rows.Forget(1000)
	s.Refresh()
	require.Equal(t, map[int]int{0: 50, 1000: 50}, asked, "what failed is asked for again")
}

// seenOnly is a driver that, as the real one, knows the canvas only of what was drawn once.
type seenOnly struct {
	fyne.Driver
	seen   []fyne.CanvasObject
	canvas redrawn
}

func (d *seenOnly) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	if slices.Contains(d.seen, o) {
		return &d.canvas
	}
	return nil
}

// redrawn is a canvas that counts how often it is to be drawn again.
type redrawn struct {
	fyne.Canvas
	times int
}

func (c *redrawn) Refresh(fyne.CanvasObject) { c.times++ }

// driven is an app with another driver.
type driven struct {
	fyne.App
	driver fyne.Driver
}

func (a driven) Driver() fyne.Driver { return a.driver }

func TestCellsThatComeAfterTheirRowsAreDrawn(t *testing.T) {
	rows := widgets.NewChunks(manyIDs(20), func(int, []int64) {})
	s := showTable(t, rows)
	app := fyne.CurrentApp()
	d := &seenOnly{Driver: app.Driver(), seen: drawn(s.DataTable), canvas: redrawn{Canvas: s.window.Canvas()}}
	fyne.SetCurrentApp(driven{app, d})
	defer fyne.SetCurrentApp(app)

	rows.Put(0, cellsOf(manyIDs(20)))
	require.Positive(t, d.canvas.times)
}

func TestChunksThatAnswerAtOnce(t *testing.T) {
	var rows *widgets.Chunks
	rows = widgets.NewChunks(manyIDs(300), func(from int, ids []int64) { rows.Put(from, cellsOf(ids)) })
	s := showTable(t, rows)
	require.Contains(t, texts(s.DataTable), "Әсел Қасымова 1")
}

func TestChunksDoNotGatherAll(t *testing.T) {
	var rows *widgets.Chunks
	loads := 0
	rows = widgets.NewChunks(manyIDs(10_000), func(from int, ids []int64) {
		loads++
		rows.Put(from, make([][]widgets.Cell, len(ids)))
	})
	for row := range rows.Len() {
		rows.Cells(row)
	}
	require.Equal(t, 200, loads)
	rows.Cells(9_999)
	require.Equal(t, 200, loads, "the last are still there")
	rows.Cells(0)
	require.Equal(t, 201, loads, "the first have been let go")
}

// Rows that are read again show what they showed until they are there.
func TestChunksRecallWhatWasShown(t *testing.T) {
	load := func(int, []int64) {}
	old := widgets.NewChunks(manyIDs(3), load)
	old.Put(0, cellsOf(manyIDs(3)))
	again := widgets.NewChunks([]int64{3, 4, 1}, load)
	again.Recall(old)
	require.Equal(t, cellsOf([]int64{3})[0], again.Cells(0))
	require.Nil(t, again.Cells(1), "a new row")
	next := widgets.NewChunks([]int64{1}, load)
	next.Recall(again)
	require.Equal(t, cellsOf([]int64{1})[0], next.Cells(0), "also where those before were not read yet")
	next.Put(0, cellsOf([]int64{2}))
	require.Equal(t, cellsOf([]int64{2})[0], next.Cells(0))
}
