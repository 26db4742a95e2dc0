package list_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"saya/app/list"
	"saya/app/page/pagetest"
	"saya/assets"
	"saya/widgets"
)

// The card has buttons to the records before and after it, which end where the list does.
func TestCardsAreTurnedByButtons(t *testing.T) {
	p, s, w := open(t)
	s.ids = []int64{2, 4, 6}
	p.Reload()
	require.Empty(t, steps(p), "nothing is beside the list")
	p.ChooseRow(0)
	require.Equal(t, []bool{false, true}, steps(p))
	require.True(t, w.Shows("1 / 3"))
	w.PressIcon(assets.IconDown)
	require.Equal(t, []any{int64(4), []bool{true, true}}, []any{s.card, steps(p)})
	w.PressIcon(assets.IconDown)
	require.Equal(t, []any{int64(6), []bool{true, false}}, []any{s.card, steps(p)})
	w.PressIcon(assets.IconUp)
	require.Equal(t, int64(4), s.card)
	s.ids = []int64{4}
	p.Reload()
	require.Equal(t, []bool{false, false}, steps(p))
	p.Edit(4)
	require.Empty(t, steps(p), "an editor has its own head")
}

// steps tells which of the buttons up and down can be pressed; empty where there are none.
func steps(p *list.Page) (can []bool) {
	pagetest.Walk(p.Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && (b.Icon == assets.IconUp || b.Icon == assets.IconDown) {
			can = append(can, !b.Disabled())
		}
	})
	return can
}
