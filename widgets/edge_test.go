package widgets_test

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/widgets"
)

// An empty box is nothing but its edge.
func TestAnEmptyBoxIsSeen(t *testing.T) {
	for look, variant := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		test.NewTempApp(t).Settings().SetTheme(assets.NewTheme(variant))
		box, ok := test.WidgetRenderer(widgets.NewCheckField("Оқыдым")).Objects()[0].(*canvas.Rectangle)
		require.True(t, ok)
		require.Equal(t, theme.Color(assets.ColorDim), box.StrokeColor, look)
		require.InDelta(t, 1, box.StrokeWidth, 0.5)
	}
}

// The text of the field above what is found stands in its middle, also when it got the keyboard before its size.
func TestTheFinderHasItsTextInTheMiddle(t *testing.T) {
	f := widgets.NewFinder("Іздеу")
	d := newDesk(t, widgets.NewText("бет"))
	modals := widgets.NewModals(d.canvas)
	modals.Show(widgets.Dialog{Content: widgets.NewStretch(f, 300), Focus: f.Field(), Width: 400})
	field, ok := f.Field().(fyne.CanvasObject)
	require.True(t, ok)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(field)
	require.InDelta(t, math.Trunc(float64(at.Y)), at.Y, 0.001, "edges between two pixels are drawn unlike")
	middle := at.Y + field.Size().Height/2
	for _, text := range drawn(field) {
		if text, ok := text.(*canvas.Text); ok && text.Text != "" {
			top := fyne.CurrentApp().Driver().AbsolutePositionForObject(text).Y
			require.InDelta(t, middle, top+text.Size().Height/2, 1.5)
		}
	}
}

// Buttons beside a value neither raise its line nor put it below its term.
func TestPairsStandLevel(t *testing.T) {
	eye, copies := widgets.NewQuietButton("", assets.IconShow, nil), widgets.NewQuietButton("", assets.IconCopy, nil)
	eye.Compact, copies.Compact = true, true
	phone, mail := widgets.NewTerm("Телефон"), widgets.NewTerm("Электрондық пошта, басқа біреудікі")
	value := widgets.NewValue("+7 708 ••• •• 31", eye, copies)
	pairs := widgets.NewPairs(14, 9, phone, value, mail, widgets.NewBody("a@b.invalid"))
	show(t, container.NewWithoutLayout(pairs), 400, 300)
	pairs.Resize(fyne.NewSize(350, 200))

	require.InDelta(t, phone.Position().Y, value.Position().Y, 0.1)
	require.InDelta(t, phone.Size().Height, value.Size().Height, 0.1, "the line is not raised")
	require.InDelta(t, value.Size().Height/2, eye.Position().Y+eye.Size().Height/2, 0.1)
	require.Greater(t, copies.Position().X, eye.Position().X+eye.Size().Width)
	require.InDelta(t, 150, phone.Size().Width, 0.1, "a long term leaves room for what is said")
}

func TestAddressesBreakAfterTheirParts(t *testing.T) {
	for text, first := range map[string]string{
		"roshanul.varisova2@example.invalid":       "roshanul.varisova2@",
		`C:\Users\Manager\Documents\Saya\backups`:  `C:\Users\Manager\`,
		"/home/manager/documents/saya/copies-here": "/home/manager/",
	} {
		body := widgets.NewBody(text)
		show(t, container.NewWithoutLayout(body), 400, 300)
		body.Resize(fyne.NewSize(140, 200))
		require.Equal(t, first, texts(body)[0])
	}
}

// A chip is as wide on as off, and its words stand in its middle either way.
func TestChipsKeepTheirPlaceWhenChosen(t *testing.T) {
	chip := widgets.NewChip("Анықтама", "12", nil)
	show(t, container.NewWithoutLayout(chip), 300, 100)
	off := chip.MinSize()
	chip.Resize(off)
	for _, on := range []bool{false, true} {
		chip.SetSelected(on)
		require.InDelta(t, off.Width, chip.MinSize().Width, 0.1)
		left, right := off.Width, float32(0)
		for _, o := range drawn(chip) {
			if text, ok := o.(*canvas.Text); ok {
				left, right = min(left, text.Position().X), max(right, text.Position().X+text.MinSize().Width)
			}
		}
		require.InDelta(t, left, off.Width-right, 0.6)
	}
}

// A menu keeps its distance from the edges of the window.
func TestMenusStayInsideTheWindow(t *testing.T) {
	anchor := widgets.NewButton("Көрініс", "", nil)
	d := newDesk(t, container.NewBorder(nil, nil, nil, anchor))
	widgets.ShowMenu(anchor, widgets.MenuItem{Text: "Көріністі басқа атпен сақтау"})
	row := d.canvas.Focused().(fyne.CanvasObject)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(row)
	require.LessOrEqual(t, at.X+row.Size().Width+6, d.canvas.Size().Width-8)
	require.Positive(t, at.X)
}
