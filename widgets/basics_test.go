package widgets_test

import (
	"math"
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

// show puts an object of a size into a window of our theme.
func show(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// pressable is what Chip, NavItem and Press have in common.
type pressable interface {
	fyne.CanvasObject
	fyne.Focusable
	fyne.Tappable
	fyne.Shortcutable
}

func TestPressedByMouseAndKeys(t *testing.T) {
	pressed := 0
	press := func() { pressed++ }
	for name, w := range map[string]pressable{
		"chip":  widgets.NewChip("Белсенді", "201", press),
		"nav":   widgets.NewNavItem("Волонтерлер", assets.IconVolunteers, press),
		"press": widgets.NewPress(widgets.NewText("Ашу"), press),
	} {
		window := show(t, container.NewVBox(w), 300, 100)
		root := widgets.NewRoot(window, container.NewVBox(w))
		keys, shortcuts := []fyne.KeyName{}, 0
		root.OnKey = func(e *fyne.KeyEvent) { keys = append(keys, e.Name) }
		save := &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}
		root.AddShortcut(save, func(fyne.Shortcut) { shortcuts++ })

		pressed = 0
		test.Tap(w)
		window.Canvas().Focus(w)
		for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyEnter, fyne.KeyF1, fyne.KeyEscape} {
			w.TypedKey(&fyne.KeyEvent{Name: key})
		}
		w.TypedShortcut(save)
		require.Equal(t, 4, pressed, name)
		require.Equal(t, []fyne.KeyName{fyne.KeyF1, fyne.KeyEscape}, keys, name)
		require.Equal(t, 1, shortcuts, name)
	}
}

func TestPressedWithoutAnyoneListening(t *testing.T) {
	for _, w := range []pressable{
		widgets.NewChip("", "", nil), widgets.NewNavItem("", "", nil), widgets.NewPress(widgets.NewText(""), nil),
	} {
		show(t, container.NewVBox(w), 300, 100)
		require.NotPanics(t, func() { test.Tap(w) })
		require.NotPanics(t, func() { w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1}) })
	}
}

func TestChipWithCrossIsTakenAwayByDelete(t *testing.T) {
	pressed := 0
	chip := widgets.NewChip("Бағыт: Qamqor", "", func() { pressed++ })
	show(t, container.NewVBox(chip), 300, 100)
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	require.Zero(t, pressed, "without a cross Delete does nothing")
	chip.Closable = true
	chip.Refresh()
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	require.Equal(t, 2, pressed)
}

func TestNavItemsAreWalkedByArrows(t *testing.T) {
	first, second := widgets.NewNavItem("Басты бет", "", nil), widgets.NewNavItem("Есептер", "", nil)
	w := show(t, container.NewVBox(first, second), 200, 100)
	w.Canvas().Focus(first)
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	require.Same(t, second, w.Canvas().Focused())
	second.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	require.Same(t, first, w.Canvas().Focused())
}

func TestFocusAndHoverAreSeen(t *testing.T) {
	for name, w := range map[string]interface {
		pressable
		desktop.Hoverable
	}{
		"chip": widgets.NewChip("Белсенді", "201", nil), "nav": widgets.NewNavItem("Волонтерлер", "", nil),
		"press": widgets.NewPress(widgets.NewText("Ашу"), nil),
	} {
		window := show(t, container.NewVBox(w), 300, 60)
		plain := window.Canvas().Capture()
		w.MouseIn(nil)
		require.NotEqual(t, plain, window.Canvas().Capture(), name)
		w.MouseOut()
		require.Equal(t, plain, window.Canvas().Capture(), name)
		w.FocusGained()
		require.NotEqual(t, plain, window.Canvas().Capture(), name)
		w.FocusLost()
		require.Equal(t, plain, window.Canvas().Capture(), name)
	}
}

func TestTagKeepsItsWordInside(t *testing.T) {
	tag := widgets.NewTag("демалыс керек", widgets.ToneBad)
	show(t, container.NewWithoutLayout(tag), 300, 100)
	tag.Resize(tag.MinSize())
	require.Equal(t, []string{"демалыс керек"}, texts(tag))
	tag.Resize(fyne.NewSize(60, 20))
	require.Len(t, withPrefix(texts(tag), "дем"), 1)
	require.NotEqual(t, []string{"демалыс керек"}, texts(tag), "cut where its place is too narrow")
}

func TestFigureAndCardShowTheirTexts(t *testing.T) {
	figure := widgets.NewFigure("Мақұлданған сағат", "1 284")
	figure.Change, figure.Note, figure.Tone = "+8 %", "қазанға қарағанда", widgets.ToneOk
	card := widgets.NewCard("Жүктеме", figure)
	card.Aside = widgets.NewTag("жеңіл", widgets.ToneOk)
	show(t, card, 400, 200)
	require.ElementsMatch(t, []string{"Жүктеме", "жеңіл", "Мақұлданған сағат", "1 284", "+8 %", "қазанға қарағанда"}, texts(card))

	figure.Value, card.Title = "1 300", "Сағат"
	card.Refresh()
	figure.Refresh()
	require.Subset(t, texts(card), []string{"1 300", "Сағат"})
}

// heights are those of the coloured rectangles in a chart.
func heights(o fyne.CanvasObject) []float32 {
	found := []float32{}
	for _, object := range drawn(o) {
		if r, ok := object.(*canvas.Rectangle); ok {
			found = append(found, r.Size().Height)
		}
	}
	return found
}

func TestColumnChartDrawsWhateverItIsGiven(t *testing.T) {
	chart := widgets.NewColumnChart([]widgets.Bar{
		{Value: 50, Label: "қаз", Text: "50"},
		{Value: 100, Label: "қар", Text: "100"},
		{Value: -5, Text: "−5"},
		{Value: math.NaN(), Text: "?"},
		{Value: math.Inf(1), Text: "∞"},
		{Label: "жел", Text: "0"},
	})
	show(t, chart, 400, 200)
	h := heights(chart)
	require.InDelta(t, h[1]/2, h[0], 1, "half the value is half as high")
	require.Equal(t, []float32{2, 2}, h[2:4], "what is no length is a stub")
	require.Contains(t, texts(chart), "0", "the last value is written")

	chart.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, 50)}})
	require.Contains(t, texts(chart), "100", "the value under the pointer is written")
	chart.MouseOut()
	require.NotContains(t, texts(chart), "100")

	chart.Bars = nil
	require.NotPanics(t, chart.Refresh)
	chart.MouseIn(&desktop.MouseEvent{})
	require.Empty(t, texts(chart))
}

func TestBarChartAndProgressFillTheirShare(t *testing.T) {
	chart := widgets.NewBarChart([]widgets.Bar{{Label: "Qamqor", Text: "1 420", Value: 1420}, {Label: "Bilim", Text: "710", Value: 710}}, widgets.ToneInfo)
	progress := widgets.NewProgress(0.25, widgets.ToneOk)
	show(t, container.NewVBox(chart, progress), 400, 200)
	width := func(o fyne.CanvasObject, n int) float32 {
		bars := []float32{}
		for _, object := range drawn(o) {
			if r, ok := object.(*canvas.Rectangle); ok {
				bars = append(bars, r.Size().Width)
			}
		}
		return bars[n]
	}
	require.Equal(t, width(chart, 0), width(chart, 1), "the largest fills its track")
	require.InDelta(t, width(chart, 2)/2, width(chart, 3), 0.5)
	require.EqualValues(t, 100, width(progress, 1))
	progress.SetValue(7)
	require.EqualValues(t, 400, width(progress, 1), "never more than all")
}

func TestColumnsLayoutSharesByWeight(t *testing.T) {
	a, b, wide := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	row := container.New(widgets.NewColumns(10, 3, 1), a, b)
	row.Resize(fyne.NewSize(410, 50))
	require.Equal(t, []float32{300, 100}, []float32{a.Size().Width, b.Size().Width})

	wide.SetMinSize(fyne.NewSize(200, 10))
	row = container.New(widgets.NewColumns(10), a, wide, b)
	row.Resize(fyne.NewSize(420, 50))
	require.Equal(t, []float32{100, 200, 100}, []float32{a.Size().Width, wide.Size().Width, b.Size().Width})
	require.EqualValues(t, 320, b.Position().X)
}
