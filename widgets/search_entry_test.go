package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// The cross of a search is there while something is typed, and takes it away.
func TestASearchIsTakenAwayByItsCross(t *testing.T) {
	e := widgets.NewSearchEntry()
	d := newDesk(t, container.NewVBox(e))
	crosses := func() (found []fyne.Tappable) {
		for _, o := range drawn(e) {
			if cross, ok := o.(fyne.Tappable); ok && o != fyne.CanvasObject(e) && o.Size().Width < 40 {
				found = append(found, cross)
			}
		}
		return found
	}
	require.Empty(t, crosses())
	d.canvas.Focus(e)
	d.write("Айгерім")
	require.Len(t, crosses(), 1)
	test.Tap(crosses()[0])
	require.Empty(t, e.Text)
	require.Empty(t, crosses())
	require.Equal(t, fyne.Focusable(e), d.canvas.Focused(), "one types on")
}

// What can be typed is cut with a sign where the field is narrow, the keys that lead there first.
func TestAHintIsCutWithASign(t *testing.T) {
	e := widgets.NewSearchEntry()
	e.SetPlaceHolder("Аты, нөмірі, телефоны…  Ctrl+F")
	d := newDesk(t, container.NewStack(e))
	for _, tt := range []struct {
		width float32
		want  string
	}{{400, "Аты, нөмірі, телефоны…  Ctrl+F"}, {230, "Аты, нөмірі, телефоны…"}, {130, "Аты, нө…"}} {
		d.window.Resize(fyne.NewSize(tt.width, 60))
		require.Equal(t, tt.want, e.PlaceHolder, "in %v", tt.width)
	}
	e.SetPlaceHolder("Атауы, мекенжайы")
	require.Equal(t, "Атауы,…", e.PlaceHolder)
}

// A dialog is as high as its texts need when they have wrapped.
func TestADialogShowsWhatWraps(t *testing.T) {
	d := newDesk(t, container.NewVBox())
	lines := widgets.NewLines()
	for range 4 {
		lines.Add(widgets.NewBody("Кәмелетке толмағанды сыртта атымен атауға болмайды. «Нөмірі бойынша» дегенді таңдаңыз."))
	}
	widgets.NewModals(d.canvas).Show(widgets.Dialog{Title: "Өзгертілмеді", Content: lines, Width: 300})
	last := lines.Objects[len(lines.Objects)-1]
	require.LessOrEqual(t, lines.MinSize().Height, lines.Size().Height+1)
	require.Greater(t, last.Size().Height, float32(40), "it has wrapped")
}

// A quiet button in a column of texts begins where they do.
func TestAFlushButtonStandsInItsColumn(t *testing.T) {
	b, text := widgets.NewQuietButton("Волонтер қосу", "plus", nil), widgets.NewText("Рөлі")
	b.Flush = true
	show(t, container.NewVBox(text, container.NewHBox(b)), 300, 100)
	for _, o := range drawn(b)[1:] {
		if o.Size().Width == 16 {
			require.InDelta(t, text.Position().X, o.Position().X, 0.1)
			return
		}
	}
	require.Fail(t, "no picture")
}

// Times stand beside each other also in a form that is too narrow for two columns.
func TestShortFieldsShareALine(t *testing.T) {
	f := widgets.NewForm(say)
	day, start, end := widgets.NewEntry(), widgets.NewEntry(), widgets.NewEntry()
	f.Add(widgets.Item{Name: "day", Label: "Күні", Field: day},
		widgets.Item{Name: "start", Label: "Басталуы", Short: true, Field: start}, widgets.Item{Name: "end", Label: "Аяқталуы", Short: true, Field: end})
	show(t, container.NewStack(f), 350, 400)
	require.InDelta(t, place(start).Y, place(end).Y, 0.1)
	require.Greater(t, place(start).Y, place(day).Y)
	require.Greater(t, place(end).X, place(start).X+start.Size().Width)
	require.Greater(t, day.Size().Width, 2*start.Size().Width)
}
