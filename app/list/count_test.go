package list_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/app/page/pagetest"
	"saya/widgets"
)

// What a longer count needs, the search gives.
func TestSearchGivesWayToALongerCount(t *testing.T) {
	count := "0"
	p, _, w := open(t, func(c *list.Config) { c.Count = func(int) string { return count } })
	w.Resize(1000, 700)
	count = "1000 чисел, и говорится об этом очень, очень подробно, сколько места ни есть"
	w.Filter("Все")
	end, start := float32(0), float32(0)
	pagetest.Walk(p.Content(), func(o fyne.CanvasObject) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		switch o := o.(type) {
		case *widgets.Text:
			if o.Text == count {
				end = at.X + o.MinSize().Width
			}
		case *widgets.Entry:
			start = at.X
		}
	})
	require.Positive(t, end)
	require.LessOrEqual(t, end, start)
}

// In a small window a longer count sends what stands beside it into a second row, and all below it down.
func TestFiltersStayInViewBelowALongerCount(t *testing.T) {
	count := "0"
	p, _, w := open(t, func(c *list.Config) { c.Count = func(int) string { return count } })
	w.Resize(560, 600)
	ends := func() (chips, rows float32) {
		pagetest.Walk(p.Content(), func(o fyne.CanvasObject) {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			switch o := o.(type) {
			case *widgets.Chip:
				chips = max(chips, at.Y+o.Size().Height)
			case *widgets.DataTable:
				rows = at.Y
			}
		})
		return chips, rows
	}
	chips, rows := ends()
	require.LessOrEqual(t, chips, rows)
	count = "1000 чисел, и еще немного слов"
	w.Filter("Все")
	after, below := ends()
	require.Greater(t, after, chips, "the bar has a second row")
	require.LessOrEqual(t, after, below)
}
