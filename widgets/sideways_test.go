package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// Only what is wider than its place is scrolled, above room for the bar.
func TestSidewaysScrollsWhatIsTooWide(t *testing.T) {
	content := canvas.NewRectangle(nil)
	content.SetMinSize(fyne.NewSize(300, 40))
	s := widgets.NewSideways(content)
	require.Less(t, s.MinSize().Width, float32(100))
	require.Greater(t, s.MinSize().Height, float32(50))
	scrolls := func(width float32) bool {
		show(t, container.NewStack(s), width, 80)
		for _, o := range drawn(s) {
			if _, ok := o.(*container.Scroll); ok {
				return true
			}
		}
		return false
	}
	require.False(t, scrolls(400))
	require.EqualValues(t, 400, content.Size().Width)
	require.True(t, scrolls(200))
	require.EqualValues(t, 300, content.Size().Width)
}
