package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/require"

	"saya/assets"
)

func box(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

func TestFlowGoesOnInAnotherRow(t *testing.T) {
	a, b, c := box(60, 20), box(50, 30), box(40, 20)
	row := container.New(NewFlow(8), a, b, c)
	require.Equal(t, fyne.NewSize(60, 30), row.MinSize(), "one row while no width is known")
	row.Resize(fyne.NewSize(120, 100))
	require.Equal(t, []fyne.Position{fyne.NewPos(0, 5), fyne.NewPos(68, 0), fyne.NewPos(0, 38)}, []fyne.Position{a.Position(), b.Position(), c.Position()})
	require.Equal(t, fyne.NewSize(60, 58), row.MinSize())
}

func TestPairsCutNothing(t *testing.T) {
	app := test.NewApp()
	app.Settings().SetTheme(assets.NewTheme(theme.VariantLight))
	t.Cleanup(app.Quit)
	long := NewTerm("Сыртқы құжаттарда атау тәртібі").(*textBlock)
	text := NewBody("aigerim.zhumabaeva.almaty@example.invalid").(*textBlock)
	pairs := NewPairs(10, 9, NewTerm("ЖСН"), NewBody("•••• 5145"), long, text)
	pairs.Resize(fyne.NewSize(600, 0))
	require.GreaterOrEqual(t, long.Size().Width, long.naturalWidth(), "as wide as the longest term")
	wide := pairs.MinSize().Height
	pairs.Resize(fyne.NewSize(260, 0))
	require.LessOrEqual(t, long.Size().Width, float32(130), "at most half")
	require.LessOrEqual(t, text.Position().X+text.Size().Width, float32(260))
	require.Greater(t, pairs.MinSize().Height, wide, "what is longer wraps")
}
