package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

// Marks stand on one line with the name of whom they are of, and below it where there is no room.
func TestLabelsBesideTheirFields(t *testing.T) {
	marks := widgets.NewSegments(widgets.Option{ID: "yes", Text: "Келді"}, widgets.Option{ID: "no", Text: "Келмеді"})
	marks.Numbered = true
	form := widgets.NewForm(say)
	form.Add(widgets.Item{Name: "mark", Label: strings.Repeat("Аты-жөні ", 20), Wide: true, Beside: true, Field: marks})
	newDesk(t, container.NewStack(form))
	control := marks.MinSize().Height
	form.Resize(fyne.NewSize(500, 300))
	require.Less(t, form.HeightFor(500), control+10)
	require.Equal(t, marks.WholeWidth(), marks.Size().Width)
	require.Greater(t, marks.Position().X, float32(120))
	require.LessOrEqual(t, marks.Position().X+marks.Size().Width, float32(500))
	form.Resize(fyne.NewSize(200, 300))
	require.Greater(t, form.HeightFor(200), control+10)
	require.Zero(t, marks.Position().X)
}
