package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/widgets"
)

func dateDesk(t *testing.T) (*desk, *widgets.DateField, *widgets.Entry) {
	t.Helper()
	f, next := widgets.NewDateField(locale.New(locale.Kazakh), today), widgets.NewEntry()
	d := newDesk(t, container.NewVBox(f, next))
	d.canvas.Focus(f)
	return d, f, next
}

func TestCalendarPicksByKeyboard(t *testing.T) {
	tests := map[string]struct {
		typed string
		keys  []fyne.KeyName
		want  string
	}{
		"today":             {"", []fyne.KeyName{fyne.KeyReturn}, "22.11.2026"},
		"the day typed":     {"5.3.2026", []fyne.KeyName{fyne.KeyReturn}, "05.03.2026"},
		"garbage":           {"ертең", []fyne.KeyName{fyne.KeyReturn}, "22.11.2026"},
		"days":              {"", []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyEnter}, "23.11.2026"},
		"weeks":             {"", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnter}, "29.11.2026"},
		"months":            {"", []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEnter}, "22.12.2026"},
		"a shorter month":   {"31.01.2027", []fyne.KeyName{fyne.KeyPageDown, fyne.KeyEnter}, "28.02.2027"},
		"back to today":     {"5.3.2020", []fyne.KeyName{fyne.KeyHome, fyne.KeyEnter}, "22.11.2026"},
		"over a year's end": {"31.12.2026", []fyne.KeyName{fyne.KeyRight, fyne.KeyEnter}, "01.01.2027"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d, f, _ := dateDesk(t)
			d.write(tt.typed)
			d.press(fyne.KeyDown)
			require.True(t, popupOpen(d))
			d.press(tt.keys...)
			require.False(t, popupOpen(d))
			require.Equal(t, tt.want, f.Text)
			require.Equal(t, fyne.Focusable(f), d.canvas.Focused())
		})
	}
}

func TestCalendarGoesByYearsWithCtrl(t *testing.T) {
	d, f, _ := dateDesk(t)
	d.press(fyne.KeyF4)
	for range 3 {
		d.shortcut(fyne.KeyPageUp)
	}
	d.shortcut(fyne.KeyPageDown)
	d.press(fyne.KeyReturn)
	require.Equal(t, "22.11.2024", f.Text)
}

func TestCalendarIsLeftWithoutAChange(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyF4} {
		d, f, _ := dateDesk(t)
		d.write("ертең")
		d.press(fyne.KeyDown, fyne.KeyRight, key)
		require.False(t, popupOpen(d))
		require.Equal(t, "ертең", f.Text)
		require.Empty(t, d.keys, "Esc closed the calendar, not what is around it")
	}
}

func TestTabInTheCalendarGoesToTheNextField(t *testing.T) {
	d, f, next := dateDesk(t)
	d.press(fyne.KeyDown, fyne.KeyRight, fyne.KeyTab)
	require.False(t, popupOpen(d))
	require.Empty(t, f.Text)
	require.Equal(t, fyne.Focusable(next), d.canvas.Focused())
}

func TestCalendarKeepsToItsBounds(t *testing.T) {
	d, f, _ := dateDesk(t)
	f.SetMin(day(2026, 11, 20))
	f.SetMax(day(2026, 11, 24))
	d.press(fyne.KeyDown, fyne.KeyPageUp, fyne.KeyReturn)
	require.Equal(t, "20.11.2026", f.Text)
	d.press(fyne.KeyDown, fyne.KeyPageDown, fyne.KeyReturn)
	require.Equal(t, "24.11.2026", f.Text)
}

// The first row of November 2026 begins on Monday 26 October.
func TestCalendarPicksByMouse(t *testing.T) {
	d, f, _ := dateDesk(t)
	tap := func(at fyne.Position) { test.TapCanvas(d.canvas, at) }
	origin := fyne.NewPos(0, f.Size().Height+4)
	cell := func(column, row float32) fyne.Position {
		return origin.AddXY(10+38*column+19, 70+30*row+15)
	}
	d.press(fyne.KeyDown)
	tap(cell(0, 0))
	require.Equal(t, "26.10.2026", f.Text)

	d.press(fyne.KeyDown)
	tap(origin.AddXY(10+30+15, 20)) // one month back, to September
	tap(cell(0, 1))
	require.Equal(t, "07.09.2026", f.Text)

	d.press(fyne.KeyDown)
	tap(fyne.NewPos(800, 600)) // beside it
	require.False(t, popupOpen(d))
	require.Equal(t, "07.09.2026", f.Text)
}

func TestCalendarStaysInsideTheWindow(t *testing.T) {
	f := widgets.NewDateField(locale.New(locale.Kazakh), today)
	d := newDesk(t, container.NewBorder(nil, container.NewBorder(nil, nil, nil, f), nil, nil))
	d.canvas.Focus(f)
	d.press(fyne.KeyDown)
	grid := d.canvas.Focused().(fyne.CanvasObject)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(grid)
	require.GreaterOrEqual(t, at.Y, float32(0))
	require.LessOrEqual(t, at.X+grid.Size().Width, float32(900))
	require.LessOrEqual(t, at.Y+grid.Size().Height, f.Position().Y+700)
}

func TestReadOnlyDateHasNoCalendar(t *testing.T) {
	d, f, _ := dateDesk(t)
	f.SetReadOnly(true)
	d.press(fyne.KeyDown)
	require.False(t, popupOpen(d))
}
