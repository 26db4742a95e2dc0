package journey_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
)

// chooseByKeys chooses three rows with Shift.
func (h *hand) chooseByKeys() {
	h.t.Helper()
	h.row(2)
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	h.table().KeyDown(shift)
	h.hit(fyne.KeyDown)
	h.hit(fyne.KeyDown)
	h.table().KeyUp(shift)
}

// chooseByMouse chooses three rows with Ctrl.
func (h *hand) chooseByMouse() {
	h.t.Helper()
	h.row(1)
	for _, row := range []int{3, 5} {
		h.click(row, desktop.MouseButtonPrimary, fyne.KeyModifierShortcutDefault)
	}
}

// click presses a row in view, counted from 1, as the mouse does.
func (h *hand) click(row int, button desktop.MouseButton, held fyne.KeyModifier) {
	h.t.Helper()
	type rows interface {
		fyne.CanvasObject
		desktop.Mouseable
		fyne.DoubleTappable
		fyne.SecondaryTappable
	}
	var body rows
	pagetest.Walk(h.table(), func(o fyne.CanvasObject) {
		if found, ok := o.(rows); ok {
			body = found
		}
	})
	require.NotNil(h.t, body, "no rows")
	height := fyne.CurrentApp().Settings().Theme().Size(assets.SizeRow)
	at := fyne.PointEvent{Position: fyne.NewPos(60, (float32(row)-0.5)*height)}
	at.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(body).Add(at.Position)
	body.MouseDown(&desktop.MouseEvent{PointEvent: at, Button: button, Modifier: held})
	if button == desktop.MouseButtonSecondary {
		body.TappedSecondary(&at)
	}
}

// A change of several volunteers is one act: it is taken back whole, from the message or by the keyboard, and nobody is
// other than she was before.
func TestJourneyOfABulkChangeTakenBack(t *testing.T) {
	act := "volunteers.set_status"
	tests := map[string]struct {
		choose, act, undo func(*hand)
	}{
		"by keys": {
			(*hand).chooseByKeys,
			func(h *hand) { h.hit(desktop.KeyMenu); h.menu(act) },
			func(h *hand) { h.root().TypedShortcut(&fyne.ShortcutUndo{}) },
		},
		"by mouse": {(*hand).chooseByMouse, func(h *hand) { h.press(act) }, func(h *hand) { h.press("common.undo") }},
		"from the menu": {
			(*hand).chooseByMouse,
			func(h *hand) { h.click(5, desktop.MouseButtonSecondary, 0); h.menu(act) },
			func(h *hand) { h.press("common.undo") },
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			h := newHand(t, locale.Kazakh)
			before, places := h.everybody(), h.places()
			h.shell.Open("volunteers", 0)
			tt.choose(h)
			chosen := h.table().Selected()
			require.Len(t, chosen, 3)
			tt.act(h)
			h.fill("status", h.text.Status("volunteer", string(data.Left)))
			h.fill("left_reason", h.text.Status("left_reason", "studies"))
			h.press("volunteers.change", "Count", 3)
			require.ElementsMatch(t, append(left(before), chosen...), left(h.everybody()))
			require.True(t, h.shows(h.text.T("volunteers.changed", "Count", 3)))
			batches := h.batches()
			require.Len(t, batches, 1, "one act")
			require.Equal(t, 3+changed(places, h.places()), batches[0].Rows, "whoever left has left the events to come")

			tt.undo(h)
			require.Equal(t, before, h.everybody())
			require.Equal(t, places, h.places())
			require.True(t, h.shows(h.text.T("page.undone")))
			require.False(t, h.shows(h.text.T("volunteers.changed", "Count", 3)), "nothing offers to take it back twice")
			require.True(t, h.batches()[0].Undone)
		})
	}
}

// batches are the acts that can be taken back.
func (h *hand) batches() []store.Batch {
	h.t.Helper()
	batches, err := h.store.Batches(context.Background(), h.store.Actor())
	require.NoError(h.t, err)
	return batches
}

// places are all places at events, by their ids.
func (h *hand) places() map[int64]data.Assignment {
	h.t.Helper()
	out := map[int64]data.Assignment{}
	require.NoError(h.t, h.store.EachAssignment(context.Background(), func(a data.Assignment) error {
		out[a.ID] = a
		return nil
	}))
	return out
}

// changed counts the places that are not as they were.
func changed(before, after map[int64]data.Assignment) (n int) {
	for id, a := range before {
		if after[id] != a {
			n++
		}
	}
	return n
}
