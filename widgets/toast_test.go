package widgets_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func TestToasts(t *testing.T) {
	under := 0
	toasts := widgets.NewToasts()
	d := newDesk(t, container.NewStack(widgets.NewButton("Басу", "", func() { under++ }), toasts))
	var shown []widgets.ToastID
	toasts.OnShown = func(id widgets.ToastID) { shown = append(shown, id) }
	undone := 0
	first := toasts.Add(widgets.Toast{Text: "Сақталды", Action: "Қайтару", OnAction: func() { undone++ }})
	require.Equal(t, []widgets.ToastID{first}, shown)
	for _, o := range drawn(toasts) {
		if b, ok := o.(*widgets.Button); ok && b.Text == "Қайтару" {
			test.Tap(b)
		}
	}
	require.Equal(t, 1, undone)
	require.Zero(t, toasts.Count(), "its action takes it away")
	toasts.Dismiss(first)

	for range 5 {
		toasts.Add(widgets.Toast{Text: "Тағы"})
	}
	require.Equal(t, 3, toasts.Count())
	test.TapCanvas(d.canvas, fyne.NewPos(20, 20))
	require.Equal(t, 1, under, "what is under the toasts is in reach")
}

func TestTips(t *testing.T) {
	b := widgets.NewQuietButton("", "", nil)
	d := newDesk(t, container.NewVBox(b))
	tips := d.root.Tips()
	var wait func()
	tips.After = func(_ time.Duration, do func()) func() {
		wait = do
		return func() { wait = func() {} }
	}
	b.Tip = "Келесі жазба"
	b.MouseIn(nil)
	require.Empty(t, tips.Text(), "not before the pointer has rested")
	wait()
	require.Equal(t, "Келесі жазба", tips.Text())
	b.MouseOut()
	require.Empty(t, tips.Text())
	b.MouseIn(nil)
	b.MouseOut()
	wait()
	require.Empty(t, tips.Text(), "who only passes by is told nothing")
	b.MouseIn(nil)
	wait()
	d.root.KeyDown(&fyne.KeyEvent{Name: fyne.Key2})
	require.Empty(t, tips.Text(), "a key may take away what is explained")
}

func TestToastsLeaveTheFormAtTheRightFree(t *testing.T) {
	toasts := widgets.NewToasts()
	d := newDesk(t, container.NewStack(toasts))
	toasts.Add(widgets.Toast{Text: strings.Repeat("Өзгеріс сақталды. ", 10), Action: "Қайтару"})
	for width, end := range map[float32]float32{1280: 1280 - 404, 480: 480} {
		d.window.Resize(fyne.NewSize(width, 700))
		toast := drawn(toasts)[1]
		require.LessOrEqual(t, place(toast).X+toast.Size().Width, end)
		require.GreaterOrEqual(t, place(toast).X, float32(0))
	}
}

// A dialog explains its buttons, too, and says no more once it is gone.
func TestTipsInADialog(t *testing.T) {
	below := widgets.NewQuietButton("", "", nil)
	below.Tip = "Астында"
	d := newDesk(t, container.NewVBox(below))
	var wait func()
	d.root.Tips().After = func(_ time.Duration, do func()) func() {
		wait = do
		return func() { wait = func() {} }
	}
	b := widgets.NewQuietButton("", "", nil)
	b.Tip = "Келесі жазба"
	modal := widgets.NewModals(d.canvas).Show(widgets.Dialog{Title: "?", Content: b})
	shows := func(text string) bool {
		for _, o := range drawn(d.canvas.Overlays().Top()) {
			if tips, ok := o.(*widgets.Tips); ok && tips.Text() == text {
				return true
			}
		}
		return false
	}
	b.MouseIn(nil)
	require.False(t, shows("Келесі жазба"))
	wait()
	require.True(t, shows("Келесі жазба"))
	require.Empty(t, d.root.Tips().Text())
	b.MouseOut()
	require.False(t, shows("Келесі жазба"))
	b.MouseIn(nil)
	modal.Close()
	wait()
	require.Empty(t, d.root.Tips().Text())
}

// A folded entry of the sidebar says what it is.
func TestTipOfAFoldedEntry(t *testing.T) {
	n := widgets.NewNavItem("Волонтерлер", "", nil)
	tips := newDesk(t, container.NewVBox(n)).root.Tips()
	tips.After = func(_ time.Duration, do func()) func() { do(); return func() {} }
	n.MouseIn(nil)
	require.Empty(t, tips.Text(), "its words are there")
	n.MouseOut()
	n.SetFolded(true)
	n.MouseIn(nil)
	require.Equal(t, "Волонтерлер", tips.Text())
	n.MouseOut()
	require.Empty(t, tips.Text())
}
