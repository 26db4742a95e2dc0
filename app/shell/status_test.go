package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"
)

// What there is no room for gives way whole, the least important first.
func TestStatusGivesWayWhole(t *testing.T) {
	wide := func(width float32) fyne.CanvasObject {
		r := canvas.NewRectangle(nil)
		r.SetMinSize(fyne.NewSize(width, 10))
		return r
	}
	sample, account, rows, work := wide(100), wide(80), wide(90), wide(200)
	l := &statusLayout{parts: []statusPart{
		{o: sample}, {o: account, rank: 5}, {o: rows, rank: 1, right: true}, {o: work, rank: 2, right: true},
	}}
	for width, want := range map[float32][]fyne.CanvasObject{
		700: {sample, account, rows, work}, 500: {sample, rows, work}, 300: {sample, rows}, 150: {sample}, 50: {sample},
	} {
		l.Layout(nil, fyne.NewSize(width, 26))
		var shown []fyne.CanvasObject
		for _, p := range l.parts {
			if p.o.Visible() {
				shown = append(shown, p.o)
			}
		}
		require.Equal(t, want, shown, width)
	}
	l.parts[3].off = true
	l.Layout(nil, fyne.NewSize(360, 26))
	require.False(t, work.Visible())
	require.True(t, account.Visible())
	require.Equal(t, float32(270), rows.Position().X, "at the right end")
}
