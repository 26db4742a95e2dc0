package widgets_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/widgets"
)

func TestTheMonthTurns(t *testing.T) {
	day := time.Date(2026, 1, 31, 15, 0, 0, 0, time.UTC)
	m := widgets.NewMonth(locale.New(locale.Kazakh), day, "Бүгін")
	d := newDesk(t, container.NewStack(m))
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyRight, "2026-02-28"},
		{fyne.KeyPageDown, "2026-03-28"},
		{fyne.KeyUp, "2025-03-28"},
		{fyne.KeyLeft, "2025-02-28"},
		{fyne.KeyHome, "2026-01-31"},
	} {
		require.True(t, m.HandleKey(&fyne.KeyEvent{Name: step.key}))
		require.Equal(t, step.want, m.Shown().Format(time.DateOnly), step.key)
	}
	require.False(t, m.HandleKey(&fyne.KeyEvent{Name: fyne.KeyReturn}))
	d.wheel(m, -20)
	require.Equal(t, time.February, m.Shown().Month())
	require.Nil(t, d.canvas.Focused())
}

// A page of August 2026 begins with 27 July; today is marked only where it stands.
func TestTheMonthShowsItsDays(t *testing.T) {
	m := widgets.NewMonth(locale.New(locale.English), time.Date(2026, 8, 3, 0, 0, 0, 0, time.UTC), "Today")
	d := newDesk(t, container.NewStack(m))
	require.Equal(t, []string{"27", "28", "29"}, days(m)[:3])
	require.True(t, marked(m))
	m.Turn(3)
	require.False(t, marked(m))
	for _, o := range drawn(m) {
		if text, ok := o.(*canvas.Text); ok && text.Text == "Today" {
			test.TapCanvas(d.canvas, place(text).AddXY(2, 2))
		}
	}
	require.True(t, marked(m), "a tap leads back to today")
}

// days are the numbers in the order of the page.
func days(m *widgets.Month) []string {
	var found []string
	for _, o := range drawn(m) {
		if text, ok := o.(*canvas.Text); ok && len(text.Text) <= 2 && text.Text[0] >= '0' && text.Text[0] <= '9' {
			found = append(found, text.Text)
		}
	}
	return found
}

func marked(m *widgets.Month) bool {
	for _, o := range drawn(m) {
		if circle, ok := o.(*canvas.Circle); ok && circle.Visible() {
			return true
		}
	}
	return false
}
