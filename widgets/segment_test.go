package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func TestSegments(t *testing.T) {
	s := widgets.NewSegments(widgets.Option{ID: "month", Text: "Ай"}, widgets.Option{ID: "quarter", Text: "Тоқсан"},
		widgets.Option{ID: "year", Text: "Жыл"})
	d := newDesk(t, container.NewVBox(s))
	var heard []string
	s.OnChanged = func(o widgets.Option) { heard = append(heard, o.ID) }
	require.True(t, s.Empty())
	d.canvas.Focus(s)
	d.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome, fyne.KeyEnd)
	require.Equal(t, []string{"month", "quarter", "year", "quarter", "month", "year"}, heard)
	test.TapAt(s, fyne.NewPos(s.Size().Width/2, 5))
	require.Equal(t, "quarter", s.ID())
	s.Restore("month")
	require.Equal(t, "month", s.Snapshot())
	s.SetReadOnly(true)
	d.press(fyne.KeyEnd)
	test.TapAt(s, fyne.NewPos(s.Size().Width-5, 5))
	require.Equal(t, "month", s.ID())
}

func TestTabsShowOnePage(t *testing.T) {
	pages := []fyne.CanvasObject{widgets.NewEntry(), widgets.NewEntry(), widgets.NewEntry()}
	tabs := widgets.NewTabs(widgets.TabItem{Text: "Жалпы", Content: pages[0]},
		widgets.TabItem{Text: "Кесте", Content: pages[1]}, widgets.TabItem{Text: "Тарих", Content: pages[2]})
	d := newDesk(t, container.NewStack(tabs))
	shown := func() []bool { return []bool{pages[0].Visible(), pages[1].Visible(), pages[2].Visible()} }
	require.Equal(t, []bool{true, false, false}, shown())
	d.press(fyne.KeyTab)
	d.press(fyne.KeyRight)
	require.Equal(t, []bool{false, true, false}, shown())
	d.press(fyne.KeyEnd, fyne.KeyRight)
	require.Equal(t, 2, tabs.Page())
	d.press(fyne.KeyTab)
	require.Equal(t, fyne.Focusable(pages[2].(*widgets.Entry)), d.canvas.Focused(), "hidden pages are not in the order of Tab")
	test.TapCanvas(d.canvas, fyne.NewPos(10, 10))
	require.Equal(t, 0, tabs.Page())
}

func TestCheckField(t *testing.T) {
	c := widgets.NewCheckField("Келісім берді")
	d := newDesk(t, container.NewVBox(c))
	var heard []bool
	c.OnChanged = func(checked bool) { heard = append(heard, checked) }
	test.Tap(c)
	d.write(" ")
	require.Equal(t, []bool{true, false}, heard)
	require.True(t, c.Empty())
	c.Restore("yes")
	require.Equal(t, "yes", c.Snapshot())
	c.SetLocked(true)
	d.write(" ")
	require.True(t, c.Checked())
	require.Greater(t, c.HeightFor(60), c.HeightFor(400))
}
