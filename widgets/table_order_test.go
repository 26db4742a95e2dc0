package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func order(t *widgets.DataTable) (ids []string) {
	for _, c := range t.Columns {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestTableColumnsMoveWithTheirCells(t *testing.T) {
	s := showTable(t, someRows(3))
	moved := 0
	s.OnMove = func() { moved++ }
	s.MoveColumn(2, 0)
	require.Equal(t, []string{"hours", "name", "status", "note"}, order(s.DataTable))
	s.Columns[2].Hidden = true
	s.SetColumns(s.Columns)
	require.Equal(t, []string{"Сағат", "Аты-жөні", "Ескертпе", "0", "Әсел Қасымова 1"}, texts(s.DataTable)[:5])
	require.NotContains(t, texts(s.DataTable), "Белсенді", "a hidden column is not drawn")
	clipboard := fyne.CurrentApp().Clipboard()
	s.Select(2)
	s.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	require.Equal(t, "1\tӘсел Қасымова 2\t", clipboard.Content(), "copied as it is shown")
	s.MoveColumn(0, 9)
	s.MoveColumn(1, 1)
	require.Equal(t, 1, moved)
}

// dragHeader drags the header from one place to another, in two movements.
func (s *shown) dragHeader(from, to float32) {
	for _, o := range drawn(s.DataTable) {
		if h, ok := o.(fyne.SecondaryTappable); ok && o.Size().Height == 32 {
			header := h.(fyne.Draggable)
			for _, x := range []float32{from, (from + to) / 2, to} {
				e := &fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}}
				if x != from {
					e.Dragged.DX = (to - from) / 2
				}
				header.Dragged(e)
			}
			header.DragEnd()
		}
	}
}

func TestTableColumnIsDragged(t *testing.T) {
	s := showTable(t, someRows(3))
	// The columns lie at 0, 500, 620 and 700.
	s.dragHeader(650, 50)
	require.Equal(t, []string{"hours", "name", "status", "note"}, order(s.DataTable))
	s.dragHeader(20, 790)
	require.Equal(t, []string{"name", "status", "note", "hours"}, order(s.DataTable), "to the end")
	s.dragHeader(20, 30)
	require.Equal(t, []string{"name", "status", "note", "hours"}, order(s.DataTable), "dropped on itself")
}

func TestTableColumnIsMovedByKey(t *testing.T) {
	s := showTable(t, someRows(3))
	menus := []int{}
	s.OnHeader = func(column int, _ fyne.Position) { menus = append(menus, column) }
	s.Columns[1].Hidden = true
	s.SetColumns(s.Columns)
	s.window.Canvas().FocusNext()
	header := s.window.Canvas().Focused().(fyne.Shortcutable)
	right := &desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShortcutDefault}
	header.TypedShortcut(right)
	require.Equal(t, []string{"status", "hours", "name", "note"}, order(s.DataTable), "over the next one that is seen")
	s.press(desktop.KeyMenu, fyne.KeyHome, desktop.KeyMenu, fyne.KeyEnd, desktop.KeyMenu)
	require.Equal(t, []int{2, 1, 3}, menus, "the keys stay with the column and pass over hidden ones")
	header.TypedShortcut(right)
	require.Equal(t, []string{"status", "hours", "name", "note"}, order(s.DataTable), "there is nothing behind the last")
}

func TestTableMenuOfAHeader(t *testing.T) {
	s := showTable(t, someRows(3))
	menu := -1
	s.OnHeader = func(column int, _ fyne.Position) { menu = column }
	for _, o := range drawn(s.DataTable) {
		if h, ok := o.(fyne.SecondaryTappable); ok && o.Size().Height == 32 {
			h.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(650, 10)})
		}
	}
	require.Equal(t, 2, menu)
	s.FitColumn(2)
	require.Less(t, s.Columns[2].Width, float32(80), "as wide as its title")
	s.FitColumn(0)
	require.Zero(t, s.Columns[0].Width, "the flexible one has what is left")
}

func TestTableMenuByShiftF10(t *testing.T) {
	s := showTable(t, someRows(3))
	menu := int64(0)
	s.OnMenu = func(id int64, _ fyne.Position) { menu = id }
	s.press(fyne.KeyDown, fyne.KeyF10)
	require.Zero(t, menu)
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.press(fyne.KeyF10)
	require.EqualValues(t, 1, menu)
}

func TestTableOffersToMakeTheFirst(t *testing.T) {
	s := showTable(t, widgets.RowSlice(nil))
	pressed := 0
	button := widgets.NewPrimaryButton("Бірінші", "plus", func() { pressed++ })
	s.EmptyAction, s.EmptyText, s.LoadingText, s.Loading = button, "Ешкім жоқ", "Жүктелуде…", true
	s.Refresh()
	require.False(t, button.Visible(), "not before it is known")
	s.Loading = false
	s.Refresh()
	require.Contains(t, drawn(s.DataTable), fyne.CanvasObject(button))
	test.Tap(button)
	require.Equal(t, 1, pressed)
	s.SetRows(someRows(1))
	require.False(t, button.Visible())
}

// What is chosen in a long list is told and kept without a wait that is felt: a row more costs no walk per row.
func TestTableChoosesTenThousand(t *testing.T) {
	s := showTable(t, someRows(10_000))
	s.Multi = true
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	require.Len(t, s.Selected(), 10_000)
	s.click(4, desktop.MouseButtonPrimary, fyne.KeyModifierShortcutDefault)
	require.Len(t, s.Selected(), 9_999)
	s.SetRows(someRows(9_000))
	require.Len(t, s.Selected(), 8_999, "what is gone is not chosen")
	s.click(2, desktop.MouseButtonPrimary, 0)
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.press(fyne.KeyEnd)
	require.Len(t, s.Selected(), 8_998)
	s.press(fyne.KeyHome)
	require.Equal(t, []int64{1, 2, 3}, s.Selected())
}

func TestTableScrollsToAPlace(t *testing.T) {
	s := showTable(t, someRows(1000))
	s.Select(3)
	s.SetOffset(600)
	require.EqualValues(t, 600, s.Offset())
	require.Contains(t, texts(s.DataTable), "Әсел Қасымова 21")
	require.Equal(t, []int64{3}, s.Selected())
	s.SetOffset(1e9)
	require.Contains(t, texts(s.DataTable), "Әсел Қасымова 1000", "no further than there are rows")
}
