package widgets_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/widgets"
)

// someRows returns n rows with the ids 1 to n.
func someRows(n int) widgets.RowSlice {
	rows := make(widgets.RowSlice, n)
	for i := range rows {
		rows[i] = widgets.Row{ID: int64(i + 1), Cells: []widgets.Cell{
			{Text: fmt.Sprintf("Әсел Қасымова %d", i+1)}, {Text: "Белсенді", Tone: widgets.ToneOk}, {Text: fmt.Sprint(i)},
		}}
	}
	return rows
}

func someColumns() []widgets.Column {
	return []widgets.Column{
		{ID: "name", Title: "Аты-жөні", Flexible: true, MinWidth: 200},
		{ID: "status", Title: "Күйі", Width: 120, Style: widgets.StyleTag},
		{ID: "hours", Title: "Сағат", Width: 80, Align: fyne.TextAlignTrailing},
		{ID: "note", Title: "Ескертпе", Width: 100, NoSort: true},
	}
}

// shown is a table in a window of 800 by 400 that has the keyboard.
type shown struct {
	*widgets.DataTable
	window fyne.Window
	picked [][]int64 // what OnSelect was told
}

func showTable(t *testing.T, rows widgets.Rows) *shown {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	s := &shown{DataTable: widgets.NewDataTable(someColumns())}
	s.OnSelect = func(ids []int64) { s.picked = append(s.picked, ids) }
	s.SetRows(rows)
	s.window = test.NewTempWindow(t, s.DataTable)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(800, 400))
	s.window.Canvas().Focus(s.DataTable)
	return s
}

// own makes the columns as wide as they were made, whatever their texts are.
func (s *shown) own() {
	for i := range s.Columns {
		s.Columns[i].Own = true
	}
	s.Refresh()
}

func (s *shown) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// body is where the mouse meets the rows.
func (s *shown) body() desktop.Mouseable {
	for _, o := range drawn(s.DataTable) {
		if m, ok := o.(desktop.Mouseable); ok {
			return m
		}
	}
	return nil
}

// drawn are an object and all that is in it, as far as it is not hidden.
func drawn(o fyne.CanvasObject) []fyne.CanvasObject {
	if !o.Visible() {
		return nil
	}
	objects, inside := []fyne.CanvasObject{o}, []fyne.CanvasObject(nil)
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		objects = append(objects, drawn(child)...)
	}
	return objects
}

// inRow is a place in the body in the middle of a row.
func inRow(row int) fyne.Position { return fyne.NewPos(50, float32(row)*30+15) }

func (s *shown) click(row int, button desktop.MouseButton, held fyne.KeyModifier) {
	s.body().MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: inRow(row)}, Button: button, Modifier: held,
	})
}

// texts are the texts in view.
func texts(o fyne.CanvasObject) []string {
	found := []string{}
	for _, object := range drawn(o) {
		if text, ok := object.(*canvas.Text); ok && text.Text != "" {
			found = append(found, text.Text)
		}
	}
	return found
}

func TestTableKeysMoveAndChoose(t *testing.T) {
	s := showTable(t, someRows(100))
	opened := int64(0)
	s.OnOpen = func(id int64) { opened = id }

	s.press(fyne.KeyDown)
	require.Equal(t, []int64{1}, s.Selected(), "the first key chooses the first row")
	s.press(fyne.KeyDown, fyne.KeyDown)
	require.Equal(t, []int64{3}, s.Selected())
	s.press(fyne.KeyUp)
	require.Equal(t, []int64{2}, s.Selected())
	s.press(fyne.KeyEnd)
	require.Equal(t, []int64{100}, s.Selected())
	require.Contains(t, texts(s.DataTable), "Әсел Қасымова 100", "the row is scrolled into view")
	s.press(fyne.KeyDown)
	require.Equal(t, []int64{100}, s.Selected(), "there is nothing below the last row")
	s.press(fyne.KeyPageUp)
	require.Equal(t, []int64{89}, s.Selected(), "a page is what is in view less one row")
	s.press(fyne.KeyHome, fyne.KeyPageDown, fyne.KeyReturn)
	require.Equal(t, []int64{12}, s.Selected())
	require.EqualValues(t, 12, opened)
	require.Len(t, s.picked, 8)
}

func TestTableKeysOnNoRows(t *testing.T) {
	s := showTable(t, widgets.RowSlice(nil))
	s.OnOpen = func(int64) { t.Error("there is nothing to open") }
	s.press(fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn, fyne.KeySpace, desktop.KeyMenu)
	require.Empty(t, s.Selected())
	require.Empty(t, s.picked)
}

func TestTableChoosesSeveral(t *testing.T) {
	s := showTable(t, someRows(20))
	s.Multi = true
	s.click(2, desktop.MouseButtonPrimary, 0)
	s.click(5, desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	require.Equal(t, []int64{3, 4, 5, 6}, s.Selected())
	s.click(4, desktop.MouseButtonPrimary, fyne.KeyModifierShortcutDefault)
	s.click(9, desktop.MouseButtonPrimary, fyne.KeyModifierShortcutDefault)
	require.Equal(t, []int64{3, 4, 6, 10}, s.Selected())

	s.click(1, desktop.MouseButtonPrimary, 0)
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.press(fyne.KeyDown, fyne.KeyDown)
	s.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	require.Equal(t, []int64{2, 3, 4}, s.Selected())
	s.press(fyne.KeySpace)
	require.Equal(t, []int64{2, 3}, s.Selected(), "Space takes the row under the cursor away")
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	require.Len(t, s.Selected(), 20)
}

func TestTableChoosesOneUnlessMulti(t *testing.T) {
	s := showTable(t, someRows(20))
	s.click(2, desktop.MouseButtonPrimary, 0)
	s.click(5, desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	require.Equal(t, []int64{6}, s.Selected())
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	require.Equal(t, []int64{6}, s.Selected())
}

func TestTableMouseOpensAndAsksForMenu(t *testing.T) {
	s := showTable(t, someRows(20))
	s.Multi = true
	opened, menu := int64(0), int64(0)
	s.OnOpen = func(id int64) { opened = id }
	s.OnMenu = func(id int64, _ fyne.Position) { menu = id }
	body := s.body()

	body.(fyne.DoubleTappable).DoubleTapped(&fyne.PointEvent{Position: inRow(3)})
	require.EqualValues(t, 4, opened)

	s.Select(2, 3)
	s.click(1, desktop.MouseButtonSecondary, 0)
	body.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{Position: inRow(1)})
	require.EqualValues(t, 2, menu)
	require.Equal(t, []int64{2, 3}, s.Selected(), "the menu of a chosen row is for all that are chosen")
	s.click(7, desktop.MouseButtonSecondary, 0)
	require.Equal(t, []int64{8}, s.Selected(), "the menu of another row is for that row")

	s.press(desktop.KeyMenu)
	require.EqualValues(t, 8, menu)
}

func TestRowsThatAreChosenQuicklyAreNotOpened(t *testing.T) {
	tests := map[string]struct {
		rows   []int
		held   fyne.KeyModifier
		opened int64
	}{
		"twice on one row":           {[]int{3, 3}, 0, 4},
		"after another row":          {[]int{7, 3, 3}, 0, 4},
		"on two rows":                {[]int{3, 5}, 0, 0},
		"on two rows with Ctrl":      {[]int{3, 5}, fyne.KeyModifierControl, 0},
		"twice on one row with Ctrl": {[]int{3, 3}, fyne.KeyModifierControl, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := showTable(t, someRows(20))
			s.Multi = true
			opened := int64(0)
			s.OnOpen = func(id int64) { opened = id }
			for _, row := range tt.rows {
				s.click(row, desktop.MouseButtonPrimary, tt.held)
			}
			// Fyne tells where the first of the two was.
			s.body().(fyne.DoubleTappable).DoubleTapped(&fyne.PointEvent{Position: inRow(3)})
			require.Equal(t, tt.opened, opened)
		})
	}
}

func TestTableAsksForOrderByClick(t *testing.T) {
	s := showTable(t, someRows(5))
	asked := []widgets.Sort{}
	s.OnSort = func(sort widgets.Sort) { asked = append(asked, sort) }
	c := s.window.Canvas()
	test.TapCanvas(c, fyne.NewPos(20, 10))
	test.TapCanvas(c, fyne.NewPos(20, 10))
	test.TapCanvas(c, fyne.NewPos(650, 10))
	test.TapCanvas(c, fyne.NewPos(750, 10)) // NoSort
	require.Equal(t, []widgets.Sort{{Column: "name"}, {Column: "name", Descending: true}, {Column: "hours"}}, asked)
	require.Same(t, s.DataTable, c.Focused(), "the keys stay with the rows")
}

func TestTableAsksForOrderAndWidthByKey(t *testing.T) {
	s := showTable(t, someRows(5))
	s.own()
	asked, widths := []widgets.Sort{}, map[string]float32{}
	s.OnSort = func(sort widgets.Sort) { asked = append(asked, sort) }
	s.OnResize = func(column string, width float32) { widths[column] = width }
	c := s.window.Canvas()
	c.FocusNext()
	s.press(fyne.KeyRight, fyne.KeyReturn, fyne.KeySpace)
	require.Equal(t, []widgets.Sort{{Column: "status"}, {Column: "status", Descending: true}}, asked)
	c.Focused().TypedRune('+')
	c.Focused().TypedRune('-')
	c.Focused().TypedRune('-')
	require.Equal(t, map[string]float32{"status": 110}, widths)
	s.press(fyne.KeyEnd, fyne.KeyRight, fyne.KeyDown)
	require.Same(t, s.DataTable, c.Focused(), "Down goes back to the rows")
}

func TestTableWidthIsPulled(t *testing.T) {
	s := showTable(t, someRows(5))
	s.own()
	told := []string{}
	s.OnResize = func(column string, width float32) { told = append(told, fmt.Sprint(column, " ", width)) }
	c := s.window.Canvas()
	// The columns lie at 0, 500, 620 and 700: all but the first are of a set width,
	// so a border is the left one of the column that it resizes.
	test.Drag(c, fyne.NewPos(500, 10), -30, 0)
	test.Drag(c, fyne.NewPos(620, 10), 500, 0)
	require.Equal(t, []string{"status 150", "hours 69"}, told, "wider by 30; never narrower than its title")
	require.EqualValues(t, 150, s.Columns[1].Width)
}

func TestTableColumnIsNotPulledOutOfItsPlace(t *testing.T) {
	s := showTable(t, someRows(5))
	s.own()
	s.Columns[1].Spare = 1
	s.Refresh()
	test.Drag(s.window.Canvas(), fyne.NewPos(500, 10), -495, 0)
	require.Contains(t, texts(s.DataTable), s.Columns[1].Title)
	require.Less(t, s.Columns[1].Width, float32(500))
}

// A column has the width that its texts need, and what others do not need; nothing moves to and fro with other rows.
func TestColumnsAreAsWideAsTheirTexts(t *testing.T) {
	columns := []widgets.Column{
		{ID: "name", Title: "Аты", Flexible: true, MinWidth: 100, Width: 300},
		{ID: "address", Title: "Мекенжайы", Width: 120, MinWidth: 90},
		{ID: "rooms", Title: "Саны", Width: 200},
	}
	table := widgets.NewDataTable(columns)
	show(t, container.NewStack(table), 700, 200)
	row := func(name, address, rooms string) widgets.RowSlice {
		return widgets.RowSlice{{ID: 1, Cells: []widgets.Cell{{Text: name}, {Text: address}, {Text: rooms}}}}
	}
	address := "Алматы қ., Медеу ауданы, Мысал көшесі, 5"
	table.SetRows(row("Үй", address, "1"))
	require.Contains(t, texts(table), address, "not cut")
	whole := texts(table)
	table.SetRows(row("Үй", "–", "1"))
	table.SetRows(row("Үй", address, "1"))
	require.Equal(t, whole, texts(table))

	table.Columns[1].Width, table.Columns[1].Own = 120, true
	table.Refresh()
	require.NotContains(t, texts(table), address, "as wide as the person made it")
}

// What comes in pieces widens the columns when it comes.
func TestColumnsKnowTextsThatComeLater(t *testing.T) {
	rows := widgets.NewChunks([]int64{1}, func(int, []int64) {})
	table := widgets.NewDataTable([]widgets.Column{{ID: "name", Title: "Аты", Width: 60}})
	show(t, container.NewStack(table), 700, 200)
	table.SetRows(rows)
	rows.Put(0, [][]widgets.Cell{{{Text: "Апталық қолдау тобы"}}})
	require.Contains(t, texts(table), "Апталық қолдау тобы")
}

func TestTableBorderFitsByDoubleClick(t *testing.T) {
	s := showTable(t, someRows(5))
	fitted := float32(0)
	s.OnResize = func(_ string, width float32) { fitted = width }
	for _, o := range drawn(s.DataTable) {
		if border, ok := o.(fyne.DoubleTappable); ok && o.Size().Height == 32 && fitted == 0 {
			border.DoubleTapped(nil)
		}
	}
	require.InDelta(t, 95, fitted, 15, "as wide as the widest tag")
}

func TestTableKeepsChosenIDs(t *testing.T) {
	s := showTable(t, someRows(10))
	s.Multi = true
	s.Select(3, 7)
	s.picked = nil

	rows := someRows(10)
	reversed := widgets.RowSlice{}
	for i := range rows {
		reversed = append(reversed, rows[len(rows)-1-i])
	}
	s.SetRows(reversed)
	require.Equal(t, []int64{7, 3}, s.Selected(), "chosen by id, in the order of the rows")
	s.SetRows(rows[:5])
	require.Equal(t, []int64{3}, s.Selected(), "what is gone is not chosen")
	require.Nil(t, s.picked, "the program is not told what it did")

	s.Select(4)
	s.SetRows(reversed)
	s.press(fyne.KeyDown)
	require.Equal(t, []int64{3}, s.Selected(), "the cursor stays on its row, which is followed by another now")
}

// liveRows may change without the table being told.
type liveRows struct {
	widgets.RowSlice
}

func (l *liveRows) Len() int { return len(l.RowSlice) }

func TestTableRowsMayShrink(t *testing.T) {
	live := &liveRows{someRows(1000)}
	s := showTable(t, live)
	s.press(fyne.KeyEnd)
	live.RowSlice = live.RowSlice[:3]
	c := s.window.Canvas()
	test.Scroll(c, fyne.NewPos(100, 200), 0, -40)
	test.MoveMouse(c, fyne.NewPos(100, 200))
	s.click(900, desktop.MouseButtonPrimary, 0)
	s.press(fyne.KeyReturn, fyne.KeyUp)
	s.Refresh()
	require.Equal(t, []string{"Әсел Қасымова 1", "Әсел Қасымова 2", "Әсел Қасымова 3"}, withPrefix(texts(s.DataTable), "Әсел"))
	require.Equal(t, []int64{3}, s.Selected())

	live.RowSlice = nil
	s.Refresh()
	s.press(fyne.KeyDown, fyne.KeySpace)
	require.Empty(t, s.Selected())
}

func withPrefix(all []string, prefix string) []string {
	found := []string{}
	for _, s := range all {
		if strings.HasPrefix(s, prefix) {
			found = append(found, s)
		}
	}
	return found
}

func TestTableDrawsWhateverThereIs(t *testing.T) {
	long := strings.Repeat("Жұлдыз Әбдірахманова ", 25)
	rows := widgets.RowSlice{
		{ID: 1, Cells: []widgets.Cell{{Text: long}, {Text: long, Tone: widgets.ToneBad}, {Text: long}}},
		{ID: 2, Cells: []widgets.Cell{{Text: "жол\nжол\tжол"}, {}, {}, {}, {Text: "one too many"}}},
		{ID: 3, Cells: []widgets.Cell{{Text: strings.Repeat("👩‍👧 مرحبا ", 30)}}},
		{ID: 4},
	}
	s := showTable(t, rows)
	for _, o := range drawn(s.DataTable) {
		if text, ok := o.(*canvas.Text); ok {
			require.LessOrEqual(t, text.MinSize().Width, text.Size().Width+1, text.Text)
		}
	}
	written := texts(s.DataTable)
	require.Contains(t, written, "жол жол жол")
	require.NotContains(t, written, "one too many")
	require.Len(t, withPrefix(written, "Жұлдыз"), 3, "longer in the name, shorter in tag and number")
}

func TestTableSaysWhyItIsEmpty(t *testing.T) {
	s := showTable(t, widgets.RowSlice(nil))
	s.EmptyText, s.LoadingText, s.Loading = "Ешкім табылмады", "Жүктелуде…", true
	s.Refresh()
	require.Contains(t, texts(s.DataTable), "Жүктелуде…")
	s.Loading = false
	s.Refresh()
	require.Contains(t, texts(s.DataTable), "Ешкім табылмады")
	s.SetRows(someRows(1))
	require.NotContains(t, texts(s.DataTable), "Ешкім табылмады")
}

func TestTableCopiesTabbedText(t *testing.T) {
	s := showTable(t, someRows(5))
	s.Multi = true
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent("бұрынғы")
	s.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	require.Equal(t, "бұрынғы", clipboard.Content(), "nothing is chosen")
	s.Select(2, 4)
	s.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	require.Equal(t, "Әсел Қасымова 2\tБелсенді\t1\t\nӘсел Қасымова 4\tБелсенді\t3\t", clipboard.Content())

	copied := []int64{}
	s.OnCopy = func(ids []int64) { copied = ids }
	s.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	require.Equal(t, []int64{2, 4}, copied)
}

func TestTableHandsOnWhatItDoesNotUse(t *testing.T) {
	s := showTable(t, someRows(5))
	root := widgets.NewRoot(s.window, s.DataTable)
	s.window.Canvas().Focus(s.DataTable)
	keys, shortcuts, typed := []fyne.KeyName{}, 0, ""
	root.OnKey = func(e *fyne.KeyEvent) { keys = append(keys, e.Name) }
	save := &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}
	root.AddShortcut(save, func(fyne.Shortcut) { shortcuts++ })
	s.OnType = func(letter rune) { typed += string(letter) }

	s.press(fyne.KeyF1, fyne.KeyF9, fyne.KeyEscape, fyne.KeyDown)
	s.TypedShortcut(save)
	test.Type(s.DataTable, "ә б")
	require.Equal(t, []fyne.KeyName{fyne.KeyF1, fyne.KeyF9, fyne.KeyEscape}, keys)
	require.Equal(t, 1, shortcuts)
	require.Equal(t, "әб", typed, "Space chooses and begins no search")
}

func TestTableFollowsTheme(t *testing.T) {
	s := showTable(t, someRows(5))
	before := s.window.Canvas().Capture().At(400, 300)
	test.ApplyTheme(t, assets.NewTheme(theme.VariantDark))
	require.NotEqual(t, before, s.window.Canvas().Capture().At(400, 300))
}

func TestTableScrollsByWheel(t *testing.T) {
	s := showTable(t, someRows(1000))
	test.Scroll(s.window.Canvas(), fyne.NewPos(100, 200), 0, -75)
	names := withPrefix(texts(s.DataTable), "Әсел")
	require.Contains(t, names, "Әсел Қасымова 11")
	require.NotContains(t, names, "Әсел Қасымова 5")
	require.Len(t, s.Selected(), 0)
}
